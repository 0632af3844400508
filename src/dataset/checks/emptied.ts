import { comparePeriods } from '../../danish/index.ts';
import { COUNTRY } from '../catalogue.ts';
import { countryBlank, emptied, thinned } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, ENOUGH_OF_ONE, localCodes, placeOfNewest } from './check.ts';
import { MANY } from './series-numbers.ts';
import { newestStep } from './step.ts';

/** Numbers that were there at the time before, or are there now, and are not where they belong. */
export const emptiedPlaces: Check = (checked) => [
  ...emptiedSubjects(checked),
  ...blankCountry(checked),
  ...thinnedSeries(checked),
];

/** Municipalities that had numbers of most series, and have next to none of them at the newest times. */
const emptiedSubjects: Check = ({ series: all, catalogue }) => {
  const steps = all.flatMap((series) => newestStep(series) ?? []);
  return localCodes(catalogue).flatMap((code, row): Problem[] => {
    const had = steps.filter(({ old }) => !Number.isNaN(old[row]));
    const lost = had.filter(({ now }) => Number.isNaN(now[row])).map(({ series }) => series);
    const [first] = lost;
    if (first === undefined || had.length < ENOUGH_OF_ONE || lost.length < had.length * 0.75) return [];
    return [emptied.at(placeOfNewest(first), code, had.length - lost.length, had.length, lost, catalogue)];
  });
};

/** Series of which most municipalities have a number at the newest time, and the country none. */
const blankCountry: Check = ({ series: all, catalogue, withoutRows }) => {
  if (withoutRows.codes.has(COUNTRY) || all.every((series) => series.of(COUNTRY).length === 0)) return [];
  const half = (catalogue.subjects.size - 1) / 2;
  const blank = all.filter((series) => {
    const newest = series.localTimes.at(-1);
    if (newest === undefined || series.count(newest) < Math.max(MANY, half)) return false;
    const last = series.of(COUNTRY).at(-1);
    return last === undefined || comparePeriods(last.time, newest) < 0;
  });
  const [first] = blank;
  return first === undefined ? [] : [countryBlank.at(placeOfNewest(first), blank, catalogue)];
};

/** Series of which a sixth of the municipalities has lost its number. Where more than half have, that is told already. */
const thinnedSeries: Check = ({ series: all, catalogue }) =>
  all.flatMap((series): Problem[] => {
    const step = newestStep(series);
    if (step === undefined) return [];
    const { before, after, old, now } = step;
    const lost = series.codes.filter((_, row) => !Number.isNaN(old[row]) && Number.isNaN(now[row]));
    const had = series.count(before);
    if (lost.length < MANY || lost.length < had * 0.15 || series.count(after) * 2 < had) return [];
    return [thinned.at(placeOfNewest(series), series, after, before, lost, had, catalogue)];
  });
