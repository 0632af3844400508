import type { Period } from '../../danish/index.ts';
import { lostDecimals, nines, onlyZeros, zeros } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import type { Check, Checked } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';
import { isExplained } from './wrong-columns.ts';

/** Numbers that stand for something else: for none, for a code, for a number with decimals. */
export const oddValues: Check = (checked) =>
  checked.series.flatMap((series) => {
    const time = series.localTimes.at(-1);
    if (time === undefined) return [];
    const numbers = [...series.at(time).values()];
    return [ofZeros, ofNines, ofDecimals].flatMap((find) => find(series, time, numbers, checked));
  });

/** Asks about the newest numbers of a series that many have. */
type OfColumn = (series: SeriesNumbers, time: Period, numbers: readonly NumberOf[], checked: Checked) => Problem[];

const codesOf = (numbers: readonly NumberOf[]): string[] => numbers.map(({ code }) => code);

/** Zeros among percentages far above; or nothing but zeros, where the country's number does not tell that they are wrong. */
const ofZeros: OfColumn = (series, time, numbers, { catalogue, suspicions }) => {
  const none = numbers.filter(({ value }) => value === 0);
  const others = numbers.filter(({ value }) => value !== 0);
  const [first] = none;
  if (first === undefined || none.length < 3) return [];
  if (others.length === 0) {
    const isTold = (series.country(time)?.value ?? 0) !== 0 || isExplained(suspicions, series, time.code);
    return isTold ? [] : [onlyZeros.at(first.figure.place, series, time, none.length, first.figure.text)];
  }
  if (series.measure !== 'percentage') return [];
  const lowest = others.reduce((best, one) => (one.value < best.value ? one : best));
  return lowest.value > 5 ? [zeros.at(first.figure.place, series, time, codesOf(none), lowest.figure, catalogue)] : [];
};

const ofNines: OfColumn = (series, time, numbers, { catalogue }) =>
  (series.isPercent ? [99, 99.9] : [999, 9999]).flatMap((value) => {
    const same = numbers.filter((number) => number.value === value);
    const [first] = same;
    if (first === undefined || same.length < 5) return [];
    return [nines.at(first.figure.place, series, time, codesOf(same), first.figure.text, catalogue)];
  });

const hasDecimals = ({ value }: NumberOf): boolean => !Number.isInteger(value);

const ofDecimals: OfColumn = (series, time, numbers) => {
  const before = series.localTimes.at(-2);
  const [first] = numbers;
  if (before === undefined || first === undefined || numbers.some(hasDecimals)) return [];
  const old = [...series.at(before).values()];
  if (old.filter(hasDecimals).length * 2 <= old.length) return [];
  return [lostDecimals.at(first.figure.place, series, time, before, first.figure)];
};
