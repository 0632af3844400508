import { tzOffset } from '@date-fns/tz';
import { isExists } from 'date-fns/isExists';

export const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
] as const;

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

/**
 * The day in Denmark at `instant`, of 1970 or later, as "2026-06-06". Denmark is one or two hours ahead of Greenwich;
 * the time zone, which takes a tenth of a short run to load, is only asked where it matters which.
 */
export function todayInDenmark(instant: Date): string {
  const winter = dayAfter(instant, 60);
  return winter === dayAfter(instant, 120) ? winter : dayAfter(instant, tzOffset('Europe/Copenhagen', instant));
}

/** The day in Greenwich so many minutes later. */
const dayAfter = (instant: Date, minutes: number): string =>
  new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 10);

/** "december" for 12. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) throw new RangeError(`No month ${month}`);
  return name;
}

/** "31. december 2025" */
export const longDate = ({ year, month, day }: Day): string => `${day}. ${monthName(month)} ${year}`;

/** "6/6-2026" (d/M-yyyy) */
export const shortDate = ({ year, month, day }: Day): string => `${day}/${month}-${year}`;

/** "Juni 2026" for the edition "2026-06". */
export function editionText(edition: string): string {
  return capitalise(`${monthName(Number(edition.slice(5, 7)))} ${edition.slice(0, 4)}`);
}

/** The same text with a capital first letter. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
