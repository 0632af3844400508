import { embedCidFont } from './cid-font.ts';
import type { PdfFile, PdfObject } from './document.ts';
import { refuse } from './faults.ts';
import type { Font } from './fonts.ts';
import { wordJoiner } from './text.ts';

/** A subset of a TrueType font, made beforehand, so that no run parses a font. */
export interface PreparedFontData {
  /** Every character of the subset; `glyphs` has their glyph numbers in the same order. */
  readonly characters: string;
  readonly glyphs: readonly number[];
  /** Widths by glyph number, in thousandths of an em. */
  readonly advances: readonly number[];
  /** The font descriptor of a PDF, without the program. */
  readonly descriptor: { readonly FontName: string; readonly [key: string]: unknown };
  readonly programLength: number;
  /** The font program and its ToUnicode map: finished zlib streams in base64. */
  readonly program: string;
  readonly toUnicode: string;
}

/** Distance between two baselines, and of the first baseline from the top of its line, in font sizes. */
export interface LineMetrics {
  readonly leading: number;
  readonly firstBaseline: number;
}

export class PreparedFont implements Font {
  readonly ascender: number;
  readonly #leading: number;
  readonly #data: PreparedFontData;
  readonly #glyphs: ReadonlyMap<string, { readonly code: string; readonly advance: number }>;
  readonly #others: RegExp;

  constructor(data: PreparedFontData, { leading, firstBaseline }: LineMetrics) {
    this.ascender = firstBaseline * 1000;
    this.#leading = leading;
    this.#data = data;
    const { glyphs, advances } = data;
    this.#others = new RegExp(`[^${data.characters.replace(/[\\\]^-]/g, '\\$&')}]`, 'u');
    this.#glyphs = new Map([
      [wordJoiner, { code: '', advance: 0 }],
      ...[...data.characters].map((character, index) => {
        const glyph = glyphs[index] ?? 0;
        const code = glyph.toString(16).padStart(4, '0');
        return [character, { code, advance: (advances[glyph] ?? 0) / 1000 }] as const;
      }),
    ]);
  }

  lineHeight(size: number): number {
    return this.#leading * size;
  }

  widthOfString(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.#glyph(character, text).advance;
    return width * size;
  }

  encode(text: string): string {
    let codes = '';
    for (const character of text) codes += this.#glyph(character, text).code;
    return codes;
  }

  /** First character of drawn text that the font lacks, or null. */
  missing(text: string): string | null {
    return this.#others.exec(text)?.[0] ?? null;
  }

  #glyph(character: string, text: string) {
    return this.#glyphs.get(character) ?? refuse({ code: 'missing-glyph', character, text });
  }

  embed(file: PdfFile): PdfObject {
    const { advances, descriptor, programLength, program, toUnicode } = this.#data;
    return embedCidFont(file, {
      descriptor,
      program: file.packedStream({ Length1: programLength }, Buffer.from(program, 'base64')),
      toUnicode: () => file.packedStream({}, Buffer.from(toUnicode, 'base64')),
      glyphs: 'Identity',
      widths: `[0[${advances.join(' ')}]]`,
      otherWidth: advances[0] ?? 1000,
    });
  }
}
