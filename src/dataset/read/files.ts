import type { Hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type FileKind, kindOf, type OpenFile, openFile } from '../../file/index.ts';
import { limits } from '../limits.ts';
import { bomb, tooLarge } from '../rules/files.ts';
import { FileFault } from './unreadable.ts';

/** The reader's only way to the file system, replaced in tests. Calls may throw the system's errors. */
export interface DatasetFiles {
  kind(path: string): FileKind;
  /** A file of at most `limit` bytes. */
  open(path: string, limit: number): OpenFile;
  /** Names in a folder. */
  names(path: string): readonly string[];
}

export const realFiles: DatasetFiles = { kind: kindOf, open: openFile, names: (path) => readdirSync(path) };

/** The folder of a dataset. */
export class Folder {
  readonly path: string;
  readonly #files: DatasetFiles;

  constructor(path: string, files: DatasetFiles) {
    this.path = path;
    this.#files = files;
  }

  /** Another folder, by a path from this one. */
  beside(path: string): Folder {
    return new Folder(isAbsolute(path) ? path : join(this.path, path), this.#files);
  }

  /** What stands at a name; at "" the folder itself. What cannot be looked at is a file: opening it says why. */
  kind(name: string): FileKind {
    try {
      return this.#files.kind(join(this.path, name));
    } catch {
      return 'file';
    }
  }

  /** Names in the folder; none when it cannot be looked at. */
  names(): readonly string[] {
    try {
      return this.#files.names(this.path);
    } catch {
      return [];
    }
  }

  /** Throws `FileRefused` and the system's errors. */
  open(name: string, limit: number): OpenFile {
    return this.#files.open(join(this.path, name), limit);
  }
}

/** Bytes read at a time: with more a cold run takes longer, with fewer a million rows do. */
const CHUNK = 16_384;

/** A file's bytes, unpacked when it is a `.gz`; the file's own bytes go through `hash`. Throws `FileFault` at a limit. */
export async function* bytesOf(folder: Folder, name: string, hash?: Hash): AsyncGenerator<Buffer> {
  const handle = folder.open(name, limits.file);
  const read = { bytes: 0 };
  let unpacked = 0;
  try {
    for await (const chunk of name.endsWith('.gz') ? gunzipped(handle, read, hash) : chunks(handle, read, hash)) {
      unpacked += chunk.length;
      if (unpacked > limits.file) throw new FileFault(tooLarge);
      const isBomb = unpacked > limits.unpackedFree && unpacked > read.bytes * limits.ratio;
      if (isBomb) throw new FileFault(bomb);
      yield chunk;
    }
  } finally {
    handle.close();
  }
}

/** The bytes as they stand in the file, counted in `read`. */
function* chunks(handle: OpenFile, read: { bytes: number }, hash?: Hash): Generator<Buffer> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = handle.read(chunk);
    if (length === 0) return;
    read.bytes += length;
    hash?.update(chunk.subarray(0, length));
    yield chunk.subarray(0, length);
  }
}

/** Throws zlib's errors for a file that is cut, damaged or followed by something. */
async function* gunzipped(handle: OpenFile, read: { bytes: number }, hash?: Hash): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const packed = Readable.from(chunks(handle, read, hash), { objectMode: false });
  packed.once('error', (error) => gunzip.destroy(error));
  yield* packed.pipe(gunzip) as AsyncIterable<Buffer>;
  // zlib itself passes over what follows the end.
  if (gunzip.bytesWritten !== read.bytes) {
    throw Object.assign(new Error('bytes after the end of the gzip stream'), { code: 'Z_DATA_ERROR' });
  }
}

/** The bytes of a file that is not unpacked. Throws `FileRefused` for one of more than `limit`, and the system's errors. */
export function readWhole(folder: Folder, name: string, limit: number, hash?: Hash): Buffer {
  const handle = folder.open(name, limit);
  try {
    return Buffer.concat([...chunks(handle, { bytes: 0 }, hash)]);
  } finally {
    handle.close();
  }
}

/** The first bytes of a file, at most `count`. */
export function beginningOf(folder: Folder, name: string, count: number): Buffer {
  const handle = folder.open(name, limits.file);
  try {
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, handle.read(bytes));
  } finally {
    handle.close();
  }
}
