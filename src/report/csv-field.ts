import { remember } from '../remember.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** A number with or without plain words behind it, as reports print them: no formula can hide in it. */
const PRINTED_NUMBER = /^-?\d[\d.,]*(?: [A-Za-zÀ-ÿ\d.() ]*)?$/;

/** What a text may begin with that a spreadsheet takes for a formula. */
const FORMULA_SIGNS = new Set(['=', '+', '-', '@', '\t', '\r']);

/** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
const csvField = remember((text) => {
  const isSafe = !FORMULA_SIGNS.has(text.charAt(0)) || PRINTED_NUMBER.test(text);
  const safe = isSafe ? text : `'${text}`;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
});

/** Rows as a CSV file that Danish Excel opens rightly: UTF-8 with BOM, `;` between fields, CRLF. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvField).join(';')}\r\n`).join('');
}
