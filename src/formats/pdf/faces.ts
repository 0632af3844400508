import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, InternalError, UserError } from '../../errors.ts';
import { finished, type PdfFile, type PdfObject } from './document.ts';
import { firstBaseline, leading } from './style.ts';

export type FontName = 'regular' | 'semibold';
type SetName = 'core' | 'wide';

/** One subset of one weight, as scripts/make-fonts.mjs writes it. */
export interface FaceData {
  /** Every character of the subset; `glyphs` has their glyph numbers in the same order. */
  readonly characters: string;
  readonly glyphs: readonly number[];
  /** Widths by glyph number, in thousandths of an em. */
  readonly advances: readonly number[];
  /** The font descriptor of a PDF, without the program. */
  readonly descriptor: { readonly FontName: string };
  readonly programLength: number;
  /** The font program and its ToUnicode map: finished zlib streams in base64. */
  readonly program: string;
  readonly toUnicode: string;
}

/** Keeps the characters around it on one line and draws nothing. */
export const wordJoiner = '\u2060';

/** Soft hyphen, zero-width space and joiners, direction marks. */
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Text as it is drawn: composed letters (å, not a and a ring), and nothing that draws nothing. */
export const drawnText = (text: string): string => text.normalize('NFC').replace(invisible, '');

/** A weight of the typeface: what pdfmake asks of a font when it lays out, and what a PDF needs of it. */
export class Face {
  /** Asked by pdfmake, in thousandths of an em. */
  readonly ascender = firstBaseline * 1000;
  readonly #data: FaceData;
  readonly #glyphs: ReadonlyMap<string, { readonly code: string; readonly advance: number }>;
  readonly #others: RegExp;

  constructor(data: FaceData) {
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

  /** Asked by pdfmake. */
  lineHeight(size: number): number {
    return leading * size;
  }

  /** Width of drawn text in points; pdfmake asks too. */
  widthOfString(text: string, size: number): number {
    let width = 0;
    for (const character of text) width += this.#glyph(character).advance;
    return width * size;
  }

  /** The text as the glyph numbers that an operator shows, in hexadecimal. */
  encode(text: string): string {
    let codes = '';
    for (const character of text) codes += this.#glyph(character).code;
    return codes;
  }

  /** First character of drawn text that the face lacks, or null. */
  missing(text: string): string | null {
    return this.#others.exec(text)?.[0] ?? null;
  }

  #glyph(character: string) {
    const glyph = this.#glyphs.get(character);
    if (glyph === undefined) throw new InternalError(`Skrifttypen har ikke tegnet ${codePoint(character)}.`);
    return glyph;
  }

  /** Writes the font into a file; the text's two-byte codes are glyph numbers. */
  embed(file: PdfFile): PdfObject {
    const { advances, descriptor, programLength, program, toUnicode } = this.#data;
    const font = { Type: 'Font', BaseFont: descriptor.FontName };
    const FontFile2 = file.packedStream({ Length1: programLength }, Buffer.from(program, 'base64'));
    const descendant = file.object({
      ...font,
      Subtype: 'CIDFontType2',
      CIDToGIDMap: 'Identity',
      FontDescriptor: file.object({ Type: 'FontDescriptor', ...descriptor, FontFile2 }),
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      DW: advances[0] ?? 1000,
      W: finished(`[0[${advances.join(' ')}]]`),
    });
    const ToUnicode = file.packedStream({}, Buffer.from(toUnicode, 'base64'));
    return file.object({ ...font, Subtype: 'Type0', Encoding: 'Identity-H', DescendantFonts: [descendant], ToUnicode });
  }
}

/** Both weights in one set of characters. */
export interface Fonts extends Readonly<Record<FontName, Face>> {
  readonly set: SetName;
}

/**
 * Fonts for the texts of a report: the core set when it holds all their characters, else the wide one, which is read
 * when first needed. Errors: `UserError` 65 for a text that no set can draw: never an empty box.
 */
export function fontChooser(folder: string): (texts: readonly string[]) => Fonts {
  const core = readFonts(folder, 'core');
  let wide: Fonts | undefined;
  return (texts) => {
    const drawn = drawnText(texts.join(' '));
    if (core.regular.missing(drawn) === null) return core;
    wide ??= readFonts(folder, 'wide');
    if (wide.regular.missing(drawn) !== null) throw missingGlyphs(texts.map(drawnText), wide.regular);
    return wide;
  };
}

function readFonts(folder: string, set: SetName): Fonts {
  try {
    const data = JSON.parse(readFileSync(join(folder, `${set}.json`), 'utf8')) as Record<FontName, FaceData>;
    return { set, regular: new Face(data.regular), semibold: new Face(data.semibold) };
  } catch (cause) {
    throw new InternalError(`Programmets skrifttyper kan ikke læses i ${folder}.`, { cause });
  }
}

function missingGlyphs(texts: readonly string[], face: Face): UserError {
  const textBy = new Map<string, string>();
  for (const text of texts) {
    const character = face.missing(text);
    if (character !== null && !textBy.has(character)) textBy.set(character, text);
  }
  const lines = [...textBy].map(([character, text]) => `  ${codePoint(character)} i "${text}"`);
  return new UserError(
    exitCode.data,
    ['Skrifttypen har ikke alle tegn i rapporten. Ret teksten i skabelonen eller datasættet:', ...lines].join('\n'),
  );
}

/** As people write it, "U+1F600". */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
