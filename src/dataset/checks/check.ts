import { comparePeriods, type Period } from '../../danish/index.ts';
import { type Catalogue, COUNTRY } from '../catalogue.ts';
import type { Declaration } from '../declaration.ts';
import type { Figure } from '../figure.ts';
import { type Place, wholeFile } from '../place.ts';
import type { Tables } from '../read-tables.ts';
import type { FormerFolder } from '../rules/former.ts';
import type { Problem } from '../rules/rule.ts';
import type { Table } from '../table/table.ts';
import type { SeriesNumbers } from './series-numbers.ts';
import type { WithoutRows } from './without-rows.ts';
import type { FoundSuspicion } from './wrong-columns.ts';

/** What a check is asked about: the tables row by row, and their series as numbers. */
export interface Checked {
  readonly tables: Tables;
  /** Every series of both tables, indicators first. */
  readonly series: readonly SeriesNumbers[];
  readonly catalogue: Catalogue;
  readonly declaration: Declaration;
  readonly withoutRows: WithoutRows;
  /** Series whose numbers at a time are likely to be wrong as a whole; what follows from one is not told again. */
  readonly suspicions: readonly FoundSuspicion[];
  /** Where the edition before is said to be; null when nothing is said. */
  readonly formerFolder: FormerFolder | null;
  /** The series of the edition before; null when there is none, or none that can be read. */
  readonly former: { readonly edition: string; readonly series: readonly SeriesNumbers[] } | null;
}

/** Finds what is wrong, or should be looked at, though each row by itself is right. */
export type Check = (checked: Checked) => Problem[];

/** Of one series and the same times so many problems are told one by one; more have a cause in common. */
const SCATTERED = 3;

/** A group as it is, when it is so large that its members have a cause in common; else each member by itself. */
export function oneByOne<T>(group: readonly T[]): (readonly [T, ...T[]])[] {
  const [first, ...others] = group;
  return first !== undefined && group.length > SCATTERED ? [[first, ...others]] : group.map((one) => [one]);
}

/** The times of all rows of the series, wrong ones included, in order. */
export function timesOf(table: Table, series: readonly string[]): Period[] {
  const times = new Set(series.flatMap((id) => [...table.timesOf(id).keys()]));
  for (const { series: id, time } of table.wrong) {
    if (id !== null && time !== null && series.includes(id)) times.add(time);
  }
  return [...times].sort(comparePeriods);
}

/** Subjects that have a row of any of the series at a time. A symbol is a row, and so is a row that is wrong. */
export function subjectsAt(table: Table, series: readonly string[], time: Period): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const id of series)
    for (const [subject, byTime] of table.figuresOf(id)) if (byTime.has(time)) subjects.add(subject);
  for (const row of table.wrong) {
    if (row.subject !== null && (row.time ?? row.likelyTime) === time && series.includes(row.series ?? ''))
      subjects.add(row.subject);
  }
  return subjects;
}

/** Subjects that have a row in the table, or of the one series, right or wrong. */
export function subjectsIn(table: Table, id?: string): ReadonlySet<string> {
  const wrong = id === undefined ? table.wrong : table.wrong.filter(({ series }) => series === id);
  const subjects = new Set(wrong.flatMap(({ subject }) => subject ?? []));
  const series = id === undefined ? table.series.keys() : [id];
  for (const one of series) for (const subject of table.figuresOf(one).keys()) subjects.add(subject);
  return subjects;
}

interface SubjectFigure {
  readonly subject: string;
  readonly figure: Figure;
}

/** The figures of the series at a time. */
export function figuresAt(table: Table, series: readonly string[], time: Period): SubjectFigure[] {
  const found: SubjectFigure[] = [];
  for (const id of series) {
    for (const [subject, byTime] of table.figuresOf(id)) {
      const figure = byTime.get(time);
      if (figure !== undefined) found.push({ subject, figure });
    }
  }
  return found;
}

/** Enough numbers of one subject to tell. */
export const ENOUGH_OF_ONE = 8;

/** Where the newest numbers of a series begin. */
export function placeOfNewest(series: SeriesNumbers): Place {
  const newest = series.localTimes.at(-1);
  const first = newest === undefined ? undefined : [...series.at(newest).values()][0];
  return first?.figure.place ?? wholeFile(`${series.table}.csv`);
}

/** Codes of the municipalities, in order. */
export const localCodes = ({ subjects }: Catalogue): string[] =>
  [...subjects.keys()].filter((code) => code !== COUNTRY).sort();

/** The file that a series is read from: of several the one of its first figure. */
export function fileOf(table: Table, id: string): string {
  for (const figures of table.figuresOf(id).values()) for (const { place } of figures.values()) return place.file;
  return `${table.name}.csv`;
}
