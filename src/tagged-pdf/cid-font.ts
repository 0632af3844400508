import { finished, type PdfFile, type PdfObject } from './document.ts';

/** What a PDF asks of a TrueType font whose text is two-byte codes. */
export interface CidFont {
  readonly descriptor: { readonly FontName: string; readonly [key: string]: unknown };
  readonly program: PdfObject;
  readonly toUnicode: () => PdfObject;
  /** From codes to glyphs of the program. */
  readonly glyphs: 'Identity' | PdfObject;
  /** Finished PDF: widths by codes, in thousandths of an em, and the width of all others. */
  readonly widths: string;
  readonly otherWidth: number;
}

export function embedCidFont(file: PdfFile, font: CidFont): PdfObject {
  const { descriptor, program, toUnicode, glyphs, widths, otherWidth } = font;
  const common = { Type: 'Font', BaseFont: descriptor.FontName };
  const descendant = file.object({
    ...common,
    Subtype: 'CIDFontType2',
    CIDToGIDMap: glyphs,
    FontDescriptor: file.object({ Type: 'FontDescriptor', ...descriptor, FontFile2: program }),
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    DW: otherWidth,
    W: finished(widths),
  });
  const data = { ...common, Subtype: 'Type0', Encoding: 'Identity-H' };
  return file.object({ ...data, DescendantFonts: [descendant], ToUnicode: toUnicode() });
}
