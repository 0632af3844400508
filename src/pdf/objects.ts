import { createHash } from 'node:crypto';
import { InternalError } from '../errors.ts';
import { remember } from '../remember.ts';
import { deflate } from './deflate/index.ts';
import { bytesOf, reference } from './syntax.ts';

/** The objects of one file while it is made. Numbers are given out in order, so the same calls give the same bytes. */
export interface Objects {
  readonly reserve: () => number;
  /** An object without a stream; it goes into one of the two compressed object streams. */
  readonly put: (object: number, value: string, group?: Group) => number;
  /** `dictionary` without its brackets and without Length and Filter. */
  readonly stream: (object: number, dictionary: string, bytes: Uint8Array, packing: Packing) => number;
  readonly finish: (catalog: number, info: number) => Uint8Array;
}

/**
 * `alike`: the object is usually the same in all documents of a batch. Such objects have a stream of their own, whose
 * compressed bytes are remembered by its text.
 */
export type Group = 'alike' | 'own';

/** `ready`: the bytes are a zlib stream already. `plain`: readable without unpacking, as XMP must be. */
export type Packing = 'deflate' | 'ready' | 'plain';

/** One line of the cross-reference table: an offset in the file (1), or a place in an object stream (2). */
type Place =
  | { readonly type: 1; readonly where: number; readonly index: 0 }
  | { readonly type: 2; readonly where: number; readonly index: number };

const header = bytesOf('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');

export function makeObjects(): Objects {
  const places: Place[] = [];
  const packed: Record<Group, PackedObject[]> = { alike: [], own: [] };
  const chunks: Uint8Array[] = [header];
  let length = header.length;
  let last = 0;

  const append = (bytes: Uint8Array) => {
    chunks.push(bytes);
    length += bytes.length;
  };
  const putPacked = (list: readonly PackedObject[], pack: (text: string) => Uint8Array) => {
    if (list.length === 0) return;
    const container = objects.reserve();
    list.forEach(({ object }, index) => {
      places[object] = { type: 2, where: container, index };
    });
    const { dictionary, text } = objectStream(list);
    objects.stream(container, dictionary, pack(text), 'ready');
  };
  const objects: Objects = {
    reserve: () => ++last,
    put: (object, value, group = 'own') => {
      packed[group].push({ object, value });
      return object;
    },
    stream: (object, dictionary, bytes, packing) => {
      places[object] = { type: 1, where: length, index: 0 };
      const body = packing === 'deflate' ? deflate(bytes) : bytes;
      append(bytesOf(streamHead(object, dictionary, body.length, packing)));
      append(body);
      append(streamFoot);
      return object;
    },
    finish: (catalog, info) => {
      putPacked(packed.own, (text) => deflate(bytesOf(text)));
      putPacked(packed.alike, deflateAlike);
      const table = objects.reserve();
      places[table] = { type: 1, where: length, index: 0 };
      const content = Buffer.concat(chunks);
      const id = identity(content);
      const trailer = `/Root ${reference(catalog)}/Info ${reference(info)}/ID[<${id}><${id}>]`;
      return Buffer.concat([content, ...crossReferences(table, places, trailer, length)]);
    },
  };
  return objects;
}

const streamFoot = bytesOf('\nendstream\nendobj\n');

function streamHead(object: number, dictionary: string, length: number, packing: Packing): string {
  const filter = packing === 'plain' ? '' : '/Filter/FlateDecode';
  return `${object} 0 obj\n<<${dictionary}${filter}/Length ${length}>>\nstream\n`;
}

interface PackedObject {
  readonly object: number;
  readonly value: string;
}

/** A few dozen: subjects with and without notice, editions, templates. */
const deflateAlike = remember((text) => deflate(bytesOf(text)), 40);

function objectStream(packed: readonly PackedObject[]): { dictionary: string; text: string } {
  let index = '';
  let offset = 0;
  for (const { object, value } of packed) {
    index += `${object} ${offset} `;
    offset += value.length + 1;
  }
  const values = packed.map(({ value }) => value).join('\n');
  return { dictionary: `/Type/ObjStm/N ${packed.length}/First ${index.length}`, text: index + values };
}

/** The file identifier follows from the content, so the same content has the same identifier and bytes. */
function identity(content: Uint8Array): string {
  return createHash('md5').update(content).digest('hex').toUpperCase();
}

const entryLength = 6; // one byte of type, three of offset, two of index; highest first

function crossReferences(table: number, places: readonly Place[], trailer: string, start: number): Uint8Array[] {
  if (start > 0xffffff || table > 0xffff) throw new InternalError('Rapporten er for stor til sin egen PDF.');
  const entries = Buffer.alloc((table + 1) * entryLength);
  entries.writeUInt16BE(0xffff, 4); // object 0 heads the empty list of free objects
  for (let object = 1; object <= table; object++) {
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
  const body = deflate(entries);
  const dictionary = `/Type/XRef/Size ${table + 1}/W[1 3 2]${trailer}`;
  const head = bytesOf(streamHead(table, dictionary, body.length, 'deflate'));
  return [head, body, streamFoot, bytesOf(`startxref\n${start}\n%%EOF\n`)];
}
