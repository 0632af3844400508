import { isAscii } from 'node:buffer';
import { mixed, unreadable } from './file-problems.ts';

/** What a file was found to be so far; ASCII is the same in both of the others. */
export type Encoding = 'ascii' | 'utf-8' | 'windows-1252';

/** A character beyond ASCII, in bytes as Latin-1: a valid sequence of UTF-8, or else one byte. */
const beyondAscii =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** In Windows-1252 a capital Æ, Ø or Å before a non-breaking space looks like UTF-8, but never is in a Danish file. */
const capitalAndBlank = /[\xc5\xc6\xd8]\xa0/;

/** The encoding of a file after more of its bytes; `mixedAt` is the offset of the first that shows both, or -1. */
export function encodingAfter(bytes: Buffer, before: Encoding): { encoding: Encoding; mixedAt: number } {
  let encoding = before;
  if (isAscii(bytes)) return { encoding, mixedAt: -1 };
  for (const { 0: found, index } of bytes.toString('latin1').matchAll(beyondAscii)) {
    const isUtf8 = found.length > 1;
    if (encoding === 'ascii') encoding = isUtf8 ? 'utf-8' : 'windows-1252';
    else if (isUtf8 !== (encoding === 'utf-8') && !capitalAndBlank.test(found)) return { encoding, mixedAt: index };
  }
  return { encoding, mixedAt: -1 };
}

/** Text of `bytes`, which must end where a character does. */
export const decode = (bytes: Buffer, encoding: Encoding): string =>
  // Without `stream` Node takes Windows-1252 for Latin-1, which has no "–" and no "€".
  encoding === 'windows-1252' ? new TextDecoder(encoding).decode(bytes, { stream: true }) : bytes.toString();

/**
 * Text of a whole small file, in UTF-8 with or without byte order mark, or in Windows-1252. Throws `UnreadableFile` when
 * it is in both.
 */
export function decodeWhole(bytes: Buffer, file: string): string {
  const { encoding, mixedAt } = encodingAfter(bytes, 'ascii');
  const text = decode(mixedAt < 0 ? bytes : bytes.subarray(0, mixedAt), encoding).replace(/^\ufeff/, '');
  if (mixedAt < 0) return text;
  const lines = text.split(/\r\n?|\n/);
  throw unreadable({ file, line: lines.length, column: (lines.at(-1) as string).length + 1 }, mixed);
}
