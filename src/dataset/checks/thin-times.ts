import { comparePeriods, type Period } from '../../danish/index.ts';
import { type Place, type Problem, warning, wholeFile } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { figuresAt, firstOf, subjectsAt, timesOf, timeText } from './rows.ts';

/** A time that would leave most reports without a figure: few subjects have a row, though most had one before. */
export interface Thin {
  readonly time: Period;
  readonly before: Period;
  /** Subjects with a row, and with a number, at `time` and `before`. */
  readonly rows: readonly [now: number, before: number];
  readonly numbers: readonly [now: number, before: number];
  readonly place: Place;
}

/**
 * Says of `time` that it is thin: fewer than half as many subjects have a row of any of the series as at the newest
 * earlier time that is not thin itself.
 */
export const thinness = (table: Table, series: readonly string[], time: Period): Thin | null =>
  thinBy(rowsAt, table, series, time);

/** The same of numbers, where there are rows enough: most of them hold symbols. */
export const fewNumbers = (table: Table, series: readonly string[], time: Period): Thin | null =>
  thinBy(numbersAt, table, series, time);

type Count = (table: Table, series: readonly string[], time: Period) => number;

const rowsAt: Count = (table, series, time) => subjectsAt(table, series, time).size + rowsOfNobody(table, series, time);

const numbersAt: Count = (table, series, time) =>
  new Set(figuresAt(table, series, time).flatMap(({ subject, figure }) => (table.isNumber(figure) ? [subject] : [])))
    .size;

function thinBy(countAt: Count, table: Table, series: readonly string[], time: Period): Thin | null {
  const earlier = timesOf(table, series).filter((other) => comparePeriods(other, time) < 0);
  const before = notThin(earlier, (at) => countAt(table, series, at));
  if (before === undefined || countAt(table, series, time) * 2 >= before.count) return null;
  const first = firstOf(figuresAt(table, series, time).map(({ figure }) => figure));
  return {
    time,
    before: before.time,
    rows: [rowsAt(table, series, time), rowsAt(table, series, before.time)],
    numbers: [numbersAt(table, series, time), numbersAt(table, series, before.time)],
    place: first?.place ?? wholeFile(`${table.name}.csv`),
  };
}

/** Wrong rows of a time whose subject cannot be read: they are another problem, but rows. */
const rowsOfNobody = (table: Table, series: readonly string[], time: Period): number =>
  table.wrong.filter((row) => row.subject === null && row.time === time && series.includes(row.series ?? '')).length;

/** The first of these times, newest first, that counts half as much as the one before it, or more. */
function notThin(
  times: readonly Period[],
  countAt: (time: Period) => number,
): { time: Period; count: number } | undefined {
  const [first, ...earlier] = times;
  if (first === undefined) return undefined;
  let found = { time: first, count: countAt(first) };
  for (const time of earlier) {
    const count = countAt(time);
    if (found.count * 2 >= count) break;
    found = { time, count };
  }
  return found;
}

/** A goal, indicator or key figure whose time is thin. */
export interface Found {
  readonly id: string;
  readonly thin: Thin;
}

/** Those of the same time and the time before have the same cause: they are told together. */
export function together(found: readonly Found[]): Found[][] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.thin.time.code} ${one.thin.before.code}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** "kun 1 af 99 har et tal for 2024 (2023: 96)": numbers, or rows where the numbers do not show it. */
export function howFew(group: readonly Found[], subjects: number): string {
  const showsInNumbers = group.every(({ thin: { numbers } }) => numbers[0] * 2 < numbers[1]);
  const counts = group.map(({ thin }) => (showsInNumbers ? thin.numbers : thin.rows));
  const now = Math.max(...counts.map(([count]) => count));
  const before = Math.min(...counts.map(([, count]) => count));
  const [one] = group as [Found];
  const [only, atLeast] = group.length === 1 ? ['kun', ''] : ['højst', 'mindst '];
  const what = showsInNumbers ? 'et tal' : 'en række';
  return `${only} ${now} af ${subjects} har ${what} for ${timeText(one.thin.time)} (${timeText(one.thin.before)}: ${atLeast}${before})`;
}

/** The remedy that sets a time in `datasaet.json`, with what is set there already. */
export function choose(
  key: 'statusaar' | 'perioder',
  known: ReadonlyMap<unknown, unknown>,
  ids: readonly string[],
  thin: Thin,
): string {
  const code = ({ code: text }: Period): number | string => (key === 'statusaar' ? Number(text) : text);
  const entries = { ...Object.fromEntries(known), ...Object.fromEntries(ids.map((id) => [id, code(thin.before)])) };
  const json = Object.entries(entries).map(([id, value]) => `"${id}": ${JSON.stringify(value)}`);
  return (
    `Er rækkerne for ${timeText(thin.time)} en fejl, så ret eller slet dem; mangler der rækker, så tilføj dem. ` +
    `Skal ${timeText(thin.before)} vises, så skriv "${key}": {${json.join(', ')}} i datasaet.json ` +
    `(eller ${JSON.stringify(code(thin.time))}, hvis det er meningen).`
  );
}

/** Of a time that few have a number for, while the others' rows hold symbols; `what` is "Indikator 1.1". */
export const mostlySymbols = (rule: string, what: string, found: Found, subjects: number): Problem =>
  warning(found.thin.place, {
    rule,
    value: found.thin.time.code,
    message: `${what} vises for ${timeText(found.thin.time)}, men ${howFew([found], subjects)}; de andre rækker er uden tal.`,
    remedy: 'Se efter, at det er meningen; de andre rapporter får et tomt felt.',
  });
