import type { Hash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { limits } from '../limits.ts';
import { wholeFile } from '../problem.ts';
import { bomb, tooLarge, unreadable } from './file-problems.ts';

/** What stands at a path: `other` is a device, pipe or socket, which could make the reader wait for ever. */
export type FileKind = 'file' | 'folder' | 'other' | 'missing';

export interface OpenFile {
  /** Reads into `bytes` and returns how many were read, 0 at the end. */
  read(bytes: Uint8Array): number;
  close(): void;
}

/** The reader's only way to the file system, replaced in tests. Calls may throw the system's errors. */
export interface DatasetFiles {
  kind(path: string): FileKind;
  open(path: string): OpenFile;
  /** Names in a folder. */
  names(path: string): readonly string[];
}

/** The real file system, read synchronously: at a cold start that is several times faster than streams. */
export const realFiles: DatasetFiles = {
  kind(path) {
    try {
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat === undefined) return 'missing';
      return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'missing';
      throw error;
    }
  },
  open(path) {
    const handle = openSync(path, 'r');
    return {
      read: (bytes) => readSync(handle, bytes, 0, bytes.length, null),
      close: () => closeSync(handle),
    };
  },
  names: (path) => readdirSync(path),
};

/** The folder of a dataset. */
export class Folder {
  readonly path: string;
  readonly #files: DatasetFiles;

  constructor(path: string, files: DatasetFiles) {
    this.path = path;
    this.#files = files;
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

  /** Throws the system's errors. */
  open(name: string): OpenFile {
    return this.#files.open(join(this.path, name));
  }
}

/** Bytes read at a time: with more a cold run takes longer, with fewer a million rows do. */
const CHUNK = 16_384;

/** A file's bytes, unpacked when it is a `.gz`; the file's own bytes go through `hash`. Throws `UnreadableFile` at a limit. */
export async function* bytesOf(folder: Folder, name: string, hash?: Hash): AsyncGenerator<Buffer> {
  const handle = folder.open(name);
  const read = { bytes: 0 };
  let unpacked = 0;
  try {
    for await (const chunk of name.endsWith('.gz') ? gunzipped(handle, read, hash) : chunks(handle, read, hash)) {
      unpacked += chunk.length;
      if (unpacked > limits.file) throw unreadable(wholeFile(name), tooLarge);
      const isBomb = unpacked > limits.unpackedFree && unpacked > read.bytes * limits.ratio;
      if (isBomb) throw unreadable(wholeFile(name), bomb);
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

/** The bytes of a file that is not unpacked, cut one byte after `limit`. Throws the system's errors. */
export function readUpTo(folder: Folder, name: string, limit: number, hash?: Hash): Buffer {
  const handle = folder.open(name);
  try {
    const parts: Buffer[] = [];
    const read = { bytes: 0 };
    for (const chunk of chunks(handle, read, hash)) {
      parts.push(chunk);
      if (read.bytes > limit) break;
    }
    return Buffer.concat(parts).subarray(0, limit + 1);
  } finally {
    handle.close();
  }
}
