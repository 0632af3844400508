import { type Decimal, decimalsOf } from '../../decimal.ts';

/** A cell of a sheet: text, or a number with the form that Excel shows it in. */
export type SheetCell = string | { readonly number: Decimal; readonly format: string };

/** Always with the same number of decimals: a form with optional ones leaves a comma behind whole numbers. */
export const fixed = (number: Decimal, decimals: number): SheetCell => ({
  number,
  format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
});

/** A year as a number, without a mark of thousands; what is no year stays as it is. */
export const yearCell = (text: string): SheetCell => (/^\d{4}$/.test(text) ? { number: text, format: '0' } : text);

/** One table that fills its sheet, its headings in the first row. */
export interface Sheet {
  readonly name: string; // "Aktuel status"
  /** What formulas call the table, "AktuelStatus". */
  readonly table: string;
  /** What the sheet holds, for the list of contents. */
  readonly description: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A column by its heading, with what it says of a line. */
export type Columns<Line> = Readonly<Record<string, (line: Line) => SheetCell>>;

export function sheetOf<Line>(
  about: Pick<Sheet, 'name' | 'table' | 'description'>,
  columns: Columns<Line>,
  lines: readonly Line[],
): Sheet {
  const all = Object.values(columns);
  return { ...about, headings: Object.keys(columns), rows: lines.map((line) => all.map((of) => of(line))) };
}

/** The most decimals that any of the numbers has: all of a series are shown with as many. */
export const mostDecimals = (values: readonly (Decimal | null)[]): number =>
  Math.max(0, ...values.map((value) => (value === null ? 0 : decimalsOf(value))));
