import { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { getDocument } from './pdfjs.ts';
import { printTagTree } from './tag-tree.ts';

/** Reads PDFs back with pdf.js, a program that is not ours: for tests of text, tags, attachments and metadata. */

async function withDocument<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

const pagesOf = (pdf: PDFDocumentProxy): Promise<PDFPageProxy[]> =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));

/** Text of each page in drawing order; a new line of the page is a new line. */
export function pageTexts(bytes: Uint8Array): Promise<string[]> {
  return withDocument(bytes, async (pdf) => {
    const contents = await Promise.all((await pagesOf(pdf)).map((page) => page.getTextContent()));
    return contents.map(({ items }) =>
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  });
}

/** The whole tag tree with ids, scopes, headers and texts for readers, as a golden file holds it. */
export function tagTreeText(bytes: Uint8Array): Promise<string> {
  return withDocument(bytes, async (pdf) => {
    const texts = await Promise.all((await pagesOf(pdf)).map(markedTexts));
    return await printTagTree(bytes, new Map(texts.flat()));
  });
}

/** Text by the id of its marked content; pdf.js ends a line with a line break in place of our space. */
async function markedTexts(page: PDFPageProxy): Promise<[string, string][]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== null);
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? '\n' : ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? null);
  }
  return [...texts].map(([id, text]) => [id, text.replace(/\s+/g, ' ').trim()]);
}

export function attachments(bytes: Uint8Array) {
  type Attached = Record<string, { filename: string; content: Uint8Array }>;
  return withDocument(bytes, async (pdf) => {
    const files = (await pdf.getAttachments()) as Attached | null;
    return Object.values(files ?? {}).map((file) => ({ name: file.filename, bytes: file.content }));
  });
}

/** All objects of a file that are no streams, as text. */
export async function objectTexts(bytes: Uint8Array): Promise<string> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => String(object))
    .join('\n');
}

/** Info, and the XMP packet as it stands in the file. */
export function metadata(bytes: Uint8Array) {
  return withDocument(bytes, async (pdf) => {
    const { info, metadata: packet } = await pdf.getMetadata();
    return { info, xmp: packet?.getRaw() ?? '' };
  });
}

/** Titles of the bookmarks, two spaces per level. */
export function outlineText(bytes: Uint8Array): Promise<string> {
  type Items = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;
  const print = (items: Items, level: number): string =>
    items.map((item) => `${'  '.repeat(level)}${item.title}\n${print(item.items, level + 1)}`).join('');
  return withDocument(bytes, async (pdf) => print((await pdf.getOutline()) ?? [], 0));
}
