import { charactersIn, type Encoding } from './encoding.ts';

const LF = 0x0a;
const CR = 0x0d;

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line and column of the offset `to`, when `from` is the beginning of the line `firstLine`. */
export function placeIn(
  bytes: Uint8Array,
  { from, to }: { readonly from: number; readonly to: number },
  firstLine: number,
  encoding: Encoding,
): LineColumn {
  let line = firstLine;
  let lineStart = from;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      line++;
      lineStart = at + 1;
    }
  }
  return { line, column: 1 + charactersIn(bytes, lineStart, to, encoding) };
}
