import { COUNTRY } from '../catalogue.ts';
import { type Problem, structuralError, warning, wholeFile } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { type Check, MANY, seriesName, subjectsIn } from './check.ts';
import { withoutRows } from './without-rows.ts';

/** Rows of many, and not one number. */
const isEmpty = (table: Table): boolean => table.subjectsWithNumber.size === 0 && subjectsIn(table).size >= MANY;

/** Tables in which many have rows, but nobody a number. */
export const emptyTables: Check = ({ indicators, keyFigures }) =>
  [indicators, keyFigures].filter(isEmpty).map((table) =>
    structuralError(wholeFile(`${table.name}.csv`), {
      rule: 'tabel-uden-tal',
      message: `Ingen række i ${table.name} har et tal, så halvdelen af hver rapport ville blive tom.`,
      remedy: 'Hent tabellen igen, eller se efter, om kolonnen med tallene er den rigtige.',
    }),
  );

/** Series that no subject has a number of, though others have. That a table has no row at all is another problem. */
export const unusedSeries: Check = ({ indicators, keyFigures }) =>
  [indicators, keyFigures]
    .filter((table) => subjectsIn(table).size > 0 && !isEmpty(table))
    .flatMap((table) =>
      [...table.series.keys()].filter((id) => table.newest([id]) === undefined).map((id) => unused(table, id)),
    );

const unused = (table: Table, id: string): Problem =>
  warning(wholeFile(`${table.name}.csv`), {
    rule: 'ubrugt',
    value: id,
    message: `Ingen har et tal for ${seriesName(table, id).toLowerCase()}.`,
    remedy: 'Tilføj tallene, hvis de findes; ellers bliver feltet tomt i alle rapporter.',
  });

/** Subjects without a single number, unless it is told that they have no row. */
export const silentSubjects: Check = ({ indicators, keyFigures }, catalogue) => {
  const { told } = withoutRows({ indicators, keyFigures }, catalogue);
  return [...catalogue.subjects]
    .filter(([code]) => !told.has(code))
    .filter(([code]) => !indicators.subjectsWithNumber.has(code) && !keyFigures.subjectsWithNumber.has(code))
    .map(([code, name]) =>
      warning(wholeFile('indikatorer.csv'), {
        rule: 'ingen-tal',
        value: code,
        message: `${code === COUNTRY ? '' : 'Kommunen '}${name} (${code}) har ingen tal.`,
        remedy: 'Tilføj tallene; ellers bliver rapporten tom.',
      }),
    );
};
