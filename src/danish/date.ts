import type { Month } from 'date-fns';
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

/** "januar" to "december" */
export const monthNames: readonly string[] = Array.from({ length: 12 }, (_, i) => da.localize.month(i as Month));

const hour = 3_600_000;

/**
 * The day in Denmark at `instant`, as "2026-06-06". The hours of summer are those of the European Union since 1996
 * (directive 2000/84/EC), for every year; `Intl` knows them too, but its first answer costs 10 ms.
 */
export function todayInDenmark(instant: Date): string {
  const year = instant.getUTCFullYear();
  const isSummer = lastSundayAtOne(year, 2) <= +instant && +instant < lastSundayAtOne(year, 9);
  return new Date(+instant + (isSummer ? 2 : 1) * hour).toISOString().slice(0, 10);
}

/** The last Sunday of a month of 31 days (`month` counts from 0) at 01:00 UTC, when clocks change. */
function lastSundayAtOne(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return +last - last.getUTCDay() * 24 * hour;
}

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
