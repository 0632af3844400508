import { inflate } from './inflate.ts';
import { parseValue } from './parser.ts';
import { ReadError } from './read-error.ts';
import { type Dictionary, isDictionary, isReference, type Value } from './values.ts';

export interface PdfObject {
  readonly value: Value;
  /** The packed bytes, when it has any. */
  readonly stream?: Uint8Array;
}

/** A PDF of this program, opened: objects by number. */
export interface PdfFile {
  /** Object number of the catalog. */
  readonly root: number;
  readonly object: (object: number) => PdfObject;
  readonly dictionary: (object: number) => Dictionary;
  /** The value itself, or what it refers to; one step is enough for our own files. */
  readonly resolve: (value: Value | undefined) => Value | undefined;
}

/** Where an object stands: at an offset in the file, or at an index in an object stream. */
type Place = { readonly offset: number } | { readonly container: number; readonly index: number };

export function openFile(bytes: Uint8Array): PdfFile {
  const { places, root } = readTable(bytes);
  const containers = new Map<number, readonly Value[]>();
  const object = (number: number): PdfObject => {
    const place = places[number];
    if (place === undefined) throw new ReadError(`Objekt ${number} mangler.`);
    if ('offset' in place) return readObject(bytes, place.offset, number);
    let values = containers.get(place.container);
    if (values === undefined) {
      values = readContainer(bytes, places[place.container], place.container);
      containers.set(place.container, values);
    }
    const value = values[place.index];
    if (value === undefined) throw new ReadError(`Objekt ${number} mangler.`);
    return { value };
  };
  return {
    root,
    object,
    dictionary: (number) => dictionaryOf(object(number).value),
    resolve: (value) => (isReference(value) ? object(value.object).value : value),
  };
}

function dictionaryOf(value: Value): Dictionary {
  if (!isDictionary(value)) throw new ReadError('Den har ikke den opbygning, der ventes.');
  return value;
}

function numberOf(value: Value | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ReadError('Der mangler et tal, hvor et ventes.');
  }
  return value;
}

/** Latin-1 text of a part of the file; parts out of range are empty. */
function slice(bytes: Uint8Array, from: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, from + length);
}

const entryLength = 6;

function readTable(bytes: Uint8Array): { places: readonly (Place | undefined)[]; root: number } {
  if (slice(bytes, 0, 5) !== '%PDF-') throw new ReadError('Den er ikke en PDF.');
  const start = /startxref\s(\d{1,10})\s%%EOF\s*$/.exec(slice(bytes, Math.max(0, bytes.length - 64), 64));
  if (start === null) throw new ReadError('Slutningen mangler.');
  const { value, stream } = readObject(bytes, Number(start[1]), null);
  const trailer = dictionaryOf(value);
  const widths = trailer.get('W');
  if (stream === undefined || !Array.isArray(widths) || widths.join() !== '1,3,2') {
    throw new ReadError('Dens indholdsfortegnelse er skrevet af et andet program.');
  }
  const root = trailer.get('Root');
  if (!isReference(root)) throw new ReadError('Den har ikke den opbygning, der ventes.');
  return { places: placesOf(inflate(stream)), root: root.object };
}

function placesOf(entries: Uint8Array): (Place | undefined)[] {
  const view = Buffer.from(entries.buffer, entries.byteOffset, entries.byteLength);
  const places: (Place | undefined)[] = [];
  for (let at = 0; at + entryLength <= view.length; at += entryLength) {
    const type = view.readUInt8(at);
    const where = view.readUIntBE(at + 1, 3);
    const index = view.readUInt16BE(at + 4);
    const packed = type === 2 ? { container: where, index } : undefined;
    places.push(type === 1 ? { offset: where } : packed);
  }
  return places;
}

/** Our dictionaries of streams are short: this much of the file holds the longest. */
const headLength = 4096;

function readObject(bytes: Uint8Array, offset: number, expected: number | null): PdfObject {
  const head = slice(bytes, offset, headLength);
  const title = /^(\d{1,8}) 0 obj\s/.exec(head);
  if (title === null || (expected !== null && Number(title[1]) !== expected)) {
    throw new ReadError(`Der er intet objekt ved tegn ${offset}.`);
  }
  const { value, end } = parseValue(head, title[0].length);
  const mark = /^\s*stream\n/.exec(head.slice(end, end + 20));
  if (mark === null) return { value };
  const length = numberOf(dictionaryOf(value).get('Length'));
  const from = offset + end + mark[0].length;
  if (from + length > bytes.length) throw new ReadError('Den er ikke hel.');
  return { value, stream: bytes.subarray(from, from + length) };
}

/** All values of an object stream, in its own order. */
function readContainer(bytes: Uint8Array, place: Place | undefined, number: number): readonly Value[] {
  if (place === undefined || !('offset' in place)) throw new ReadError(`Objekt ${number} mangler.`);
  const { value, stream } = readObject(bytes, place.offset, number);
  if (stream === undefined) throw new ReadError(`Objekt ${number} mangler indhold.`);
  const dictionary = dictionaryOf(value);
  const first = numberOf(dictionary.get('First'));
  const source = slice(inflate(stream), 0, Number.MAX_SAFE_INTEGER);
  const index = source.slice(0, first).trim().split(/\s+/).map(Number);
  const values: Value[] = [];
  for (let at = 1; at < index.length; at += 2) values.push(parseValue(source, first + numberOf(index[at])).value);
  return values;
}
