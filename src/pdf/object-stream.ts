import { deflate } from './deflate/index.ts';
import { bytesOf } from './syntax.ts';

/** An object without a stream, as text. */
export interface PackedObject {
  readonly object: number;
  readonly value: string;
}

/** Objects packed and compressed together; the stream that holds them gets its number later. */
export interface ObjectStream {
  /** Numbers of the objects, in their order in the stream. */
  readonly objects: readonly number[];
  readonly dictionary: string;
  /** A zlib stream. */
  readonly bytes: Uint8Array;
}

export function objectStream(packed: readonly PackedObject[]): ObjectStream {
  let index = '';
  let offset = 0;
  for (const { object, value } of packed) {
    index += `${object} ${offset} `;
    offset += value.length + 1;
  }
  const values = packed.map(({ value }) => value).join('\n');
  return {
    objects: packed.map(({ object }) => object),
    dictionary: `/Type/ObjStm/N ${packed.length}/First ${index.length}`,
    bytes: deflate(bytesOf(index + values)),
  };
}
