import { median, sampleCorrelation } from 'simple-statistics';
import { comparePeriods, type Period } from '../../danish/index.ts';
import { MANY } from './check.ts';
import type { SeriesNumbers, Step } from './series-numbers.ts';

/** A municipality's numbers at two times. */
export type Pair = Step['pairs'][number];

/** Numbers of counts below this are equal, or in another order, by chance. */
export const SMALL_COUNT = 20;

/** The times at which many municipalities have a number, of the same kind as the newest of them; oldest first. */
export function localTimes(series: SeriesNumbers): Period[] {
  const times = series.times.filter((time) => series.at(time).size >= MANY).sort(comparePeriods);
  const kind = times.at(-1)?.kind;
  return times.filter((time) => time.kind === kind);
}

export interface Equality {
  readonly equal: number;
  /** Numbers that could be told apart: no 0, no percentage of 100, no small count. */
  readonly of: number;
}

/** How many pairs are equal. */
export function equality(pairs: readonly Pair[], { isPercent }: SeriesNumbers): Equality {
  const tell = ({ before, after }: Pair): boolean =>
    isPercent
      ? !(before === after && (before === 0 || Math.abs(before) === 100))
      : Math.max(before, after) >= SMALL_COUNT;
  const told = pairs.filter(tell);
  return { equal: told.filter(({ before, after }) => before === after).length, of: told.length };
}

/** A number as distances are reckoned with: counts by what they are a multiple of. */
export const scaled = (value: number, { isPercent }: SeriesNumbers): number =>
  isPercent ? value : Math.log1p(Math.max(0, value));

/** The median distance between numbers that belong together; 0 of none. */
export const distance = (pairs: readonly (readonly [number, number])[]): number =>
  pairs.length === 0 ? 0 : median(pairs.map(([a, b]) => Math.abs(a - b)));

export interface Order {
  /** Spearman's rank correlation; equal numbers share their rank. Null where all are equal. */
  readonly correlation: number | null;
  readonly of: number;
}

/** How much the order of municipalities at one time resembles that at another; small counts are left out. */
export function orderOf(all: readonly Pair[], { isPercent }: SeriesNumbers): Order {
  const pairs = isPercent ? all : all.filter(({ before, after }) => Math.max(before, after) >= SMALL_COUNT);
  if (pairs.length < 2) return { correlation: null, of: pairs.length };
  const found = sampleCorrelation(ranks(pairs.map(({ before }) => before)), ranks(pairs.map(({ after }) => after)));
  return { correlation: Number.isFinite(found) ? found : null, of: pairs.length };
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const result = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (let i = start; i < end; i++) result[order[i] as number] = (start + end - 1) / 2;
    start = end;
  }
  return result;
}

export interface Drift {
  /** Median of all changes, of counts of the logarithm of their ratios. */
  readonly median: number;
  /** The share of municipalities that moved the same way. */
  readonly sameWay: number;
  readonly of: number;
}

/** How far all have moved together. */
export function drift(pairs: readonly Pair[], { isPercent }: SeriesNumbers): Drift {
  const moves = isPercent
    ? pairs.map(({ before, after }) => after - before)
    : pairs.flatMap(({ before, after }) => (before > 0 && after > 0 ? [Math.log(after / before)] : []));
  if (moves.length === 0) return { median: 0, sameWay: 0, of: 0 };
  const up = moves.filter((move) => move > 0).length;
  const down = moves.filter((move) => move < 0).length;
  return { median: median(moves), sameWay: Math.max(up, down) / moves.length, of: moves.length };
}
