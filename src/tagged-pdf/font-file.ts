import { hash } from 'node:crypto';
import { create, type Font as FontkitFont } from 'fontkit';
import { type CidFont, embedCidFont } from './cid-font.ts';
import type { PdfFile, PdfObject } from './document.ts';
import { refuse } from './faults.ts';
import type { Font } from './fonts.ts';
import { wordJoiner } from './text.ts';

/**
 * A static TrueType font, read by fontkit. Text is shown in the glyph numbers of the whole font, and each file gets the
 * glyphs that it shows, so that a file does not depend on those before it. No kerning or ligatures: characters are
 * measured one by one, and so they are shown.
 */
export function fontFile(bytes: Uint8Array): Font {
  const font = opened(bytes);
  const scale = 1000 / font.unitsPerEm;
  const known = new Map<string, number>();
  const glyphOf = (character: string, text: string): number => {
    const code = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(code)) refuse({ code: 'missing-glyph', character, text });
    const glyph = known.get(character) ?? font.glyphForCodePoint(code).id;
    known.set(character, glyph);
    return glyph;
  };
  const glyphsOf = (text: string): number[] =>
    [...text].filter((character) => character !== wordJoiner).map((character) => glyphOf(character, text));
  const advanceOf = (glyph: number): number => font.getGlyph(glyph).advanceWidth * scale;
  const embed = (file: PdfFile, shown: () => string): PdfObject => {
    const characters = [...new Set(shown())].filter((character) => character !== wordJoiner);
    const glyphs = new Map(characters.map((character) => [glyphOf(character, character), character]));
    const subset = font.createSubset();
    const map = Buffer.alloc(2 * (Math.max(0, ...glyphs.keys()) + 1));
    for (const glyph of glyphs.keys()) map.writeUInt16BE(subset.includeGlyph(glyph), 2 * glyph);
    const program = Buffer.from(subset.encode());
    const lines = [...glyphs].map(([glyph, character]) => `<${hex(glyph)}><${utf16(character)}>`);
    return embedCidFont(file, {
      descriptor: descriptorOf(font, program, scale),
      program: file.stream({ Length1: program.length }, program),
      toUnicode: () => file.stream({}, toUnicode(lines)),
      glyphs: file.stream({}, map),
      widths: `[${[...glyphs.keys()].map((glyph) => `${glyph}[${advanceOf(glyph)}]`).join('')}]`,
      otherWidth: advanceOf(0),
    });
  };
  return {
    ascender: font.ascent * scale,
    lineHeight: (size) => ((font.ascent - font.descent + font.lineGap) / font.unitsPerEm) * size,
    widthOfString: (text, size) => (glyphsOf(text).reduce((sum, glyph) => sum + advanceOf(glyph), 0) / 1000) * size,
    encode: (text) => glyphsOf(text).map(hex).join(''),
    embed,
  };
}

function opened(bytes: Uint8Array): FontkitFont {
  let font: FontkitFont;
  try {
    font = create(bytes);
  } catch (cause) {
    return refuse({ code: 'unreadable-font', reason: (cause as Error).message });
  }
  if (font.type !== 'TTF' || font.directory.tables['glyf'] === undefined) {
    refuse({ code: 'unreadable-font', reason: 'not a TrueType font with glyf outlines' });
  }
  if (Object.keys(font.variationAxes).length > 0) refuse({ code: 'unreadable-font', reason: 'a variable font' });
  return font;
}

function descriptorOf(font: FontkitFont, program: Buffer, scale: number): CidFont['descriptor'] {
  const { bbox, ascent, descent, capHeight, xHeight, italicAngle, postscriptName } = font;
  // Six capital letters that follow from the content, as PDF asks of the name of a subset.
  const letters = [...hash('sha256', program, 'buffer').subarray(0, 6)].map((byte) =>
    String.fromCharCode(65 + (byte % 26)),
  );
  return {
    FontName: `${letters.join('')}+${(postscriptName ?? 'Font').replace(/[^\w-]/g, '')}`,
    Flags: italicAngle === 0 ? 4 : 4 + 64, // glyphs beyond the standard Latin set
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((each) => each * scale),
    ItalicAngle: italicAngle,
    Ascent: ascent * scale,
    Descent: descent * scale,
    CapHeight: (capHeight || ascent) * scale,
    XHeight: (xHeight || 0) * scale,
    StemV: Math.round(font['OS/2'].usWeightClass / 5), // a hint for viewers
  };
}

const hex = (number: number): string => number.toString(16).padStart(4, '0');

const utf16 = (character: string): string => Buffer.from(character, 'utf16le').swap16().toString('hex');

/** A CMap holds at most a hundred lines in one go. */
function toUnicode(lines: readonly string[]): string {
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(at * 100, at * 100 + 100));
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def 1 begincodespacerange <0000><ffff> endcodespacerange',
    ...parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
