import { slipsOf } from '../../danish/index.ts';
import { regions } from '../../municipalities/index.ts';
import { areaReader } from '../areas.ts';
import { type Catalogue, type Series, seriesOf } from '../catalogue.ts';
import type { Declaration, ExportMapping } from '../declaration.ts';
import { wholeFile } from '../place.ts';
import { wideTime, wideValue } from '../read/wide.ts';
import { meantId } from '../table/spreadsheet-slips.ts';

/** How a file of figures is read: what `datasaet.json` says of an export, or the same of one of the dataset's own files. */
export interface FileMapping extends ExportMapping {
  /** One of the dataset's own files, of which `datasaet.json` says nothing. */
  readonly isOwn: boolean;
  readonly subjectOf: (text: string) => Meaning;
  /** Of a text in the series column, or of any when no column but the mapping says the series. */
  readonly seriesOf: (text: string) => Meaning;
  /** Texts that the series column may hold, for the nearest one. */
  readonly seriesTexts: readonly string[];
  readonly catalogue: Catalogue;
}

/** Meaning of a text whose row is passed over: a landsdel, a series that is not wanted. */
export const PASSED = Symbol('passed');

/** What the text of a column means: a code or an id; null when it is not known. */
export type Meaning = string | null | typeof PASSED;

/** Names of the columns of the dataset's own tables, by the keys of a mapping; `kilde` may be left out. */
export const ownColumns = {
  indikatorer: { kommune: 'kommunekode', serie: 'indikator', tid: 'aar', vaerdi: 'vaerdi' },
  noegletal: { kommune: 'kommunekode', serie: 'noegletal', tid: 'periode', vaerdi: 'vaerdi' },
} as const;

/** The mapping of the dataset's own file of a table; the series that `exports` replace are passed over. */
export function ownMapping(
  file: string,
  table: Series['table'],
  catalogue: Catalogue,
  { style, provenance }: Pick<Declaration, 'style' | 'provenance'>,
  exports: readonly ExportMapping[],
): FileMapping {
  const series = seriesOf(catalogue, table);
  const replaced = new Set(exports.filter((one) => one.table === table && one.replaces).flatMap(seriesIn));
  return {
    ...{ isOwn: true, file, table, isWide: false, sheet: undefined, hidden: undefined, replaces: false },
    columns: { ...ownColumns[table], kilde: 'kilde' },
    ...{ series: undefined, onlySeries: undefined, picks: [], selection: new Map(), passed: new Set() },
    subjectOf: plainSubject(catalogue),
    seriesOf: (text) => (replaced.has(text) ? PASSED : (series.get(text)?.id ?? null)),
    seriesTexts: [...series.keys()],
    style,
    provenance,
    catalogue,
    place: () => wholeFile(file),
  };
}

/** The series that a mapping is for; null for texts that it passes over. */
export const seriesIn = ({ series, picks, onlySeries }: ExportMapping): (string | null)[] => [
  ...(series?.values() ?? []),
  ...picks.map(({ id }) => id),
  ...(onlySeries === undefined ? [] : [onlySeries]),
];

/** Subject or region of a code in the dataset's own tables: three digits, or four with a leading zero as registers write it. */
function plainSubject({ subjects }: Catalogue): (text: string) => string | null {
  const known = [...subjects.keys(), ...regions.map(({ code }) => code)];
  const codes = new Map(known.flatMap((code) => [code, `0${code}`].map((text) => [text, code])));
  return (text) => codes.get(text) ?? null;
}

/** The mapping of a file exported from StatBank. */
export function mappingOfExport(entry: ExportMapping, catalogue: Catalogue): FileMapping {
  const { columns, isWide, series, onlySeries = null } = entry;
  const texts = new Map<string, Meaning>([...(series ?? [])].map(([text, id]) => [text.trim(), id ?? PASSED]));
  const readArea = areaReader(catalogue.subjects);
  return {
    ...entry,
    isOwn: false,
    columns: {
      ...columns,
      ...(isWide && { tid: wideTime, vaerdi: wideValue }),
      serie: series === undefined ? undefined : columns.serie,
    },
    subjectOf: (text) => {
      if (entry.passed.has(text)) return PASSED;
      const area = readArea(text);
      return area && (area.code ?? PASSED);
    },
    seriesOf: series === undefined ? () => onlySeries : (text) => texts.get(text) ?? null,
    seriesTexts: [...texts.keys()],
    catalogue,
  };
}

/** The series that an unknown text may have meant: all (null) for an empty one, else those that it is a slip of. */
export function seriesNear(text: string, { seriesTexts, seriesOf, isOwn }: FileMapping): readonly string[] | null {
  if (text === '') return null;
  const near = slipsOf(text, seriesTexts).map((i) => seriesOf(seriesTexts[i] as string));
  const mangled = meantId(text, (id) => isOwn && seriesTexts.includes(id));
  return [...near, mangled].filter((id) => typeof id === 'string');
}
