import { mean } from 'simple-statistics';
import type { Period } from '../../danish/index.ts';
import { nines as ninesRule, plainMean, sumTooSmall, wholeNumbers, zeros as zerosRule } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, localCodes, oneByOne } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';
import { localTimes } from './step-facts.ts';

/** Numbers that stand for something else: for none, for a code, for a sum or a mean of others. */
export const oddValues: Check = (checked) => [
  ...ofNewest(zeros)(checked),
  ...ofNewest(nines)(checked),
  ...ofNewest(lostDecimals)(checked),
  ...smallSums(checked),
  ...countryIsMean(checked),
];

type OfColumn = (
  series: SeriesNumbers,
  time: Period,
  numbers: readonly NumberOf[],
  checked: Parameters<Check>[0],
) => Problem[];

/** Asks about the newest numbers of each series that many have. */
const ofNewest =
  (find: OfColumn): Check =>
  (checked) =>
    checked.series.flatMap((series) => {
      const time = localTimes(series).at(-1);
      return time === undefined ? [] : find(series, time, [...series.at(time).values()], checked);
    });

const codesOf = (numbers: readonly NumberOf[]): string[] => numbers.map(({ code }) => code);

const zeros: OfColumn = (series, time, numbers, { catalogue }) => {
  const none = numbers.filter(({ value }) => value === 0);
  const [lowest] = numbers.filter(({ value }) => value !== 0).sort((a, b) => a.value - b.value);
  const isOdd = series.measure === 'percentage' && none.length >= 3 && lowest !== undefined && lowest.value > 5;
  return isOdd && none[0] !== undefined
    ? [zerosRule.at(none[0].figure.place, series, time, codesOf(none), lowest.figure, catalogue)]
    : [];
};

const nines: OfColumn = (series, time, numbers, { catalogue }) => {
  const values = series.isPercent ? [99, 99.9] : [999, 9999];
  return values.flatMap((value) => {
    const same = numbers.filter((number) => number.value === value);
    const [first] = same;
    return first === undefined || same.length < 5
      ? []
      : [ninesRule.at(first.figure.place, series, time, codesOf(same), first.figure.text, catalogue)];
  });
};

const hasDecimals = ({ value }: NumberOf): boolean => !Number.isInteger(value);

const lostDecimals: OfColumn = (series, time, numbers) => {
  const before = localTimes(series).at(-2);
  const [first] = numbers;
  if (before === undefined || first === undefined || numbers.some(hasDecimals)) return [];
  const old = [...series.at(before).values()];
  return old.filter(hasDecimals).length * 2 > old.length
    ? [wholeNumbers.at(first.figure.place, series, time, before, first.figure)]
    : [];
};

/** Counts whose municipalities, most of which have a number, lack too much of the country's. */
const smallSums: Check = ({ series: all, catalogue, suspicions }) => {
  const codes = localCodes(catalogue).length;
  const small = all.flatMap((series) => {
    const time = localTimes(series).at(-1);
    const country = time === undefined ? undefined : series.country(time);
    if (time === undefined || country === undefined || series.isPercent || country.value < 100) return [];
    const numbers = [...series.at(time).values()];
    const isTold = suspicions.some((one) => one.series === series && one.after === time);
    const sum = numbers.reduce((total, { value }) => total + value, 0);
    const isSmall = sum + 5 * (codes - numbers.length) < country.value * 0.85;
    return isSmall && !isTold && numbers.length >= codes * 0.8 ? [{ series, time, country, sum, numbers }] : [];
  });
  const [first, ...others] = small;
  if (first === undefined) return [];
  return oneByOne([first, ...others]).map(([{ series, time, country, sum, numbers }, ...rest]) => {
    const alike = rest.map((one) => one.series);
    return sumTooSmall.at(country.figure.place, series, time, numbers.length, sum, country.figure, alike);
  });
};

/** The country's numbers are what the municipalities' are on average, whatever their size. */
const countryIsMean: Check = ({ series: all }) => {
  const tested = all
    .filter(({ isPercent }) => isPercent)
    .flatMap((series) =>
      series.times.flatMap((time) => {
        const country = series.country(time);
        const values = [...series.at(time).values()].map(({ value }) => value);
        const decimals = country?.figure.value?.split('.')[1]?.length ?? 0;
        if (country === undefined || decimals === 0 || values.length < 30) return [];
        return [{ series, country, isMean: mean(values).toFixed(decimals) === country.value.toFixed(decimals) }];
      }),
    );
  const hits = tested.filter(({ isMean }) => isMean);
  const series = [...new Set(hits.map((one) => one.series))];
  const [first] = hits;
  if (first === undefined || hits.length < 5 || hits.length * 2 < tested.length || series.length < 3) return [];
  return [plainMean.at(first.country.figure.place, hits.length, tested.length, series)];
};
