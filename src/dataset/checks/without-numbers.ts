import { comparePeriods } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { wholeFile } from '../place.ts';
import { emptyTable, newestBlank, seriesUnused, silentInTable, silentSubject } from '../rules/missing.ts';
import type { Table } from '../table/table.ts';
import { type Check, fileOf, localCodes, subjectsIn } from './check.ts';
import { MANY } from './series-numbers.ts';

/** Rows of many, and not one number. */
const isEmpty = (table: Table): boolean => table.subjectsWithNumber.size === 0 && subjectsIn(table).size >= MANY;

/** Tables in which many have rows, but nobody a number. */
export const emptyTables: Check = ({ tables: { indicators, keyFigures } }) =>
  [indicators, keyFigures].filter(isEmpty).map(({ name }) => emptyTable.at(wholeFile(`${name}.csv`), name));

/** Series that no subject has a number of, though others have. That a table has no row at all is another problem. */
export const unusedSeries: Check = ({ tables: { indicators, keyFigures } }) =>
  [indicators, keyFigures]
    .filter((table) => subjectsIn(table).size > 0 && !isEmpty(table))
    .flatMap((table) =>
      [...table.series.keys()]
        .filter((id) => table.newest([id]) === undefined)
        .map((id) => seriesUnused.at(wholeFile(`${table.name}.csv`), table.name, id)),
    );

/** Series of which many have rows after the newest number; those of the same two times are told together. */
export const blankNewest: Check = ({ tables: { indicators, keyFigures } }) =>
  [indicators, keyFigures].flatMap((table) => {
    const blank = [...table.series.values()].flatMap((series) => {
      const shown = table.newest([series.id]);
      const times = [...table.timesOf(series.id)].flatMap(([time, rows]) => (rows >= MANY ? [time] : []));
      const time = times.sort(comparePeriods).at(-1);
      const isBlank = shown !== undefined && time !== undefined && comparePeriods(time, shown) > 0;
      return isBlank ? [{ series, time, shown }] : [];
    });
    const groups = [...grouped(blank, ({ time, shown }) => `${time.code} ${shown.code}`).values()];
    return groups.map((group) => {
      const [{ series, time, shown }] = group;
      const all = group.map((one) => one.series);
      return newestBlank.at(wholeFile(fileOf(table, series.id)), all, time, shown);
    });
  });

/** Subjects without a single number, unless they have no row. */
export const silentSubjects: Check = ({ tables: { indicators, keyFigures }, catalogue, withoutRows }) =>
  [...catalogue.subjects.keys()]
    .filter((code) => !withoutRows.codes.has(code))
    .filter((code) => !indicators.subjectsWithNumber.has(code) && !keyFigures.subjectsWithNumber.has(code))
    .map((code) => silentSubject.at(wholeFile('indikatorer.csv'), code, catalogue));

/** A municipality has numbers of so large a share of one table's series that it should have some in the other, too. */
const MOST = 0.75;

/** Municipalities without a single number in one table, though they have most of the numbers of the other. */
export const subjectsSilentInTable: Check = ({ tables: { indicators, keyFigures }, series, catalogue }) =>
  localCodes(catalogue).flatMap((code) => {
    const [table, other] = indicators.subjectsWithNumber.has(code)
      ? [keyFigures, indicators]
      : [indicators, keyFigures];
    if (table.subjectsWithNumber.has(code) || table.subjectsWithNumber.size < MANY) return [];
    const theirs = series.filter((one) => one.table === other.name && one.localTimes.length > 0);
    const own = theirs.filter((one) => one.of(code).length > 0).length;
    if (own < MOST * theirs.length || !subjectsIn(table).has(code)) return [];
    return [silentInTable.at(wholeFile(`${table.name}.csv`), code, table.name, other.name, own, catalogue)];
  });
