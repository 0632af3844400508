import { align, startAt, writeBits } from './bits';
import { prepareHeader, writeHeader } from './header';
import { codeLengths, codeWords } from './huffman';
import {
  distanceExtra,
  distanceSymbol,
  distanceSymbols,
  endOfBlock,
  extraAfter,
  extraAfterDistance,
  lengthExtra,
  lengthSymbol,
  literalSymbols,
} from './symbols';

/** One block with its own codes (RFC 1951, 3.2.7), the last of the stream. */

const limit: u32 = 15;

const literals = memory.data(4 * 286, 16);
const distances = memory.data(4 * 30, 16);
const literalLengths = memory.data(288, 16);
const distanceLengths = memory.data(32, 16);
/** Lengths of both codes in one row, as the header has them. */
const lengths = memory.data(320, 16);

/** Writes the block to `to` and returns its end, or 0 when it would not be shorter than `most` bytes. */
export function writeBlock(list: usize, count: u32, to: usize, most: u32): usize {
  const end = list + 4 * <usize>count;
  countSymbols(list, end);
  codeLengths(literals, literalSymbols, limit, literalLengths);
  codeLengths(distances, distanceSymbols, limit, distanceLengths);
  const literalCount = max(257, usedCount(literalLengths, literalSymbols));
  const distanceCount = max(1, usedCount(distanceLengths, distanceSymbols));
  memory.copy(lengths, literalLengths, literalCount);
  memory.copy(lengths + literalCount, distanceLengths, distanceCount);
  if (prepareHeader(lengths, literalCount, distanceCount) + bodySize() >= most * 8) return 0;
  // From here on the tables hold code words in place of counts.
  codeWords(literalLengths, literalSymbols, limit, literals);
  codeWords(distanceLengths, distanceSymbols, limit, distances);
  startAt(to);
  writeBits(0b101, 3);
  writeHeader();
  for (let at = list; at < end; at += 4) writeToken(load<u32>(at));
  writeWord(load<u32>(literals + 4 * endOfBlock));
  return align();
}

function countSymbols(list: usize, end: usize): void {
  memory.fill(literals, 0, 4 * literalSymbols);
  memory.fill(distances, 0, 4 * distanceSymbols);
  for (let at = list; at < end; at += 4) {
    const token = load<u32>(at);
    if (token < 256) count(literals, token);
    else {
      count(literals, lengthSymbol(token >>> 16));
      count(distances, distanceSymbol(token & 0xffff));
    }
  }
  store<u32>(literals + 4 * endOfBlock, 1);
}

function count(table: usize, symbol: u32): void {
  const place = table + 4 * symbol;
  store<u32>(place, load<u32>(place) + 1);
}

function usedCount(table: usize, symbols: u32): u32 {
  let used = symbols;
  while (used > 0 && load<u8>(table + used - 1) === 0) used--;
  return used;
}

/** In bits. */
function bodySize(): u32 {
  let size: u32 = 0;
  for (let symbol: u32 = 0; symbol < literalSymbols; symbol++) {
    size += load<u32>(literals + 4 * symbol) * (load<u8>(literalLengths + symbol) + extraAfter(symbol));
  }
  for (let symbol: u32 = 0; symbol < distanceSymbols; symbol++) {
    size += load<u32>(distances + 4 * symbol) * (load<u8>(distanceLengths + symbol) + extraAfterDistance(symbol));
  }
  return size;
}

function writeToken(token: u32): void {
  if (token < 256) {
    writeWord(load<u32>(literals + 4 * token));
    return;
  }
  const length = token >>> 16;
  const distance = token & 0xffff;
  writeWord(load<u32>(literals + 4 * lengthSymbol(length)));
  writeExtra(length - 3, lengthExtra(length));
  writeWord(load<u32>(distances + 4 * distanceSymbol(distance)));
  writeExtra(distance, distanceExtra(distance));
}

function writeWord(word: u32): void {
  writeBits(word & 0xffffff, word >> 24);
}

/** The lowest bits tell which of the lengths or distances of a symbol it is. */
function writeExtra(value: u32, bits: u32): void {
  writeBits(value & ((1 << bits) - 1), bits);
}
