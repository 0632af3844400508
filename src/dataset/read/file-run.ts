import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { type Finding, structuralError } from '../problems.ts';
import { EncodingWatch } from './encoding.ts';
import { binary, bomb, mixed, scanFaults, signatureLength, signatures, tooLarge } from './file-findings.ts';
import { Scanner } from './scanner.ts';

/** What is done with a file's records. */
export interface RecordTaker {
  /** Takes the scanner's record; false when no more are wanted. */
  take(scanner: Scanner): boolean;
  /** May take whole lines, which the scanner then passes, before a record is asked for. */
  takePlain(scanner: Scanner): void;
}

/** One reading of a file: its bytes go in, its records go to the taker, and what stops it is the problem. */
export class FileRun {
  problem: Problem | null = null;
  readonly #name: string;
  readonly #taker: RecordTaker;
  readonly #scanner = new Scanner();
  readonly #watch = new EncodingWatch();
  #head: Buffer | null = Buffer.alloc(0);
  #bytes = 0;
  #nulAt = -1;
  #stopped = false;

  constructor(name: string, taker: RecordTaker) {
    this.#name = name;
    this.#taker = taker;
  }

  /** Takes the next bytes; false when no more are wanted. The first few are kept until they tell what the file is. */
  take(chunk: Uint8Array): boolean {
    if (this.#head === null) return this.#take(chunk);
    this.#head = Buffer.concat([this.#head, chunk]);
    return this.#head.length < signatureLength || this.#takeHead();
  }

  /** False, with a problem, when so few bytes cannot honestly have unpacked to so many. */
  isPlausible(packed: number): boolean {
    return this.#bytes <= limits.unpackedFree || this.#bytes <= packed * limits.ratio || this.#fail(bomb);
  }

  #takeHead(): boolean {
    const head = this.#head ?? Buffer.alloc(0);
    this.#head = null;
    return head.length === 0 || (this.#begin(head) && this.#take(head));
  }

  #take(chunk: Uint8Array): boolean {
    if (this.#nulAt < 0 && chunk.includes(0)) this.#nulAt = this.#bytes + chunk.indexOf(0);
    this.#bytes += chunk.length;
    if (this.#bytes > limits.file) return this.#fail(tooLarge);
    this.#watch.see(chunk, false);
    this.#scanner.push(chunk);
    if (this.#bytes === chunk.length) this.#skipMark(chunk);
    return this.#drain();
  }

  end(): void {
    if (this.#head !== null) this.#takeHead();
    if (this.#stopped || this.problem !== null) return;
    this.#watch.see(new Uint8Array(0), true);
    this.#scanner.finish();
    this.#drain();
  }

  #begin(chunk: Uint8Array): boolean {
    const signature = Buffer.from(chunk.subarray(0, signatureLength)).toString('latin1');
    const found = signatures.find(([start]) => signature.startsWith(start));
    return found === undefined || this.#fail(found[1]);
  }

  /** The byte order mark of UTF-8 is no part of the first field. */
  #skipMark(chunk: Uint8Array): void {
    if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) this.#scanner.skip(3);
  }

  #drain(): boolean {
    const scanner = this.#scanner;
    scanner.encoding = this.#watch.encoding;
    scanner.ascii = this.#watch.ascii;
    const bad = this.#badOffset();
    for (;;) {
      // Whether a line lies before a bad byte is only looked at record by record.
      if (bad < 0) this.#taker.takePlain(scanner);
      if (!scanner.next()) break;
      if (bad >= 0 && scanner.offset > bad) return this.#fail(this.#badFinding(), scanner.recordPlaceOf(bad));
      if (!this.#taker.take(scanner)) {
        this.#stopped = true;
        return false;
      }
    }
    if (bad >= 0) return this.#fail(this.#badFinding(), scanner.placeOf(bad));
    if (scanner.fault !== null) return this.#fail(scanFaults[scanner.fault], scanner.faultPlace);
    return true;
  }

  #badOffset(): number {
    const { mixedAt } = this.#watch;
    if (mixedAt < 0 || this.#nulAt < 0) return Math.max(mixedAt, this.#nulAt);
    return Math.min(mixedAt, this.#nulAt);
  }

  #badFinding(): Finding {
    return this.#badOffset() === this.#nulAt ? binary : mixed;
  }

  #fail(finding: Finding, at = { line: 0, column: 0 }): false {
    this.problem = structuralError({ file: this.#name, ...at }, finding);
    return false;
  }
}
