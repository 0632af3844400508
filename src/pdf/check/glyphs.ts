import type { FontSet } from '../fonts.ts';
import type { FontName, Form, PdfDocument } from '../model.ts';
import { forEachText } from '../runs.ts';
import type { Note } from './survey.ts';

/** A character that a font cannot draw, with the text that it stands in. */
export interface MissingGlyph {
  readonly character: string;
  readonly font: FontName;
  readonly text: string;
}

type Filled = Pick<PdfDocument, 'form' | 'fills'>;

/** Every text with a character that the fonts lack, in drawing order: for callers who know where a text came from. */
export function missingGlyphs({ form, fills }: Filled, fonts: FontSet): MissingGlyph[] {
  const missing: MissingGlyph[] = [];
  const look = (text: string, font: FontName): void => {
    const character = fonts.missing(text, font);
    if (character !== null) missing.push({ character, font, text });
  };
  forEachText(form, look, ({ name, font }) => look(fills.get(name)?.text ?? '', font));
  return missing;
}

/** Faults of the form's own text. */
export function glyphFaults(form: Form, fonts: FontSet, note: Note): void {
  for (const { character, text } of missingGlyphs({ form, fills: new Map() }, fonts)) {
    note(missingFault(character, text));
  }
}

export const missingFault = (character: string, text: string): string =>
  `Skrifttypen har ikke tegnet ${codePoint(character)} i »${text}«.`;

/** As people write it, "U+1F600". */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
