import { zlibSync } from 'fflate';

/**
 * Compresses in pure JavaScript: node:zlib gives other bytes in other versions of Node, and the same report must have
 * the same bytes on every machine.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 6 });
}
