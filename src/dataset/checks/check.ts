import { clean, comparePeriods, listText, type Period } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import type { Declaration } from '../datasaet.ts';
import type { Figure } from '../figure.ts';
import type { Problem } from '../problem.ts';
import type { Tables } from '../read-dataset.ts';
import type { Table } from '../table/table.ts';

/** What is wrong, or should be looked at, though each row by itself is right: docs/dataformat.md has the rules. */
export type Check = (tables: Tables, catalogue: Catalogue, declaration: Declaration) => Problem[];

/** So many municipalities with rows, or more, show what is usual in a dataset; of fewer nothing follows. */
export const MANY = 10;

/** Of one series and the same times so many problems are told one by one; more have a cause in common. */
const SCATTERED = 3;

/** Names that a message lists. */
const LISTED = 10;

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
  const subjects = new Set(figuresAt(table, series, time).map(({ subject }) => subject));
  for (const row of table.wrong) {
    if (row.subject !== null && (row.time ?? row.likelyTime) === time && series.includes(row.series ?? ''))
      subjects.add(row.subject);
  }
  return subjects;
}

/** Subjects that have a row in the table, right or wrong. */
export function subjectsIn(table: Table): ReadonlySet<string> {
  const subjects = new Set(table.wrong.flatMap(({ subject }) => subject ?? []));
  for (const id of table.series.keys()) for (const subject of table.figuresOf(id).keys()) subjects.add(subject);
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

/** A problem for each of a group; for a large one a single problem, which `ofMany` makes. */
export const oneByOne = <T>(
  groups: Iterable<readonly [T, ...T[]]>,
  ofOne: (one: T) => Problem,
  ofMany: (group: readonly [T, ...T[]]) => Problem,
): Problem[] => [...groups].flatMap((group) => (group.length > SCATTERED ? ofMany(group) : group.map(ofOne)));

/** "Indikator 1.1", "Nøgletal 13". */
export const seriesName = ({ name }: Pick<Table, 'name'>, id: string): string =>
  `${name === 'indikatorer' ? 'Indikator' : 'Nøgletal'} ${id}`;

export const subjectName = (code: string, { subjects }: Catalogue): string => clean(subjects.get(code) ?? code);

/** "Læsø", "Læsø, Fanø og Samsø", "Læsø, Fanø ... og 12 andre". */
export function namesOf(codes: readonly string[], catalogue: Catalogue): string {
  const names = codes.map((code) => subjectName(code, catalogue));
  if (names.length <= LISTED) return listText(names);
  return `${names.slice(0, LISTED).join(', ')} og ${names.length - LISTED} andre`;
}

/** ": Læsø og Fanø" after a sentence about several that does not name them. */
export const namesAfter = (codes: readonly string[], catalogue: Catalogue): string =>
  codes.length === 1 ? '' : `: ${namesOf(codes, catalogue)}`;

/** "Læsø", "3 kommuner", "Hele landet og 3 kommuner": whom a sentence is about. */
export function subjectsText(codes: readonly string[], catalogue: Catalogue): string {
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return subjectName(only, catalogue);
  const local = codes.filter((code) => code !== COUNTRY).length;
  if (local === codes.length) return `${local} kommuner`;
  return `${subjectName(COUNTRY, catalogue)} og ${local} ${local === 1 ? 'kommune' : 'kommuner'}`;
}

/** Codes of the municipalities. */
export const municipalitiesOf = ({ subjects }: Catalogue): string[] =>
  [...subjects.keys()].filter((code) => code !== COUNTRY);

/** The series of a table that can be a fraction by mistake, or lie outside 0-100. */
export const isPercent = ({ measure }: Series): boolean => measure !== 'count';
