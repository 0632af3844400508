import { clean, meant } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import type { ExportMapping } from '../info/read-info.ts';
import type { NumberStyle } from '../number.ts';
import type { Problem } from '../problem.ts';
import { type Finding, structuralError } from '../problems.ts';
import type { ColumnNames } from './columns.ts';
import type { RowRules } from './row-rules.ts';
import { exportSubject, PASSED, plainSubject, subjectCodes, UNKNOWN } from './subjects.ts';

/** What the two kinds of file need to be read: names of columns, and meaning of fields. */
export interface FileRules {
  readonly columns: ColumnNames;
  readonly rules: RowRules;
}

const idsOf = (catalogue: Catalogue, table: Series['table']): readonly string[] => [
  ...(table === 'indikatorer' ? catalogue.indicators : catalogue.keyFigures).keys(),
];

/** Rules of the dataset's own file of a table. */
export function plainFile(file: string, table: Series['table'], catalogue: Catalogue, style: NumberStyle): FileRules {
  const ids = idsOf(catalogue, table);
  const index = new Map(ids.map((id, i) => [id, i]));
  const columns = {
    subject: 'kommunekode',
    series: table === 'indikatorer' ? 'indikator' : 'noegletal',
    time: table === 'indikatorer' ? 'aar' : 'periode',
    value: 'vaerdi',
    provenance: 'kilde',
    provenanceOptional: true,
    selection: [],
  };
  const rules: RowRules = {
    file,
    style,
    subject: plainSubject(subjectCodes(catalogue)),
    series: (text) => index.get(text) ?? UNKNOWN,
    seriesTexts: ids,
    onlySeries: UNKNOWN,
    selection: [],
    provenance: 'officiel',
    names: catalogue.subjects,
    mayHideProvenance: true,
  };
  return { columns, rules };
}

/** Rules of a file exported from StatBank. */
export function exportedFile(mapping: ExportMapping, catalogue: Catalogue): FileRules {
  const ids = idsOf(catalogue, mapping.table);
  const byText = new Map<string, number>();
  for (const [text, id] of mapping.series ?? []) byText.set(text.trim(), id === null ? PASSED : ids.indexOf(id));
  const columns = {
    subject: mapping.columns.kommune,
    series: mapping.series === undefined ? null : (mapping.columns.serie ?? null),
    time: mapping.columns.tid,
    value: mapping.columns.vaerdi,
    provenance: mapping.columns.kilde ?? null,
    provenanceOptional: false,
    selection: [...mapping.selection.keys()],
  };
  const rules: RowRules = {
    file: mapping.file,
    style: mapping.style,
    subject: exportSubject(catalogue),
    series: (text) => byText.get(text) ?? UNKNOWN,
    seriesTexts: [...byText.keys()],
    onlySeries: mapping.onlySeries === undefined ? UNKNOWN : ids.indexOf(mapping.onlySeries),
    selection: [...mapping.selection.values()],
    provenance: mapping.provenance,
    names: catalogue.subjects,
    mayHideProvenance: false,
  };
  return { columns, rules };
}

/** What is wrong with the mappings in themselves: ids that are none, no series or two ways to say it, a file twice. */
export function mappingProblems(mappings: readonly ExportMapping[], catalogue: Catalogue): readonly Problem[] {
  const names = mappings.map(({ file }) => file);
  return mappings.flatMap((mapping, i) => {
    const ids = idsOf(catalogue, mapping.table);
    const found: Problem[] = [];
    const fault = (path: string, finding: Finding): void =>
      void found.push(structuralError(mapping.place(path), finding));
    for (const [path, id] of namedSeries(mapping)) if (!ids.includes(id)) fault(path, unknownId(id, ids));
    if ((mapping.series === undefined) === (mapping.onlySeries === undefined)) fault('', oneWay);
    if (mapping.series !== undefined && mapping.columns.serie === undefined) fault('/kolonner', noColumn);
    if (mapping.style.decimal === mapping.style.thousands) fault('/tusindtegn', sameMarks);
    if (names.indexOf(mapping.file) < i || plainNames.has(mapping.file)) fault('/fil', usedTwice(mapping.file));
    return found;
  });
}

const plainNames = new Set(['indikatorer', 'noegletal'].flatMap((name) => [`${name}.csv`, `${name}.csv.gz`]));

function namedSeries(mapping: ExportMapping): [string, string][] {
  const path = (text: string): string => `/serier/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const mapped = [...(mapping.series ?? [])].flatMap(([text, id]): [string, string][] =>
    id === null ? [] : [[path(text), id]],
  );
  return mapping.onlySeries === undefined ? mapped : [...mapped, ['/serie', mapping.onlySeries]];
}

const rule = 'statbank';

function unknownId(id: string, ids: readonly string[]): Finding {
  const near = meant(id, ids);
  const remedy = near === null ? `Kendte: ${ids.join(', ')}.` : `Mente du "${near}"?`;
  return { rule, value: id, message: `"${clean(id)}" er ikke i skabelonen.`, remedy };
}

const oneWay: Finding = {
  rule,
  message: 'Der skal stå enten "serier" (teksterne i en kolonne) eller "serie" (hele filen er én serie).',
  remedy: 'Skriv den ene af dem, se docs/data-format.md.',
};
const noColumn: Finding = {
  rule,
  message: 'Med "serier" skal "kolonner" også have "serie".',
  remedy: 'Skriv navnet på den kolonne, som teksterne står i.',
};
const sameMarks: Finding = {
  rule,
  message: '"tusindtegn" må ikke være det samme som "decimaltegn".',
  remedy: 'Ret det ene.',
};
const usedTwice = (file: string): Finding => ({
  rule,
  value: file,
  message: `"${clean(file)}" læses allerede.`,
  remedy: 'Nævn hver fil én gang; indikatorer.csv og noegletal.csv læses af sig selv.',
});
