import { mean, sampleStandardDeviation } from 'simple-statistics';
import type { Period } from '../../danish/index.ts';
import { type Contradiction, countryContradicted } from '../rules/far-apart.ts';
import { countryAsBefore, plainMean, sumTooSmall } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, localCodes, oneByOne } from './check.ts';
import { decimalPlaces, MANY, type NumberOf, type SeriesNumbers } from './series-numbers.ts';
import { newestStep } from './step.ts';
import { isExplained } from './wrong-columns.ts';

/**
 * Figures of the whole country that its municipalities contradict: a percentage or gap below the lowest or above the
 * highest of them (at least half of the municipalities are needed to tell), a count below the largest of them or below
 * their sum. The worst of each series is told.
 */
export const countryOutside: Check = ({ series, catalogue, suspicions }) => {
  const half = localCodes(catalogue).length / 2;
  const worst = series.flatMap((one) => {
    const needed = one.isPercent ? Math.max(MANY, half) : 1;
    const found = one.times
      .flatMap((time) => contradictionAt(one, time, needed) ?? [])
      .filter(({ country }) => !isExplained(suspicions, one, country.time.code));
    const [first] = found;
    if (first === undefined) return [];
    const most = found.reduce((worst, other) => (other.excess > worst.excess ? other : worst), first);
    return [{ ...most, series: one, others: found.length - 1 }];
  });
  return oneByOne(worst).map(([one, ...rest]): Problem => {
    const { time, figure } = one.country;
    const alike = rest.map((other) => other.series);
    return countryContradicted.at(
      figure.place,
      one.series,
      time,
      figure,
      one.contradiction,
      one.others,
      alike,
      catalogue,
    );
  });
};

/** What contradicts the country's number, and by how much. */
interface Contradicted {
  readonly country: NumberOf;
  readonly contradiction: Contradiction;
  readonly excess: number;
}

function contradictionAt(series: SeriesNumbers, time: Period, needed: number): Contradicted | null {
  const country = series.country(time);
  if (country === undefined || series.count(time) < needed) return null;
  const isWithin = (column: Float64Array): boolean =>
    column.some((one) => one <= country.value) && column.some((one) => one >= country.value);
  if (series.isPercent && isWithin(series.column(time))) return null;
  const locals = [...series.at(time).values()];
  const lowest = locals.reduce((best, one) => (one.value < best.value ? one : best));
  const highest = locals.reduce((best, one) => (one.value > best.value ? one : best));
  const { value } = country;
  if (series.isPercent) {
    if (value < lowest.value)
      return { country, contradiction: { kind: 'lowest', ...lowest }, excess: lowest.value - value };
    if (value <= highest.value) return null;
    return { country, contradiction: { kind: 'highest', ...highest }, excess: value - highest.value };
  }
  const sum = locals.reduce((total, one) => total + one.value, 0);
  if (value < highest.value)
    return { country, contradiction: { kind: 'part', ...highest }, excess: highest.value / (value + 1) };
  if (sum <= value) return null;
  return { country, contradiction: { kind: 'sum', count: locals.length, sum }, excess: sum / (value + 1) };
}

/** Municipalities had about the same share of the country before, and it is more than cut digits leave. */
function isUsualShare(series: SeriesNumbers, share: number): boolean {
  const before = series.localTimes.at(-2);
  const country = before && series.country(before);
  if (before === undefined || country === undefined) return false;
  const sum = [...series.at(before).values()].reduce((total, { value }) => total + value, 0);
  return share > 0.5 && sum / country.value - share < 0.1;
}

/** What a municipality has at most whose number is withheld. */
const WITHHELD = 5;

/** Counts whose municipalities, most of which have a number, lack too much of the country's. */
export const sumsTooSmall: Check = ({ series: all, catalogue, suspicions }) => {
  const codes = localCodes(catalogue);
  const small = all.flatMap((series) => {
    const time = series.localTimes.at(-1);
    const country = time === undefined ? undefined : series.country(time);
    if (time === undefined || country === undefined || series.isPercent || country.value < 100) return [];
    const numbers = [...series.at(time).values()];
    const sum = numbers.reduce((total, { value }) => total + value, 0);
    const least = country.value * 0.85;
    if (isExplained(suspicions, series, time.code) || sum >= least || numbers.length < codes.length * 0.8) return [];
    const before = series.localTimes.at(-2);
    const missing = codes.filter((code) => !series.at(time).has(code));
    const theirs = missing.map((code) => (before && series.at(before).get(code)?.value) ?? WITHHELD);
    if (sum + theirs.reduce((total, value) => total + value, 0) >= least || isUsualShare(series, sum / country.value))
      return [];
    return [{ series, time, country, sum, numbers }];
  });
  return oneByOne(small).map(([{ series, time, country, sum, numbers }, ...rest]) => {
    const alike = rest.map((one) => one.series);
    return sumTooSmall.at(country.figure.place, series, time, numbers.length, sum, country.figure, alike);
  });
};

/** So many decimals together never agree by chance: three numbers with two, six with one. */
const SURE_DECIMALS = 6;

/** The country's numbers are what the municipalities' are on average, whatever their size. */
export const countryIsMean: Check = ({ series: all }) => {
  const tested = all
    .filter(({ isPercent }) => isPercent)
    .flatMap((series) => {
      const numbers = series.localTimes.flatMap((time) => {
        const country = series.country(time);
        if (country === undefined || decimalPlaces(country) === 0) return [];
        const values = [...series.column(time).filter((value) => !Number.isNaN(value))];
        return values.length < 30 ? [] : [{ country, values }];
      });
      return [{ series, of: numbers.length, hits: numbers.filter(isMean).map(({ country }) => country) }];
    });
  const found = tested.filter(
    ({ of, hits }) => hits.length * 2 >= of && hits.reduce((sum, hit) => sum + decimalPlaces(hit), 0) >= SURE_DECIMALS,
  );
  const place = found[0]?.hits[0]?.figure.place;
  if (place === undefined) return [];
  const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
  const of = found.reduce((sum, one) => sum + one.of, 0);
  const series = found.map((one) => one.series);
  return [plainMean.at(place, count, of, series)];
};

function isMean({ country, values }: { readonly country: NumberOf; readonly values: number[] }): boolean {
  const unit = 10 ** -decimalPlaces(country);
  if (Math.abs(mean(values) - country.value) > unit / 1.999) return false;
  // A mean that is nearly the same whatever the weights is equal by chance.
  return unit < (sampleStandardDeviation(values) / Math.sqrt(values.length)) * 0.25;
}

/** So many series, or more, in which the country has not moved while its municipalities have. */
const UNMOVED = 5;

/** The country's newest numbers are those of the time before. */
export const countryUnmoved: Check = ({ series: all, suspicions }) => {
  const tested = all.flatMap((series) => {
    const step = newestStep(series);
    if (step === undefined || isExplained(suspicions, series, step.after.code)) return [];
    const [was, is] = [series.country(step.before), series.country(step.after)];
    if (was === undefined || is === undefined) return [];
    const isTelling = series.isPercent ? decimalPlaces(is) > 0 : is.value >= 100;
    return isTelling ? [{ series, is, isSame: was.value === is.value }] : [];
  });
  const same = tested.filter(({ isSame }) => isSame);
  const [first] = same;
  if (first === undefined || same.length < UNMOVED || same.length * 2 < tested.length) return [];
  const series = same.map((one) => one.series);
  return [countryAsBefore.at(first.is.figure.place, same.length, tested.length, series)];
};
