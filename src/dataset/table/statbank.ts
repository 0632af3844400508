import { areaReader } from '../areas.ts';
import type { Catalogue } from '../catalogue.ts';
import type { ExportMapping } from '../datasaet.ts';
import { wideTime, wideValue } from '../read/wide.ts';
import { exportSubject, type FileRules, type Meaning, PASSED } from './rules.ts';

/** Rules of a file exported from StatBank. */
export function exportRules(mapping: ExportMapping, catalogue: Catalogue): FileRules {
  const { file, sheet, columns, isWide, picks, selection } = mapping;
  const texts = new Map<string, Meaning>([...(mapping.series ?? [])].map(([text, id]) => [text.trim(), id ?? PASSED]));
  const readArea = areaReader(catalogue.subjects);
  const names = {
    subject: columns.kommune,
    series: mapping.series === undefined ? null : (columns.serie ?? null),
    time: isWide ? wideTime : (columns.tid ?? ''),
    value: isWide ? wideValue : (columns.vaerdi ?? ''),
    provenance: columns.kilde ?? null,
    provenanceOptional: false,
    selection: [...selection.keys()],
    picks: [...new Set(picks.flatMap((pick) => [...pick.texts.keys()]))],
  };
  const needed = [names.subject, names.series, names.time, names.value, names.provenance, ...names.selection];
  return {
    file,
    exported: {
      file,
      sheet,
      wide: isWide ? { column: columns.kommune, isArea: (text) => readArea(text) !== null } : null,
      columns: [...needed.filter((name) => name !== null), ...names.picks],
    },
    columns: names,
    style: mapping.style,
    subject: exportSubject(readArea),
    series: (text) => texts.get(text) ?? null,
    seriesTexts: [...texts.keys()],
    onlySeries: mapping.onlySeries ?? null,
    picks: picks.map(({ id, texts: wanted }) => ({ id, texts: names.picks.map((name) => wanted.get(name)) })),
    selection: [...selection.values()],
    provenance: mapping.provenance,
    names: catalogue.subjects,
    mayHideProvenance: false,
    mapping,
  };
}
