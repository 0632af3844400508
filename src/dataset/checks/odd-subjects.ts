import { median, quantile } from 'simple-statistics';
import { COUNTRY } from '../catalogue.ts';
import { type Place, wholeFile } from '../place.ts';
import { fractionsOfOne, swappedSubjects, twins } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import type { Check } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';
import { localTimes, SMALL_COUNT, scaled } from './step-facts.ts';

/** Subjects whose numbers are out of place in many series at once. */
export const oddSubjects: Check = (checked) => [...fractions(checked), ...alike(checked), ...swapped(checked)];

interface Newest {
  readonly series: SeriesNumbers;
  readonly numbers: ReadonlyMap<string, NumberOf>;
  readonly before: ReadonlyMap<string, NumberOf>;
}

/** The newest numbers of each series and those of the time before, the country among them. */
const newestOf = (all: readonly SeriesNumbers[]): Newest[] =>
  all.flatMap((series) => {
    const [before, newest] = [undefined, ...localTimes(series)].slice(-2);
    if (newest === undefined) return [];
    const country = series.country(newest);
    const numbers = new Map(series.at(newest));
    if (country !== undefined) numbers.set(COUNTRY, country);
    return [{ series, numbers, before: before === undefined ? new Map() : series.at(before) }];
  });

/** Enough numbers of one subject to tell. */
const ENOUGH = 8;

/** A municipality whose percentages are all fractions, where others' are far above. */
const fractions: Check = ({ series, catalogue }) => {
  const large = newestOf(series).flatMap((one) => {
    const values = [...one.numbers.values()].map(({ value }) => value);
    const middle = median(values);
    return one.series.measure === 'percentage' && middle > 5 ? [{ ...one, middle }] : [];
  });
  return [...catalogue.subjects.keys()].flatMap((code): Problem[] => {
    const own = large.flatMap(({ numbers, ...one }) => {
      const number = numbers.get(code);
      return number === undefined ? [] : [{ ...one, number }];
    });
    const small = own.filter(({ number }) => number.value <= 1);
    const [first] = small.filter(({ number }) => !Number.isInteger(number.value));
    if (first === undefined || own.length < ENOUGH || small.length < own.length * 0.8) return [];
    const { figure } = first.number;
    return [
      fractionsOfOne.at(figure.place, code, small.length, own.length, first.series, figure, first.middle, catalogue),
    ];
  });
};

/** Two subjects, or a municipality and the country, that have the same numbers in most series. */
const alike: Check = ({ series, catalogue }) => {
  const columns = newestOf(series);
  const rows = [...catalogue.subjects.keys()].map((code) => ({
    code,
    values: columns.map(({ series: { isPercent }, numbers }) => {
      const value = numbers.get(code)?.value ?? 0;
      const isTelling = isPercent ? Math.abs(value) !== 100 : value >= SMALL_COUNT;
      return isTelling && value !== 0 ? value : Number.NaN;
    }),
  }));
  return rows.flatMap(({ code: a, values }, i) =>
    rows.slice(i + 1).flatMap(({ code: b, values: others }): Problem[] => {
      const equal = values.reduce((count, value, column) => (value === others[column] ? count + 1 : count), 0);
      if (equal < ENOUGH / 2) return [];
      const of = values.filter((value, column) => !Number.isNaN(value + (others[column] as number))).length;
      if (of < ENOUGH || equal < of / 2) return [];
      return [twins.at(placeOf(b, series), [a, b], equal, of, catalogue)];
    }),
  );
};

const placeOf = (code: string, all: readonly SeriesNumbers[]): Place =>
  all.flatMap((series) => series.of(code))[0]?.figure.place ?? wholeFile('indikatorer.csv');

/** How far one may move, in what three of four do not exceed, so that one series does not decide alone. */
const FARTHEST = 10;
/** It is unusual to move so far on average. */
const FAR = 4;

/** Two municipalities that both fit each other's earlier numbers, and not their own. */
const swapped: Check = ({ series, catalogue }) => {
  const moving = newestOf(series).flatMap(({ series: one, numbers, before }) => {
    const moves = [...before].flatMap(([code, { value }]) => {
      const now = numbers.get(code);
      return now === undefined ? [] : [Math.abs(scaled(now.value, one) - scaled(value, one))];
    });
    const usual = moves.length < 30 ? 0 : quantile(moves, 0.75);
    return usual > 0 ? [{ series: one, numbers, before, usual }] : [];
  });
  /** The mean move to the newest numbers of `a` from the ones before of `b`, and of how many series. */
  const move = (a: string, b: string) => {
    const moves = moving.flatMap(({ series: one, numbers, before, usual }) => {
      const [now, was] = [numbers.get(a), before.get(b)];
      if (now === undefined || was === undefined) return [];
      return [Math.min(FARTHEST, Math.abs(scaled(now.value, one) - scaled(was.value, one)) / usual)];
    });
    return { of: moves.length, mean: moves.length === 0 ? 0 : moves.reduce((sum, one) => sum + one, 0) / moves.length };
  };
  const far = [...catalogue.subjects.keys()]
    .filter((code) => code !== COUNTRY)
    .map((code) => ({ code, ...move(code, code) }))
    .filter(({ of, mean }) => of >= 5 && mean > FAR);
  return far.flatMap((a, i) =>
    far.slice(i + 1).flatMap((b): Problem[] => {
      const [there, back] = [move(a.code, b.code), move(b.code, a.code)];
      if (there.mean >= a.mean / 2 || back.mean >= b.mean / 2) return [];
      return [swappedSubjects.at(placeOf(a.code, series), [a.code, b.code], Math.min(there.of, back.of), catalogue)];
    }),
  );
};
