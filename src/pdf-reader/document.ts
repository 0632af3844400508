import { inflateSync } from 'node:zlib';
import {
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfScanner,
  type PdfValue,
  UnreadablePdf,
  type ValueRoom,
} from './syntax.ts';

/** An object that has bytes. */
export class PdfStream {
  readonly dictionary: PdfDictionary;
  readonly packed: Buffer;

  constructor(dictionary: PdfDictionary, packed: Buffer) {
    this.dictionary = dictionary;
    this.packed = packed;
  }
}

/** Where an object stands: at a place in the file, or in a stream of objects. */
type Location = { readonly at: number } | { readonly stream: number; readonly index: number };

/** Values and objects of a file; a report has some ten thousands. */
const MOST_VALUES = 300_000;

const objectStart = /(\d{1,8})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj/y;

/**
 * The objects of a PDF, read as they are asked for. All that is unpacked together has a budget, and nothing is read
 * twice, so that a file costs no more than a few times its bytes and the budget. Throws `UnreadablePdf`, and zlib's errors.
 */
export class PdfDocument {
  readonly #bytes: Buffer;
  readonly #text: string;
  readonly #locations = new Map<number, Location>();
  readonly #packs = new Map<number, readonly PdfValue[]>();
  /** Objects that are being read: one that needs itself has no end. */
  readonly #reading = new Set<number>();
  readonly #room: ValueRoom = { values: MOST_VALUES };
  #budget: number;
  /** The newest trailer. */
  readonly trailer: PdfDictionary;

  constructor(bytes: Buffer, budget: number) {
    this.#bytes = bytes;
    this.#text = bytes.toString('latin1');
    this.#budget = budget;
    const [, start] = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(this.#text.slice(-1024)) ?? [];
    this.trailer = this.#readSections(Number(start ?? Number.NaN));
    if (this.trailer.has('Encrypt')) throw new UnreadablePdf();
  }

  /** The value itself, or what it refers to. */
  resolve(value: PdfValue | undefined): PdfValue | PdfStream {
    return value instanceof PdfReference ? this.#object(value.number) : (value ?? null);
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value);
    if (found instanceof Map) return found;
    throw new UnreadablePdf();
  }

  /** The bytes of a stream. */
  unpack({ dictionary, packed }: PdfStream): Buffer {
    const filter = this.resolve(dictionary.get('Filter'));
    const [only, ...others] = Array.isArray(filter) ? filter : [filter];
    const isPlain = only === null || only === undefined;
    if (others.length > 0 || !(isPlain || (only instanceof PdfName && only.name === 'FlateDecode')))
      throw new UnreadablePdf();
    const bytes = isPlain ? packed : inflateSync(packed, { maxOutputLength: Math.max(1, this.#budget) });
    this.#budget -= bytes.length;
    if (this.#budget < 0) throw new UnreadablePdf();
    return bytes;
  }

  #scannerAt(at: number): PdfScanner {
    return new PdfScanner(this.#text, at, this.#room);
  }

  /** Reads all tables of where objects stand, the newest first, and returns its trailer. */
  #readSections(start: number): PdfDictionary {
    let newest: PdfDictionary | undefined;
    const starts = [start];
    for (const at of starts) {
      if (!Number.isInteger(at) || at < 0 || at >= this.#bytes.length || starts.length > 100) throw new UnreadablePdf();
      const trailer = this.#readTable(this.#scannerAt(at));
      newest ??= trailer;
      for (const key of ['XRefStm', 'Prev']) {
        const earlier = trailer.get(key);
        if (typeof earlier === 'number' && !starts.includes(earlier)) starts.push(earlier);
      }
    }
    if (newest === undefined) throw new UnreadablePdf();
    return newest;
  }

  #readTable(scanner: PdfScanner): PdfDictionary {
    if (scanner.take(/xref/y) === null) return this.#readTableStream(scanner);
    for (;;) {
      const part = scanner.take(/(\d{1,8}) (\d{1,8})(?= *[\r\n])/y);
      if (part === null) break;
      for (let i = 0; i < Number(part[2]); i++) {
        const [, at, , kind] = scanner.take(/(\d{10}) (\d{5}) ([nf])/y) ?? [];
        if (at === undefined || --this.#room.values < 0) throw new UnreadablePdf();
        if (kind === 'n') this.#locate(Number(part[1]) + i, { at: Number(at) });
      }
    }
    if (scanner.take(/trailer/y) === null) throw new UnreadablePdf();
    return this.dictionary(scanner.value());
  }

  #locate(number: number, location: Location): void {
    if (this.#locations.size > MOST_VALUES) throw new UnreadablePdf();
    if (!this.#locations.has(number)) this.#locations.set(number, location);
  }

  /** A table that is a stream: rows of three numbers of fixed widths. */
  #readTableStream(scanner: PdfScanner): PdfDictionary {
    const stream = this.#objectAt(scanner);
    if (!(stream instanceof PdfStream)) throw new UnreadablePdf();
    const { dictionary } = stream;
    const [kindWidth = 0, placeWidth = 0, lastWidth = 0, ...more] = numbersIn(dictionary.get('W'));
    const width = kindWidth + placeWidth + lastWidth;
    if (more.length > 0 || placeWidth < 1 || Math.max(kindWidth, placeWidth, lastWidth) > 6) throw new UnreadablePdf();
    const rows = unpredicted(this.unpack(stream), this.dictionary(dictionary.get('DecodeParms') ?? new Map()));
    const field = (at: number, bytes: number): number => (bytes === 0 ? 0 : rows.readUIntBE(at, bytes));
    const objects = numberedBy(dictionary, rows.length / width);
    for (let at = 0; at + width <= rows.length; at += width) {
      const number = objects.next().value;
      if (number === undefined) break;
      const kind = kindWidth === 0 ? 1 : field(at, kindWidth);
      const place = field(at + kindWidth, placeWidth);
      if (kind === 1) this.#locate(number, { at: place });
      if (kind === 2) this.#locate(number, { stream: place, index: field(at + kindWidth + placeWidth, lastWidth) });
    }
    return dictionary;
  }

  #object(number: number): PdfValue | PdfStream {
    const location = this.#locations.get(number);
    if (location === undefined) return null;
    if (this.#reading.has(number)) throw new UnreadablePdf();
    this.#reading.add(number);
    try {
      if ('stream' in location) return this.#pack(location.stream)[location.index] ?? null;
      return this.#objectAt(this.#scannerAt(location.at), number);
    } finally {
      this.#reading.delete(number);
    }
  }

  /** The object that stands at the scanner's place; its number must be the one expected. */
  #objectAt(scanner: PdfScanner, expected?: number): PdfValue | PdfStream {
    const [, number] = scanner.take(objectStart) ?? [];
    if (number === undefined || (expected !== undefined && Number(number) !== expected)) throw new UnreadablePdf();
    const value = scanner.value();
    if (!(value instanceof Map) || scanner.take(/stream(?:\r\n|\n)/y) === null) return value;
    const length = this.resolve(value.get('Length'));
    const end = scanner.at + (typeof length === 'number' ? length : Number.NaN);
    if (!Number.isInteger(end) || end < scanner.at || end > this.#bytes.length) throw new UnreadablePdf();
    const packed = this.#bytes.subarray(scanner.at, end);
    scanner.at = end;
    if (scanner.take(/endstream/y) === null) throw new UnreadablePdf();
    return new PdfStream(value, packed);
  }

  /** The objects in a stream of objects. */
  #pack(number: number): readonly PdfValue[] {
    const known = this.#packs.get(number);
    if (known !== undefined) return known;
    const location = this.#locations.get(number);
    const stream = location !== undefined && 'at' in location ? this.#object(number) : null;
    if (!(stream instanceof PdfStream)) throw new UnreadablePdf();
    const text = this.unpack(stream).toString('latin1');
    const [count, first] = ['N', 'First'].map((key) => stream.dictionary.get(key));
    if (typeof count !== 'number' || typeof first !== 'number' || count > text.length) throw new UnreadablePdf();
    const head = new PdfScanner(text, 0, this.#room);
    const values: PdfValue[] = [];
    for (let i = 0; i < count; i++) {
      const [, offset] = head.take(/\d+[\0\t\n\f\r ]+(\d+)/y) ?? [];
      if (offset === undefined) throw new UnreadablePdf();
      values.push(new PdfScanner(text, first + Number(offset), this.#room).value());
    }
    this.#packs.set(number, values);
    return values;
  }
}

const numbersIn = (value: PdfValue | undefined): number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0) ? value : [];

/** The numbers of the objects that the rows of a table are about: from 0 on, unless its `Index` says others. */
function* numberedBy(table: PdfDictionary, rows: number): Generator<number, undefined> {
  const spans = table.has('Index') ? numbersIn(table.get('Index')) : [0, rows];
  for (let i = 0; i + 1 < spans.length; i += 2) {
    const [first = 0, count = 0] = spans.slice(i, i + 2);
    for (let number = first; number < first + count; number++) yield number;
  }
}

/** Rows of a table as they were before each was written as its difference to the one above (PNG's Up). */
function unpredicted(bytes: Buffer, parameters: PdfDictionary): Buffer {
  if ((parameters.get('Predictor') ?? 1) === 1) return bytes;
  const columns = parameters.get('Columns');
  if (typeof columns !== 'number' || !(columns >= 1 && columns < 100)) throw new UnreadablePdf();
  const rows: Buffer[] = [];
  let above = Buffer.alloc(columns);
  for (let at = 0; at + columns < bytes.length; at += columns + 1) {
    const kind = bytes[at];
    if (kind !== 0 && kind !== 2) throw new UnreadablePdf();
    const row = Buffer.from(bytes.subarray(at + 1, at + 1 + columns));
    if (kind === 2) for (const [i, value] of above.entries()) row[i] = (row[i] ?? 0) + value;
    rows.push(row);
    above = row;
  }
  return Buffer.concat(rows);
}
