import { absent, drawnText, type Face, makeFace, missingIn } from './face.ts';
import { fontFolder, readFontSet, type SetName } from './font-data.ts';
import type { FontName } from './model.ts';

export interface FontMetrics {
  /** In em, above the baseline; `descent` is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** The two weights, ready to measure and to draw. Made once per process; safe to share between documents. */
export interface FontSet {
  /** Width of a line of text in points. A character that the font lacks counts as half an em. */
  readonly measure: (text: string, font: FontName, size: number) => number;
  readonly metrics: (font: FontName) => FontMetrics;
  /** First character that the font lacks, or null. */
  readonly missing: (text: string, font: FontName) => string | null;
  /** Lookup tables of one subset; the wide set is read when first asked for. */
  readonly face: (set: SetName, font: FontName) => Face;
}

/** Reads the fonts made by scripts/make-fonts.mjs. No font is parsed. */
export function loadFonts(folder: string = fontFolder()): FontSet {
  const face = lazyFaces(folder);
  return {
    face,
    measure: (text, font, size) => {
      const width = face('core', font).widthOf(text);
      return ((width < 0 ? wideWidth(face('wide', font), text) : width) * size) / 1000;
    },
    metrics: (font) => metricsOf(face('core', font)),
    missing: (text, font) => {
      if (face('core', font).widthOf(text) >= 0) return null;
      return missingIn(face('wide', font), drawnText(text));
    },
  };
}

function lazyFaces(folder: string): FontSet['face'] {
  const load = (set: SetName) => {
    const data = readFontSet(folder, set);
    return { regular: makeFace(data.regular), semibold: makeFace(data.semibold) };
  };
  const core = load('core');
  let wide: typeof core | undefined;
  return (set, font) => {
    if (set === 'core') return core[font];
    wide ??= load('wide');
    return wide[font];
  };
}

function wideWidth(face: Face, text: string): number {
  let sum = 0;
  for (const character of drawnText(text)) {
    const width = face.widths[character.codePointAt(0) ?? 0] ?? absent;
    sum += width === absent ? 500 : width;
  }
  return sum;
}

function metricsOf({ data }: Face): FontMetrics {
  return {
    ascent: data.ascent / 1000,
    descent: data.descent / 1000,
    capHeight: data.capHeight / 1000,
    xHeight: data.xHeight / 1000,
  };
}
