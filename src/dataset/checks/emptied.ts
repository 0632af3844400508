import { comparePeriods } from '../../danish/index.ts';
import { COUNTRY } from '../catalogue.ts';
import { type Place, wholeFile } from '../place.ts';
import { baselineBlank, countryBlank, emptied, thinBaseline, thinned } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, type Checked, localCodes } from './check.ts';
import { MANY, type SeriesNumbers } from './series-numbers.ts';
import { newestStep } from './step.ts';

/** A municipality had numbers of so many series at the time before, or more. */
const MANY_SERIES = 8;

/** Numbers that were there at the time before, or are there now, and are not where they belong. */
export const emptiedPlaces: Check = (checked) => [
  ...emptiedSubjects(checked),
  ...blankCountry(checked),
  ...thinnedSeries(checked),
  ...thinBaselines(checked),
  ...blankBaselines(checked),
];

const placeIn = (series: SeriesNumbers): Place => {
  const newest = series.localTimes.at(-1);
  const first = newest === undefined ? undefined : [...series.at(newest).values()][0];
  return first?.figure.place ?? wholeFile(`${series.table}.csv`);
};

/** Municipalities that had numbers of most series, and have next to none of them at the newest times. */
const emptiedSubjects: Check = ({ series: all, catalogue }) => {
  const steps = all.flatMap((series) => newestStep(series) ?? []);
  return localCodes(catalogue).flatMap((code, row): Problem[] => {
    const had = steps.filter(({ old }) => !Number.isNaN(old[row]));
    const lost = had.filter(({ now }) => Number.isNaN(now[row])).map(({ series }) => series);
    const [first] = lost;
    if (first === undefined || had.length < MANY_SERIES || lost.length < had.length * 0.75) return [];
    return [emptied.at(placeIn(first), code, had.length - lost.length, had.length, lost, catalogue)];
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
  return first === undefined ? [] : [countryBlank.at(placeIn(first), blank, catalogue)];
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
    return [thinned.at(placeIn(series), series, after, before, lost, had, catalogue)];
  });

/**
 * Baselines that half of the municipalities with a newest number lack, or a good tenth and many. That nobody has a row is
 * another problem.
 */
const thinBaselines: Check = (checked) =>
  withBaselines(checked).flatMap(({ series, year }): Problem[] => {
    const newest = series.localTimes.at(-1);
    if (newest === undefined) return [];
    const [then, now] = [series.count(year), series.count(newest)];
    const isThin = then * 2 < now || (now - then >= MANY && then < now * 0.85);
    return isThin ? [thinBaseline.at(placeIn(series), series, year, then, newest, now)] : [];
  });

/** Subjects whose rows of the baseline are blank: the country in any indicator, a municipality in most of its indicators. */
const blankBaselines: Check = (checked) => {
  const all = withBaselines(checked);
  return [COUNTRY, ...localCodes(checked.catalogue)].flatMap((code): Problem[] => {
    const had = all.filter(({ series }) => {
      const newest = (code === COUNTRY ? series.times : series.localTimes).at(-1);
      return newest !== undefined && series.number(code, newest) !== undefined;
    });
    const blank = had.filter(({ series, year }) => {
      const figure = checked.tables.indicators.find(code, series.id, year);
      return figure !== undefined && series.number(code, year) === undefined;
    });
    const [first] = blank;
    const isMost = had.length >= MANY_SERIES && blank.length >= had.length * 0.75;
    if (first === undefined || (code !== COUNTRY && !isMost)) return [];
    return [baselineBlank.at(placeIn(first.series), code, blank, checked.catalogue)];
  });
};

/** The indicators that anybody has a row of the baseline of. */
const withBaselines = ({ tables: { indicators: table }, series: all, catalogue: { goals } }: Checked) =>
  [...goals.values()].flatMap(({ baselineYear, indicators }) => {
    const year = table.times.find(String(baselineYear));
    if (year === undefined) return [];
    const own = all.filter(({ table, id }) => table === 'indikatorer' && indicators.includes(id));
    return own.filter(({ id }) => table.timesOf(id).has(year)).map((series) => ({ series, year }));
  });
