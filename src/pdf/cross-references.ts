import { InternalError } from '../errors.ts';

/** Where the objects of a file are found, as the cross-reference table holds it: six bytes for each, by number. */
export interface Table {
  /** The object begins `offset` bytes into the file. */
  readonly inFile: (object: number, offset: number) => void;
  /** The object is number `index` of those in the object stream `container`. */
  readonly inStream: (object: number, container: number, index: number) => void;
  /** The table of all objects up to number `last`. */
  readonly bytes: (last: number) => Uint8Array;
}

/** Widths of the columns as the table's dictionary tells them: type, offset or stream, index; highest byte first. */
export const columnWidths = '/W[1 3 2]';
const entryLength = 6;

/** Object 0 heads the empty list of free objects. An object of which nothing is told is free: all zeros. */
export const emptyTable: Uint8Array = Uint8Array.of(0, 0, 0, 0, 0xff, 0xff);

/** A table that goes on from another, which stays as it is. Errors: `InternalError` beyond 16 MB. */
export function makeTable(begun: Uint8Array): Table {
  let entries = new Uint8Array(begun.length * 2 + 128 * entryLength);
  entries.set(begun);
  const put = (object: number, type: 1 | 2, where: number, index: number): void => {
    if (where > 0xffffff || object > 0xffff) throw new InternalError('Rapporten er for stor til sin egen PDF.');
    const at = object * entryLength;
    if (at >= entries.length) entries = grown(entries, at);
    entries[at] = type;
    entries[at + 1] = where >> 16;
    entries[at + 2] = where >> 8;
    entries[at + 3] = where;
    entries[at + 4] = index >> 8;
    entries[at + 5] = index;
  };
  return {
    inFile: (object, offset) => put(object, 1, offset, 0),
    inStream: (object, container, index) => put(object, 2, container, index),
    bytes: (last) => {
      const end = (last + 1) * entryLength;
      return (end > entries.length ? grown(entries, end) : entries).slice(0, end);
    },
  };
}

/** Entries that reach beyond `at`. */
function grown(entries: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(entries.length, (at + entryLength) * 2));
  larger.set(entries);
  return larger;
}
