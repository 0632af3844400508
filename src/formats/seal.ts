import { hash } from 'node:crypto';

/** Where a text file holds the digest of its own text: between `before` and `after`, which stand in place of `end`. */
export interface Seal {
  readonly end: string;
  readonly before: string;
  readonly after: string;
}

/** A text with its digest, which tells when somebody changes the file. */
export const sealed = (text: string, { end, before, after }: Seal): string =>
  `${text.slice(0, text.length - end.length)}${before}${hash('sha256', text)}${after}`;

/** Whether a file is as it was sealed. */
export function isAsSealed(bytes: Uint8Array, seal: Seal): boolean {
  const file = Buffer.from(bytes).toString('utf8');
  const own = file.slice(0, -(seal.before.length + 64 + seal.after.length));
  return file === sealed(own + seal.end, seal);
}
