import { InternalError } from '../errors.ts';

/** Where an object is found: at an offset in the file (type 1), or at a place in an object stream (type 2). */
export type Place =
  | { readonly type: 1; readonly where: number; readonly index: 0 }
  | { readonly type: 2; readonly where: number; readonly index: number };

/** Widths of the table's columns as its dictionary tells them: type, offset or stream, index; highest byte first. */
export const columnWidths = '/W[1 3 2]';
const entryLength = 6;

/** The lines of the cross-reference table by object number, up to object `last`. Errors: `InternalError` beyond 16 MB. */
export function tableOf(places: readonly Place[], last: number, fileLength: number): Uint8Array {
  if (fileLength > 0xffffff || last > 0xffff) throw new InternalError('Rapporten er for stor til sin egen PDF.');
  const entries = Buffer.alloc((last + 1) * entryLength);
  entries.writeUInt16BE(0xffff, 4); // object 0 heads the empty list of free objects
  for (let object = 1; object <= last; object++) {
    const place = places[object];
    if (place === undefined) continue; // a free object is all zeros
    const { type, where, index } = place;
    const at = object * entryLength;
    entries[at] = type;
    entries[at + 1] = where >> 16;
    entries[at + 2] = where >> 8;
    entries[at + 3] = where;
    entries[at + 4] = index >> 8;
    entries[at + 5] = index;
  }
  return entries;
}
