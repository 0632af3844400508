import { hash } from 'node:crypto';
import { exitCode, UserError } from '../errors.ts';
import { DiskFault, FileRefused, readFile } from '../file/index.ts';

/** Bytes that a file of ours is at most; a larger one is another's. */
const limit = 64_000_000;

export interface ExistingFile {
  readonly sha256: string;
  readonly bytes: Buffer;
}

/**
 * What is at a file's place; null when nothing is. What may not be read has neither digest nor bytes.
 * Errors: `DiskFault`.
 */
export function existingFile(path: string): ExistingFile | null {
  try {
    const bytes = readFile(path, limit);
    return { sha256: hash('sha256', bytes), bytes };
  } catch (fault) {
    const { code = '', syscall } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    // `stat` is refused where the folder, not the file, may not be looked into.
    const isUnreadable = syscall !== 'stat' && ['EACCES', 'EPERM'].includes(code);
    if (isUnreadable || code === 'ELOOP' || fault instanceof FileRefused) return { sha256: '', bytes: Buffer.alloc(0) };
    throw new DiskFault(path, fault);
  }
}

/** The digest of a file; null when there is none, "" of what cannot be read. */
export function digestOf(path: string): string | null {
  try {
    return existingFile(path)?.sha256 ?? null;
  } catch {
    return '';
  }
}

/** A file that this program did not make, or that someone has changed since, is left as it is. */
export const notOurs = (path: string, overwriteHint: string): UserError =>
  new UserError(
    exitCode.cannotWrite,
    `${path} findes og er ikke lavet af dette program (eller er ændret siden). Flyt filen, vælg en anden mappe, eller ${overwriteHint}.`,
  );
