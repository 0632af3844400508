import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';

/** What stands at a path: `other` is a device, pipe or socket, which could make the reader wait for ever. */
export type FileKind = 'file' | 'folder' | 'other' | 'missing';

/** A file that is not read: it is no regular file, or larger than its kind may be. */
export class FileRefused extends Error {
  readonly reason: 'folder' | 'other' | 'too-large';
  /** Bytes that it may be at most. */
  readonly limit: number;

  constructor(path: string, reason: FileRefused['reason'], limit: number) {
    super(`${path} is refused: ${reason}`);
    this.reason = reason;
    this.limit = limit;
  }
}

export interface OpenFile {
  /** Reads into `bytes` and returns how many were read, 0 at the end. */
  read(bytes: Uint8Array): number;
  close(): void;
}

/** What stands at a path, links followed. Throws the system's errors. */
export function kindOf(path: string): FileKind {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat === undefined ? 'missing' : kindIn(stat);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'missing';
    throw error;
  }
}

const kindIn = (stat: Stats): Exclude<FileKind, 'missing'> =>
  stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';

/** A pipe that takes a file's place while it is opened must not hold the program; Windows knows neither flag. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Opens a regular file of at most `limit` bytes. This is the only door to files that come from outside: lint refuses
 * others. A link to a regular file is followed. Throws `FileRefused` and the system's errors, also while reading.
 * Reading is synchronous: at a cold start that is several times faster than streams.
 */
export function openFile(path: string, limit: number): OpenFile {
  const refuse = (stat: Stats): void => {
    const kind = kindIn(stat);
    if (kind !== 'file') throw new FileRefused(path, kind, limit);
    if (stat.size > limit) throw new FileRefused(path, 'too-large', limit);
  };
  // Before it is opened, since opening a device may do something, and after, since something may have changed.
  refuse(statSync(path));
  const handle = openSync(path, flags);
  const close = (): void => closeSync(handle);
  try {
    refuse(fstatSync(handle));
  } catch (error) {
    close();
    throw error;
  }
  let total = 0;
  return {
    read(bytes) {
      const length = readSync(handle, bytes, 0, bytes.length, null);
      total += length;
      // It grows, or says nothing of its size, as files of the system do.
      if (total > limit) throw new FileRefused(path, 'too-large', limit);
      return length;
    },
    close,
  };
}

const CHUNK = 65_536;

/** The bytes of a regular file of at most `limit` bytes. Throws as `openFile`. */
export function readFile(path: string, limit: number): Buffer {
  const file = openFile(path, limit);
  try {
    const parts: Buffer[] = [];
    for (;;) {
      const part = Buffer.allocUnsafe(CHUNK);
      const length = file.read(part);
      if (length === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, length));
    }
  } finally {
    file.close();
  }
}
