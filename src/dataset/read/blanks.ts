import type { Encoding } from './encoding.ts';

const SPACE = 0x20;
const TAB = 0x09;

/** Bytes of the blank at `at` (space, tab, non-breaking space and its narrow kin); 0 when it is none. */
export function blankAt(bytes: Uint8Array, at: number, separator: number, encoding: Encoding): number {
  const byte = bytes[at] as number;
  if (byte === SPACE) return 1;
  if (byte === TAB) return separator === TAB ? 0 : 1;
  if (byte < 0xa0) return 0;
  if (encoding === 'windows-1252') return byte === 0xa0 ? 1 : 0;
  if (byte === 0xc2) return bytes[at + 1] === 0xa0 ? 2 : 0;
  return byte === 0xe2 && bytes[at + 1] === 0x80 && isNarrowBlank(bytes[at + 2] as number) ? 3 : 0;
}

/** `end` without the blanks before it, back to `start` at most. */
export function trimmedEnd(
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
  encoding: Encoding,
): number {
  let to = end;
  for (;;) {
    const fits = (length: number): boolean =>
      to - length >= start && blankAt(bytes, to - length, separator, encoding) === length;
    const step = [1, 2, 3].find(fits);
    if (step === undefined) return to;
    to -= step;
  }
}

/** Last byte of U+2007 (figure space), U+2009 (thin space) or U+202F (narrow non-breaking space). */
const isNarrowBlank = (byte: number): boolean => byte === 0x87 || byte === 0x89 || byte === 0xaf;
