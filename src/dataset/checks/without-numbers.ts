import { wholeFile } from '../place.ts';
import { emptyTable, seriesUnused, silentSubject } from '../rules/wholes.ts';
import type { Table } from '../table/table.ts';
import { type Check, MANY, subjectsIn } from './check.ts';

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

/** Subjects without a single number, unless they have no row. */
export const silentSubjects: Check = ({ tables: { indicators, keyFigures }, catalogue, withoutRows }) =>
  [...catalogue.subjects.keys()]
    .filter((code) => !withoutRows.codes.has(code))
    .filter((code) => !indicators.subjectsWithNumber.has(code) && !keyFigures.subjectsWithNumber.has(code))
    .map((code) => silentSubject.at(wholeFile('indikatorer.csv'), code, catalogue));
