import type { Period } from '../dataset/period.ts';
import { type Day, longDate, monthName } from './date.ts';

/** A period in words: "2024", "2. kvartal 2025", "november 2025", "31. december 2025", "juli 2016-december 2025". */
export function periodText(period: Period): string {
  const first = dayOf(period.first);
  switch (period.kind) {
    case 'year':
      return String(first.year);
    case 'quarter':
      return `${Math.ceil(first.month / 3)}. kvartal ${first.year}`;
    case 'month':
      return monthText(first);
    case 'day':
      return longDate(first);
    case 'months':
      return `${monthText(first)}-${monthText(dayOf(period.last))}`;
  }
}

const monthText = (day: Day): string => `${monthName(day.month)} ${day.year}`;

/** From the number yyyymmdd. */
const dayOf = (number: number): Day => ({
  year: Math.floor(number / 10_000),
  month: Math.floor(number / 100) % 100,
  day: number % 100,
});
