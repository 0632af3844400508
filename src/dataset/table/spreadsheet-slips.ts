import { type Period, parsePeriod } from '../../danish/index.ts';

/** How a spreadsheet keeps what is typed: the remedy of every text that it has turned into something else. */
export const KEEP_AS_TEXT =
  'Gør kolonnen til tekst i Excel (Formatér celler, Tekst), før felterne skrives eller sættes ind, og ret dem.';

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthNames = [
  ...['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november'],
  'december',
];
const englishMonths: Readonly<Record<string, number>> = { may: 5, oct: 10 };

/** Number of the month that a word or its first letters name; 0 for none. */
function monthOf(word: string): number {
  const text = word.toLowerCase().replace(/\.$/, '');
  return (months.indexOf(text.slice(0, 3)) + 1 || englishMonths[text.slice(0, 3)]) ?? 0;
}

const isMonth = (word: string): boolean => {
  const text = word.toLowerCase().replace(/\.$/, '');
  return text.length === 3 ? monthOf(text) > 0 : monthNames.includes(text);
};

/** A year of two digits as Excel reads it: up to 29 in this century. */
const fullYear = (text: string): string => (text.length === 4 ? text : `${Number(text) < 30 ? '20' : '19'}${text}`);

const pad = (number: number | string): string => String(number).padStart(2, '0');

/** The day that Excel keeps as this number, "2025-12-31" of 46022; null when it is none of these centuries. */
function serialDay(text: string): string | null {
  if (!/^\d{5}$/.test(text) || Number(text) < 20_000 || Number(text) > 60_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10);
}

/** The id that Excel has made `text` of: "1.1" of "1-jan", "01.01.2026", "1,1" and 46023. Null when it is none. */
export function meantId(text: string, isId: (id: string) => boolean): string | null {
  const [, day, word] = /^(\d{1,2})[-. ]+([a-zæøå]{3,9})\.?$/i.exec(text) ?? [];
  const [, dateDay, dateMonth] = /^(\d{1,2})[-./](\d{1,2})[-./]\d{2,4}$/.exec(text) ?? [];
  const serial = serialDay(text);
  const guesses = [
    day !== undefined && word !== undefined && isMonth(word) ? `${Number(day)}.${monthOf(word)}` : null,
    dateDay !== undefined && dateMonth !== undefined ? `${Number(dateDay)}.${Number(dateMonth)}` : null,
    serial === null ? null : `${Number(serial.slice(8))}.${Number(serial.slice(5, 7))}`,
    /^\d+,\d+$/.test(text) ? text.replace(',', '.') : null,
    /^\d+[.,]0+$/.test(text) ? text.replace(/[.,]0+$/, '') : null,
  ];
  return guesses.find((guess) => guess !== null && isId(guess)) ?? null;
}

/** True for an id that has become a date or the number of one, false for one that has become a decimal number. */
export const isDateText = (text: string): boolean => !/^\d+[.,]\d+$/.test(text);

/**
 * The period that a text most likely means which is written as people or spreadsheets write it: "31-12-2025", "sep-25",
 * "1. kvartal 2025", 46022. Null when it is none; never one that `parsePeriod` takes.
 */
export function meantPeriod(text: string): Period | null {
  for (const [pattern, code] of periodForms) {
    const match = pattern.exec(text);
    const guess = match === null ? null : code(match.slice(1) as string[]);
    const period = guess === null ? 'form' : parsePeriod(guess);
    if (typeof period !== 'string') return period;
  }
  return null;
}

type Form = readonly [pattern: RegExp, code: (parts: string[]) => string | null];

const periodForms: readonly Form[] = [
  [/^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/, ([a = '', b = '', year = '']) => dayCode(a, b, year)],
  [/^(\d{4})[./](\d{1,2})[./](\d{1,2})$/, ([year, month = '', day = '']) => `${year}-${pad(month)}-${pad(day)}`],
  [
    /^(\d{1,2})\. ?([a-zæøå]+)\.? (\d{4})$/i,
    ([day = '', word = '', year]) => (isMonth(word) ? `${year}-${pad(monthOf(word))}-${pad(day)}` : null),
  ],
  [
    /^([a-zæøå]+)\.?[- ](\d{4}|\d{2})$/i,
    ([word = '', year = '']) => (isMonth(word) ? `${fullYear(year)}M${pad(monthOf(word))}` : null),
  ],
  [/^(\d{4})(?:[- ]?m[- ]?|[- ])(\d{1,2})$/i, ([year, month = '']) => `${year}M${pad(month)}`],
  [/^(\d{4})(\d{2})$/, ([year, month]) => `${year}M${month}`],
  [/^([1-4])\.? ?(?:kvartal|kvt|kv|k|q)\.?[- ]?(\d{4})$/i, ([quarter, year]) => `${year}K${quarter}`],
  [/^(?:kvartal|kvt\.?|k|q) ?([1-4])[- ](\d{4})$/i, ([quarter, year]) => `${year}K${quarter}`],
  [/^(\d{4})[- ]*(?:kvartal|kvt\.?|k|q) ?([1-4])$/i, ([year, quarter]) => `${year}K${quarter}`],
  [/^(\d{5})$/, ([serial = '']) => serialDay(serial)],
  [/^([012]\d)$/, ([year]) => `20${year}`],
  [/^(.+?) *(?:\*|\([^()]*\))$/, ([text = '']) => text],
];

/** Day before month, as in Danish, unless only the other way exists. */
const dayCode = (a: string, b: string, year: string): string =>
  Number(b) > 12 ? `${fullYear(year)}-${pad(a)}-${pad(b)}` : `${fullYear(year)}-${pad(b)}-${pad(a)}`;

/** True for a text that a spreadsheet, not a person, writes: a date, a month as "sep-25", a number. */
export const isSpreadsheetTime = (text: string): boolean => /^(?:[\d\-./]{3,}|[a-zæøå]+\.?-\d+)$/i.test(text);
