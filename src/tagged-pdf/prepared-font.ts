import { type EmbeddedFont, Font, type FontSource } from './fonts.ts';

/** A subset of a TrueType font, made beforehand, so that no run parses a font. */
export interface PreparedFontData extends Pick<EmbeddedFont, 'descriptor' | 'programLength'> {
  /** Every character of the subset; `glyphs` has their glyph numbers in the same order. */
  readonly characters: string;
  readonly glyphs: readonly number[];
  /** Widths by glyph number, in thousandths of an em. */
  readonly advances: readonly number[];
  /** The font program and its ToUnicode map: finished zlib streams in base64. */
  readonly program: string;
  readonly toUnicode: string;
}

/** How lines are set in it: the same look for fonts that stand beside each other. */
export type LineMetrics = Pick<FontSource, 'leading' | 'firstBaseline'>;

export function preparedFont(data: PreparedFontData, lines: LineMetrics): Font {
  const { advances, descriptor, programLength } = data;
  const codes = new Map([...data.characters].map((character, index) => [character, data.glyphs[index] ?? 0]));
  const [program, toUnicode] = [Buffer.from(data.program, 'base64'), Buffer.from(data.toUnicode, 'base64')];
  const widths = `[0[${advances.join(' ')}]]`;
  return new Font({
    ...lines,
    glyphOf: (character) => {
      const code = codes.get(character);
      return code === undefined ? code : { code, advance: advances[code] ?? 0 };
    },
    embedded: () => ({ descriptor, program, programLength, toUnicode, widths, otherWidth: advances[0] ?? 1000 }),
  });
}
