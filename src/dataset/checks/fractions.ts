import type { Period } from '../../danish/index.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { comparePlaces } from '../place.ts';
import { someAsFractions, writtenAsFractions } from '../rules/far-apart.ts';
import type { Problem } from '../rules/rule.ts';
import type { Check } from './check.ts';
import type { SeriesNumbers } from './series-numbers.ts';

/** So many numbers of a percentage are never all within a point of zero. */
const ENOUGH = 20;

/** No percentage of a few lies below 1 where all others are above this. */
const FAR_ABOVE = 5;

/** Percentages and gaps that are written as fractions, 0.74 for 74: a whole series, or one year or period of it. */
export const fractions: Check = ({ series, catalogue }) =>
  series
    .filter(({ isPercent }) => isPercent)
    .flatMap((one) => {
      const whole = fractionsIn(one);
      return whole.length > 0 ? whole : fractionsOfSome(one, catalogue);
    });

function fractionsIn(series: SeriesNumbers): Problem[] {
  const isSmallAt = (time: Period): boolean =>
    isSmall(series.country(time)?.value) && series.column(time).every(isSmall);
  const small = series.times.filter(isSmallAt).map((time) => ({ time, figures: figuresOf(series, time) }));
  const isWholeSeries = small.length === series.times.length && areFractions(small.flatMap(({ figures }) => figures));
  const found = isWholeSeries ? small : small.filter(({ figures }) => areFractions(figures));
  const figures = found.flatMap((one) => one.figures);
  const [first] = figures.filter((figure) => !isWhole(figure)).sort((a, b) => comparePlaces(a.place, b.place));
  const newest = found.at(-1)?.time;
  if (first === undefined || newest === undefined) return [];
  const times = isWholeSeries ? [] : found.map(({ time }) => time);
  return [writtenAsFractions.at(first.place, series, times, newest, figures.length, first)];
}

/**
 * Percentages of some municipalities that are fractions, where all others, or the country, are far above; at the newest
 * such time.
 */
function fractionsOfSome(series: SeriesNumbers, catalogue: Catalogue): Problem[] {
  if (series.measure !== 'percentage') return [];
  for (const time of series.times.toReversed()) {
    if (!series.column(time).some((value) => value > 0 && value < 1)) continue;
    const numbers = series.numbersAt(time).filter(({ value }) => value !== 0);
    const small = numbers.filter(({ value }) => value <= 1);
    const others = numbers.filter(({ value }) => value > 1);
    const first = small.find(({ value }) => value < 1);
    if (first === undefined || others.length === 0 || small.length < 3) continue;
    const lowest = others.reduce((best, one) => (one.value < best.value ? one : best));
    if (lowest.value <= FAR_ABOVE) continue;
    const codes = small.map(({ code }) => code);
    return [someAsFractions.at(first.figure.place, series, time, codes, first.figure, lowest.figure, catalogue)];
  }
  return [];
}

const figuresOf = (series: SeriesNumbers, time: Period): Figure[] => series.numbersAt(time).map(({ figure }) => figure);

/** No number is small too. */
const isSmall = (value = Number.NaN): boolean => !(Math.abs(value) > 1);

const isWhole = ({ value }: Figure): boolean => Number.isInteger(Number(value));

const areFractions = (figures: readonly Figure[]): boolean => figures.length >= ENOUGH && !figures.every(isWhole);
