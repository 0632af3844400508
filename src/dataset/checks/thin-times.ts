import { comparePeriods, type Period } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { comparePlaces, type Place, wholeFile } from '../place.ts';
import type { Problem } from '../rules/rule.ts';
import { type SetTimes, shownThin, type Thin, thinTimes } from '../rules/times.ts';
import type { Table } from '../table/table.ts';
import { figuresAt, subjectsAt, timesOf } from './check.ts';

/** A thin time, and the first of its rows. */
export interface ThinAt extends Thin {
  readonly place: Place;
}

/** What the times are of, and what the owner sets. */
export interface ShownTimes extends SetTimes {
  readonly table: Table;
}

/**
 * Says of `time` that it is thin: fewer than half as many subjects have a row of any of the series as at the newest
 * earlier time that is not thin itself.
 */
export const thinness = (table: Table, series: readonly string[], time: Period): ThinAt | null =>
  thinBy(rowsAt, table, series, time);

type Count = (table: Table, series: readonly string[], time: Period) => number;

/** Wrong rows whose subject cannot be read are another problem, but rows. */
const rowsAt: Count = (table, series, time) =>
  subjectsAt(table, series, time).size +
  table.wrong.filter((row) => row.subject === null && row.time === time && series.includes(row.series ?? '')).length;

export const numbersAt: Count = (table, series, time) => {
  const numbers = figuresAt(table, series, time).filter(({ figure }) => table.isNumber(figure));
  return new Set(numbers.map(({ subject }) => subject)).size;
};

function thinBy(countAt: Count, table: Table, series: readonly string[], time: Period): ThinAt | null {
  const count = (at: Period): number => countAt(table, series, at);
  // No earlier time has more than all subjects, and rows whose subject cannot be read.
  if (count(time) * 2 >= table.subjects + table.wrong.length) return null;
  const isFew = (at: Period, older: Period | undefined): boolean => older !== undefined && count(at) * 2 < count(older);
  const earlier = timesOf(table, series).filter((other) => comparePeriods(other, time) < 0);
  const before = earlier.findLast((at, i) => !isFew(at, earlier[i - 1]));
  if (before === undefined || !isFew(time, before)) return null;
  const places = figuresAt(table, series, time).map(({ figure }) => figure.place);
  return {
    time,
    before,
    rows: [rowsAt(table, series, time), rowsAt(table, series, before)],
    numbers: [numbersAt(table, series, time), numbersAt(table, series, before)],
    place: places.sort(comparePlaces)[0] ?? wholeFile(`${table.name}.csv`),
  };
}

/**
 * The errors of thin times that reports would be made for, by the number that `datasaet.json` sets them by. Those of the
 * same time and the time before have the same cause: they are told together, as `what` says, "Indikator 1.1 ville blive
 * vist for".
 */
export const refusals = (
  shown: ShownTimes,
  thins: ReadonlyMap<string, ThinAt>,
  what: (numbers: readonly string[]) => string,
): Problem[] =>
  [...grouped(thins, ([, { time, before }]) => `${time.code} ${before.code}`).values()].map((group) => {
    const [[, first], ...others] = group;
    const numbers = group.map(([number]) => number);
    return thinTimes[shown.key].at(
      first.place,
      [first, ...others.map(([, thin]) => thin)],
      numbers,
      what(numbers),
      shown,
    );
  });

/** Warns of a time that the owner has set, though it is thin. */
export const thinButSet = (shown: ShownTimes, id: string, thin: ThinAt): Problem =>
  shownThin[shown.key].at(thin.place, shown.table.name, id, thin, 'set', shown);

/** Warns of a time that has rows enough, but few numbers: most rows hold symbols. */
export function mostlySymbols(shown: ShownTimes, id: string, time: Period): Problem[] {
  const thin = thinBy(numbersAt, shown.table, [id], time);
  return thin === null ? [] : [shownThin[shown.key].at(thin.place, shown.table.name, id, thin, 'symbols', shown)];
}
