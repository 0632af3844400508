import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isExists } from 'date-fns/isExists';
import { da } from 'date-fns/locale/da';
import { capitalise } from './text.ts';

/** A calendar day without a time zone; `month` counts from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads "2026-06-06"; null when `text` is not such a date or the day does not exist. */
export function parseIsoDate(text: string): Day | null {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isExists(year, month - 1, day) ? { year, month, day } : null;
}

/** The day in Denmark at `instant`, as "2026-06-06". */
export const todayInDenmark = (instant: Date): string => format(instant, 'yyyy-MM-dd', { in: tz('Europe/Copenhagen') });

/** A day in date-fns's pattern, with Danish names of months. */
const written = ({ year, month, day }: Day, pattern: string): string =>
  format(new Date(year, month - 1, day), pattern, { locale: da });

/** "31. december 2025" */
export const longDate = (day: Day): string => written(day, 'd. MMMM yyyy');

/** "6/6-2026" */
export const shortDate = (day: Day): string => written(day, 'd/M-yyyy');

/** "november 2025" */
export const monthText = (day: Day): string => written(day, 'MMMM yyyy');

/** "2. kvartal 2025" */
export const quarterText = (day: Day): string => written(day, "Q. 'kvartal' yyyy");

/** "Juni 2026" for the edition "2026-06". */
export const editionText = (edition: string): string =>
  capitalise(monthText({ year: Number(edition.slice(0, 4)), month: Number(edition.slice(5, 7)), day: 1 }));
