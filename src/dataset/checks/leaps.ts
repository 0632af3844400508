import type { Period } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { baselineYearOf } from '../catalogue.ts';
import { type Leap, leapsOfSubject, tooFarApart } from '../rules/far-apart.ts';
import { yearOf } from '../table/times.ts';
import { type Check, oneByOne } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';
import { isExplained } from './wrong-columns.ts';

/** A percentage or gap may move by so many points from one year to the next, and for each further year. */
const POINTS = 40;
const POINTS_A_YEAR = 2;
/** It never may by more points than this, however many years lie between. */
const MOST_POINTS = 60;
/** A decimal mark in the wrong place: so many times as much or as little, and so many points. */
const SLIP_FACTOR = 8;
const SLIP_POINTS = 10;
/** Further apart, a gap may well have closed to a tenth. */
const SLIP_YEARS = 2;
/** A count may be so many times as large or small as the one before; over more than two years more. Small ones vary. */
const FACTOR = 5;
const FACTOR_OF_YEARS = 20;
const SMALL_CHANGE = 100;
/** A subject that leaps in more series than these has been mistaken as a whole. */
const MANY_SERIES = 3;
/** Numbers further apart than this are not compared. */
const MOST_YEARS = 15;

/**
 * Numbers that are too far from the subject's number before it, or from its baseline. Of one subject many of them have
 * one cause, and so have those of one series.
 */
export const leaps: Check = ({ series: all, catalogue, suspicions }) => {
  const found = all.flatMap((series) => {
    const baselineYear = baselineYearOf(series.id, catalogue);
    const years = series.times.map(yearOf);
    return [...catalogue.subjects.keys()].flatMap((code) =>
      leapsOf(code, series, years, baselineYear)
        .filter(({ to }) => !isExplained(suspicions, series, to.time.code))
        .map((leap) => ({ ...leap, series })),
    );
  });
  const bySubject = [...grouped(found, ({ subject }) => subject).values()];
  const ofMany = bySubject.filter((group) => new Set(group.map(({ series }) => series)).size > MANY_SERIES);
  const others = bySubject.filter((group) => !ofMany.includes(group)).flat();
  const bySeries = grouped(others, ({ series, from, to, isBaseline }) =>
    [series.table, series.id, from.time.code, to.time.code, isBaseline].join(' '),
  );
  return [
    ...ofMany.map((group) => {
      const [{ series, to }] = group;
      const count = new Set(group.map((one) => one.series)).size;
      return leapsOfSubject.at(to.figure.place, series, group[0], count, catalogue);
    }),
    ...[...bySeries.values()]
      .flatMap(oneByOne)
      .map((group) => tooFarApart.at(group[0].to.figure.place, group[0].series, group, catalogue)),
  ];
};

/** `years` are those of the series' times. A time stands for itself by its place among them. */
function leapsOf(
  subject: string,
  series: SeriesNumbers,
  years: readonly number[],
  baselineYear: number | null,
): Leap[] {
  const numbers = series.row(subject);
  const isLeap = (from: number, to: number): boolean =>
    series.times[from]?.kind === series.times[to]?.kind &&
    isTooFar(numbers[from] as number, numbers[to] as number, (years[to] as number) - (years[from] as number), series);
  const found: (readonly [from: number, to: number])[] = [];
  let [former, from, baseline] = [-1, -1, -1];
  for (let to = 0; to < numbers.length; to++) {
    if (Number.isNaN(numbers[to])) continue;
    if (years[to] === baselineYear) baseline = to;
    if (from >= 0 && isLeap(from, to)) {
      // Back from a number that has leapt: one of the two is told.
      const isBack = found.at(-1)?.[1] === from && former >= 0 && !isLeap(former, to);
      if (!isBack) found.push([from, to]);
    }
    former = from;
    from = to;
  }
  const isBaseline = found.length === 0 && baseline >= 0 && isLeap(baseline, from);
  const at = (time: number) => series.number(subject, series.times[time] as Period) as NumberOf;
  const leapt: typeof found = isBaseline ? [[baseline, from]] : found;
  return leapt.map(([from, to]) => ({ subject, from: at(from), to: at(to), isBaseline }));
}

function isTooFar(from: number, to: number, apart: number, { measure }: SeriesNumbers): boolean {
  const change = Math.abs(to - from);
  if (change < (measure === 'count' ? SMALL_CHANGE : SLIP_POINTS)) return false;
  const years = Math.max(1, apart);
  if (years > MOST_YEARS) return false;
  const low = Math.min(Math.abs(from), Math.abs(to));
  const high = Math.max(Math.abs(from), Math.abs(to));
  if (measure === 'count') return high >= low * (years > SLIP_YEARS ? FACTOR_OF_YEARS : FACTOR);
  const isSlip = years <= SLIP_YEARS && low > 0 && from * to > 0 && high >= low * SLIP_FACTOR;
  return isSlip || change > Math.min(MOST_POINTS, POINTS + POINTS_A_YEAR * (years - 1));
}
