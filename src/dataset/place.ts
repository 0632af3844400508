import { withoutControls } from '../danish/index.ts';

/**
 * Where a value stands. Lines and columns count from 1; both are 0 for a file as a whole. Columns are characters of a
 * line, in a workbook the columns of its sheet.
 */
export interface Place {
  readonly file: string;
  /** The workbook's sheet. */
  readonly sheet?: string;
  readonly line: number;
  readonly column: number;
}

export const wholeFile = (file: string): Place => ({ file, line: 0, column: 0 });

/** "indikatorer.csv:123:14", "ras200.xlsx:Ark1!F12", or the file's name alone for a file as a whole. */
export function placeText({ file, sheet, line, column }: Place): string {
  const name = withoutControls(file);
  if (line === 0) return name;
  if (sheet === undefined) return `${name}:${line}:${column}`;
  return `${name}:${withoutControls(sheet)}!${columnLetters(column)}${line}`;
}

/** Name of a column, from 1, as spreadsheets show it: "A", "Z", "AA". */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}

/** Order of problems: by file, line, column; equal places keep the order in which they were found. */
export const comparePlaces = (a: Place, b: Place): number =>
  byFile(a.file, b.file) || a.line - b.line || a.column - b.column;

/** Files in the order of their names, whatever the machine's language; capitals only decide between equals. */
const byFile = (a: string, b: string): number =>
  a === b ? 0 : byText(a.toLowerCase(), b.toLowerCase()) || byText(a, b);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
