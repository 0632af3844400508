import type { FontSet } from './fonts.ts';
import type { PdfDocument } from './model.ts';
import { renderUnchecked } from './render.ts';

export { type FontMetrics, type FontSet, loadFonts } from './fonts.ts';
export type * from './model.ts';

export function renderPdf(document: PdfDocument, fonts: FontSet): Uint8Array {
  return renderUnchecked(document, fonts);
}
