import { InternalError } from '../errors.ts';
import { checkDocument } from './check/index.ts';
import type { FontSet } from './fonts.ts';
import type { PdfDocument } from './model.ts';
import { renderUnchecked } from './render.ts';

export { codePoint, type MissingGlyph, missingGlyphs } from './check/glyphs.ts';
export { checkDocument } from './check/index.ts';
export { type FontMetrics, type FontSet, loadFonts } from './fonts.ts';
export type * from './model.ts';

/**
 * A document as the bytes of a PDF that is tagged (PDF/UA-1) and archival (PDF/A-3a). Same document, same bytes.
 * Throws InternalError with every fault when the document may not be written.
 */
export function renderPdf(document: PdfDocument, fonts: FontSet): Uint8Array {
  const faults = checkDocument(document, fonts);
  if (faults.length > 0) {
    throw new InternalError(
      `Rapporten kan ikke skrives som tilgængelig PDF:\n${faults.map((f) => `- ${f}`).join('\n')}`,
    );
  }
  return renderUnchecked(document, fonts);
}
