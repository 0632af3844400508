import { limits } from '../limits.ts';
import type { Scanner } from '../read/scanner.ts';

/**
 * Remembers what the short texts of a column mean, found by their bytes, so that a text which comes a million times is
 * decoded and looked up once. Beyond `limits.interned` different texts it remembers no more.
 */
export class Interner {
  #size = 0;
  #mask = 255;
  #slots = new Int32Array(256);
  readonly #keys: Buffer[] = [];
  readonly #meanings: number[] = [];
  readonly #hashes: number[] = [];
  #last = 0;
  /** No hash of an integer is this. */
  #lastHash = Number.NaN;
  readonly #resolve: (text: string) => number;

  constructor(resolve: (text: string) => number) {
    this.#resolve = resolve;
  }

  /** The meaning of a field of the scanner's record. */
  meaning(scanner: Scanner, field: number): number {
    if (scanner.escaped[field] === 1) return this.#resolve(scanner.text(field));
    const start = scanner.starts[field] as number;
    const end = scanner.ends[field] as number;
    const bytes = scanner.buffer;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    hash ^= hash >>> 15;
    // Rows mostly come in order, so that a column often says the same twice.
    if (hash === this.#lastHash && this.#equals(this.#last, bytes, start, end))
      return this.#meanings[this.#last] as number;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const entry = (this.#slots[slot] as number) - 1;
      if (entry < 0) return this.#remember(scanner, field, hash, slot);
      if (this.#hashes[entry] === hash && this.#equals(entry, bytes, start, end))
        return this.#meanings[entry] as number;
    }
  }

  #equals(entry: number, bytes: Buffer, start: number, end: number): boolean {
    const key = this.#keys[entry] as Buffer;
    if (key.length !== end - start) return false;
    for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
    return true;
  }

  #remember(scanner: Scanner, field: number, hash: number, slot: number): number {
    const meaning = this.#resolve(scanner.text(field));
    const start = scanner.starts[field] as number;
    const end = scanner.ends[field] as number;
    if (this.#size >= limits.interned || end - start > 200) return meaning;
    this.#keys.push(Buffer.from(scanner.buffer.subarray(start, end)));
    this.#meanings.push(meaning);
    this.#hashes.push(hash);
    this.#slots[slot] = ++this.#size;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return meaning;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    this.#hashes.forEach((hash, entry) => {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    });
    this.#slots = slots;
    this.#mask = mask;
  }
}
