import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import { isExists } from 'date-fns/isExists';
import { type Day, longDate, monthText, quarterText } from './date.ts';

/** What a key figure's period is: a year, quarter, month, day or span of months. */
type PeriodKind = 'year' | 'quarter' | 'month' | 'day' | 'months';

/** A period as the dataset writes it, e.g. "2024", "2025K2", "2025M11", "2025-12-31", "2016M07-2025M12". */
export interface Period {
  readonly kind: PeriodKind;
  readonly code: string;
  /** First and last day as yyyymmdd numbers, e.g. 20250401 and 20250630; periods sort by last day, then first. */
  readonly first: number;
  readonly last: number;
}

/** Why a text is no period; `order`: a span that ends before it begins; `unknown-kind`: half-years and weeks. */
export type PeriodFault = 'form' | 'calendar' | 'order' | 'unknown-kind';

/**
 * Reads a period: "2024", "2025K2" (also "2025Q2"), "2025M11", "2025-12-31" or "2016M07-2025M12". The code of the
 * result is always the Danish one.
 */
export function parsePeriod(text: string): Period | PeriodFault {
  const match = /^(\d{4})(?:[KQ](\d)|M(\d\d)|-(\d\d)-(\d\d)|M(\d\d)-(\d{4})M(\d\d))?$/.exec(text);
  if (match === null) return /^\d{4}[HU]\d\d?$/.test(text) ? 'unknown-kind' : 'form';
  const [, first, quarter, month, dayMonth, day, fromMonth, last, toMonth] = match;
  const year = Number(first);
  if (quarter !== undefined) return monthsOf('quarter', `${year}K${quarter}`, year, Number(quarter) * 3 - 2, 3);
  if (month !== undefined) return monthsOf('month', text, year, Number(month), 1);
  if (dayMonth !== undefined) return dayOf(text, year, Number(dayMonth), Number(day));
  if (fromMonth === undefined) return monthsOf('year', text, year, 1, 12);
  const [from, to] = [
    monthsOf('month', '', year, Number(fromMonth), 1),
    monthsOf('month', '', Number(last), Number(toMonth), 1),
  ];
  if (typeof from === 'string' || typeof to === 'string') return 'calendar';
  return from.first > to.last ? 'order' : { kind: 'months', code: text, first: from.first, last: to.last };
}

/** No statistics of this kind are older. */
const FIRST_YEAR = 1800;

function monthsOf(kind: PeriodKind, code: string, year: number, month: number, count: number): Period | PeriodFault {
  const last = month + count - 1;
  if (year < FIRST_YEAR || month < 1 || last > 12) return 'calendar';
  return {
    kind,
    code,
    first: stamp(year, month, 1),
    last: stamp(year, last, getDaysInMonth(new Date(year, last - 1))),
  };
}

function dayOf(code: string, year: number, month: number, day: number): Period | PeriodFault {
  if (year < FIRST_YEAR || !isExists(year, month - 1, day)) return 'calendar';
  return { kind: 'day', code, first: stamp(year, month, day), last: stamp(year, month, day) };
}

/** Order of periods: by last day, then first. */
export const comparePeriods = (a: Period, b: Period): number => a.last - b.last || a.first - b.first;

/** A period in words: "2024", "2. kvartal 2025", "november 2025", "31. december 2025", "juli 2016-december 2025". */
export function periodText({ kind, first, last }: Period): string {
  const texts: Record<PeriodKind, (day: Day) => string> = {
    year: ({ year }) => String(year),
    quarter: quarterText,
    month: monthText,
    day: longDate,
    months: (day) => `${monthText(day)}-${monthText(unstamped(last))}`,
  };
  return texts[kind](unstamped(first));
}

const stamp = (year: number, month: number, day: number): number => year * 10_000 + month * 100 + day;

const unstamped = (number: number): Day => ({
  year: Math.floor(number / 10_000),
  month: Math.floor(number / 100) % 100,
  day: number % 100,
});
