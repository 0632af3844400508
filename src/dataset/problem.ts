import { clean } from '../danish/index.ts';

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

/**
 * `error`: the value cannot be used. `warning`: it is used, but somebody should look. `info`: nothing is wrong.
 * Only errors make `valider` end with 65.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Something to tell about a dataset, in Danish: what is wrong and what to do about it. */
export interface Problem {
  readonly severity: Severity;
  /** Stable name of the rule, e.g. "ukendt-kommune"; documented in docs/dataformat.md. */
  readonly rule: string;
  readonly place: Place;
  /** The value as it stands, cleaned of control characters and shortened; null when there is none. */
  readonly value: string | null;
  readonly message: string;
  readonly remedy: string;
  /** A structural fault: nothing of the dataset can be trusted, so no report is made. */
  readonly structural: boolean;
}

/** What a rule says, wherever it is: what is wrong and what to do, both in full Danish sentences. */
export interface ProblemText {
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  /** The raw text of the file that it is about, if any; a `Problem` has it cleaned. */
  readonly value?: string;
}

const problemOf =
  (severity: Severity, structural: boolean) =>
  (place: Place, { rule, message, remedy, value }: ProblemText): Problem => {
    const shown = value === undefined ? null : clean(value);
    return { severity, rule, place, value: shown, message, remedy, structural };
  };

export const structuralError = problemOf('error', true);
export const rowError = problemOf('error', false);
export const warning = problemOf('warning', false);
export const info = problemOf('info', false);

/** A value of a file in Danish quotes, safe to show. */
export const quoted = (text: string): string => (text === '' ? 'Et tomt felt' : `"${clean(text)}"`);

export const wholeFile = (file: string): Place => ({ file, line: 0, column: 0 });

/** "indikatorer.csv:123:14", "ras200.xlsx:Ark1!F12", or the file's name alone for a file as a whole. */
export function placeText({ file, sheet, line, column }: Place): string {
  const name = clean(file, 120);
  if (line === 0) return name;
  if (sheet === undefined) return `${name}:${line}:${column}`;
  return `${name}:${clean(sheet)}!${columnLetters(column)}${line}`;
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
