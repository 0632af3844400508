import { comparePeriods, type Period, periodText } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { comparePlaces, type Place, type Problem, structuralError, warning, wholeFile } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { figuresAt, seriesName, subjectsAt, timesOf } from './check.ts';

/** A time that would leave most reports without a figure: few subjects have a row, though most had one before. */
export interface Thin {
  readonly time: Period;
  readonly before: Period;
  /** Subjects with a row, and with a number, at `time` and `before`. */
  readonly rows: readonly [now: number, before: number];
  readonly numbers: readonly [now: number, before: number];
  readonly place: Place;
}

/** What the times are of, and what is said of them. */
export interface ShownTimes {
  readonly table: Table;
  /** The rule that a thin time breaks. */
  readonly rule: string;
  /** The key of `datasaet.json` that sets a time, and what it sets already. */
  readonly key: 'statusaar' | 'perioder';
  readonly known: ReadonlyMap<unknown, unknown>;
  /** How many subjects there are. */
  readonly subjects: number;
}

/**
 * Says of `time` that it is thin: fewer than half as many subjects have a row of any of the series as at the newest
 * earlier time that is not thin itself.
 */
export const thinness = (table: Table, series: readonly string[], time: Period): Thin | null =>
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

function thinBy(countAt: Count, table: Table, series: readonly string[], time: Period): Thin | null {
  const count = (at: Period): number => countAt(table, series, at);
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
  thins: ReadonlyMap<string, Thin>,
  what: (numbers: readonly string[]) => string,
): Problem[] =>
  [...grouped(thins, ([, { time, before }]) => `${time.code} ${before.code}`).values()].map((group) => {
    const [, thin] = group[0];
    const numbers = group.map(([number]) => number);
    return structuralError(thin.place, {
      rule: shown.rule,
      value: thin.time.code,
      message: `${what(numbers)} ${periodText(thin.time)}, men ${howFew(
        group.map(([, one]) => one),
        shown,
      )}.`,
      remedy: choose(shown, numbers, thin),
    });
  });

/** Warns of a time that the owner has set, though it is thin. */
export const thinButSet = (shown: ShownTimes, id: string, thin: Thin): Problem =>
  shownDespite(shown, id, thin, `, som datasaet.json fastsætter, men ${howFew([thin], shown)}`);

/** Warns of a time that has rows enough, but few numbers: most rows hold symbols. */
export function mostlySymbols(shown: ShownTimes, id: string, time: Period): Problem[] {
  const thin = thinBy(numbersAt, shown.table, [id], time);
  if (thin === null) return [];
  return [shownDespite(shown, id, thin, `, men ${howFew([thin], shown)}; de andre rækker er uden tal`)];
}

const shownDespite = ({ table, rule }: ShownTimes, id: string, { time, place }: Thin, reason: string): Problem =>
  warning(place, {
    rule,
    value: time.code,
    message: `${seriesName(table, id)} vises for ${periodText(time)}${reason}.`,
    remedy: 'Se efter, at det er meningen; de andre rapporter får et tomt felt.',
  });

/** "kun 1 af 99 har et tal for 2024 (2023: 96)": numbers, or rows where the numbers do not show it. */
function howFew(group: readonly Thin[], { subjects }: ShownTimes): string {
  const showsInNumbers = group.every(({ numbers }) => numbers[0] * 2 < numbers[1]);
  const counts = group.map(({ numbers, rows }) => (showsInNumbers ? numbers : rows));
  const now = Math.max(...counts.map(([count]) => count));
  const before = Math.min(...counts.map(([, count]) => count));
  const [only, atLeast] = group.length === 1 ? ['kun', ''] : ['højst', 'mindst '];
  const [{ time, before: other }] = group as [Thin];
  const what = showsInNumbers ? 'et tal' : 'en række';
  return `${only} ${now} af ${subjects} har ${what} for ${periodText(time)} (${periodText(other)}: ${atLeast}${before})`;
}

/** The remedy that sets a time in `datasaet.json`, with what is set there already. */
function choose({ key, known }: ShownTimes, ids: readonly string[], { time, before }: Thin): string {
  const code = ({ code: text }: Period): number | string => (key === 'statusaar' ? Number(text) : text);
  const entries = { ...Object.fromEntries(known), ...Object.fromEntries(ids.map((id) => [id, code(before)])) };
  const json = Object.entries(entries).map(([id, value]) => `"${id}": ${JSON.stringify(value)}`);
  return (
    `Er rækkerne for ${periodText(time)} en fejl, så ret eller slet dem; mangler der rækker, så tilføj dem. ` +
    `Skal ${periodText(before)} vises, så skriv "${key}": {${json.join(', ')}} i datasaet.json ` +
    `(eller ${JSON.stringify(code(time))}, hvis det er meningen).`
  );
}
