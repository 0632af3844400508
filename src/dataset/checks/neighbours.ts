import { clean } from '../../danish/index.ts';
import type { Catalogue, Measure } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { type Problem, warning } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import type { Check } from './index.ts';

/** A change of a percentage or gap by more points than this from one year to the next. */
const JUMP_POINTS = 50;
/** A count that grows or shrinks by this factor and by `JUMP_COUNT` at least from one year to the next. */
const JUMP_FACTOR = 20;
const JUMP_COUNT = 1000;
/** Years that a series may lack and still be one with a break, not two points apart. */
const BREAK_YEARS = 3;

/** Numbers of an indicator that are far from the year before. */
export const jumps: Check = ({ indicators }, catalogue) => {
  const problems: Problem[] = [];
  for (const pair of neighbours(indicators, catalogue)) {
    if (!isJump(indicators, pair)) continue;
    const { about, before, figure, yearBefore, year } = pair;
    const text = {
      rule: 'stort-spring',
      value: figure.text,
      message: `${about}: fra ${clean(before.text)} i ${yearBefore} til ${clean(figure.text)} i ${year}.`,
      remedy: 'Se efter, om et af tallene er tastet forkert.',
    };
    problems.push(warning(figure.place, text));
  }
  return problems;
};

/** Years that a subject lacks between two that it has, though most others have them. */
export const brokenSeries: Check = ({ indicators }, catalogue) => {
  const usual = new Map([...indicators.series.keys()].map((id) => [id, usualYears(indicators, id)]));
  const problems: Problem[] = [];
  for (const { about, series, figure, yearBefore, year } of neighbours(indicators, catalogue)) {
    const missing = (usual.get(series) ?? []).filter((other) => other > yearBefore && other < year);
    if (missing.length === 0 || missing.length > BREAK_YEARS) continue;
    const text = {
      rule: 'brudt-serie',
      value: figure.text,
      message: `${about}: ${yearRanges(missing)} mangler, men står hos de fleste andre.`,
      remedy: 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret.',
    };
    problems.push(warning(figure.place, text));
  }
  return problems;
};

/** Two rows of a subject and series that follow each other in time. */
interface Neighbours {
  readonly about: string;
  readonly series: string;
  readonly measure: Measure;
  readonly before: Figure;
  readonly yearBefore: number;
  readonly figure: Figure;
  readonly year: number;
}

function* neighbours(table: Table, { subjects }: Catalogue): Generator<Neighbours> {
  for (const [series, { measure }] of table.series) {
    for (const [subject, byTime] of table.figuresOf(series)) {
      const about = `${clean(subjects.get(subject) ?? '')}, indikator ${series}`;
      const rows = [...byTime]
        .map(([time, figure]) => ({ year: yearOf(time), figure }))
        .sort((a, b) => a.year - b.year);
      for (const [i, { year, figure }] of rows.entries()) {
        const before = rows[i - 1];
        if (before === undefined) continue;
        yield { about, series, measure, before: before.figure, yearBefore: before.year, figure, year };
      }
    }
  }
}

function isJump(table: Table, { measure, before, yearBefore, figure, year }: Neighbours): boolean {
  if (year !== yearBefore + 1 || !table.isNumber(before) || !table.isNumber(figure)) return false;
  const [from, to] = [Number(before.value), Number(figure.value)];
  if (measure !== 'count') return Math.abs(to - from) > JUMP_POINTS;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return high - low >= JUMP_COUNT && high >= low * JUMP_FACTOR;
}

/** The years, in order, in which at least half of the subjects that have the series have a row. */
function usualYears(table: Table, series: string): number[] {
  const bySubject = table.figuresOf(series);
  const counts = new Map<number, number>();
  for (const byTime of bySubject.values()) {
    for (const time of byTime.keys()) counts.set(yearOf(time), (counts.get(yearOf(time)) ?? 0) + 1);
  }
  const isUsual = (count: number): boolean => count >= bySubject.size / 2 && count > 1;
  return [...counts].flatMap(([year, count]) => (isUsual(count) ? [year] : [])).sort((a, b) => a - b);
}

/** Years in order, runs of them as one: "2013-2015, 2020". */
function yearRanges(years: readonly number[]): string {
  const firsts = years.filter((year) => !years.includes(year - 1));
  const lasts = years.filter((year) => !years.includes(year + 1));
  return firsts.map((first, i) => (first === lasts[i] ? `${first}` : `${first}-${lasts[i]}`)).join(', ');
}
