import type { Reference } from 'pdfkit';
import type { PdfFile } from './document.ts';
import { refuse } from './faults.ts';
import { type Described, is } from './properties.ts';
import { finished } from './syntax.ts';
import { wordJoiner } from './text.ts';

/** What a font is made of: a file of it (`fontFile`), or a subset made beforehand (`preparedFont`). */
export interface FontSource {
  /** Distance between two baselines, and of the first baseline from the top of its line, in font sizes. */
  readonly leading: number;
  readonly firstBaseline: number;
  /** The two-byte code that shows a character, and its width in thousandths of an em; undefined if it has none. */
  readonly glyphOf: (character: string) => { readonly code: number; readonly advance: number } | undefined;
  /** What goes into a file that shows the text `shown` in it. */
  readonly embedded: (shown: () => string) => EmbeddedFont;
}

/** What a PDF asks of a TrueType font. */
export interface EmbeddedFont {
  /** Without the program. */
  readonly descriptor: { readonly FontName: string; readonly [key: string]: unknown };
  /** The font program and its ToUnicode map: finished zlib streams. */
  readonly program: Buffer;
  readonly programLength: number;
  readonly toUnicode: Buffer;
  /** From codes to glyphs of the program, a finished zlib stream; else they are the same. */
  readonly glyphs?: Buffer;
  /** Finished PDF: widths by codes, in thousandths of an em, and the width of all others. */
  readonly widths: string;
  readonly otherWidth: number;
}

/** What pdfmake asks of a font when it lays out, and what a PDF needs of it. No kerning: text is shown as it is measured. */
export class Font {
  /** In thousandths of an em. */
  readonly ascender: number;
  readonly #source: FontSource;
  /** Codes in hexadecimal; widths in ems. */
  readonly #glyphs = new Map([[wordJoiner, { code: '', advance: 0 }]]);

  constructor(source: FontSource) {
    this.ascender = source.firstBaseline * 1000;
    this.#source = source;
  }

  lineHeight(size: number): number {
    return this.#source.leading * size;
  }

  /** In points. Errors: "missing-glyph" if it has not all of the text. */
  widthOfString(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.#glyph(character, text).advance;
    return width * size;
  }

  /** The text as the codes that an operator shows. Errors: "missing-glyph". */
  encode(text: string): string {
    let codes = '';
    for (const character of text) codes += this.#glyph(character, text).code;
    return codes;
  }

  #glyph(character: string, text: string) {
    const known = this.#glyphs.get(character);
    if (known !== undefined) return known;
    const { code, advance } = this.#source.glyphOf(character) ?? refuse({ code: 'missing-glyph', character, text });
    const glyph = { code: code.toString(16).padStart(4, '0'), advance: advance / 1000 };
    this.#glyphs.set(character, glyph);
    return glyph;
  }

  /** Writes the font into a file; `shown` is all text that the file shows in it. */
  embed(file: PdfFile, shown: () => string): Reference {
    const font = this.#source.embedded(shown);
    const common = { Type: 'Font', BaseFont: font.descriptor.FontName };
    const program = file.packedStream({ Length1: font.programLength }, font.program);
    const glyphs = font.glyphs === undefined ? 'Identity' : file.packedStream({}, font.glyphs);
    const descendant = file.object({
      ...common,
      Subtype: 'CIDFontType2',
      CIDToGIDMap: glyphs,
      FontDescriptor: file.object({ Type: 'FontDescriptor', ...font.descriptor, FontFile2: program }),
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      DW: font.otherWidth,
      W: finished(font.widths),
    });
    const toUnicode = file.packedStream({}, font.toUnicode);
    const type = { ...common, Subtype: 'Type0', Encoding: 'Identity-H' };
    return file.object({ ...type, DescendantFonts: [descendant], ToUnicode: toUnicode });
  }
}

/** A family of fonts by pdfmake's names of its styles. */
export interface Typeface {
  readonly normal: Font;
  readonly bold?: Font;
  readonly italics?: Font;
  readonly bolditalics?: Font;
}

export const fontParts = { font: is.text, bold: is.flag, italics: is.flag };

/** A font by its typeface, the first unless it is named, and its style. */
export interface FontChoice extends Described<typeof fontParts> {}

/** All fonts of a document: `new Fonts({ Sans: { normal, bold } })`. */
export class Fonts {
  /** Name of the first typeface. */
  readonly first: string;
  readonly #typefaces: Readonly<Record<string, Typeface>>;
  /** The names that operators call fonts by. */
  readonly #resources = new Map<Font, string>();

  constructor(typefaces: Readonly<Record<string, Typeface>> = {}) {
    this.#typefaces = typefaces;
    this.first = Object.keys(typefaces)[0] ?? '';
    for (const [name, typeface] of Object.entries(typefaces)) {
      for (const [style, font] of Object.entries(typeface)) {
        if (!(font instanceof Font)) refuse({ code: 'unknown-font', font: `${name} ${style}` });
        this.#resources.set(font, `F${this.#resources.size + 1}`);
      }
    }
  }

  find({ font = this.first, bold = false, italics = false }: FontChoice): Font {
    const style = bold ? (italics ? 'bolditalics' : 'bold') : italics ? 'italics' : 'normal';
    return this.#typefaces[font]?.[style] ?? refuse({ code: 'unknown-font', font: `${font} ${style}` });
  }

  resource(font: Font): string {
    return this.#resources.get(font) ?? refuse({ code: 'unknown-font', font: 'of another document' });
  }

  /** Writes them all into a file, of which `shownIn` gives the text in each; by the names that operators call them. */
  embed(file: PdfFile, shownIn: (font: Font) => string): Record<string, Reference> {
    return Object.fromEntries(
      [...this.#resources].map(([font, name]) => [name, font.embed(file, () => shownIn(font))]),
    );
  }
}
