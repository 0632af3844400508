import { clean, meant } from '../../danish/index.ts';
import type { JsonPath } from '../../json.ts';
import { type Catalogue, seriesOf } from '../catalogue.ts';
import type { ExportMapping } from '../datasaet.ts';
import { type Problem, type ProblemText, structuralError } from '../problem.ts';
import { exportSubject, type FileRules, type Meaning, PASSED } from './rules.ts';

/** Rules of a file exported from StatBank. */
export function exportRules(mapping: ExportMapping, catalogue: Catalogue): FileRules {
  const texts = new Map<string, Meaning>([...(mapping.series ?? [])].map(([text, id]) => [text.trim(), id ?? PASSED]));
  return {
    file: mapping.file,
    columns: {
      subject: mapping.columns.kommune,
      series: mapping.series === undefined ? null : (mapping.columns.serie ?? null),
      time: mapping.columns.tid,
      value: mapping.columns.vaerdi,
      provenance: mapping.columns.kilde ?? null,
      provenanceOptional: false,
      selection: [...mapping.selection.keys()],
    },
    style: mapping.style,
    subject: exportSubject(catalogue),
    series: (text) => texts.get(text) ?? null,
    seriesTexts: [...texts.keys()],
    onlySeries: mapping.onlySeries ?? null,
    selection: [...mapping.selection.values()],
    provenance: mapping.provenance,
    names: catalogue.subjects,
    mayHideProvenance: false,
  };
}

/** What is wrong with the mappings in themselves: ids that are none, no series or two ways to say it, a file twice. */
export function mappingProblems(mappings: readonly ExportMapping[], catalogue: Catalogue): readonly Problem[] {
  const names = mappings.map(({ file }) => file);
  return mappings.flatMap((mapping, i) => {
    const ids = [...seriesOf(catalogue, mapping.table).keys()];
    const found: Problem[] = [];
    const fault = (path: JsonPath, text: ProblemText): void =>
      void found.push(structuralError(mapping.place(path), text));
    for (const [path, id] of namedSeries(mapping)) if (!ids.includes(id)) fault(path, unknownId(id, ids));
    if ((mapping.series === undefined) === (mapping.onlySeries === undefined)) fault([], oneWay);
    if (mapping.series !== undefined && mapping.columns.serie === undefined) fault(['kolonner'], noColumn);
    if (mapping.style.decimal === mapping.style.thousands) fault(['tusindtegn'], sameMarks);
    if (names.indexOf(mapping.file) < i || plainNames.has(mapping.file)) fault(['fil'], usedTwice(mapping.file));
    return found;
  });
}

const plainNames = new Set(['indikatorer', 'noegletal'].flatMap((name) => [`${name}.csv`, `${name}.csv.gz`]));

/** The ids that a mapping names, with where they stand in it. */
const namedSeries = ({ series, onlySeries }: ExportMapping): [JsonPath, string][] => [
  ...[...(series ?? [])].flatMap(([text, id]): [JsonPath, string][] => (id === null ? [] : [[['serier', text], id]])),
  ...(onlySeries === undefined ? [] : [[['serie'], onlySeries] satisfies [JsonPath, string]]),
];

const rule = 'statbank';

function unknownId(id: string, ids: readonly string[]): ProblemText {
  const near = meant(id, ids);
  const remedy = near === null ? `Kendte: ${ids.join(', ')}.` : `Mente du "${near}"?`;
  return { rule, value: id, message: `"${clean(id)}" er ikke i skabelonen.`, remedy };
}

const oneWay: ProblemText = {
  rule,
  message: 'Der skal stå enten "serier" (teksterne i en kolonne) eller "serie" (hele filen er én serie).',
  remedy: 'Skriv den ene af dem, se docs/data-format.md.',
};
const noColumn: ProblemText = {
  rule,
  message: 'Med "serier" skal "kolonner" også have "serie".',
  remedy: 'Skriv navnet på den kolonne, som teksterne står i.',
};
const sameMarks: ProblemText = {
  rule,
  message: '"tusindtegn" må ikke være det samme som "decimaltegn".',
  remedy: 'Ret det ene.',
};
const usedTwice = (file: string): ProblemText => ({
  rule,
  value: file,
  message: `"${clean(file)}" læses allerede.`,
  remedy: 'Nævn hver fil én gang; indikatorer.csv og noegletal.csv læses af sig selv.',
});
