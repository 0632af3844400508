import { limits } from '../limits.ts';
import { decode, type Encoding } from '../read/encoding.ts';
import type { LineBlock } from '../read/line-block.ts';
import type { Scanner } from '../read/scanner.ts';

/** Bytes that two 32-bit numbers hold; of a longer text they are its end. */
const PACKED = 8;
/** Longer texts are looked up each time. */
const LONGEST = 200;
/** Places for short texts that rows are full of; a power of two. */
const QUICK = 256;

/**
 * Remembers what the short texts of a column mean, found by their bytes, so that a text which comes a million times is
 * decoded and looked up once. A text is told by its length and its last eight bytes, packed in two numbers (without the
 * topmost bit), and then by all that this leaves open. Beyond `limits.interned` different texts it remembers no more.
 */
export class Interner {
  #size = 0;
  #slots = new Int32Array(256);
  readonly #keys: Buffer[] = [];
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  readonly #meanings: number[] = [];
  readonly #resolve: (text: string) => number;
  /** What short plain texts mean, each at its place or nowhere, so that a loop over rows needs no call for them. */
  readonly #quickLow = new Int32Array(QUICK);
  readonly #quickHigh = new Int32Array(QUICK).fill(-1);
  readonly #quickMeaning = new Int32Array(QUICK);

  constructor(resolve: (text: string) => number) {
    this.#resolve = resolve;
  }

  /** The meaning of a field of the scanner's record. */
  meaning(scanner: Scanner, field: number): number {
    if (scanner.escaped[field] === 1) return this.#resolve(scanner.text(field));
    const start = scanner.starts[field] as number;
    const end = scanner.ends[field] as number;
    const bytes = scanner.buffer;
    let low = 0;
    let high = 0;
    for (let at = start; at < end; at++) {
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | (bytes[at] as number);
    }
    return this.#look(bytes, start, end, low, high & 0x7fffffff, scanner.encoding);
  }

  /** The meanings of a field in all plain rows of a block, by row. */
  meanings(block: LineBlock, field: number, bytes: Buffer, into: Int32Array): void {
    const { rows, fields, odd, ends, low, high } = block;
    const quickLow = this.#quickLow;
    const quickHigh = this.#quickHigh;
    const quickMeaning = this.#quickMeaning;
    for (let row = 0, i = field; row < rows; row++, i += fields) {
      if (odd[row] === 1) continue;
      const lo = low[i] as number;
      const hi = high[i] as number;
      const quick = (lo ^ (lo >> 7) ^ hi) & (QUICK - 1);
      // Eight bytes tell a short text wholly, since no plain text holds a zero byte; a long one has a negative `hi`.
      if (quickLow[quick] !== lo || quickHigh[quick] !== hi || hi < 0) {
        const start = block.startOf(row, field);
        quickMeaning[quick] = this.#look(bytes, start, ends[i] as number, lo, hi & 0x7fffffff, 'utf-8');
        quickLow[quick] = lo;
        quickHigh[quick] = hi;
      }
      into[row] = quickMeaning[quick] as number;
    }
  }

  #look(bytes: Buffer, start: number, end: number, low: number, high: number, encoding: Encoding): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(low, high, end - start) & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0) return this.#remember(bytes, start, end, low, high, encoding);
      const same = this.#lows[entry] === low && this.#highs[entry] === high && this.#equals(entry, bytes, start, end);
      if (same) return this.#meanings[entry] as number;
    }
  }

  #equals(entry: number, bytes: Buffer, start: number, end: number): boolean {
    const key = this.#keys[entry] as Buffer;
    if (key.length !== end - start) return false;
    for (let i = key.length - PACKED; i >= 0; i--) if (key[i] !== bytes[start + i]) return false;
    return true;
  }

  #remember(bytes: Buffer, start: number, end: number, low: number, high: number, encoding: Encoding): number {
    const meaning = this.#resolve(decode(bytes, start, end, encoding));
    if (this.#size >= limits.interned || end - start > LONGEST) return meaning;
    this.#keys.push(Buffer.from(bytes.subarray(start, end)));
    this.#lows.push(low);
    this.#highs.push(high);
    this.#meanings.push(meaning);
    this.#place(this.#size++);
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return meaning;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.#size; entry++) this.#place(entry);
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    const length = (this.#keys[entry] as Buffer).length;
    let slot = hashOf(this.#lows[entry] as number, this.#highs[entry] as number, length) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }
}

function hashOf(low: number, high: number, length: number): number {
  const hash = Math.imul(low ^ Math.imul(high, 0x85ebca6b) ^ length, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
