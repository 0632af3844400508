import type { Period, PeriodKind } from './period.ts';

const days = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const stamp = (year: number, month: number, day: number): number => year * 10_000 + month * 100 + day;
const pad = (value: number): string => String(value).padStart(2, '0');

/** Why a text is no period; `order`: a span that ends before it begins; `unknown-kind`: half-years and weeks. */
export type PeriodFault = 'form' | 'calendar' | 'order' | 'unknown-kind';

const spanOfMonths = (kind: PeriodKind, code: string, year: number, from: number, to: number): Period => ({
  kind,
  code,
  first: stamp(year, from, 1),
  last: stamp(year, to, days(year, to)),
});

const yearOf = (text: string | undefined): number => Number(text);
const isYear = (year: number): boolean => year >= 1800;

/**
 * Reads a period as the dataset writes it: "2024", "2025K2" (also "2025Q2"), "2025M11", "2025-12-31" or
 * "2016M07-2025M12". The code of the result is always the Danish one.
 */
export function parsePeriod(text: string): Period | PeriodFault {
  const match =
    /^(\d{4})(?:[KQ](\d)|M(\d\d)|-(\d\d)-(\d\d)|M(\d\d)-(\d{4})M(\d\d))?$/.exec(text) ??
    (/^\d{4}[HU]\d\d?$/.test(text) ? 'unknown-kind' : 'form');
  if (typeof match === 'string') return match;
  const [, year, quarter, month, dayMonth, day, fromMonth, toYear, toMonth] = match;
  if (!isYear(yearOf(year))) return 'calendar';
  if (quarter !== undefined) return quarterPeriod(yearOf(year), Number(quarter));
  if (month !== undefined) return monthPeriod(yearOf(year), Number(month));
  if (dayMonth !== undefined) return dayPeriod(yearOf(year), Number(dayMonth), Number(day));
  if (fromMonth !== undefined) return span(yearOf(year), Number(fromMonth), yearOf(toYear), Number(toMonth));
  return spanOfMonths('year', text, yearOf(year), 1, 12);
}

const quarterPeriod = (year: number, quarter: number): Period | PeriodFault =>
  quarter < 1 || quarter > 4
    ? 'calendar'
    : spanOfMonths('quarter', `${year}K${quarter}`, year, quarter * 3 - 2, quarter * 3);

const isMonth = (month: number): boolean => month >= 1 && month <= 12;

const monthPeriod = (year: number, month: number): Period | PeriodFault =>
  isMonth(month) ? spanOfMonths('month', `${year}M${pad(month)}`, year, month, month) : 'calendar';

function dayPeriod(year: number, month: number, day: number): Period | PeriodFault {
  if (!isMonth(month) || day < 1 || day > days(year, month)) return 'calendar';
  const at = stamp(year, month, day);
  return { kind: 'day', code: `${year}-${pad(month)}-${pad(day)}`, first: at, last: at };
}

function span(year: number, month: number, toYear: number, toMonth: number): Period | PeriodFault {
  if (!isMonth(month) || !isMonth(toMonth) || !isYear(toYear)) return 'calendar';
  if (toYear * 12 + toMonth < year * 12 + month) return 'order';
  const code = `${year}M${pad(month)}-${toYear}M${pad(toMonth)}`;
  return { kind: 'months', code, first: stamp(year, month, 1), last: stamp(toYear, toMonth, days(toYear, toMonth)) };
}

/** Order of periods: by last day, then first. */
export const comparePeriods = (a: Period, b: Period): number => a.last - b.last || a.first - b.first;
