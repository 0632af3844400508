import { remember } from '../remember.ts';
import type { FaceData } from './font-data.ts';

/** Widths and glyph numbers by UTF-16 code unit. */
export interface Face {
  readonly data: FaceData;
  /** Thousandths of an em; `absent` where the subset has no such character. */
  readonly widths: Uint16Array;
  readonly glyphs: Uint16Array;
  /** Width of a text in thousandths of an em, or -1 when the face lacks a character. */
  readonly widthOf: (text: string) => number;
}

export const absent = 0xffff;

/** No character of the fonts lies above this one. */
const codeLimit = 0x2600;

/** Formatting characters that draw nothing: soft hyphen, zero-width space and joiners, direction marks. */
const invisible = [0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2060, 0xfeff];
const invisiblePattern = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Lookup tables of one subset: arrays by code, so that measuring is one read per character. */
export function makeFace(data: FaceData): Face {
  const widths = new Uint16Array(codeLimit).fill(absent);
  const glyphs = new Uint16Array(codeLimit);
  for (let index = 0; index < data.characters.length; index++) {
    const code = data.characters.charCodeAt(index);
    const glyph = data.glyphs[index] ?? 0;
    glyphs[code] = glyph;
    widths[code] = data.advances[glyph] ?? 0;
  }
  for (const code of invisible) if (code < codeLimit) widths[code] = 0;
  return { data, widths, glyphs, widthOf: remember((text) => widthIn(widths, text)) };
}

/** Text as it is drawn: composed letters (å, not a and a ring), and nothing that draws nothing. */
export function drawnText(text: string): string {
  return text.normalize('NFC').replace(invisiblePattern, '');
}

function widthIn(widths: Uint16Array, text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const width = widths[text.charCodeAt(index)] ?? absent;
    if (width === absent) return -1;
    sum += width;
  }
  return sum;
}

/** First character of drawn text that the face lacks, or null. */
export function missingIn(face: Face, drawn: string): string | null {
  for (const character of drawn) {
    const code = character.codePointAt(0) ?? 0;
    if ((face.widths[code] ?? absent) === absent) return character;
  }
  return null;
}
