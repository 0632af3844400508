/**
 * pdf.js, loaded so that the rest of the thread does not notice. On Node 20 it puts functions of its own in the place of
 * `JSON.parse`, `JSON.stringify` and `Array.prototype.push`, which are many times slower, for whatever runs after it.
 */
const builtIn: readonly (readonly [object, PropertyDescriptorMap])[] = [
  [JSON, Object.getOwnPropertyDescriptors(JSON)],
  [Array.prototype, { push: { ...Object.getOwnPropertyDescriptor(Array.prototype, 'push') } }],
];

// @ts-expect-error It has no types. pdf.js would load it later, when nothing puts the functions back.
await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
export const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

for (const [object, own] of builtIn) Object.defineProperties(object, own);
