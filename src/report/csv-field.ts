import { remember } from '../remember.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** A number with or without plain words behind it, as reports print them: no formula can hide in it. */
const PRINTED_NUMBER = /^-?\d[\d.,]*(?: [A-Za-zÀ-ÿ\d.() ]*)?$/;

/** What a text may begin with that a spreadsheet takes for a formula. */
const FORMULA_SIGNS = new Set(['=', '+', '-', '@', '\t', '\r']);

/** Nothing to quote and no formula: nearly all fields. */
const PLAIN = /^[^;"\r\n\t=+@-][^;"\r\n]*$/;

const csvField = (text: string): string => (text === '' || PLAIN.test(text) ? text : carefulField(text));

/** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe before it. */
const carefulField = remember((text) => {
  const isSafe = !FORMULA_SIGNS.has(text.charAt(0)) || PRINTED_NUMBER.test(text);
  const safe = isSafe ? text : `'${text}`;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
});

/** Neighbouring fields of a line. */
export const csvPart = (fields: readonly string[]): string => fields.map(csvField).join(';');

/** Lines as a CSV file that Danish Excel opens rightly: UTF-8 with BOM, `;` between fields, CRLF. */
export const csvText = (lines: readonly string[]): string =>
  `${BYTE_ORDER_MARK}${lines.map((line) => `${line}\r\n`).join('')}`;

/** Rows of fields as a CSV file. */
export const csvFile = (rows: readonly (readonly string[])[]): string => csvText(rows.map(csvPart));
