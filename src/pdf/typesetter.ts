import { remember } from '../remember.ts';
import { drawnText, type Face, missingIn } from './face.ts';
import type { SetName } from './font-data.ts';
import type { FontSet } from './fonts.ts';
import type { FontName, PdfDocument, TextRun } from './model.ts';
import { forEachRun } from './runs.ts';
import { literal, twoBytes } from './syntax.ts';

/** Turns runs into text operators, with the subset of each font that this document needs. */
export interface Typesetter {
  /** Resource name, "/R". */
  readonly resource: (font: FontName) => string;
  readonly show: (run: TextRun) => string;
  /** The subsets that the document draws with. */
  readonly faces: ReadonlyMap<FontName, Face>;
}

const resources: Readonly<Record<FontName, string>> = { regular: '/R', semibold: '/S' };

/** Chooses the subset of each font from the document's own text alone, so bytes never depend on other documents. */
export function makeTypesetter(document: PdfDocument, fonts: FontSet): Typesetter {
  const sets = new Map<FontName, SetName>();
  forEachRun(document, ({ font, text }) => {
    if (sets.get(font) !== 'wide') sets.set(font, fits(fonts.face('core', font), text) ? 'core' : 'wide');
  });
  const faces = new Map([...sets].map(([font, set]) => [font, fonts.face(set, font)] as const));
  return {
    faces,
    resource: (font) => resources[font],
    show: (run) => {
      const face = faces.get(run.font);
      return face === undefined ? '' : encoder(face)(run.text);
    },
  };
}

function fits(face: Face, text: string): boolean {
  return face.widthOf(text) >= 0 || missingIn(face, drawnText(text)) === null;
}

const encoders = new WeakMap<Face, (text: string) => string>();

/** Text operators by text: most lines are the same in all reports. */
function encoder(face: Face): (text: string) => string {
  const known = encoders.get(face);
  if (known !== undefined) return known;
  const made = remember((text) => encode(face, text));
  encoders.set(face, made);
  return made;
}

/** Of one code unit each: no character of the fonts needs two. */
function encode(face: Face, text: string): string {
  const drawn = drawnText(text);
  let bytes = '';
  for (let at = 0; at < drawn.length; at++) bytes += twoBytes(face.glyphs[drawn.charCodeAt(at)] ?? 0);
  return `${literal(bytes)}Tj `;
}
