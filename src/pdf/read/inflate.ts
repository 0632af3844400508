import { inflateSync } from 'node:zlib';
import { ReadError } from './read-error.ts';

/** Far beyond any report; keeps a file made to burst memory from doing so. */
export const limits = { stream: 64 * 1024 * 1024, total: 128 * 1024 * 1024 } as const;

/** Unpacks a zlib stream and checks its sum. */
export function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: limits.stream });
  } catch (cause) {
    throw new ReadError('Noget af indholdet kan ikke pakkes ud.', { cause });
  }
}
