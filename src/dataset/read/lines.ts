import type { Hash } from 'node:crypto';
import { limits } from '../limits.ts';
import { type ProblemText, wholeFile } from '../problem.ts';
import { decode, type Encoding, encodingAfter } from './encoding.ts';
import { binary, mixed, signatures, tooLong, type UnreadableFile, unreadable } from './file-problems.ts';
import { bytesOf, type Folder } from './files.ts';

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

/** Reads a text file in pieces. Throws `UnreadableFile` for what is no text, and the system's errors. */
export async function* linesOf(folder: Folder, file: string, hash?: Hash): AsyncGenerator<Lines> {
  let encoding: Encoding = 'ascii';
  let first = 1;
  for await (const { bytes, isWhole } of wholeLines(bytesOf(folder, file, hash))) {
    const isMarked = first === 1 && bytes.subarray(0, MARK.length).equals(MARK);
    if (first === 1) requireText(bytes, file);
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
      yield { text: text.slice(0, lineStart), first, fault: unreadable(place, bad.problem), badLine };
      return;
    }
    const next = first + lineEnds(text);
    yield { text, first, fault: isWhole ? null : unreadable({ file, line: next, column: 1 }, tooLong) };
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
function requireText(bytes: Buffer, name: string): void {
  const start = bytes.toString('latin1', 0, 4);
  const alien = signatures.find(([signature]) => start.startsWith(signature));
  if (alien !== undefined) throw unreadable(wholeFile(name), alien[1]);
}

/** The first byte that cannot be in a text of one encoding. */
function badByte(bytes: Buffer, mixedAt: number): { at: number; problem: ProblemText } | null {
  const nulAt = bytes.indexOf(0);
  if (nulAt >= 0 && (mixedAt < 0 || nulAt < mixedAt)) return { at: nulAt, problem: binary };
  return mixedAt < 0 ? null : { at: mixedAt, problem: mixed };
}
