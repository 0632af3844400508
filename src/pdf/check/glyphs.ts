import { fieldsOf } from '../fields.ts';
import type { FontSet } from '../fonts.ts';
import type { FontName, Form, PdfDocument } from '../model.ts';
import { forEachRun } from '../runs.ts';
import type { Note } from './survey.ts';

/** A character that a font cannot draw, with the text that it stands in. */
export interface MissingGlyph {
  readonly character: string;
  readonly font: FontName;
  readonly text: string;
}

/** Every text with a character that the fonts lack: for callers who know where the text came from. */
export function missingGlyphs({ form, fills }: PdfDocument, fonts: FontSet): MissingGlyph[] {
  const filled = fieldsOf(form).map(({ name, font }) => missingGlyph(fills.get(name)?.text ?? '', font, fonts));
  return [...missingInForm(form, fonts), ...filled.filter((glyph) => glyph !== null)];
}

function missingInForm(form: Form, fonts: FontSet): MissingGlyph[] {
  const missing: MissingGlyph[] = [];
  forEachRun(form, ({ text, font }) => {
    const glyph = missingGlyph(text, font, fonts);
    if (glyph !== null) missing.push(glyph);
  });
  return missing;
}

function missingGlyph(text: string, font: FontName, fonts: FontSet): MissingGlyph | null {
  const character = fonts.missing(text, font);
  return character === null ? null : { character, font, text };
}

/** Faults of the form's own text. */
export function glyphFaults(form: Form, fonts: FontSet, note: Note): void {
  for (const { character, text } of missingInForm(form, fonts)) note(missingFault(character, text));
}

export const missingFault = (character: string, text: string): string =>
  `Skrifttypen har ikke tegnet ${codePoint(character)} i »${text}«.`;

/** As people write it, "U+1F600". */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
