import { writeCsv } from 'hucre/csv';

/** A field of a table: text of any kind, or text that is known to be of a number, such as "-6 pct. point". */
export type CsvField = string | { readonly number: string };

/** The columns of a file by their headings, each with what it says of a line. */
export type CsvColumns<Line> = Readonly<Record<string, (line: Line) => CsvField>>;

/** A file with a row per line, as `csvFile` writes it. */
export function csvOf<Line>(columns: CsvColumns<Line>, lines: readonly Line[]): string {
  const fields = Object.values(columns);
  return csvFile([Object.keys(columns), ...lines.map((line) => fields.map((fieldOf) => fieldOf(line)))]);
}

/** What a text begins with that a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Rows of fields as a CSV file that Danish Excel opens rightly: UTF-8 with BOM, `;` between fields, CRLF. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it; a number never does.
 */
export const csvFile = (rows: readonly (readonly CsvField[])[]): string =>
  `${writeCsv(
    rows.map((row) => row.map(textOf)),
    { bom: true, delimiter: ';' },
  )}\r\n`;

function textOf(field: CsvField): string {
  if (typeof field !== 'string') return field.number;
  return FORMULA.test(field) ? `'${field}` : field;
}
