import { createHash } from 'node:crypto';
import { columnWidths, emptyTable, makeTable } from './cross-references.ts';
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
  readonly table: Uint8Array;
  /** Highest number given out. */
  readonly last: number;
  /** The objects that are the same in all files, with the number of the stream that holds them. */
  readonly packed: ObjectStream & { readonly container: number };
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
  const body = makeBody({ bytes: header, table: emptyTable, last: 0 });
  const open: OpenObject[] = [];
  return {
    ...body.objects,
    putOpen: (object, dictionary, field) => {
      open.push({ object, dictionary, field });
    },
    finish: () => {
      const container = body.objects.reserve();
      const packed = { ...objectStream(body.packed), container };
      body.noteHeld(packed, container);
      return { ...body.state(), packed, open };
    },
  };
}

/** Goes on where the form ended. `closing`: what the file adds to an open dictionary that depends on a field. */
export function makeFileObjects(beginning: Beginning, closing: (field: string) => string): FileObjects {
  const { objects, packed, begin, noteHeld, state } = makeBody(beginning);
  for (const { object, dictionary, field } of beginning.open) {
    objects.put(object, `<<${dictionary}${closing(field)}>>`);
  }
  return {
    ...objects,
    finish: (catalog, info) => {
      const own = objectStream(packed);
      noteHeld(own, objects.stream(objects.reserve(), own.dictionary, own.bytes, 'ready'));
      const shared = beginning.packed;
      objects.stream(shared.container, shared.dictionary, shared.bytes, 'ready');
      const table = objects.reserve();
      begin(table);
      return closed(state(), table, `/Root ${reference(catalog)}/Info ${reference(info)}`);
    },
  };
}

/** The file with its cross-reference table, object number `object`. */
function closed({ bytes, table, last }: State, object: number, trailer: string): Uint8Array {
  const id = identity(bytes);
  const dictionary = `/Type/XRef/Size ${last + 1}${columnWidths}${trailer}/ID[<${id}><${id}>]`;
  const end = bytesOf(`startxref\n${bytes.length}\n%%EOF\n`);
  return Buffer.concat([bytes, ...streamChunks(object, dictionary, deflate(table), 'deflate'), end]);
}

interface State {
  readonly bytes: Uint8Array;
  readonly table: Uint8Array;
  readonly last: number;
}

/** Numbers and bytes from `begun` on. */
function makeBody(begun: State) {
  const table = makeTable(begun.table);
  const packed: PackedObject[] = [];
  const chunks: Uint8Array[] = [begun.bytes];
  let { last } = begun;
  let { length } = begun.bytes;
  const append = (bytes: Uint8Array): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  /** The object begins where the file ends so far. */
  const begin = (object: number): void => table.inFile(object, length);
  const objects: Objects = {
    reserve: () => ++last,
    put: (object, value) => {
      packed.push({ object, value });
      return object;
    },
    stream: (object, dictionary, bytes, packing) => {
      begin(object);
      const content = packing === 'deflate' ? deflate(bytes) : bytes;
      streamChunks(object, dictionary, content, packing).forEach(append);
      return object;
    },
  };
  /** Notes where the objects of an object stream are found. */
  const noteHeld = (stream: ObjectStream, container: number): void => {
    stream.objects.forEach((object, index) => {
      table.inStream(object, container, index);
    });
  };
  const state = (): State => ({ bytes: Buffer.concat(chunks), table: table.bytes(last), last });
  return { objects, packed, begin, noteHeld, state };
}

const streamFoot = bytesOf('\nendstream\nendobj\n');

function streamChunks(object: number, dictionary: string, content: Uint8Array, packing: Packing): Uint8Array[] {
  const filter = packing === 'plain' ? '' : '/Filter/FlateDecode';
  const head = `${object} 0 obj\n<<${dictionary}${filter}/Length ${content.length}>>\nstream\n`;
  return [bytesOf(head), content, streamFoot];
}

/**
 * The file identifier follows from the content, so the same content has the same identifier and bytes. MD5, which the
 * standard has in mind, does not run where only approved digests may.
 */
function identity(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32).toUpperCase();
}
