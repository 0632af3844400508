import type { JsonPath } from '../../json/index.ts';
import { type Catalogue, seriesOf } from '../catalogue.ts';
import type { ExportMapping, SeriesPick } from '../declaration.ts';
import {
  mixedSeries,
  noSeriesColumn,
  ofOtherTable,
  oneWay,
  ownFile,
  sameMarks,
  sameRows,
  stillToFill,
  TO_FILL,
  unknownId,
} from '../rules/mappings.ts';
import type { Problem, RuleOn } from '../rules/rule.ts';

/** What is wrong with the mappings in themselves: ids that are none, no series or several ways to say it. */
export const mappingProblems = (mappings: readonly ExportMapping[], catalogue: Catalogue): readonly Problem[] =>
  mappings.flatMap((mapping) => problemsOf(mapping, catalogue));

function problemsOf(mapping: ExportMapping, catalogue: Catalogue): readonly Problem[] {
  const { table, file, columns, series, picks, onlySeries, style } = mapping;
  const problems: Problem[] = [];
  const refuse = (isWrong: boolean, path: JsonPath, rule: RuleOn<[]>): void => {
    if (isWrong) problems.push(rule.at(mapping.place(path)));
  };
  const ids = [...seriesOf(catalogue, table).keys()];
  const other = table === 'indikatorer' ? 'noegletal' : 'indikatorer';
  const named = namedSeries(mapping);
  for (const [path, text] of [...named, ...chosenTexts(mapping), ...columnNames(mapping)])
    refuse(text === TO_FILL, path, stillToFill);
  for (const [path, id] of named.filter(([, id]) => id !== TO_FILL && !ids.includes(id))) {
    const place = mapping.place(path);
    problems.push(
      seriesOf(catalogue, other).has(id) ? ofOtherTable.at(place, id, other) : unknownId.at(place, id, ids),
    );
  }
  const hasSeries = series !== undefined || picks.length > 0;
  refuse(hasSeries === (onlySeries !== undefined), [], oneWay);
  refuse(series !== undefined && picks.length > 0, ['serier'], mixedSeries);
  refuse(series !== undefined && columns.serie === undefined, ['kolonner'], noSeriesColumn);
  refuse(style.decimal === style.thousands, ['tusindtegn'], sameMarks);
  if (isOwnFile(file)) problems.push(ownFile.at(mapping.place(['fil']), file));
  for (const [i, second] of picks.entries()) {
    for (const first of picks.slice(0, i).filter((one) => !areToldApart(one, second)))
      problems.push(sameRows.at(mapping.place(['serier', second.id]), first.id, second.id));
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

/** The names of columns that the mapping gives. */
const columnNames = ({ columns }: ExportMapping): Placed[] =>
  Object.entries(columns).flatMap(([key, name]) => (name === undefined ? [] : [[['kolonner', key], name]]));

/** The texts of columns that rows are chosen by. */
const chosenTexts = ({ selection, picks }: ExportMapping): Placed[] => [
  ...[...selection].map<Placed>(([column, text]) => [['udvalg', column], text]),
  ...picks.flatMap(({ id, texts }) => [...texts].map<Placed>(([column, text]) => [['serier', id, column], text])),
];

/** True when some column tells the rows of two series apart. */
const areToldApart = (a: SeriesPick, b: SeriesPick): boolean =>
  [...a.texts].some(([column, text]) => b.texts.has(column) && b.texts.get(column) !== text);
