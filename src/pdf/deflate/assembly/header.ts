import { writeBits } from './bits';
import { codeLengths, codeWords } from './huffman';

/** The lengths of both codes, run-length coded, with a code of their own (RFC 1951, 3.2.7). */

const symbols: u32 = 19;
const limit: u32 = 7;
const zeros: u32 = 17;
const manyZeros: u32 = 18;

const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** Each a length (0-15), or 17 or 18: zeros, as many as the number above the lowest byte says. */
const runs = memory.data(2 * 320, 16);
const counts = memory.data(4 * 19, 16);
const lengthsOfCode = memory.data(20, 16);
const code = memory.data(4 * 19, 16);

let runCount: u32 = 0;
let orderCount: u32 = 0;
let literalCount: u32 = 0;
let distanceCount: u32 = 0;

/** `lengths`: those of literals at once followed by those of distances. Returns the header's size in bits. */
export function prepareHeader(lengths: usize, literals: u32, distances: u32): u32 {
  literalCount = literals;
  distanceCount = distances;
  findRuns(lengths, literals + distances);
  memory.fill(code, 0, 4 * symbols);
  codeLengths(counts, symbols, limit, lengthsOfCode);
  codeWords(lengthsOfCode, symbols, limit, code);
  orderCount = symbols;
  while (load<u8>(lengthsOfCode + load<u8>(order + orderCount - 1)) === 0) orderCount--;
  let size = 17 + 3 * orderCount;
  for (let run: u32 = 0; run < runCount; run++) {
    const symbol = <u32>load<u8>(runs + 2 * run);
    size += <u32>load<u8>(lengthsOfCode + symbol) + extraOf(symbol);
  }
  return size;
}

function findRuns(lengths: usize, count: u32): void {
  runCount = 0;
  memory.fill(counts, 0, 4 * symbols);
  noteSymbol(0); // two symbols at least: a code of one word is not allowed here
  noteSymbol(manyZeros);
  for (let at: u32 = 0; at < count; ) {
    let found: u32 = 0;
    while (at + found < count && found < 138 && load<u8>(lengths + at + found) === 0) found++;
    if (found > 10) putRun(manyZeros, found - 11);
    else if (found > 2) putRun(zeros, found - 3);
    else {
      putRun(load<u8>(lengths + at), 0);
      found = 1;
    }
    at += found;
  }
}

function putRun(symbol: u32, extra: u32): void {
  store<u16>(runs + 2 * runCount++, <u16>(symbol | (extra << 8)));
  noteSymbol(symbol);
}

function noteSymbol(symbol: u32): void {
  const place = counts + 4 * symbol;
  store<u32>(place, load<u32>(place) + 1);
}

function extraOf(symbol: u32): u32 {
  if (symbol === manyZeros) return 7;
  return symbol === zeros ? 3 : 0;
}

export function writeHeader(): void {
  writeBits(literalCount - 257, 5);
  writeBits(distanceCount - 1, 5);
  writeBits(orderCount - 4, 4);
  for (let place: u32 = 0; place < orderCount; place++) writeBits(load<u8>(lengthsOfCode + load<u8>(order + place)), 3);
  for (let run: u32 = 0; run < runCount; run++) {
    const value = <u32>load<u16>(runs + 2 * run);
    const symbol = value & 0xff;
    const word = load<u32>(code + 4 * symbol);
    writeBits(word & 0xffffff, word >> 24);
    writeBits(value >> 8, extraOf(symbol));
  }
}
