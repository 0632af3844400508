import { monthNames, type Period, parsePeriod } from '../../danish/index.ts';

const months = monthNames.map((name) => name.slice(0, 3));
const englishMonths: Readonly<Record<string, number>> = { may: 5, oct: 10 };

/** Pattern of a month's name or its first three letters. */
const month = `(${[...monthNames, ...months, ...Object.keys(englishMonths)].join('|')})`;

function monthOf(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return englishMonths[start] ?? months.indexOf(start) + 1;
}

/** A year of two digits as Excel reads it: up to 29 in this century. */
const fullYear = (text: string): string => (text.length === 4 ? text : `${Number(text) < 30 ? '20' : '19'}${text}`);

const pad = (number: number | string): string => String(number).padStart(2, '0');

/** A day as the number that Excel keeps, unless it is none of these centuries. */
const serial = /^([2-5]\d{4}|60000)$/;

/** "2025-12-31" of 46022. */
const serialDay = (days: string): string =>
  new Date(Date.UTC(1899, 11, 30) + Number(days) * 86_400_000).toISOString().slice(0, 10);

/** A way to write something, and what is meant by its parts. */
type Form = readonly [pattern: RegExp, code: (parts: string[]) => string];

/** What a text may mean, in the order of the forms. */
const guessesOf = (text: string, forms: readonly Form[]): string[] =>
  forms.flatMap(([pattern, code]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [code(match.slice(1) as string[])];
  });

/** The id that Excel has made `text` of: "1.1" of "1-jan", "01.01.2026", "1,1" and 46023. Null when it is none. */
export const meantId = (text: string, isId: (id: string) => boolean): string | null =>
  guessesOf(text, idForms).find(isId) ?? null;

const idForms: readonly Form[] = [
  [new RegExp(`^(\\d{1,2})[-. ]+${month}\\.?$`, 'i'), ([day, word = '']) => `${Number(day)}.${monthOf(word)}`],
  [/^(\d{1,2})[-./](\d{1,2})[-./]\d{2,4}$/, ([day, month]) => `${Number(day)}.${Number(month)}`],
  [serial, ([days = '']) => serialDay(days).replace(/^\d+-0?(\d+)-0?(\d+)$/, '$2.$1')],
  [/^(\d+),(\d+)$/, ([whole, fraction]) => `${whole}.${fraction}`],
  [/^(\d+)[.,]0+$/, ([whole = '']) => whole],
];

/** True for an id that has become a date or the number of one, false for one that has become a decimal number. */
export const isDateText = (text: string): boolean => !/^\d+[.,]\d+$/.test(text);

/**
 * The period that a text most likely means which is written as people or spreadsheets write it: "31-12-2025", "sep-25",
 * "1. kvartal 2025", 46022. Null when it is none; never one that `parsePeriod` takes.
 */
export function meantPeriod(text: string): Period | null {
  const periods = guessesOf(text, periodForms).map(parsePeriod);
  return periods.find((period) => typeof period !== 'string') ?? null;
}

const periodForms: readonly Form[] = [
  [/^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})$/, ([a = '', b = '', year = '']) => dayCode(a, b, year)],
  [/^(\d{4})[./](\d{1,2})[./](\d{1,2})$/, ([year, month = '', day = '']) => `${year}-${pad(month)}-${pad(day)}`],
  [
    new RegExp(`^(\\d{1,2})\\. ?${month}\\.? (\\d{4})$`, 'i'),
    ([day = '', word = '', year]) => `${year}-${pad(monthOf(word))}-${pad(day)}`,
  ],
  [
    new RegExp(`^${month}\\.?[- ](\\d{4}|\\d{2})$`, 'i'),
    ([word = '', year = '']) => `${fullYear(year)}M${pad(monthOf(word))}`,
  ],
  [/^(\d{4})(?:[- ]?m[- ]?|[- ])(\d{1,2})$/i, ([year, month = '']) => `${year}M${pad(month)}`],
  [/^(\d{4})(\d{2})$/, ([year, month]) => `${year}M${month}`],
  [/^([1-4])\.? ?(?:kvartal|kvt|kv|k|q)\.?[- ]?(\d{4})$/i, ([quarter, year]) => `${year}K${quarter}`],
  [/^(?:kvartal|kvt\.?|k|q) ?([1-4])[- ](\d{4})$/i, ([quarter, year]) => `${year}K${quarter}`],
  [/^(\d{4})[- ]*(?:kvartal|kvt\.?|k|q) ?([1-4])$/i, ([year, quarter]) => `${year}K${quarter}`],
  [serial, ([days = '']) => serialDay(days)],
  [/^(\d{4}-\d\d-\d\d)[T ][\d:.]+Z?$/, ([day = '']) => day],
  [/^([012]\d)$/, ([year]) => `20${year}`],
  [/^(.+?) *(?:\*|\([^()]*\))$/, ([text = '']) => text],
];

/** Day before month, as in Danish, unless only the other way exists. */
const dayCode = (a: string, b: string, year: string): string =>
  Number(b) > 12 ? `${fullYear(year)}-${pad(a)}-${pad(b)}` : `${fullYear(year)}-${pad(b)}-${pad(a)}`;

/** True for a text that a spreadsheet, not a person, writes: a date, a month as "sep-25", a number. */
export const isSpreadsheetTime = (text: string): boolean => /^(?:[\d\-./]{3,}|[a-zæøå]+\.?-\d+)$/i.test(text);
