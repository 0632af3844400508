import { hash } from 'node:crypto';
import { create, type Font as FontkitFont } from 'fontkit';
import { packed } from './document.ts';
import { refuse } from './faults.ts';
import { type EmbeddedFont, Font, type FontSource } from './fonts.ts';
import { wordJoiner } from './text.ts';

/**
 * A static TrueType font, read by fontkit. Text is shown in the glyph numbers of the whole font, and each file gets the
 * glyphs that it shows, so that a file does not depend on those before it.
 */
export function fontFile(bytes: Uint8Array): Font {
  const font = opened(bytes);
  const scale = 1000 / font.unitsPerEm;
  const advanceOf = (glyph: number): number => font.getGlyph(glyph).advanceWidth * scale;
  const glyphOf: FontSource['glyphOf'] = (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(point)) return undefined;
    const code = font.glyphForCodePoint(point).id;
    return { code, advance: advanceOf(code) };
  };
  const embedded = (shown: () => string): EmbeddedFont => {
    const characters = [...new Set(shown())].filter((character) => character !== wordJoiner);
    const glyphs = new Map(characters.map((character) => [glyphOf(character)?.code ?? 0, character]));
    const subset = font.createSubset();
    const map = Buffer.alloc(2 * (Math.max(0, ...glyphs.keys()) + 1));
    for (const glyph of glyphs.keys()) map.writeUInt16BE(subset.includeGlyph(glyph), 2 * glyph);
    const program = Buffer.from(subset.encode());
    return {
      descriptor: descriptorOf(font, program, scale),
      program: packed(program),
      programLength: program.length,
      toUnicode: packed(toUnicode(glyphs)),
      glyphs: packed(map),
      widths: `[${[...glyphs.keys()].map((glyph) => `${glyph}[${advanceOf(glyph)}]`).join('')}]`,
      otherWidth: advanceOf(0),
    };
  };
  const leading = (font.ascent - font.descent + font.lineGap) / font.unitsPerEm;
  return new Font({ leading, firstBaseline: font.ascent / font.unitsPerEm, glyphOf, embedded });
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

function descriptorOf(font: FontkitFont, program: Buffer, scale: number): EmbeddedFont['descriptor'] {
  const { bbox, ascent, descent, capHeight, xHeight, italicAngle, postscriptName } = font;
  // Six capital letters that follow from the content, as PDF asks of the name of a subset.
  const digest = hash('sha256', program, 'buffer').subarray(0, 6);
  const letters = String.fromCharCode(...digest.map((byte) => 65 + (byte % 26)));
  return {
    FontName: `${letters}+${(postscriptName ?? 'Font').replace(/[^\w-]/g, '')}`,
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

/** The characters of glyphs as a CMap, which holds at most a hundred lines in one go. */
function toUnicode(glyphs: ReadonlyMap<number, string>): string {
  const lines = [...glyphs].map(([glyph, character]) => {
    return `<${glyph.toString(16).padStart(4, '0')}><${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`;
  });
  const parts = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(at * 100, at * 100 + 100));
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def 1 begincodespacerange <0000><ffff> endcodespacerange',
    ...parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
