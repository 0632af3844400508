import type { FontSet } from '../fonts.ts';
import type { FontName, PdfDocument } from '../model.ts';
import { forEachRun } from '../runs.ts';
import type { Note } from './survey.ts';

/** A character that a font cannot draw, with the text that it stands in. */
export interface MissingGlyph {
  readonly character: string;
  readonly font: FontName;
  readonly text: string;
}

/** Every text with a character that the fonts lack: for callers who know where the text came from. */
export function missingGlyphs(document: PdfDocument, fonts: FontSet): MissingGlyph[] {
  const missing: MissingGlyph[] = [];
  forEachRun(document, ({ text, font }) => {
    const character = fonts.missing(text, font);
    if (character !== null) missing.push({ character, font, text });
  });
  return missing;
}

export function glyphFaults(document: PdfDocument, fonts: FontSet, note: Note): void {
  for (const { character, text } of missingGlyphs(document, fonts)) {
    note(`Skrifttypen har ikke tegnet ${codePoint(character)} i »${text}«.`);
  }
}

/** As people write it, "U+1F600". */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
