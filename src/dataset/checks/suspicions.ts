import { quantileSorted } from 'simple-statistics';
import {
  allMoved,
  complement,
  countryApart,
  countryFilled,
  filledCounts,
  filledDown,
  halfAsBefore,
  orderLost,
  rowsShifted,
  type Suspicion,
  sameAsBefore,
  signTurned,
  sortedColumn,
} from '../rules/suspicions.ts';
import { decimalPlaces, MANY } from './series-numbers.ts';
import { type Distance, distance, equality, isTelling, type Step } from './step.ts';

/**
 * What a series' numbers at one time look like beside those at another, so that all of them are likely to be wrong. The
 * thresholds are calibrated on 197 series of Danish, Finnish and Norwegian municipalities and 3,903 steps between their
 * times; where it says "never", no such step met the rule.
 */

/** So many municipalities, or more, are needed to tell. */
export const ENOUGH = 30;

/** Finds what is wrong with the numbers that a step leads to; `others` gives the series' steps that share no time with it. */
type FindSuspicion = (step: Step, others: () => readonly Step[]) => Suspicion | null;

/** Whether numbers are so much nearer to others than to their own that they are those: never of right numbers. */
export const isNearer = (found: Distance, own: Distance): boolean =>
  found.of >= ENOUGH && found.median < 0.6 * own.median;

/** So many times back: two years of months, and more years than any series has. */
const EARLIER = 24;

/**
 * Most numbers are those of an earlier time: from 80 % never. Whole numbers of months are often equal, and so are half of
 * those in requests for round numbers.
 */
const repeated =
  (share: 0.8 | 0.5, ofWhole: number, rule: typeof sameAsBefore): FindSuspicion =>
  ({ series, after, now }) => {
    const at = series.localTimes.indexOf(after);
    const earlier = series.localTimes.slice(Math.max(0, at - EARLIER), at).toReversed();
    for (const time of earlier) {
      const { equal, of } = equality(series.column(time), now, series);
      const isMost = of >= MANY && equal >= of * share;
      if (isMost && (equal >= of * ofWhole || !isWhole(now))) return { ...rule.of(equal, of), from: time };
    }
    return null;
  };

const isWhole = (column: Float64Array): boolean =>
  column.every((value) => Number.isNaN(value) || Number.isInteger(value));

/** So many neighbours with different numbers tell an order; where most have 0, only few do. */
const NEIGHBOURS = 15;

/** The column is sorted, the municipalities' codes are not: never. Equal neighbours, such as many with 0, tell nothing. */
const sorted: FindSuspicion = ({ now }) => {
  const values = now.filter((value) => !Number.isNaN(value));
  let [up, down] = [0, 0];
  for (let i = 1; i < values.length; i++) {
    const [value, above] = [values[i] as number, values[i - 1] as number];
    if (value > above) up++;
    if (value < above) down++;
  }
  const share = Math.max(up, down) / (up + down);
  const isSorted = values.length >= ENOUGH && up + down >= NEIGHBOURS && share >= 0.9;
  return isSorted && new Set(values).size >= 10 ? sortedColumn.of(up > down, share) : null;
};

/** The numbers of a series at a time that many do not have by chance. */
const tellingNumbers = ({ series, now }: Step): Float64Array => now.filter((value) => isTelling(value, series));

/** Says of a rule which municipalities have the number. */
function suspicionOfSame({ of }: typeof filledDown, { series, after }: Step, value: number): Suspicion {
  const same = [...series.at(after).values()].filter((number) => number.value === value);
  return of(
    same.map(({ code }) => code),
    same[0]?.figure.text ?? '',
  );
}

/** No other number is found a third as often. */
const isAlone = ({ counts, most }: ReturnType<typeof repetitions>): boolean =>
  [...counts].every(([value, count]) => value === most.value || most.count >= 3 * count);

/** Municipalities have the country's number. With two decimals three are no chance; with fewer it is a common one. */
const countrysOwn: FindSuspicion = (step) => {
  const country = step.series.country(step.after);
  const count = country === undefined ? 0 : step.now.filter((value) => value === country.value).length;
  if (country === undefined || count < 3) return null;
  const numbers = tellingNumbers(step);
  if (numbers.length < ENOUGH || !numbers.includes(country.value)) return null;
  const found = repetitions(numbers);
  const isUsual = decimalPlaces(country) < 2 && (count < 5 || found.most.value !== country.value || !isAlone(found));
  return isUsual ? null : suspicionOfSame(countryFilled, step, country.value);
};

/** One number stands for many: neighbours in a run, or far more than have any other number. */
const filled: FindSuspicion = (step) => {
  const numbers = tellingNumbers(step);
  if (numbers.length < ENOUGH) return null;
  const found = repetitions(numbers);
  const { counts, most, run } = found;
  const { isPercent } = step.series;
  const rule = isPercent ? filledDown : filledCounts;
  const others = ((counts.get(run.value) ?? 0) - run.count) / numbers.length;
  const isRun = run.count >= (isPercent ? 6 : 8) && numbers.length * others ** (run.count - 1) < 0.01;
  if (isRun) return suspicionOfSame(rule, step, run.value);
  const isCommon = most.count >= Math.max(10, numbers.length / 10) && isAlone(found);
  return isCommon ? suspicionOfSame(rule, step, most.value) : null;
};

/** How often each number is found, which oftenest, and which in most neighbours. */
function repetitions(numbers: Float64Array) {
  const counts = new Map<number, number>();
  let [most, run] = [
    { value: 0, count: 0 },
    { value: 0, count: 0 },
  ];
  for (let i = 0, length = 0; i < numbers.length; i++) {
    const value = numbers[i] as number;
    const count = (counts.get(value) ?? 0) + 1;
    counts.set(value, count);
    length = numbers[i - 1] === value ? length + 1 : 1;
    if (count > most.count) most = { value, count };
    if (length > run.count) run = { value, count: length };
  }
  return { counts, most, run };
}

/** Numbers lie nearer to those of the municipality in the row above or below than to their own: never. */
const shifted: FindSuspicion = ({ series, before, after, straight }) => {
  for (const [where, offset] of [
    ['over', -1],
    ['under', 1],
  ] as const) {
    const found = distance(series.scaled(before), series.scaled(after), offset);
    if (isNearer(found, straight)) return rowsShifted.of(where, found.median, straight.median);
  }
  return null;
};

/** Gaps are those of the time before with the other sign, or percentages what they lack of 100: never. */
const turned: FindSuspicion = ({ series, old, now, straight }) => {
  if (series.measure === 'count') return null;
  const isGap = series.measure === 'gap';
  const other = old.map((value) => (isGap ? -value : 100 - value));
  return isNearer(distance(other, now), straight) ? (isGap ? signTurned : complement).of() : null;
};

/** Nearly all have moved the same way, by far more than they ever have. It finds real breaks as well. */
const moved: FindSuspicion = ({ series, before, after, years, drift: { median, sameWay, of } }, others) => {
  const [least, alone, enough] = series.isPercent ? [2.5, 6, ENOUGH] : [0.4, years < 0.5 ? 0.5 : 0.9, 20];
  const far = Math.abs(median);
  if (far <= Math.min(least, alone) || of < enough || sameWay < 0.9) return null;
  const [largest, second, ...rest] = others()
    .map(({ drift }) => Math.abs(drift.median))
    .sort((a, b) => b - a);
  // A second wrong time makes two large steps: then this one is far beyond all but one.
  const isOneOfTwo = rest.length > 0 && far > 2 * least && far > 4 * (second as number);
  const usual = (isOneOfTwo ? second : largest) ?? null;
  const isFar = usual === null ? years <= 1.01 && far > alone : far > least && far > 2 * usual;
  if (!isFar) return null;
  const [was, is] = [series.country(before), series.country(after)];
  const country = was === undefined || is === undefined ? null : is.value - was.value;
  return allMoved.of(median, Math.round(sameWay * of), of, usual, country);
};

/** Times further apart than this need not resemble each other. */
export const NEAR_YEARS = 3.01;

/** Where it is usual to resemble the time before, an order is never lost above this. */
const ALIKE = 0.8;

/** Who is high and who is low no longer resembles the time before, as it does otherwise. */
const reordered: FindSuspicion = ({ series, years, order: { correlation, of } }, others) => {
  if (correlation === null || correlation >= ALIKE || of < (series.isPercent ? 50 : ENOUGH)) return null;
  const usual = usualOrders(correlation, others());
  if (usual === null) return null;
  const [lowest, highest] = [usual[0], usual.at(-1)];
  if (usual.length >= 2 && lowest !== undefined && highest !== undefined) {
    const middle = quantileSorted(usual, 0.5);
    const isLost = middle >= 0.3 && correlation < middle - 0.25;
    return isLost ? orderLost.of(correlation, of, [lowest, highest]) : null;
  }
  const limit = { percentage: 0.3, gap: 0.2, count: 0.4 }[series.measure];
  return years <= NEAR_YEARS && correlation < limit ? orderLost.of(correlation, of, null) : null;
};

/** The correlations at other steps, lowest first; null as soon as one of several is about as low, since that is usual then. */
function usualOrders(correlation: number, steps: readonly Step[]): number[] | null {
  const found: number[] = [];
  for (const { order } of steps) {
    if (order.correlation !== null) found.push(order.correlation);
    if (found.length >= 2 && found.some((one) => correlation >= 0.8 * one)) return null;
  }
  return found.sort((a, b) => a - b);
}

/** The country may move so many points more or less than the municipalities' median: never more. */
const APART = 3;

/** The country has moved otherwise than its municipalities. */
const apart: FindSuspicion = ({ series, before, after, drift: { median, of } }) => {
  const [was, is] = [series.country(before), series.country(after)];
  if (was === undefined || is === undefined || !series.isPercent || of < ENOUGH) return null;
  const move = is.value - was.value;
  return Math.abs(median - move) > APART ? countryApart.of(was.figure, is.figure, move, median) : null;
};

/** What a step is looked at for, the surest first. A new one is a function and a place here. */
const finds: readonly FindSuspicion[] = [
  repeated(0.8, 0.95, sameAsBefore),
  sorted,
  countrysOwn,
  filled,
  shifted,
  turned,
  moved,
  reordered,
  repeated(0.5, 0.8, halfAsBefore),
  apart,
];

/** The first of its likely faults that a step of a series shows; null when it shows none. */
export function suspicionOf(step: Step, steps: readonly Step[]): Suspicion | null {
  const others = (): Step[] => {
    const at = steps.indexOf(step);
    return steps.filter((_, i) => Math.abs(i - at) > 1);
  };
  for (const find of finds) {
    const found = find(step, others);
    if (found !== null) return found;
  }
  return null;
}
