import { createHash } from 'node:crypto';
import { columnWidths, type Place, tableOf } from './cross-references.ts';
import { deflate } from './deflate/index.ts';
import { type ObjectStream, objectStream, type PackedObject } from './object-stream.ts';
import { bytesOf, reference } from './syntax.ts';

/** The objects of one file while it is made. Numbers are given out in order, so the same calls give the same bytes. */
export interface Objects {
  readonly reserve: () => number;
  /** An object without a stream; it goes into a compressed object stream. */
  readonly put: (object: number, value: string) => number;
  /** `dictionary` without its brackets and without Length and Filter. */
  readonly stream: (object: number, dictionary: string, bytes: Uint8Array, packing: Packing) => number;
}

/** `ready`: the bytes are a zlib stream already. `plain`: readable without unpacking, as XMP must be. */
export type Packing = 'deflate' | 'ready' | 'plain';

/** The objects that all files of a form have in common. */
export interface FormObjects extends Objects {
  /** A dictionary, without its brackets, that each file closes for itself. `field` says what it depends on. */
  readonly putOpen: (object: number, dictionary: string, field: string) => void;
  readonly finish: () => Beginning;
}

/** What all files of a form begin with: nothing of it is made or compressed again. */
export interface Beginning {
  readonly bytes: Uint8Array;
  readonly places: readonly Place[];
  /** Highest number given out. */
  readonly last: number;
  readonly packed: ObjectStream;
  readonly open: readonly OpenObject[];
}

interface OpenObject {
  readonly object: number;
  readonly dictionary: string;
  readonly field: string;
}

export interface FileObjects extends Objects {
  readonly finish: (catalog: number, info: number) => Uint8Array;
}

const header = bytesOf('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n');

export function makeFormObjects(): FormObjects {
  const body = makeBody({ bytes: header, places: [], last: 0 });
  const open: OpenObject[] = [];
  return {
    ...body.objects,
    putOpen: (object, dictionary, field) => {
      open.push({ object, dictionary, field });
    },
    finish: () => ({ ...body.state(), packed: objectStream(body.packed), open }),
  };
}

/** Goes on where the form ended. `closing`: what the file adds to an open dictionary that depends on a field. */
export function makeFileObjects(beginning: Beginning, closing: (field: string) => string): FileObjects {
  const body = makeBody(beginning);
  for (const { object, dictionary, field } of beginning.open) {
    body.objects.put(object, `<<${dictionary}${closing(field)}>>`);
  }
  return {
    ...body.objects,
    finish: (catalog, info) => {
      body.hold(objectStream(body.packed));
      body.hold(beginning.packed);
      const table = body.objects.reserve();
      const { bytes, places, last } = body.state();
      places[table] = { type: 1, where: bytes.length, index: 0 };
      const id = identity(bytes);
      const trailer = `/Root ${reference(catalog)}/Info ${reference(info)}/ID[<${id}><${id}>]`;
      const entries = deflate(tableOf(places, last, bytes.length));
      const dictionary = `/Type/XRef/Size ${last + 1}${columnWidths}${trailer}`;
      const end = bytesOf(`startxref\n${bytes.length}\n%%EOF\n`);
      return Buffer.concat([bytes, ...streamChunks(table, dictionary, entries, 'deflate'), end]);
    },
  };
}

interface State {
  readonly bytes: Uint8Array;
  readonly places: Place[];
  readonly last: number;
}

/** Numbers and bytes from `begun` on. */
function makeBody(begun: Pick<Beginning, 'bytes' | 'places' | 'last'>) {
  const places = begun.places.slice();
  const packed: PackedObject[] = [];
  const chunks: Uint8Array[] = [begun.bytes];
  let { last } = begun;
  let { length } = begun.bytes;
  const append = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  const objects: Objects = {
    reserve: () => ++last,
    put: (object, value) => {
      packed.push({ object, value });
      return object;
    },
    stream: (object, dictionary, bytes, packing) => {
      places[object] = { type: 1, where: length, index: 0 };
      const content = packing === 'deflate' ? deflate(bytes) : bytes;
      streamChunks(object, dictionary, content, packing).forEach(append);
      return object;
    },
  };
  /** Writes an object stream, and notes where its objects are found. */
  const hold = (stream: ObjectStream): void => {
    if (stream.objects.length === 0) return;
    const container = objects.reserve();
    stream.objects.forEach((object, index) => {
      places[object] = { type: 2, where: container, index };
    });
    objects.stream(container, stream.dictionary, stream.bytes, 'ready');
  };
  const state = (): State => ({ bytes: Buffer.concat(chunks), places, last });
  return { objects, packed, hold, state };
}

const streamFoot = bytesOf('\nendstream\nendobj\n');

function streamChunks(object: number, dictionary: string, content: Uint8Array, packing: Packing): Uint8Array[] {
  const filter = packing === 'plain' ? '' : '/Filter/FlateDecode';
  const head = `${object} 0 obj\n<<${dictionary}${filter}/Length ${content.length}>>\nstream\n`;
  return [bytesOf(head), content, streamFoot];
}

/** The file identifier follows from the content, so the same content has the same identifier and bytes. */
function identity(content: Uint8Array): string {
  return createHash('md5').update(content).digest('hex').toUpperCase();
}
