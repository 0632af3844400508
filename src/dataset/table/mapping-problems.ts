import { clean, meant } from '../../danish/index.ts';
import type { JsonPath } from '../../json.ts';
import { type Catalogue, seriesOf } from '../catalogue.ts';
import { type ExportMapping, type SeriesPick, TO_FILL } from '../datasaet.ts';
import { type Problem, type ProblemText, structuralError } from '../problem.ts';

/** What is wrong with the mappings in themselves: ids that are none, no series or several ways to say it. */
export const mappingProblems = (mappings: readonly ExportMapping[], catalogue: Catalogue): readonly Problem[] =>
  mappings.flatMap((mapping) => problemsOf(mapping, catalogue));

function problemsOf(mapping: ExportMapping, catalogue: Catalogue): readonly Problem[] {
  const { table, file, columns, series, picks, onlySeries, style } = mapping;
  const problems: Problem[] = [];
  const refuse = (path: JsonPath, text: MappingText, isWrong = true): void => {
    if (isWrong) problems.push(structuralError(mapping.place(path), { rule: 'statbank', ...text }));
  };
  const ids = [...seriesOf(catalogue, table).keys()];
  const other = table === 'indikatorer' ? 'noegletal' : 'indikatorer';
  const named = namedSeries(mapping);
  for (const [path, text] of [...named, ...chosenTexts(mapping)]) refuse(path, toFill, text === TO_FILL);
  for (const [path, id] of named.filter(([, id]) => id !== TO_FILL && !ids.includes(id)))
    refuse(path, seriesOf(catalogue, other).has(id) ? ofOtherTable(id, other) : unknownId(id, ids));
  const hasSeries = series !== undefined || picks.length > 0;
  refuse([], oneWay, hasSeries === (onlySeries !== undefined));
  refuse(['serier'], mixedSeries, series !== undefined && picks.length > 0);
  refuse(['kolonner'], noColumn, series !== undefined && columns.serie === undefined);
  refuse(['tusindtegn'], sameMarks, style.decimal === style.thousands);
  refuse(['fil'], ownFile(file), isOwnFile(file));
  for (const [i, second] of picks.entries()) {
    for (const first of picks.slice(0, i).filter((one) => !areToldApart(one, second)))
      refuse(['serier', second.id], sameRows(first.id, second.id));
  }
  return problems;
}

/** True for the names of the dataset's own tables, which need no mapping. */
export const isOwnFile = (file: string): boolean => /^(?:indikatorer|noegletal)\.csv(?:\.gz)?$/.test(file);

/** A text of a mapping, and where it stands there. */
type Placed = readonly [path: JsonPath, text: string];

/** The ids that a mapping names. */
const namedSeries = ({ series, picks, onlySeries }: ExportMapping): Placed[] => [
  ...[...(series ?? [])].flatMap<Placed>(([text, id]) => (id === null ? [] : [[['serier', text], id]])),
  ...picks.map<Placed>(({ id }) => [['serier', id], id]),
  ...(onlySeries === undefined ? [] : [[['serie'], onlySeries] satisfies Placed]),
];

/** The texts of columns that rows are chosen by. */
const chosenTexts = ({ selection, picks }: ExportMapping): Placed[] => [
  ...[...selection].map<Placed>(([column, text]) => [['udvalg', column], text]),
  ...picks.flatMap(({ id, texts }) => [...texts].map<Placed>(([column, text]) => [['serier', id, column], text])),
];

/** True when some column tells the rows of two series apart. */
const areToldApart = (a: SeriesPick, b: SeriesPick): boolean =>
  [...a.texts].some(([column, text]) => b.texts.has(column) && b.texts.get(column) !== text);

/** All have one rule. */
type MappingText = Omit<ProblemText, 'rule'>;

function unknownId(id: string, ids: readonly string[]): MappingText {
  const near = meant(id, ids);
  const remedy = near === null ? `Kendte: ${ids.join(', ')}.` : `Mente du "${near}"?`;
  return { value: id, message: `"${clean(id)}" er ikke i skabelonen.`, remedy };
}

const ofOtherTable = (id: string, table: ExportMapping['table']): MappingText => ({
  value: id,
  message: `${id} er ${table === 'indikatorer' ? 'en indikator' : 'et nøgletal'}, men "tabel" siger noget andet.`,
  remedy: `Ret "tabel" til "${table}", eller ret nummeret.`,
});

const toFill: MappingText = {
  value: TO_FILL,
  message: `Her står stadig ${TO_FILL}.`,
  remedy:
    'Skriv en af filens tekster, eller indikatorens eller nøgletallets nummer; "barometer-report tilpas" viser dem.',
};
const oneWay: MappingText = {
  message: 'Der skal stå enten "serier" (teksterne i en kolonne) eller "serie" (hele filen er én serie).',
  remedy: 'Skriv den ene af dem, se docs/dataformat.md.',
};
const mixedSeries: MappingText = {
  message: '"serier" har både tekster med numre og numre med kolonner.',
  remedy: 'Skriv dem alle på samme måde, se docs/dataformat.md.',
};
const noColumn: MappingText = {
  message: 'Med "serier" skal "kolonner" også have "serie".',
  remedy: 'Skriv navnet på den kolonne, som teksterne står i.',
};
const sameMarks: MappingText = {
  message: '"tusindtegn" må ikke være det samme som "decimaltegn".',
  remedy: 'Ret det ene.',
};
const ownFile = (file: string): MappingText => ({
  value: file,
  message: `"${clean(file)}" læses allerede.`,
  remedy: 'indikatorer.csv og noegletal.csv læses af sig selv; slet dem fra listen.',
});
const sameRows = (first: string, second: string): MappingText => ({
  value: second,
  message: `En række kan være både ${clean(first)} og ${clean(second)}: ingen kolonne skiller dem.`,
  remedy: 'Skriv forskellige tekster for en af kolonnerne.',
});
