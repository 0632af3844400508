import { grouped } from '../../grouped.ts';
import type { Catalogue, Measure } from '../catalogue.ts';
import { type Leap, leapsOfSubject, tooFarApart } from '../rules/far-apart.ts';
import { yearOf } from '../table/times.ts';
import { type Check, oneByOne } from './check.ts';
import type { NumberOf } from './series-numbers.ts';
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
    const baselineYear = baselineOf(series.id, catalogue);
    return [...catalogue.subjects.keys()].flatMap((code) =>
      leapsOf(code, series.of(code), series.measure, baselineYear)
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
      return leapsOfSubject.at(to.figure.place, series.table, series.id, group[0], count, catalogue);
    }),
    ...[...bySeries.values()]
      .flatMap(oneByOne)
      .map((group) =>
        tooFarApart.at(group[0].to.figure.place, group[0].series.table, group[0].series.id, group, catalogue),
      ),
  ];
};

/** The baseline year of an indicator; null for a key figure, which has none. */
const baselineOf = (id: string, { goals }: Catalogue): number | null =>
  [...goals.values()].find((goal) => goal.indicators.includes(id))?.baselineYear ?? null;

function leapsOf(subject: string, numbers: readonly NumberOf[], measure: Measure, baselineYear: number | null): Leap[] {
  const found: Leap[] = [];
  let former: NumberOf | null = null;
  let from: NumberOf | null = null;
  let baseline: NumberOf | null = null;
  for (const to of numbers) {
    if (yearOf(to.time) === baselineYear) baseline = to;
    if (from !== null && isLeap(from, to, measure)) {
      // Back from a number that has leapt: one of the two is told.
      const isBack = found.at(-1)?.to === from && former !== null && !isLeap(former, to, measure);
      if (!isBack) found.push({ subject, from, to, isBaseline: false });
    }
    former = from;
    from = to;
  }
  if (found.length === 0 && baseline !== null && from !== null && isLeap(baseline, from, measure)) {
    found.push({ subject, from: baseline, to: from, isBaseline: true });
  }
  return found;
}

function isLeap(from: NumberOf, to: NumberOf, measure: Measure): boolean {
  const change = Math.abs(to.value - from.value);
  if (change < (measure === 'count' ? SMALL_CHANGE : SLIP_POINTS) || from.time.kind !== to.time.kind) return false;
  const years = Math.max(1, yearOf(to.time) - yearOf(from.time));
  if (years > MOST_YEARS) return false;
  const low = Math.min(Math.abs(from.value), Math.abs(to.value));
  const high = Math.max(Math.abs(from.value), Math.abs(to.value));
  if (measure === 'count') return high >= low * (years > SLIP_YEARS ? FACTOR_OF_YEARS : FACTOR);
  const isSlip = years <= SLIP_YEARS && low > 0 && from.value * to.value > 0 && high >= low * SLIP_FACTOR;
  return isSlip || change > Math.min(MOST_POINTS, POINTS + POINTS_A_YEAR * (years - 1));
}
