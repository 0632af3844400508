import { medianSorted, sampleCorrelation } from 'simple-statistics';
import type { Period } from '../../danish/index.ts';
import { monthsOf } from '../table/times.ts';
import type { SeriesNumbers } from './series-numbers.ts';

/** Counts below this are equal, or in another order, by chance. */
const SMALL_COUNT = 20;

/** Whether a number tells something: many have 0, 100 pct. or a small count. */
export const isTelling = (value: number, { isPercent }: Pick<SeriesNumbers, 'isPercent'>): boolean =>
  isPercent ? value !== 0 && Math.abs(value) !== 100 && !Number.isNaN(value) : value >= SMALL_COUNT;

/** From one time of a series to another. What its municipalities have in common is reckoned when it is asked for. */
export class Step {
  readonly series: SeriesNumbers;
  readonly before: Period;
  readonly after: Period;
  #order: Order | undefined;
  #drift: Drift | undefined;
  #straight: Distance | undefined;

  constructor(series: SeriesNumbers, before: Period, after: Period) {
    this.series = series;
    this.before = before;
    this.after = after;
  }

  get old(): Float64Array {
    return this.series.column(this.before);
  }

  get now(): Float64Array {
    return this.series.column(this.after);
  }

  /** The municipalities that have a number at both times. */
  get pairs(): Pair[] {
    const { old, now, series } = this;
    return series.codes.flatMap((code, i) => {
      const [before, after] = [old[i] as number, now[i] as number];
      return Number.isNaN(before + after) ? [] : [{ code, before, after }];
    });
  }

  get order(): Order {
    this.#order ??= orderOf(this);
    return this.#order;
  }

  get drift(): Drift {
    this.#drift ??= driftOf(this);
    return this.#drift;
  }

  /** How far numbers are from those of the same municipality before. */
  get straight(): Distance {
    this.#straight ??= distance(this.series.scaled(this.before), this.series.scaled(this.after));
    return this.#straight;
  }

  get years(): number {
    return (monthsOf(this.after) - monthsOf(this.before)) / 12;
  }
}

/** A municipality's numbers at two times. */
export interface Pair {
  readonly code: string;
  readonly before: number;
  readonly after: number;
}

/** The steps of a series between times that many have numbers at, oldest first. */
export const stepsOf = (series: SeriesNumbers): Step[] =>
  series.localTimes.slice(1).map((after, i) => new Step(series, series.localTimes[i] as Period, after));

/** The last of them; undefined of a series that many have numbers of at one time only. */
export function newestStep(series: SeriesNumbers): Step | undefined {
  const [before, after] = series.localTimes.slice(-2);
  return before === undefined || after === undefined ? undefined : new Step(series, before, after);
}

export interface Equality {
  readonly equal: number;
  /** Numbers that tell something, and those that differ. */
  readonly of: number;
}

/** How many numbers of two columns are equal. */
export function equality(old: Float64Array, now: Float64Array, series: SeriesNumbers): Equality {
  let [equal, of] = [0, 0];
  for (let i = 0; i < now.length; i++) {
    const [before, after] = [old[i] as number, now[i] as number];
    if (Number.isNaN(before + after)) continue;
    const isSame = before === after;
    if (!(series.isPercent && !isSame) && !isTelling(Math.max(before, after), series)) continue;
    of++;
    if (isSame) equal++;
  }
  return { equal, of };
}

export interface Distance {
  /** The median distance between numbers that belong together; 0 of none. */
  readonly median: number;
  readonly of: number;
}

/** How far a column is from another; with an `offset` from its rows so far below. */
export function distance(old: Float64Array, now: Float64Array, offset = 0): Distance {
  const all = new Float64Array(now.length);
  let of = 0;
  for (let i = 0; i < now.length; i++) {
    const far = Math.abs((now[i] as number) - (old[i + offset] ?? Number.NaN));
    if (!Number.isNaN(far)) all[of++] = far;
  }
  return { median: medianOf(all.subarray(0, of)), of };
}

/** Sorts the numbers: that is far faster than to search for the middle among unsorted ones. */
const medianOf = (all: Float64Array): number =>
  all.length === 0 ? 0 : medianSorted(all.sort() as ArrayLike<number> as number[]);

interface Order {
  /** Spearman's rank correlation; equal numbers share their rank. Null where all are equal. */
  readonly correlation: number | null;
  readonly of: number;
}

/** How much the order of municipalities at one time resembles that at the other; small counts are left out. */
function orderOf({ old, now, series: { isPercent } }: Step): Order {
  const [before, after]: [number[], number[]] = [[], []];
  for (let i = 0; i < now.length; i++) {
    const [was, is] = [old[i] as number, now[i] as number];
    if (!(isPercent ? !Number.isNaN(was + is) : Math.max(was, is) >= SMALL_COUNT)) continue;
    before.push(was);
    after.push(is);
  }
  const of = before.length;
  const correlation = of < 2 ? Number.NaN : sampleCorrelation(ranks(before), ranks(after));
  return { correlation: Number.isFinite(correlation) ? correlation : null, of };
}

function ranks(values: readonly number[]): number[] {
  const rankOf = new Map<number, number>();
  const sorted = Float64Array.from(values).sort();
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[start] === sorted[end]) end++;
    rankOf.set(sorted[start] as number, (start + end - 1) / 2);
    start = end;
  }
  return values.map((value) => rankOf.get(value) as number);
}

interface Drift {
  /** Median of all changes, of counts of the logarithm of their ratios. */
  readonly median: number;
  /** The share of municipalities that moved the same way. */
  readonly sameWay: number;
  readonly of: number;
}

/** How far all have moved together. */
function driftOf({ old, now, series: { isPercent } }: Step): Drift {
  const moves = new Float64Array(now.length);
  let [of, up, down] = [0, 0, 0];
  for (let i = 0; i < now.length; i++) {
    const [before, after] = [old[i] as number, now[i] as number];
    const move = isPercent ? after - before : before > 0 && after > 0 ? Math.log(after / before) : Number.NaN;
    if (Number.isNaN(move)) continue;
    moves[of++] = move;
    if (move > 0) up++;
    if (move < 0) down++;
  }
  return { median: medianOf(moves.subarray(0, of)), sameWay: of === 0 ? 0 : Math.max(up, down) / of, of };
}
