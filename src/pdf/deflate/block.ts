import type { BitSink } from './bits.ts';
import { type Code, makeCode } from './huffman.ts';
import type { Tokens } from './tokens.ts';

/** One block with its own codes (RFC 1951, 3.2.7), the last of the stream. */

const endOfBlock = 256;
const firstLength = 257;

/** Symbols of lengths and distances: each has a base and a number of extra bits. */
const lengthTable = symbolTable(29, 3, (index) => (index < 8 || index === 28 ? 0 : (index >> 2) - 1), 258);
const distanceTable = symbolTable(30, 1, (index) => (index < 4 ? 0 : (index >> 1) - 1), 32768);

interface SymbolTable {
  readonly bases: Uint16Array;
  readonly extras: Uint8Array;
  /** Symbol by length or distance. */
  readonly symbols: Uint8Array;
}

function symbolTable(count: number, first: number, extra: (index: number) => number, last: number): SymbolTable {
  const bases = new Uint16Array(count);
  const extras = new Uint8Array(count);
  const symbols = new Uint8Array(last + 1);
  let base = first;
  for (let index = 0; index < count; index++) {
    if (index === 28 && last === 258) base = last; // the longest match has a symbol of its own
    bases[index] = base;
    extras[index] = extra(index);
    symbols.fill(index, base, base + 2 ** extra(index));
    base += 2 ** extra(index);
  }
  return { bases, extras, symbols };
}

/** Writes the block, or nothing and false when it would not be shorter than `most` bytes. */
export function writeBlock(sink: BitSink, tokens: Tokens, most: number): boolean {
  const counts = countSymbols(tokens);
  const literals = makeCode(counts.literals, 15);
  const distances = makeCode(counts.distances, 15);
  const header = describeCodes(literals, distances);
  if (header.size + bodySize(counts, literals, distances) >= most * 8) return false;
  sink.bits(0b101, 3);
  writeHeader(sink, header);
  writeTokens(sink, tokens, literals, distances);
  sink.bits(literals.bits[endOfBlock] ?? 0, literals.lengths[endOfBlock] ?? 0);
  sink.align();
  return true;
}

interface Counts {
  readonly literals: Uint32Array;
  readonly distances: Uint32Array;
}

function countSymbols({ list, count }: Tokens): Counts {
  const literals = new Uint32Array(286);
  const distances = new Uint32Array(30);
  for (let index = 0; index < count; index++) {
    const token = list[index] ?? 0;
    if (token < 256) literals[token] = (literals[token] ?? 0) + 1;
    else {
      const length = firstLength + (lengthTable.symbols[token >>> 16] ?? 0);
      const distance = distanceTable.symbols[(token & 0xffff) + 1] ?? 0;
      literals[length] = (literals[length] ?? 0) + 1;
      distances[distance] = (distances[distance] ?? 0) + 1;
    }
  }
  literals[endOfBlock] = 1;
  return { literals, distances };
}

function bodySize(counts: Counts, literals: Code, distances: Code): number {
  let size = 0;
  counts.literals.forEach((count, symbol) => {
    const extra = symbol < firstLength ? 0 : (lengthTable.extras[symbol - firstLength] ?? 0);
    size += count * ((literals.lengths[symbol] ?? 0) + extra);
  });
  counts.distances.forEach((count, symbol) => {
    size += count * ((distances.lengths[symbol] ?? 0) + (distanceTable.extras[symbol] ?? 0));
  });
  return size;
}

function writeTokens(sink: BitSink, { list, count }: Tokens, literals: Code, distances: Code): void {
  for (let index = 0; index < count; index++) {
    const token = list[index] ?? 0;
    if (token < 256) sink.bits(literals.bits[token] ?? 0, literals.lengths[token] ?? 0);
    else {
      writeNumber(sink, token >>> 16, lengthTable, literals, firstLength);
      writeNumber(sink, (token & 0xffff) + 1, distanceTable, distances, 0);
    }
  }
}

function writeNumber(sink: BitSink, value: number, table: SymbolTable, code: Code, first: number): void {
  const index = table.symbols[value] ?? 0;
  const symbol = first + index;
  sink.bits(code.bits[symbol] ?? 0, code.lengths[symbol] ?? 0);
  sink.bits(value - (table.bases[index] ?? 0), table.extras[index] ?? 0);
}

/** The lengths of both codes, run-length coded, with a code of their own. */
interface Header {
  readonly literalCount: number;
  readonly distanceCount: number;
  readonly runs: readonly Run[];
  readonly code: Code;
  readonly orderCount: number;
  /** In bits, with the three that begin the block. */
  readonly size: number;
}

/** A length (0-15), or 17 or 18: zeros, as many as `extra` says. */
interface Run {
  readonly symbol: number;
  readonly extra: number;
}

const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function describeCodes(literals: Code, distances: Code): Header {
  const literalCount = Math.max(257, usedCount(literals.lengths));
  const distanceCount = Math.max(1, usedCount(distances.lengths));
  const lengths = [...literals.lengths.subarray(0, literalCount), ...distances.lengths.subarray(0, distanceCount)];
  const runs = runsOf(lengths);
  const counts = new Uint32Array(19);
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] ?? 0) + 1;
  counts[0] = (counts[0] ?? 0) + 1; // two symbols at least: a code of one word is not allowed here
  counts[18] = (counts[18] ?? 0) + 1;
  const code = makeCode(counts, 7);
  const orderCount = order.findLastIndex((symbol) => (code.lengths[symbol] ?? 0) > 0) + 1;
  const size = runs.reduce(
    (sum, { symbol }) => sum + (code.lengths[symbol] ?? 0) + extraOf(symbol),
    17 + 3 * orderCount,
  );
  return { literalCount, distanceCount, runs, code, orderCount, size };
}

function usedCount(lengths: Uint8Array): number {
  return lengths.findLastIndex((length) => length > 0) + 1;
}

function runsOf(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < lengths.length; ) {
    let zeros = 0;
    while (lengths[at + zeros] === 0 && zeros < 138) zeros++;
    if (zeros > 10) runs.push({ symbol: 18, extra: zeros - 11 });
    else if (zeros > 2) runs.push({ symbol: 17, extra: zeros - 3 });
    else {
      runs.push({ symbol: lengths[at] ?? 0, extra: 0 });
      zeros = 1;
    }
    at += zeros;
  }
  return runs;
}

function extraOf(symbol: number): number {
  if (symbol === 18) return 7;
  return symbol === 17 ? 3 : 0;
}

function writeHeader(sink: BitSink, { literalCount, distanceCount, runs, code, orderCount }: Header): void {
  sink.bits(literalCount - 257, 5);
  sink.bits(distanceCount - 1, 5);
  sink.bits(orderCount - 4, 4);
  for (const symbol of order.slice(0, orderCount)) sink.bits(code.lengths[symbol] ?? 0, 3);
  for (const { symbol, extra } of runs) {
    sink.bits(code.bits[symbol] ?? 0, code.lengths[symbol] ?? 0);
    sink.bits(extra, extraOf(symbol));
  }
}
