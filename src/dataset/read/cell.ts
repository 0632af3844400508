import Big from 'big.js';
import { damagedWorkbook } from '../rules/exports.ts';
import type { CellFlaw, WorkbookCell } from './table-record.ts';
import { FileFault } from './unreadable.ts';
import { isTrue, present, type TextsOf, type Workbook, withoutEscapes } from './workbook.ts';

const text = (shown: string, flaw: CellFlaw | null = null): WorkbookCell => ({ text: shown, flaw, isNumber: false });

/**
 * Reads a cell by its type `t`, the number of its style, and the texts that stand in it. Throws `FileFault` for one that
 * refers to a text or a style that is not there.
 */
export function readCell(type: string, style: number, texts: TextsOf, workbook: Workbook): WorkbookCell {
  const format = present(workbook.formats[style]);
  const value = texts.get(type === 'inlineStr' ? 't' : 'v') ?? '';
  const formula = texts.get('f');
  const isText = type === 'inlineStr' || type === 'str';
  if (value === '' && formula !== undefined && !isText) return text(`=${formula}`, 'formula');
  if (value === '') return text('');
  const read = readers[type] ?? readNumber;
  return read(value, format, workbook);
}

type Read = (value: string, format: string, workbook: Workbook) => WorkbookCell;

/** By the type of a cell; all others are numbers. */
const readers: Readonly<Partial<Record<string, Read>>> = {
  inlineStr: (value) => text(withoutEscapes(value)),
  str: (value) => text(withoutEscapes(value)),
  s: (value, _, { strings }) => text(present(/^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined)),
  b: (value) => text(isTrue(value) ? 'SAND' : 'FALSK', 'boolean'),
  e: (value) => text(errorNames.get(value) ?? '#FEJL!', 'error'),
  d: (value, format) => dateCell(Date.parse(/^\d{4}-\d\d-\d\d(?=T|$)/.exec(value)?.[0] ?? ''), format),
};

/** What is no number, or one that Excel cannot hold, is the text that stands there; Excel itself never writes one. */
const readNumber: Read = (value, format, { isFrom1904 }) => {
  const [, digits, exponent] = /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.exec(value) ?? [];
  const number = Number(value);
  if (digits === undefined && isDateFormat(format)) throw new FileFault(damagedWorkbook);
  if (digits === undefined || !Number.isFinite(number) || isTooLong(digits, number, exponent)) return text(value);
  if (isDateFormat(format)) return dateCell(instantOf(number, isFrom1904), format);
  return { text: plainNumber(number), flaw: isPercentage(format) ? 'percent' : null, isNumber: true };
};

/** True for more digits than tell a double from its neighbours: reading it would change the number. */
const isTooLong = (digits: string, number: number, exponent: string | undefined): boolean =>
  digits.replace(/^[0.]+|\./g, '').length > 17 ||
  (exponent === undefined && !digits.includes('.') && !Number.isSafeInteger(number));

/** All digits that tell a double from its neighbours, which is what Excel holds: 72.1, not 72.099999999999994. */
function plainNumber(value: number): string {
  const digits = String(value);
  return digits.includes('e') ? new Big(value).toFixed() : digits;
}

/** Milliseconds of a day's number; NaN for one that Excel shows no date for. */
function instantOf(day: number, isFrom1904: boolean): number {
  const counted = isFrom1904 ? day + 1462 : day;
  if (counted < 1 || counted >= 2_958_466) return Number.NaN;
  // Excel has a 29 February 1900.
  return Date.UTC(1899, 11, counted < 60 ? 31 : 30) + Math.floor(counted) * 86_400_000;
}

/** Only as exact as the cell shows it: a cell that shows "2024" is a year, one that shows "sep-25" no day. */
function dateCell(instant: number, format: string): WorkbookCell {
  // Excel fills a cell with signs where it has no date to show.
  if (!(instant > Date.UTC(1899) && instant < Date.UTC(10_000))) return text('#####', 'error');
  const day = new Date(instant).toISOString().slice(0, 10);
  const shown = withoutTexts(format).toLowerCase();
  const length = shown.includes('d') || !shown.includes('y') ? 10 : shown.includes('m') ? 7 : 4;
  return text(day.slice(0, length), 'date');
}

/** A format without the texts, blanks and colours in it, which do not change what a number is shown as. */
const withoutTexts = (format: string): string => format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');

const isDateFormat = (format: string): boolean => /[ymdhs]/i.test(withoutTexts(format));

const isPercentage = (format: string): boolean => withoutTexts(format).includes('%');

/** What Danish Excel shows for errors. */
const errorNames: ReadonlyMap<string, string> = new Map([
  ['#NULL!', '#NUL!'],
  ['#DIV/0!', '#DIVISION/0!'],
  ['#VALUE!', '#VÆRDI!'],
  ['#REF!', '#REFERENCE!'],
  ['#NAME?', '#NAVN?'],
  ['#NUM!', '#NUM!'],
  ['#N/A', '#I/T'],
]);
