import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InternalError } from '../../errors.ts';
import { drawnText, Fonts, type PreparedFontData, preparedFont, TaggedPdfError } from '../../tagged-pdf/index.ts';
import { lines } from './style.ts';

type SetName = 'core' | 'wide';

/** Both weights in one set of characters. */
export interface FontSet {
  readonly name: SetName;
  readonly fonts: Fonts;
  /** First character of drawn text that neither weight has, or null. */
  readonly missing: (text: string) => string | null;
}

/**
 * Fonts for the texts of a report: the core set when it holds all their characters, else the wide one, which is read
 * when first needed. Errors: `TaggedPdfError` for texts that no set can draw: never an empty box.
 */
export function fontChooser(folder: string): (texts: readonly string[]) => FontSet {
  const core = readFonts(folder, 'core');
  let wide: FontSet | undefined;
  return (texts) => {
    const drawn = drawnText(texts.join(' '));
    if (core.missing(drawn) === null) return core;
    wide ??= readFonts(folder, 'wide');
    if (wide.missing(drawn) !== null) throw missingGlyphs(texts, wide);
    return wide;
  };
}

function readFonts(folder: string, name: SetName): FontSet {
  try {
    const data = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Weights;
    const [normal, bold] = [preparedFont(data.regular, lines), preparedFont(data.semibold, lines)];
    const others = new RegExp(`[^${data.regular.characters.replace(/[\\\]^-]/g, '\\$&')}]`, 'u');
    return { name, fonts: new Fonts({ Sans: { normal, bold } }), missing: (text) => others.exec(text)?.[0] ?? null };
  } catch (cause) {
    throw new InternalError(`Programmets skrifttyper kan ikke læses i ${folder}.`, { cause });
  }
}

type Weights = Readonly<Record<'regular' | 'semibold', PreparedFontData>>;

/** Each character once, with the first text that has it. */
function missingGlyphs(texts: readonly string[], { missing }: FontSet): TaggedPdfError {
  const textBy = new Map<string, string>();
  for (const text of texts.map(drawnText)) {
    const character = missing(text);
    if (character !== null && !textBy.has(character)) textBy.set(character, text);
  }
  return new TaggedPdfError(
    [...textBy].map(([character, text]) => ({ code: 'missing-glyph', character, text }) as const),
  );
}
