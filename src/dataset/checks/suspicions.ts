import { quantileSorted } from 'simple-statistics';
import type { Period } from '../../danish/index.ts';
import { type Catalogue, COUNTRY } from '../catalogue.ts';
import type { Facts } from '../rules/suspicions.ts';
import { MANY } from './check.ts';
import type { SeriesNumbers, Step } from './series-numbers.ts';
import {
  type Drift,
  distance,
  drift,
  equality,
  localTimes,
  type Order,
  orderOf,
  type Pair,
  SMALL_COUNT,
  scaled,
} from './step-facts.ts';
import type { FoundSuspicion } from './wrong-columns.ts';

/**
 * What a series' numbers at one time look like beside those at another, so that all of them are likely to be wrong. The
 * thresholds are calibrated on 197 series of Danish, Finnish and Norwegian municipalities and 3,903 steps between their
 * times; where it says "never", no such step met the rule.
 */

/** So many municipalities, or more, are needed to tell. */
const ENOUGH = 30;

/** So many pairs, evenly spread, mostly show that all are not nearer to each other. */
const SAMPLE = 16;

/** A step from one time of a series to the next. What all pairs of it have in common is reckoned when it is asked for. */
class StepOf {
  readonly series: SeriesNumbers;
  readonly before: Period;
  readonly after: Period;
  readonly pairs: readonly Pair[];
  #order: Order | undefined;
  #drift: Drift | undefined;
  #straight: number | undefined;

  constructor(series: SeriesNumbers, { before, after, pairs }: Step) {
    this.series = series;
    this.before = before;
    this.after = after;
    this.pairs = pairs;
  }

  get order(): Order {
    this.#order ??= orderOf(this.pairs, this.series);
    return this.#order;
  }

  get drift(): Drift {
    this.#drift ??= drift(this.pairs, this.series);
    return this.#drift;
  }

  /** How far numbers are from those of the same municipality before. */
  get straight(): number {
    this.#straight ??= distanceOf(this.pairs, this.series);
    return this.#straight;
  }

  get years(): number {
    return (this.after.last - this.before.last) / 10_000;
  }
}

/** The steps of a series, oldest first. */
export function stepsOf(series: SeriesNumbers): StepOf[] {
  const times = localTimes(series);
  return times.slice(1).map((after, i) => new StepOf(series, series.step(times[i] as Period, after)));
}

/** The first of its likely faults that a step shows; null when it shows none. `steps` are all of the series. */
export function suspicionOf(step: StepOf, steps: readonly StepOf[], codes: readonly string[]): Facts | null {
  const at = steps.indexOf(step);
  const others = steps.filter((_, i) => Math.abs(i - at) > 1);
  return (
    repeated(step, 0.8) ??
    sorted(step) ??
    filled(step) ??
    aligned(step, codes) ??
    signTurned(step) ??
    jumped(step, others) ??
    orderLost(step, others) ??
    repeated(step, 0.5)
  );
}

/**
 * Most numbers are those of the time before: from 80 % never. Whole numbers of months are often equal, and so are half of
 * those in requests for round numbers.
 */
function repeated({ series, after, pairs }: StepOf, share: 0.8 | 0.5): Facts | null {
  const { equal, of } = equality(pairs, series);
  const isWhole = [...series.at(after).values()].every(({ value }) => Number.isInteger(value));
  const needed = isWhole ? { 0.8: 0.95, 0.5: 0.8 }[share] : share;
  if (of < MANY || needed === undefined || equal < of * needed) return null;
  return { kind: share === 0.8 ? 'repeated' : 'half-repeated', equal, of };
}

/** So many neighbours with different numbers tell an order; where most have 0, only few do. */
const NEIGHBOURS = 15;

/** The column is sorted, the municipalities' codes are not: never. Equal neighbours, such as many with 0, tell nothing. */
function sorted({ series, after }: StepOf): Facts | null {
  const values = [...series.at(after).values()].map(({ value }) => value);
  if (values.length < ENOUGH || new Set(values).size < 10) return null;
  const moves = values.slice(1).flatMap((value, i) => (value === values[i] ? [] : value - (values[i] as number)));
  const rising = moves.filter((move) => move > 0).length / moves.length;
  const share = Math.max(rising, 1 - rising);
  return moves.length >= NEIGHBOURS && share >= 0.9 ? { kind: 'sorted', rises: rising > 0.5, share } : null;
}

/** One number stands for many: neighbours in a run, or far more than have any other number. */
function filled({ series, after }: StepOf): Facts | null {
  const numbers = [...series.at(after).values()].filter(({ value }) =>
    series.isPercent ? value !== 0 && Math.abs(value) !== 100 : value >= SMALL_COUNT,
  );
  if (numbers.length < ENOUGH) return null;
  const counts = new Map<number, number>();
  for (const { value } of numbers) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most, second = 0] = [...counts.values()].sort((a, b) => b - a);
  const run = longestRun(numbers);
  const others = ((counts.get(run.value) ?? 0) - run.codes.length) / numbers.length;
  const isRun =
    run.codes.length >= (series.isPercent ? 6 : 8) && numbers.length * others ** (run.codes.length - 1) < 0.01;
  if (isRun) return { kind: 'filled', codes: run.codes, example: run.text };
  if (most === undefined || most < 10 || most < numbers.length / 10 || most < 3 * second) return null;
  const [value] = [...counts].find(([, count]) => count === most) ?? [];
  const same = numbers.filter((number) => number.value === value);
  return { kind: 'filled', codes: same.map(({ code }) => code), example: same[0]?.figure.text ?? '' };
}

interface EqualRun {
  readonly codes: readonly string[];
  readonly value: number;
  readonly text: string;
}

function longestRun(numbers: readonly { code: string; value: number; figure: { text: string } }[]): EqualRun {
  let longest: EqualRun = { codes: [], value: 0, text: '' };
  let codes: string[] = [];
  for (const [i, { code, value, figure }] of numbers.entries()) {
    codes = numbers[i - 1]?.value === value ? [...codes, code] : [code];
    if (codes.length > longest.codes.length) longest = { codes, value, text: figure.text };
  }
  return longest;
}

/** Numbers lie nearer to those of the municipality in the row above or below than to their own: never. */
function aligned({ series, before, after, pairs, straight }: StepOf, codes: readonly string[]): Facts | null {
  if (pairs.length < ENOUGH) return null;
  const [old, now] = [series.at(before), series.at(after)];
  const shifted = (offset: number, every: number): Pair[] =>
    codes.flatMap((code, i): Pair[] => {
      if (i % every !== 0) return [];
      const [a, b] = [old.get(codes[i + offset] ?? ''), now.get(code)];
      return a === undefined || b === undefined ? [] : [{ code, before: a.value, after: b.value }];
    });
  for (const [direction, offset] of [
    ['above', -1],
    ['below', 1],
  ] as const) {
    if (distanceOf(shifted(offset, Math.ceil(codes.length / SAMPLE)), series) >= straight) continue;
    const all = shifted(offset, 1);
    const found = distanceOf(all, series);
    if (all.length >= ENOUGH && found < 0.6 * straight)
      return { kind: 'aligned', direction, distance: found, straight };
  }
  return null;
}

const distanceOf = (pairs: readonly Pair[], series: SeriesNumbers): number =>
  distance(pairs.map(({ before, after }) => [scaled(before, series), scaled(after, series)]));

/** Gaps are those of the time before with the other sign: never. */
function signTurned({ series, pairs, straight }: StepOf): Facts | null {
  if (series.measure !== 'gap' || pairs.length < ENOUGH) return null;
  const turned = distance(pairs.map(({ before, after }) => [-before, after]));
  return turned < 0.6 * straight ? { kind: 'sign', distance: turned, straight } : null;
}

/** Nearly all have moved the same way, by far more than they ever have. It finds real breaks as well. */
function jumped(step: StepOf, others: readonly StepOf[]): Facts | null {
  const { series, drift: found } = step;
  const [least, alone, enough] = series.isPercent ? [2.5, 6, ENOUGH] : [0.4, 0.9, 20];
  const far = Math.abs(found.median);
  if (found.of < enough || found.sameWay < 0.9 || far <= least) return null;
  if (others.length === 0) {
    const isShort = step.years <= 1.01;
    return isShort && far > alone ? { kind: 'jumped', drift: found, usual: null, country: countryMove(step) } : null;
  }
  const usual = Math.max(...others.map((other) => Math.abs(other.drift.median)));
  return far > 2 * usual ? { kind: 'jumped', drift: found, usual, country: countryMove(step) } : null;
}

/** How far the country's number has moved; null when it has not both. */
function countryMove({ series, before, after }: StepOf): number | null {
  const [was, is] = [series.country(before), series.country(after)];
  return was === undefined || is === undefined ? null : is.value - was.value;
}

/** Times further apart than this need not resemble each other. */
const NEAR_YEARS = 3.01;

/** Where it is usual to resemble the time before, an order is never lost above this. */
const ALIKE = 0.8;

/** Who is high and who is low no longer resembles the time before, as it does otherwise. */
function orderLost(step: StepOf, others: readonly StepOf[]): Facts | null {
  const { series } = step;
  const { correlation, of } = step.order;
  if (correlation === null || correlation >= ALIKE || of < (series.isPercent ? 50 : ENOUGH)) return null;
  const usual = others.flatMap(({ order }) => order.correlation ?? []).sort((a, b) => a - b);
  const [lowest, highest] = [usual[0], usual.at(-1)];
  if (usual.length >= 2 && lowest !== undefined && highest !== undefined) {
    const middle = quantileSorted(usual, 0.5);
    const isLost = middle >= 0.3 && correlation < Math.min(0.8 * lowest, middle - 0.25);
    return isLost ? { kind: 'order', correlation, of, usual: [lowest, highest] } : null;
  }
  const limit = { percentage: 0.3, gap: 0.2, count: 0.4 }[series.measure];
  return step.years <= NEAR_YEARS && correlation < limit ? { kind: 'order', correlation, of, usual: null } : null;
}

/** Series whose newest numbers are those of another series: exchanged, or copied from it. */
export function exchanged(newest: readonly StepOf[]): Map<SeriesNumbers, Facts> {
  const pairs = newest.flatMap((a, i) => newest.slice(i + 1).map((b) => [a, b] as const));
  const alike = pairs.filter(([{ series: a }, { series: b }]) => a.table === b.table && a.measure === b.measure);
  return new Map(alike.flatMap(([a, b]) => [...copied(a, b), ...crossed(a, b)]));
}

type FactsOf = readonly [series: SeriesNumbers, facts: Facts];

/** Both have the other's numbers. */
function crossed(a: StepOf, b: StepOf): FactsOf[] {
  // Over many years a series may well move to where another one was.
  if (a.after.kind !== b.after.kind || a.years > NEAR_YEARS || b.years > NEAR_YEARS) return [];
  const isNear = ({ pairs, distance: far, straight }: Crossing): boolean => pairs >= ENOUGH && far < 0.6 * straight;
  const there = crossing(a, b);
  if (!isNear(there)) return [];
  const back = crossing(b, a);
  if (!isNear(back)) return [];
  return [
    [a.series, { kind: 'exchanged', other: b.series.id, distance: there.distance, straight: there.straight }],
    [b.series, { kind: 'exchanged', other: a.series.id, distance: back.distance, straight: back.straight }],
  ];
}

interface Crossing {
  readonly pairs: number;
  readonly distance: number;
  readonly straight: number;
}

/** How far the newest numbers of `a` are from the older ones of `b`, and from their own. */
function crossing(a: StepOf, b: StepOf): Crossing {
  const old = b.series.at(b.before);
  const crossed = (pairs: readonly Pair[]): Pair[] =>
    pairs.flatMap((pair) => {
      const other = old.get(pair.code);
      return other === undefined ? [] : [{ ...pair, before: other.value }];
    });
  const every = Math.max(1, Math.floor(a.pairs.length / SAMPLE));
  const some = crossed(a.pairs.filter((_, i) => i % every === 0));
  const isNear = distanceOf(some, a.series) < a.straight;
  const pairs = isNear ? crossed(a.pairs) : some;
  return { pairs: pairs.length, distance: distanceOf(pairs, a.series), straight: a.straight };
}

/** The newest numbers of both are the same: the one that has moved farther from its own is the copy. */
function copied(a: StepOf, b: StepOf): FactsOf[] {
  const now = b.series.at(b.after);
  const every = Math.max(1, Math.floor(a.pairs.length / SAMPLE));
  const some = a.pairs.filter((_, i) => i % every === 0);
  if (!some.some(({ code, after }) => now.get(code)?.value === after)) return [];
  const pairs = a.pairs.flatMap(({ code, after }): Pair[] => {
    const other = now.get(code);
    return other === undefined ? [] : [{ code, before: other.value, after }];
  });
  const { equal, of } = equality(pairs, a.series);
  if (of < MANY || equal < of / 2) return [];
  const [copy, source] = a.straight > b.straight ? [a, b] : [b, a];
  return [[copy.series, { kind: 'copied', other: source.series.id, equal, of }]];
}

/**
 * What looks wrong as a whole, of each step the first fault, each wrong time once. `which` steps: all, or those to the
 * times that the first page shows.
 */
export function suspicionsIn(
  all: readonly SeriesNumbers[],
  { subjects, goals }: Catalogue,
  which: 'all' | 'shown',
): FoundSuspicion[] {
  const codes = [...subjects.keys()].filter((code) => code !== COUNTRY).sort();
  const bySeries = all.map((series) => ({ series, steps: stepsOf(series) }));
  const others = exchanged(bySeries.flatMap(({ steps }) => steps.at(-1) ?? []));
  const baselineOf = ({ id }: SeriesNumbers): string =>
    String([...goals.values()].find(({ indicators }) => indicators.includes(id))?.baselineYear);
  return bySeries.flatMap(({ series, steps }) => {
    const baseline = baselineOf(series);
    const shownAt = (step: StepOf): FoundSuspicion['shown'] => {
      if (step === steps.at(-1)) return 'newest';
      return [step.before.code, step.after.code].includes(baseline) ? 'baseline' : 'between';
    };
    const suspects = steps.toReversed().flatMap((step): FoundSuspicion[] => {
      const shown = shownAt(step);
      if (which === 'shown' && shown === 'between') return [];
      const facts = (shown === 'newest' ? others.get(series) : undefined) ?? suspicionOf(step, steps, codes);
      const { before, after, pairs } = step;
      return facts === null ? [] : [{ series, before, after, pairs, facts, shown }];
    });
    // A wrong time in the middle spoils the steps to it and from it.
    return suspects.filter(({ after }, i) => suspects[i - 1]?.before !== after);
  });
}
