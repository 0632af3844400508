import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFonts } from '../../src/pdf/index.ts';
import { renderUnchecked } from '../../src/pdf/render.ts';
import { brokenDocuments } from './broken.ts';

/** Writes the broken documents whose fault veraPDF can see. Returns how many. */
export function writeBroken(folder: string, fontFolder: string): number {
  const fonts = loadFonts(fontFolder);
  const visible = brokenDocuments().filter(({ seenByVeraPdf }) => seenByVeraPdf);
  for (const { name, document } of visible) {
    writeFileSync(join(folder, `${name}.pdf`), renderUnchecked(document, fonts));
  }
  return visible.length;
}
