import { createHash } from 'node:crypto';
import type { Format } from './file-name.ts';

/** SHA-256 as lower-case hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Digest of all that a report's file is made of, except what changes without any figure or word changing: the date
 * of generation, and the lines that figures stand on (a row put in moves all rows below it). Program and format count.
 * `data` is the report as `JSON.stringify` writes it.
 */
export function contentDigest(data: string, format: Format, creator: string): string {
  const content = data
    .replace(places, '"place":0')
    .replace(/"generated":"[^"]*"/, '"generated":""')
    .replace(/"dateLine":"(?:[^"\\]|\\.)*"/, '"dateLine":""');
  return sha256(`${creator}\n${format}\n${content}`);
}

/** A quote inside a text is written \", so that no text can look like this, nor like the two keys above. */
const places = /"place":\{[^{}]*\}/g;
