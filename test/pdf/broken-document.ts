import type { PdfDocument, StructElement } from '../../src/pdf/index.ts';
import { sample, withForm } from './sample.ts';

/** A document with one fault: what our check must say of it, and whether veraPDF can see the fault in the file too. */
export interface Broken {
  readonly name: string;
  readonly document: PdfDocument;
  readonly says: RegExp;
  readonly seenByVeraPdf: boolean;
}

/** The document with `change` made of each of its elements, from the leaves up. */
export function changed(change: (element: StructElement) => StructElement, document = sample()): PdfDocument {
  const visit = (each: StructElement): StructElement => {
    const children = each.children.map((child) => (child.kind === 'element' ? visit(child) : child));
    return change({ ...each, children });
  };
  return withForm(document, { root: visit(document.form.root) });
}
