import { remember } from '../remember.ts';

/** Spelling of PDF objects. All functions give strings of bytes: every character is U+0000 to U+00FF. */

/** At most two decimals: a hundredth of a point is finer than any printer. */
export function number(value: number): string {
  return hundredths(Math.round(value * 100));
}

/** Most places on a page are the same in all reports, and writing a fraction is slow. */
const hundredths = remember((count: number) => String(count / 100));

export function reference(object: number): string {
  return `${object} 0 R`;
}

export function references(objects: readonly number[]): string {
  return `[${objects.map(reference).join(' ')}]`;
}

export function name(text: string): string {
  return `/${text.replace(/[^A-Za-z0-9+._-]/g, (char) => `#${hexByte(char.charCodeAt(0))}`)}`;
}

/** Characters that PDFDocEncoding and Latin-1 have in common, less the ones that look like a byte order mark. */
const plain = /^(?!\u00fe\u00ff|\u00ef\u00bb\u00bf)[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff]*$/;

/** A text string: one byte per character where that is enough, else UTF-16. Half a surrogate pair becomes U+FFFD. */
export function text(value: string): string {
  return literal(plain.test(value) ? value : `\u00fe\u00ff${utf16(value.replace(/\p{Cs}/gu, '\ufffd'))}`);
}

/** A literal string of bytes. A bare carriage return would be read as a line feed, so it is escaped. */
export function literal(bytes: string): string {
  return `(${bytes.replace(/[\\()\r]/g, escapeByte)})`;
}

function escapeByte(char: string): string {
  return char === '\r' ? '\\r' : `\\${char}`;
}

function utf16(value: string): string {
  let bytes = '';
  for (let index = 0; index < value.length; index++) bytes += twoBytes(value.charCodeAt(index));
  return bytes;
}

export function twoBytes(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff);
}

function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** Bytes of a string made by this module. */
export function bytesOf(value: string): Uint8Array {
  return Buffer.from(value, 'latin1');
}

/** A destination: the page's object and the height, counted from its foot, that the view begins at. */
export function pagePlace(page: number, top: number): string {
  return `[${reference(page)}/XYZ null ${number(top)} null]`;
}
