import { createHash } from 'node:crypto';
import type { FormatName } from '../formats/index.ts';
import type { Report } from '../report/index.ts';

/** SHA-256 as lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Digest of all that a report's file is made of, except what changes without any figure or word changing: the date of
 * generation, and the lines that figures stand on (a new row moves all rows below it). Program and format count.
 */
export function contentDigest(report: Report, format: FormatName, creator: string): string {
  const undated = { ...report, generated: '', dateLine: '' };
  const content = JSON.stringify(undated, (key, value) => (key === 'place' && value !== null ? 0 : value));
  return sha256(`${creator}\n${format}\n${content}`);
}
