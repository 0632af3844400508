import type { PdfFile, PdfObject } from './document.ts';
import { refuse } from './faults.ts';

/** What pdfmake asks of a font when it lays out, and what a PDF needs of it. */
export interface Font {
  /** In thousandths of an em. */
  readonly ascender: number;
  lineHeight(size: number): number;
  /** In points, without kerning: text is shown as it is measured. */
  widthOfString(text: string, size: number): number;
  /** The text as the two-byte codes that an operator shows, in hexadecimal; "missing-glyph" if it has not all of it. */
  encode(text: string): string;
  /** Writes the font into a file; `shown` is all text that the file shows in it. */
  embed(file: PdfFile, shown: () => string): PdfObject;
}

/** A family of fonts by pdfmake's names of its styles. */
export interface Typeface {
  readonly normal: Font;
  readonly bold?: Font;
  readonly italics?: Font;
  readonly bolditalics?: Font;
}

/** A font by its typeface, the first unless it is named, and its style. */
export interface FontChoice {
  readonly font?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italics?: boolean | undefined;
}

/** All fonts of a document: `new Fonts({ Sans: { normal, bold } })`. */
export class Fonts {
  /** Name of the first typeface. */
  readonly first: string;
  readonly #typefaces: Readonly<Record<string, Typeface>>;
  /** The names that operators call fonts by. */
  readonly #resources = new Map<Font, string>();

  constructor(typefaces: Readonly<Record<string, Typeface>>) {
    this.#typefaces = typefaces;
    this.first = Object.keys(typefaces)[0] ?? '';
    for (const { normal, bold, italics, bolditalics } of Object.values(typefaces)) {
      for (const font of [normal, bold, italics, bolditalics]) {
        if (font !== undefined) this.#resources.set(font, `F${this.#resources.size + 1}`);
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

  /** Writes them all into a file; by the names that operators call them. */
  embed(file: PdfFile, shownIn: (font: Font) => string): Record<string, PdfObject> {
    return Object.fromEntries(
      [...this.#resources].map(([font, name]) => [name, font.embed(file, () => shownIn(font))]),
    );
  }
}
