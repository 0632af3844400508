import { comparePeriods, type Period, periodText } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { type Catalogue, COUNTRY } from '../catalogue.ts';
import type { Declaration } from '../declaration.ts';
import { wholeFile } from '../place.ts';
import type { Tables } from '../read-tables.ts';
import { fewHaveRow, missingRow, missingRowsOfSubject } from '../rules/missing.ts';
import type { Problem } from '../rules/rule.ts';
import { shownPeriod, shownYears, type Table } from '../table/table.ts';
import { type Check, fileOf, subjectsAt, subjectsIn, timesOf } from './check.ts';
import { isByFew } from './replaced.ts';
import { MANY } from './series-numbers.ts';
import { thinness } from './thin-times.ts';

/** A subject that lacks more rows than this is named once, by name, in place of in each series. */
const SCATTERED = 5;

/** A time of a series that reports show. */
interface Shown {
  readonly table: Table;
  readonly id: string;
  readonly time: Period;
  /** "statusåret 2024", "basisåret 2012", "2. kvartal 2025" */
  readonly when: string;
  readonly isBaseline?: boolean;
}

/** A shown time that some have no row for, though others have. */
interface Gap extends Shown {
  readonly missing: readonly string[];
}

/** A series that many of the municipalities of its table lack at its newest time, and how many these are. */
interface SparseSeries extends Gap {
  readonly of: number;
}

/**
 * Rows of a shown year or period that a subject lacks, though at least nine in ten have one, or though it has one for
 * the time before, of a baseline for the newest time; and series that many municipalities of the table have no row of. A symbol is a row.
 */
export const missingRows: Check = ({ tables, catalogue, declaration }) => {
  const shown = shownTimes(tables, catalogue, declaration);
  const found = [...grouped(shown, ({ table }) => table)].map(([table, own]) => {
    const all = subjectsIn(table);
    const sparse = sparseIn(own, all);
    const others = own.filter(({ id }) => !sparse.some((one) => one.id === id));
    return { sparse, gaps: gapsIn(others, all) };
  });
  const [sparse, gaps] = [found.flatMap((one) => one.sparse), found.flatMap((one) => one.gaps)];
  const lacks = gaps.flatMap((gap) => gap.missing.map((code) => ({ ...gap, code })));
  const bySubject = [...grouped(lacks, ({ code }) => code)].filter(([, own]) => own.length > SCATTERED);
  const named = new Set(bySubject.map(([code]) => code));
  const bySeries = gaps
    .map((gap) => ({ ...gap, missing: gap.missing.filter((code) => !named.has(code)) }))
    .filter(({ missing }) => missing.length > 0);
  return [
    ...bySubject.map(([code, own]) => ofSubject(code, own, catalogue)),
    ...bySeries.map(({ table, id, when, missing }) =>
      missingRow.at(wholeFile(fileOf(table, id)), table.name, id, when, missing, catalogue),
    ),
    ...sparse.map(({ table, id, time, when, missing, of }) =>
      fewHaveRow.at(wholeFile(fileOf(table, id)), { table: table.name, id }, time, when, missing, of, catalogue),
    ),
  ];
};

function shownTimes({ indicators, keyFigures }: Tables, { goals }: Catalogue, declaration: Declaration): Shown[] {
  const all: Shown[] = [];
  for (const [goal, { indicators: ids, baselineYear }] of goals) {
    const years = shownYears(indicators, ids, declaration.statusYears.get(goal));
    const baseline = indicators.times.find(String(baselineYear));
    for (const id of ids) {
      const series = { table: indicators, id };
      const shown = years.get(id);
      if (shown) all.push({ ...series, time: shown, when: `statusåret ${shown.code}` });
      if (baseline) all.push({ ...series, time: baseline, when: `basisåret ${baselineYear}`, isBaseline: true });
    }
  }
  for (const id of keyFigures.series.keys()) {
    const time = shownPeriod(keyFigures, declaration, id);
    if (time) all.push({ table: keyFigures, id, time, when: periodText(time) });
  }
  return all;
}

/** `all` are the subjects of the table. */
function gapsIn(cells: readonly Shown[], all: ReadonlySet<string>): Gap[] {
  if (all.size < MANY) return [];
  return cells.flatMap((cell) => {
    const have = subjectsAt(cell.table, [cell.id], cell.time);
    const expected = have.size * 10 >= all.size * 9 ? all : subjectsBeside(cell);
    const missing = [...expected].filter((code) => !have.has(code)).sort();
    return missing.length > 0 && have.size > missing.length ? [{ ...cell, missing }] : [];
  });
}

/**
 * Series that fewer than nine in ten of the table's municipalities have a row of, some of them not for the time before
 * either. That a time has far fewer rows than the one before is another problem, and so is a series that is replaced by
 * that of a few.
 */
function sparseIn(cells: readonly Shown[], all: ReadonlySet<string>): SparseSeries[] {
  const locals = [...all].filter((code) => code !== COUNTRY).sort();
  if (locals.length < MANY) return [];
  return cells.flatMap((cell) => {
    const { table, id, time, isBaseline = false } = cell;
    if (isBaseline || table.series.get(id)?.isNational || isByFew(table, id)) return [];
    const have = subjectsAt(table, [id], time);
    const missing = locals.filter((code) => !have.has(code));
    if (missing.length * 10 <= locals.length) return [];
    const before = subjectsBeside(cell);
    if (missing.every((code) => before.has(code))) return [];
    return thinness(table, [id], time) === null ? [{ ...cell, missing, of: locals.length }] : [];
  });
}

/** Subjects with a row at the newest time before; of a baseline, with one at the newest time of all. */
function subjectsBeside({ table, id, time, isBaseline = false }: Shown): ReadonlySet<string> {
  const beside = timesOf(table, [id]).findLast((other) => isBaseline || comparePeriods(other, time) < 0);
  return beside === undefined ? new Set() : subjectsAt(table, [id], beside);
}

function ofSubject(code: string, gaps: readonly [Gap, ...Gap[]], catalogue: Catalogue): Problem {
  const series = [...grouped(gaps, ({ table }) => table.name)].map(
    ([table, own]) => [table, [...new Set(own.map(({ id }) => id))]] as const,
  );
  const place = wholeFile(fileOf(gaps[0].table, gaps[0].id));
  return missingRowsOfSubject.at(place, code, gaps.length, new Map(series), catalogue);
}
