import type { Decimal } from '../decimal.ts';
import type { Place } from './place.ts';

const provenances = ['officiel', 'beregnet', 'eksempel'] as const;

/** `officiel`: published; `beregnet`: derived from published figures; `eksempel`: made up. */
export type Provenance = (typeof provenances)[number];

/** Why a figure has no number: the StatBank symbols `..`, `...`, `.` and the empty field. */
export type Missing = 'confidential' | 'unavailable' | 'impossible' | 'empty';

/** One value of a dataset, as exact as its owner has it. Exactly one of `value` and `missing` is null. */
export interface Figure {
  readonly value: Decimal | null;
  readonly missing: Missing | null;
  /** As it stands in the file, trimmed, e.g. "1.234,50*". */
  readonly text: string;
  /** Marked `*` in the file. */
  readonly provisional: boolean;
  readonly provenance: Provenance;
  readonly place: Place;
}

/** The provenance that a text names, whatever its case. */
export function provenanceOf(text: string): Provenance | undefined {
  const name = text.toLowerCase();
  return provenances.find((one) => one === name);
}

/** The words of a title, note or cell that say in free text that figures are made up; null when none does. */
export const madeUpWords = (text: string): string | null => inFreeText.exec(text)?.[0] ?? null;

const inFreeText =
  /(?<![a-zæøå])(?:opdigte(?:t|de)|(?:fiktiv[te]?|syntetiske?) (?:data|tal)|(?:eksempel|test)(?:data|tal)|(?:made-up|fictitious|synthetic) (?:data|figures|numbers))(?![a-zæøå])|^(?:fiktiv[te]?|dummy|fictitious|made-up)$/i;
