import { limits } from '../limits.ts';
import { blankAt, trimmedEnd } from './blanks.ts';
import { charactersIn, decode, type Encoding } from './encoding.ts';
import { type LineColumn, placeIn } from './line-column.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;
const TAB = 0x09;

/** Why the scanner cannot go on. `quote`: a quoted field never ends; `after-quote`: text follows its end. */
export type ScanFault = 'quote' | 'after-quote' | 'long' | 'fields';

/**
 * Splits delimited text into records, from bytes, without making strings. Use: `push` a chunk, `next()` until it is
 * false, and so on; `finish()` and once more `next()` at the end. After `next()` the fields of the record are at hand
 * until the next call; `starts` and `ends` bound each field's content in `buffer`, without blanks and quotes.
 */
export class Scanner {
  buffer: Buffer = Buffer.alloc(131_072);
  readonly starts = new Int32Array(limits.fields + 1);
  readonly ends = new Int32Array(limits.fields + 1);
  /** 1 for a field with doubled quotes, which only `text` makes single. */
  readonly escaped = new Uint8Array(limits.fields + 1);
  /** Fields of the current record. */
  count = 0;
  /** Line of the current record's beginning, from 1. */
  line = 0;
  /** The current record spans several lines. */
  multiline = false;
  /** The current record is the file's last and no line end follows it. */
  unended = false;
  encoding: Encoding = 'utf-8';
  /** Nothing but ASCII was pushed so far, so that bytes are characters. */
  ascii = false;
  separator = 0x3b;
  fault: ScanFault | null = null;
  /** Where the fault is. */
  faultPlace: LineColumn = { line: 0, column: 0 };

  /** Bytes of the file before `buffer`. */
  #base = 0;
  #end = 0;
  #at = 0;
  #recordStart = 0;
  #nextLine = 1;
  #finished = false;
  /** Where each field begins, its quote included; line and line start only for fields after a line break. */
  readonly #begins = new Int32Array(limits.fields + 1);
  readonly #lines = new Int32Array(limits.fields + 1);
  readonly #lineStarts = new Int32Array(limits.fields + 1);
  #firstShifted = 0;

  push(chunk: Uint8Array): void {
    const rest = this.#end - this.#at;
    this.#base += this.#at;
    if (rest + chunk.length + 1 > this.buffer.length) {
      const larger = Buffer.alloc((rest + chunk.length + 1) * 2);
      larger.set(this.buffer.subarray(this.#at, this.#end));
      this.buffer = larger;
    } else if (this.#at > 0) {
      this.buffer.copyWithin(0, this.#at, this.#end);
    }
    this.buffer.set(chunk, rest);
    this.#at = 0;
    this.#end = rest + chunk.length;
  }

  finish(): void {
    this.#finished = true;
  }

  /** Leaves out the first `bytes` of the file (a byte order mark), which editors do not count as a column. */
  skip(bytes: number): void {
    this.#at += bytes;
  }

  /** Bytes of the file before `buffer`: as long as it is the same, so are the offsets of what lies there. */
  get base(): number {
    return this.#base;
  }

  /** Offset in `buffer` of what `next` would take, and of the end of what was pushed. */
  get position(): number {
    return this.#at;
  }

  get limit(): number {
    return this.#end;
  }

  /** Leaves out whole lines that somebody else has read, up to the offset `to` in `buffer`. */
  pass(to: number, lines: number): void {
    this.#at = to;
    this.#nextLine += lines;
  }

  /** Line that the next record begins on. */
  get nextLine(): number {
    return this.#nextLine;
  }

  /** Moves to the next record; false when there is none yet, none any more, or a fault. */
  next(): boolean {
    if (this.fault !== null || this.#at >= this.#end) return false;
    this.#recordStart = this.#at;
    const after = this.#scan();
    if (this.fault !== null) return false;
    if (after < 0) {
      if (this.#end - this.#at > limits.record) this.#fail('long', this.#nextLine, 1);
      return false;
    }
    if (after - this.#at > limits.record) {
      this.#fail('long', this.line, 1);
      return false;
    }
    this.#at = after;
    return true;
  }

  /** Offset in the file of the end of what `next` has gone through. */
  get offset(): number {
    return this.#base + this.#at;
  }

  /** Text of a field, "" for one that the record does not have. */
  text(field: number): string {
    if (field >= this.count) return '';
    const text = decode(this.buffer, this.starts[field] ?? 0, this.ends[field] ?? 0, this.encoding);
    return this.escaped[field] === 1 ? text.replaceAll('""', '"') : text;
  }

  /** The whole current record as it stands, its line end included. */
  recordText(): string {
    return decode(this.buffer, this.#recordStart, this.#at, this.encoding);
  }

  /** Line of a field's beginning. */
  lineOf(field: number): number {
    return this.multiline && field >= this.#firstShifted ? (this.#lines[field] ?? 0) : this.line;
  }

  /** Column of a field's beginning, from 1, in characters. */
  columnOf(field: number): number {
    const shifted = this.multiline && field >= this.#firstShifted;
    const lineStart = shifted ? (this.#lineStarts[field] ?? 0) : this.#recordStart;
    if (this.ascii) return 1 + (this.#begins[field] ?? 0) - lineStart;
    return 1 + charactersIn(this.buffer, lineStart, this.#begins[field] ?? 0, this.encoding);
  }

  /** Place of a byte that lies in the current record. */
  recordPlaceOf(offset: number): LineColumn {
    return this.#walk(offset, this.#recordStart, this.line);
  }

  /** Place of a byte that no record has reached yet. */
  placeOf(offset: number): LineColumn {
    return this.#walk(offset, this.#at, this.#nextLine);
  }

  #walk(offset: number, from: number, firstLine: number): LineColumn {
    return placeIn(this.buffer, { from, to: Math.min(offset - this.#base, this.#end) }, firstLine, this.encoding);
  }

  #fail(fault: ScanFault, line: number, column: number): void {
    this.fault = fault;
    this.faultPlace = { line, column };
  }

  /** Scans one record from `#at`; the offset after its line end, or -1 when the bytes end before it does. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over bytes; calls per field would halve its speed
  #scan(): number {
    const { buffer, separator, starts, ends, escaped } = this;
    const begins = this.#begins;
    const end = this.#end;
    let at = this.#at;
    let count = 0;
    let line = this.#nextLine;
    this.line = line;
    this.multiline = false;
    // A line end after the last byte ends every search without a check of its own.
    buffer[end] = LF;
    for (;;) {
      let byte = buffer[at] as number;
      while (byte === SPACE || (byte === TAB && separator !== TAB) || byte >= 0xa0) {
        const blank = byte >= 0xa0 ? this.#blankAt(at) : 1;
        if (blank === 0) break;
        at += blank;
        byte = buffer[at] as number;
      }
      if (count >= limits.fields) {
        this.#fail('fields', line, 1);
        return -1;
      }
      begins[count] = at;
      escaped[count] = 0;
      if (this.multiline) this.#shift(count, line);
      if (byte === QUOTE) {
        at = this.#quoted(at, count, line);
        if (at < 0) return -1;
        line = this.#lineAfterQuote;
        byte = buffer[at] as number;
      } else {
        const start = at;
        while (byte !== separator && byte !== LF && byte !== CR) byte = buffer[++at] as number;
        starts[count] = start;
        const last = at > start ? (buffer[at - 1] as number) : 0x30;
        ends[count] = last <= SPACE || last >= 0x80 ? trimmedEnd(buffer, start, at, separator, this.encoding) : at;
      }
      count++;
      if (at >= end) break;
      at++;
      if (byte === separator) continue;
      if (byte === LF) return this.#done(count, line, at);
      if (at < end) return this.#done(count, line, buffer[at] === LF ? at + 1 : at);
      break;
    }
    // A carriage return at the end of the bytes may be half a line end.
    if (!this.#finished) return -1;
    this.#done(count, line, end);
    this.unended = buffer[end - 1] !== CR;
    return end;
  }

  #done(count: number, line: number, after: number): number {
    this.count = count;
    this.unended = false;
    this.#nextLine = line + 1;
    return after;
  }

  #shift(field: number, line: number): void {
    this.#lines[field] = line;
    this.#lineStarts[field] = this.#lastLineStart;
  }

  #lineAfterQuote = 0;
  #lastLineStart = 0;

  /** Takes the quoted field at `at`; the offset of the separator or line end after it, or -1. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over bytes; calls per field would halve its speed
  #quoted(at: number, field: number, firstLine: number): number {
    const { buffer, starts, separator } = this;
    const end = this.#end;
    const lineStart = this.#currentLineStart();
    let line = firstLine;
    let to = at + 1;
    starts[field] = to;
    for (; ; to++) {
      if (to >= end) {
        const hopeless = this.#finished || end - this.#at > limits.record;
        if (hopeless) this.#failAt('quote', firstLine, lineStart, at);
        return -1;
      }
      const byte = buffer[to] as number;
      if (byte === QUOTE) {
        if (to + 1 >= end && !this.#finished) return -1;
        if (to + 1 >= end || buffer[to + 1] !== QUOTE) break;
        this.escaped[field] = 1;
        to++;
      } else if (byte === LF || (byte === CR && buffer[to + 1] !== LF)) {
        if (to + 1 >= end && !this.#finished) return -1;
        line++;
        if (!this.multiline) this.#firstShifted = field + 1;
        this.multiline = true;
        this.#lastLineStart = to + 1;
      }
    }
    this.#trimQuoted(field, to);
    this.#lineAfterQuote = line;
    let after = to + 1;
    for (let blank = 1; blank > 0 && after < end; after += blank) blank = this.#blankAt(after);
    const byte = buffer[after] as number;
    // What looks like text may be the first byte of a non-breaking space.
    const undecided = after >= end || (byte >= 0x80 && after + 3 > end);
    if (undecided && !this.#finished) return -1;
    if (after < end && byte !== separator && byte !== LF && byte !== CR) {
      this.#failAt('after-quote', line, this.#currentLineStart(), after);
      return -1;
    }
    return after;
  }

  /** Offset of the beginning of the line that the scan has come to. */
  #currentLineStart(): number {
    return this.multiline ? this.#lastLineStart : this.#recordStart;
  }

  #failAt(fault: ScanFault, line: number, lineStart: number, at: number): void {
    this.#fail(fault, line, 1 + charactersIn(this.buffer, lineStart, at, this.encoding));
  }

  #trimQuoted(field: number, end: number): void {
    let start = this.starts[field] ?? 0;
    for (let blank = 1; blank > 0 && start < end; start += blank) blank = this.#blankAt(start);
    this.starts[field] = Math.min(start, end);
    this.ends[field] = trimmedEnd(this.buffer, Math.min(start, end), end, this.separator, this.encoding);
  }

  #blankAt(at: number): number {
    return blankAt(this.buffer, at, this.separator, this.encoding);
  }
}
