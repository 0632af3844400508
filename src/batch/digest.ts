import { createHash } from 'node:crypto';
import type { Report } from '../report/report.ts';
import type { Format } from './file-name.ts';

/** SHA-256 as lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Digest of all that a report's file is made of, except what changes without any figure or word changing: the date
 * of generation, and the lines that figures stand on (a row put in moves all rows below it). Program and format count.
 */
export function contentDigest(report: Report, format: Format, creator: string): string {
  const content = JSON.stringify({ ...report, generated: '', dateLine: '' }).replace(places, '"place":0');
  return sha256(`${creator}\n${format}\n${content}`);
}

/** A quote inside a text is written \", so that no text can look like this. */
const places = /"place":\{[^{}]*\}/g;
