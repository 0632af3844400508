import { InternalError } from '../errors.ts';
import { remember, rememberOf } from '../remember.ts';
import { drawnText, type Face, missingIn } from './face.ts';
import { fieldsOf } from './fields.ts';
import type { SetName } from './font-data.ts';
import type { FontSet } from './fonts.ts';
import type { FontName, Form, PdfDocument } from './model.ts';
import { forEachText } from './runs.ts';
import { literal, twoBytes } from './syntax.ts';

/** Turns text into text operators, with the subset of each font that a document needs. */
export interface Typesetter {
  /** Resource name, "/R". */
  readonly resource: (font: FontName) => string;
  readonly show: (text: string, font: FontName) => string;
  /** The subsets that the document draws with. */
  readonly faces: ReadonlyMap<FontName, Face>;
}

/** The subset of each font that is drawn with. */
export type Sets = ReadonlyMap<FontName, SetName>;

/** Chooses the subset of each font from the document's own text alone, so bytes never depend on other documents. */
export function setsOf({ form, fills }: PdfDocument, fonts: FontSet): Sets {
  const sets = new Map(formSets(fonts)(form));
  for (const { name, font } of fieldsOf(form)) choose(sets, font, fills.get(name)?.text ?? '', fonts);
  return sets;
}

const formSets = rememberOf((fonts: FontSet) =>
  rememberOf((form: Form): Sets => {
    const sets = new Map<FontName, SetName>();
    forEachText(form, (text, font) => choose(sets, font, text, fonts));
    return sets;
  }),
);

function choose(sets: Map<FontName, SetName>, font: FontName, text: string, fonts: FontSet): void {
  if (sets.get(font) !== 'wide') sets.set(font, fits(fonts.face('core', font), text) ? 'core' : 'wide');
}

function fits(face: Face, text: string): boolean {
  return face.widthOf(text) >= 0 || missingIn(face, drawnText(text)) === null;
}

const resources: Readonly<Record<FontName, string>> = { regular: '/R', semibold: '/S' };

export function makeTypesetter(sets: Sets, fonts: FontSet): Typesetter {
  const faces = new Map([...sets].map(([font, set]) => [font, fonts.face(set, font)] as const));
  return {
    faces,
    resource: (font) => resources[font],
    show: (text, font) => {
      const face = faces.get(font);
      if (face === undefined) return '';
      // The check before writing knows what no font has; what only the other subset has would be a box that nobody saw.
      if (sets.get(font) === 'core' && !fits(face, text))
        throw new InternalError(`»${text}« er sat med forkert skrift.`);
      return encoder(face)(text);
    },
  };
}

/** Text operators by text: most lines are the same in all reports. */
const encoder = rememberOf((face: Face) => remember((text) => encode(face, text)));

/** Of one code unit each: no character of the fonts needs two. */
function encode(face: Face, text: string): string {
  const drawn = drawnText(text);
  let bytes = '';
  for (let at = 0; at < drawn.length; at++) bytes += twoBytes(face.glyphs[drawn.charCodeAt(at)] ?? 0);
  return `${literal(bytes)}Tj `;
}
