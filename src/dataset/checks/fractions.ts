import type { Period } from '../../danish/index.ts';
import type { Figure } from '../figure.ts';
import { comparePlaces } from '../place.ts';
import { writtenAsFractions } from '../rules/far-apart.ts';
import type { Problem } from '../rules/rule.ts';
import type { Check } from './check.ts';
import type { SeriesNumbers } from './series-numbers.ts';

/** So many numbers of a percentage are never all within a point of zero. */
const ENOUGH = 20;

/** Percentages and gaps that are written as fractions, 0.74 for 74: a whole series, or one year or period of it. */
export const fractions: Check = ({ series }) => series.filter(({ isPercent }) => isPercent).flatMap(fractionsIn);

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

const figuresOf = (series: SeriesNumbers, time: Period): Figure[] => series.numbersAt(time).map(({ figure }) => figure);

/** No number is small too. */
const isSmall = (value = Number.NaN): boolean => !(Math.abs(value) > 1);

const isWhole = ({ value }: Figure): boolean => Number.isInteger(Number(value));

const areFractions = (figures: readonly Figure[]): boolean => figures.length >= ENOUGH && !figures.every(isWhole);
