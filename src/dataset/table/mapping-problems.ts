import { clean, meant } from '../../danish/index.ts';
import type { JsonPath } from '../../json.ts';
import { type Catalogue, seriesOf } from '../catalogue.ts';
import { type ExportMapping, type SeriesPick, TO_FILL } from '../datasaet.ts';
import { type Problem, type ProblemText, structuralError } from '../problem.ts';

/** What is wrong with the mappings in themselves: ids that are none, no series or several ways to say it. */
export function mappingProblems(mappings: readonly ExportMapping[], catalogue: Catalogue): readonly Problem[] {
  return mappings.flatMap((mapping) => {
    const ids = [...seriesOf(catalogue, mapping.table).keys()];
    const other = mapping.table === 'indikatorer' ? 'noegletal' : 'indikatorer';
    const isOther = (id: string): boolean => seriesOf(catalogue, other).has(id);
    const faults: [JsonPath, ProblemText][] = [
      ...unfilled(mapping).map((path): [JsonPath, ProblemText] => [path, toFill]),
      ...namedSeries(mapping)
        .filter(([, id]) => id !== TO_FILL && !ids.includes(id))
        .map(([path, id]): [JsonPath, ProblemText] => [
          path,
          isOther(id) ? ofOtherTable(id, other) : unknownId(id, ids),
        ]),
      ...wordingFaults(mapping),
      ...overlaps(mapping.picks).map(([first, second]): [JsonPath, ProblemText] => [
        ['serier', second.id],
        sameRows(first.id, second.id),
      ]),
    ];
    return faults.map(([path, text]) => structuralError(mapping.place(path), text));
  });
}

function wordingFaults({ file, columns, series, picks, onlySeries, style }: ExportMapping): [JsonPath, ProblemText][] {
  const hasSeries = series !== undefined || picks.length > 0;
  const faults: [boolean, JsonPath, ProblemText][] = [
    [hasSeries === (onlySeries !== undefined), [], oneWay],
    [series !== undefined && picks.length > 0, ['serier'], mixedSeries],
    [series !== undefined && columns.serie === undefined, ['kolonner'], noColumn],
    [style.decimal === style.thousands, ['tusindtegn'], sameMarks],
    [isOwnFile(file), ['fil'], ownFile(file)],
  ];
  return faults.flatMap(([isWrong, path, text]): [JsonPath, ProblemText][] => (isWrong ? [[path, text]] : []));
}

/** True for the names of the dataset's own tables, which need no mapping. */
export const isOwnFile = (file: string): boolean => /^(?:indikatorer|noegletal)\.csv(?:\.gz)?$/.test(file);

/** The ids that a mapping names, with where they stand in it. */
const namedSeries = ({ series, picks, onlySeries }: ExportMapping): [JsonPath, string][] => [
  ...[...(series ?? [])].flatMap(([text, id]): [JsonPath, string][] => (id === null ? [] : [[['serier', text], id]])),
  ...picks.map(({ id }): [JsonPath, string] => [['serier', id], id]),
  ...(onlySeries === undefined ? [] : [[['serie'], onlySeries] satisfies [JsonPath, string]]),
];

/** Where a mapping that was begun for the user has not been completed. */
const unfilled = (mapping: ExportMapping): JsonPath[] => [
  ...namedSeries(mapping).flatMap(([path, id]) => (id === TO_FILL ? [path] : [])),
  ...[...mapping.selection].flatMap(([column, text]) => (text === TO_FILL ? [['udvalg', column]] : [])),
  ...mapping.picks.flatMap(({ id, texts }) =>
    [...texts].flatMap(([column, text]) => (text === TO_FILL ? [['serier', id, column]] : [])),
  ),
];

/** Pairs of series that one row could be of: no column tells them apart. */
function overlaps(picks: readonly SeriesPick[]): [SeriesPick, SeriesPick][] {
  const differ = (a: SeriesPick, b: SeriesPick): boolean =>
    [...a.texts].some(([column, text]) => b.texts.has(column) && b.texts.get(column) !== text);
  return picks.flatMap((second, i) =>
    picks.slice(0, i).flatMap((first): [SeriesPick, SeriesPick][] => (differ(first, second) ? [] : [[first, second]])),
  );
}

const rule = 'statbank';

function unknownId(id: string, ids: readonly string[]): ProblemText {
  const near = meant(id, ids);
  const remedy = near === null ? `Kendte: ${ids.join(', ')}.` : `Mente du "${near}"?`;
  return { rule, value: id, message: `"${clean(id)}" er ikke i skabelonen.`, remedy };
}

const ofOtherTable = (id: string, table: ExportMapping['table']): ProblemText => ({
  rule,
  value: id,
  message: `${id} er ${table === 'indikatorer' ? 'en indikator' : 'et nøgletal'}, men "tabel" siger noget andet.`,
  remedy: `Ret "tabel" til "${table}", eller ret nummeret.`,
});

const toFill: ProblemText = {
  rule,
  value: TO_FILL,
  message: `Her står stadig ${TO_FILL}.`,
  remedy:
    'Skriv en af filens tekster, eller indikatorens eller nøgletallets nummer; "barometer-report tilpas" viser dem.',
};
const oneWay: ProblemText = {
  rule,
  message: 'Der skal stå enten "serier" (teksterne i en kolonne) eller "serie" (hele filen er én serie).',
  remedy: 'Skriv den ene af dem, se docs/dataformat.md.',
};
const mixedSeries: ProblemText = {
  rule,
  message: '"serier" har både tekster med numre og numre med kolonner.',
  remedy: 'Skriv dem alle på samme måde, se docs/dataformat.md.',
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
const ownFile = (file: string): ProblemText => ({
  rule,
  value: file,
  message: `"${clean(file)}" læses allerede.`,
  remedy: 'indikatorer.csv og noegletal.csv læses af sig selv; slet dem fra listen.',
});
const sameRows = (first: string, second: string): ProblemText => ({
  rule,
  value: second,
  message: `En række kan være både ${clean(first)} og ${clean(second)}: ingen kolonne skiller dem.`,
  remedy: 'Skriv forskellige tekster for en af kolonnerne.',
});
