import { isAscii } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { limits } from '../limits.ts';
import type { Place } from '../place.ts';
import { mixedEncodings, notText, tooLong, utf16 } from '../rules/files.ts';
import type { Problem } from '../rules/rule.ts';
import { bytesOf, type Folder } from './files.ts';
import { FileFault, UnreadableFile } from './unreadable.ts';

/** Lines of a file. Each ends in LF, whatever it ends in there; the last of all, or one that is too long, may lack it. */
export interface Lines {
  readonly text: string;
  /** Number of the first line, from 1. */
  readonly first: number;
  /** What keeps the rest of the file from being read. */
  readonly fault: UnreadableFile | null;
  /** The line that the fault stands in, when it is not part of `text`. */
  readonly badLine?: string;
}

const LF = 0x0a;
const CR = 0x0d;
const MARK = Buffer.from('\ufeff');

/** Reads a text file in pieces. Throws `FileFault` for what is no text, and the system's errors. */
export async function* linesOf(folder: Folder, file: string, hash?: Hash): AsyncGenerator<Lines> {
  let encoding: Encoding = 'ascii';
  let first = 1;
  for await (const { bytes, isWhole } of wholeLines(bytesOf(folder, file, hash))) {
    const isMarked = first === 1 && bytes.subarray(0, MARK.length).equals(MARK);
    if (first === 1) requireText(bytes);
    if (isMarked) encoding = 'utf-8';
    const content = isMarked ? bytes.subarray(MARK.length) : bytes;
    const after = encodingAfter(content, encoding);
    encoding = after.encoding;
    const text = decode(content, encoding).replace(/\r\n?/g, '\n');
    const bad = badByte(content, after.mixedAt);
    if (bad !== null) {
      const before = decode(content.subarray(0, bad.at), encoding).replace(/\r\n?/g, '\n');
      const lineStart = before.lastIndexOf('\n') + 1;
      const place = { file, line: first + lineEnds(before), column: before.length - lineStart + 1 };
      const badLine = text.slice(lineStart).split('\n', 1)[0] ?? '';
      yield { text: text.slice(0, lineStart), first, fault: new UnreadableFile(bad.problem(place)), badLine };
      return;
    }
    const next = first + lineEnds(text);
    yield { text, first, fault: isWhole ? null : new UnreadableFile(tooLong.at({ file, line: next, column: 1 })) };
    first = next;
  }
}

/** How many line ends a text has. */
export function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Bytes cut where lines end, never within CRLF; the last piece is not whole when it has a line longer than the limit. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; isWhole: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = Math.max(bytes.lastIndexOf(LF), bytes.subarray(0, -1).lastIndexOf(CR)) + 1;
    if (bytes.length - end > limits.record) {
      yield { bytes: bytes.subarray(0, lastCharacter(bytes)), isWhole: false };
      return;
    }
    if (end > 0) yield { bytes: bytes.subarray(0, end), isWhole: true };
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield { bytes: rest, isWhole: true };
}

/** Offset of the last character, which may be cut; in UTF-8 it has up to three bytes after its first. */
function lastCharacter(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at;
}

/** Throws when a file begins as no text does. */
function requireText(bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, 4);
  const [, what] = signatures.find(([signature]) => start.startsWith(signature)) ?? [];
  if (what === undefined) return;
  throw what === 'utf16' ? new FileFault(utf16) : new FileFault(notText, what);
}

/** How files begin, as Latin-1, that are not text in a character set that we read. */
const signatures = [
  ['PK\u0003\u0004', 'zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'xls'],
  ['%PDF', 'pdf'],
  ['\u001f\u008b', 'gzip'],
  ['\u00ff\u00fe', 'utf16'],
  ['\u00fe\u00ff', 'utf16'],
] as const;

/** The first byte that cannot be in a text of one encoding, and its problem at a place. */
function badByte(bytes: Buffer, mixedAt: number): { at: number; problem: (place: Place) => Problem } | null {
  const nulAt = bytes.indexOf(0);
  if (nulAt >= 0 && (mixedAt < 0 || nulAt < mixedAt))
    return { at: nulAt, problem: (place) => notText.at(place, 'nul') };
  return mixedAt < 0 ? null : { at: mixedAt, problem: mixedEncodings.at };
}

/** What a file was found to be so far; ASCII is the same in both of the others. */
type Encoding = 'ascii' | 'utf-8' | 'windows-1252';

/** A character beyond ASCII, in bytes as Latin-1: a valid sequence of UTF-8, or else one byte. */
const beyondAscii =
  /[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g;

/** In Windows-1252 a capital Æ, Ø or Å before a non-breaking space looks like UTF-8, but never is in a Danish file. */
const capitalAndBlank = /[\xc5\xc6\xd8]\xa0/;

/** The encoding of a file after more of its bytes; `mixedAt` is the offset of the first that shows both, or -1. */
function encodingAfter(bytes: Buffer, before: Encoding): { encoding: Encoding; mixedAt: number } {
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
const decode = (bytes: Buffer, encoding: Encoding): string =>
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
  throw new UnreadableFile(
    mixedEncodings.at({ file, line: lines.length, column: (lines.at(-1) as string).length + 1 }),
  );
}
