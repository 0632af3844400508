// Finished PDF, for what pdfkit writes in another way or takes its time over.

/**
 * A name tree of one node, in the order of the names' bytes. pdfkit's own compares names as a language does, for which
 * Node loads much.
 */
export function nameTree(entries: readonly { readonly name: string; readonly to: object }[]): object {
  const named = entries.map(({ name, to }) => ({ bytes: pdfBytes(name), name: pdfString(name), to }));
  const sorted = named.sort((a, b) => (a.bytes < b.bytes ? -1 : 1));
  return finished(`<</Names[${sorted.map(({ name, to }) => `${name}${to}`).join(' ')}]>>`);
}

const isPlain = (text: string): boolean => /^[\w. -]*$/.test(text);

/** A text as PDF has it, a byte a character. */
const pdfBytes = (text: string): string =>
  isPlain(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`;

export const pdfString = (text: string): string =>
  isPlain(text) ? `(${text})` : `<${Buffer.from(pdfBytes(text), 'latin1').toString('hex')}>`;

/** Text that is PDF already, for pdfkit: it writes an object that it does not know as its text. */
export const finished = (text: string): { [key: string]: unknown } => ({
  [Symbol.toStringTag]: 'Finished',
  toString: () => text,
});
