import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InternalError } from '../errors.ts';
import type { FontName } from './model.ts';

/** One subset of one weight, as scripts/make-fonts.mjs writes it. Lengths in thousandths of an em. */
export interface FaceData {
  /** PostScript name with the six letters of a subset. */
  readonly name: string;
  readonly ascent: number;
  readonly descent: number; // below the baseline, negative
  readonly capHeight: number;
  readonly xHeight: number;
  readonly box: readonly number[];
  readonly weight: number; // 400, 600
  /** Every character of the subset; `glyphs` has their glyph numbers in the same order. */
  readonly characters: string;
  readonly glyphs: readonly number[];
  /** Widths by glyph number. */
  readonly advances: readonly number[];
  readonly programLength: number;
  /** The font program and its ToUnicode map: finished zlib streams in base64. */
  readonly program: string;
  readonly toUnicode: string;
}

export type SetName = 'core' | 'wide';
export type FontSetData = Readonly<Record<FontName, FaceData>>;

/** Reads one character set. The files belong to the program, so a missing one is the program's own fault. */
export function readFontSet(folder: string, name: SetName): FontSetData {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as FontSetData;
  } catch (cause) {
    throw new InternalError(`Programmets skrifttyper kan ikke læses i ${folder}.`, { cause });
  }
}

/** fonts/ stands beside dist/ (bundled) or above src/pdf/ (from source). */
export function fontFolder(): string {
  const beside = fileURLToPath(new URL('../fonts/', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../fonts/', import.meta.url));
}
