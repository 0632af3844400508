import { clean, comparePeriods, listText, type Period, periodText } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { comparePlaces } from '../problem.ts';
import type { Table } from '../table/table.ts';

/** So many municipalities with rows, or more, show what is usual in a dataset; of fewer nothing follows. */
export const MANY = 10;

/** Names that a message lists. */
const LISTED = 10;

/** The times of all rows of the series, wrong ones included; newest first. */
export function timesOf(table: Table, series: readonly string[]): Period[] {
  const times = new Set(series.flatMap((id) => [...table.timesOf(id).keys()]));
  for (const { series: id, time } of table.wrong) {
    if (id !== null && time !== null && series.includes(id)) times.add(time);
  }
  return [...times].sort((a, b) => comparePeriods(b, a));
}

/** The times that a series has figures of, in order. */
export const inOrder = (table: Table, id: string): Period[] => [...table.timesOf(id).keys()].sort(comparePeriods);

/** Subjects that have a row of any of the series at a time. A symbol is a row, and so is a row that is wrong. */
export function subjectsAt(table: Table, series: readonly string[], time: Period): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const id of series) {
    for (const [subject, byTime] of table.figuresOf(id)) if (byTime.has(time)) subjects.add(subject);
  }
  for (const row of table.wrong) {
    if (row.subject !== null && (row.time ?? row.likelyTime) === time && series.includes(row.series ?? ''))
      subjects.add(row.subject);
  }
  return subjects;
}

/** Subjects that have a row in the table, right or wrong. */
export function subjectsIn(table: Table): ReadonlySet<string> {
  const subjects = new Set(table.wrong.flatMap(({ subject }) => (subject === null ? [] : [subject])));
  for (const id of table.series.keys()) for (const subject of table.figuresOf(id).keys()) subjects.add(subject);
  return subjects;
}

/** The figures of the series at a time. */
export function figuresAt(
  table: Table,
  series: readonly string[],
  time: Period,
): { readonly subject: string; readonly figure: Figure }[] {
  return series.flatMap((id) =>
    [...table.figuresOf(id)].flatMap(([subject, byTime]) => {
      const figure = byTime.get(time);
      return figure === undefined ? [] : [{ subject, figure }];
    }),
  );
}

/** The figure that stands first in its file. */
export const firstOf = (figures: readonly Figure[]): Figure | undefined =>
  figures.reduce<Figure | undefined>(
    (first, figure) => (first === undefined || comparePlaces(figure.place, first.place) < 0 ? figure : first),
    undefined,
  );

/** "Indikator 1.1", "Nøgletal 13". */
export const seriesName = ({ name }: Pick<Table, 'name'>, id: string): string =>
  `${name === 'indikatorer' ? 'Indikator' : 'Nøgletal'} ${id}`;

export const timeText: (time: Period) => string = periodText;

/** "Læsø", "Læsø, Fanø og Samsø", "Læsø, Fanø ... og 12 andre". */
export function namesOf(codes: Iterable<string>, { subjects }: Catalogue): string {
  const names = [...codes].map((code) => clean(subjects.get(code) ?? code));
  if (names.length <= LISTED) return listText(names);
  return `${names.slice(0, LISTED).join(', ')} og ${names.length - LISTED} andre`;
}

/** "Læsø", "3 kommuner", "Hele landet og 3 kommuner": whom a sentence is about. */
export function subjectsText(codes: readonly string[], { subjects }: Catalogue): string {
  const only = codes[0];
  if (only !== undefined && codes.length === 1) return clean(subjects.get(only) ?? only);
  const local = codes.filter((code) => code !== COUNTRY).length;
  const country = clean(subjects.get(COUNTRY) ?? '');
  if (local === codes.length) return `${local} kommuner`;
  return `${country} og ${local} ${local === 1 ? 'kommune' : 'kommuner'}`;
}

/** Codes of the municipalities. */
export const municipalitiesOf = ({ subjects }: Catalogue): string[] =>
  [...subjects.keys()].filter((code) => code !== COUNTRY);

/** The series of a table that can be a fraction by mistake, or lie outside 0-100. */
export const isPercent = ({ measure }: Series): boolean => measure !== 'count';
