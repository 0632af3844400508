import { comparePeriods, listText, type Period, periodText } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Declaration } from '../datasaet.ts';
import { type Problem, warning, wholeFile } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import { shownPeriod, type Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import {
  type Check,
  MANY,
  namesAfter,
  seriesName,
  subjectName,
  subjectsAt,
  subjectsIn,
  subjectsText,
  timesOf,
} from './check.ts';

/** A subject that lacks more rows than this is told once, by name, in place of in each series. */
const SCATTERED = 5;

/** A cell that reports show. */
interface Cell {
  readonly table: Table;
  readonly id: string;
  readonly time: Period;
  /** "statusåret 2024", "basisåret 2012", "2. kvartal 2025" */
  readonly when: string;
  readonly isBaseline?: boolean;
}

/** A cell that some have no row for, though others have. */
interface Gap extends Cell {
  readonly missing: readonly string[];
}

/**
 * Rows of a shown year or period that a subject lacks, though at least nine in ten have one, or though it has one for
 * the time before. A symbol is a row.
 */
export const missingRows: Check = (tables, catalogue, declaration) => {
  const cells = shownCells(tables, catalogue, declaration);
  const gaps = [...grouped(cells, ({ table }) => table)].flatMap(([table, own]) => gapsIn(table, own));
  const lacks = gaps.flatMap((gap) => gap.missing.map((code) => ({ ...gap, code })));
  const bySubject = [...grouped(lacks, ({ code }) => code)].filter(([, own]) => own.length > SCATTERED);
  const told = new Set(bySubject.map(([code]) => code));
  const bySeries = gaps
    .map((gap) => ({ ...gap, missing: gap.missing.filter((code) => !told.has(code)) }))
    .filter(({ missing }) => missing.length > 0);
  return [
    ...bySubject.map(([code, own]) => ofSubject(code, own, catalogue)),
    ...bySeries.map((gap) => ofSeries(gap, catalogue)),
  ];
};

function shownCells({ indicators, keyFigures }: Tables, { goals }: Catalogue, declaration: Declaration): Cell[] {
  const cells: Cell[] = [];
  for (const [goal, { indicators: ids, baselineYear }] of goals) {
    const status = indicators.newest(ids, declaration.statusYears.get(goal));
    const baseline = indicators.times.find(String(baselineYear));
    for (const id of ids) {
      const cell = { table: indicators, id };
      const shown = status && indicators.newest([id], yearOf(status));
      if (shown) cells.push({ ...cell, time: shown, when: `statusåret ${shown.code}` });
      if (baseline) cells.push({ ...cell, time: baseline, when: `basisåret ${baselineYear}`, isBaseline: true });
    }
  }
  for (const id of keyFigures.series.keys()) {
    const time = shownPeriod(keyFigures, declaration, id);
    if (time) cells.push({ table: keyFigures, id, time, when: periodText(time) });
  }
  return cells;
}

function gapsIn(table: Table, cells: readonly Cell[]): Gap[] {
  const all = subjectsIn(table);
  if (all.size < MANY) return [];
  return cells.flatMap((cell) => {
    const have = subjectsAt(table, [cell.id], cell.time);
    const expected = have.size * 10 >= all.size * 9 ? all : subjectsBefore(cell);
    const missing = [...expected].filter((code) => !have.has(code)).sort();
    return missing.length > 0 && have.size > missing.length ? [{ ...cell, missing }] : [];
  });
}

/** Subjects with a row at the newest time before; none for a baseline. */
function subjectsBefore({ table, id, time, isBaseline }: Cell): ReadonlySet<string> {
  const earlier = timesOf(table, [id]).findLast((other) => comparePeriods(other, time) < 0);
  return earlier === undefined || isBaseline ? new Set() : subjectsAt(table, [id], earlier);
}

const rule = 'manglende-raekke';

const ofSeries = ({ table, id, when, missing }: Gap, catalogue: Catalogue): Problem =>
  warning(wholeFile(`${table.name}.csv`), {
    rule,
    value: id,
    message: `${seriesName(table, id)}: ${subjectsText(missing, catalogue)} mangler en række for ${when}${namesAfter(missing, catalogue)}.`,
    remedy: 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret; ellers bliver feltet tomt.',
  });

function ofSubject(code: string, gaps: readonly [Gap, ...Gap[]], catalogue: Catalogue): Problem {
  const where = [...grouped(gaps, ({ table }) => table)].map(([table, own]) => {
    const ids = new Set(own.map(({ id }) => id));
    return seriesName(table, listText([...ids])).toLowerCase();
  });
  return warning(wholeFile(`${gaps[0].table.name}.csv`), {
    rule,
    value: code,
    message: `${subjectName(code, catalogue)} mangler ${gaps.length} rækker, som de fleste andre har: ${where.join(' og ')}.`,
    remedy: 'Se efter, om filen er skåret over; skriv rækker med "..", hvor tal er diskretioneret.',
  });
}
