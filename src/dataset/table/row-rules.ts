import type { Provenance } from '../figure.ts';
import type { NumberStyle } from '../number.ts';
import { Interner } from './interner.ts';
import { provenances } from './store.ts';
import type { Times } from './times.ts';

/** How the rows of one file are to be understood. */
export interface RowRules {
  readonly file: string;
  readonly style: NumberStyle;
  readonly subject: (text: string) => number;
  /** Index of a series, UNKNOWN or PASSED. */
  readonly series: (text: string) => number;
  /** Texts that the series column may hold, for the nearest one. */
  readonly seriesTexts: readonly string[];
  /** Index of the series that all rows are of; -1 when a column says it. */
  readonly onlySeries: number;
  /** Texts that the columns of `udvalg` must hold for a row to be taken. */
  readonly selection: readonly string[];
  /** Of rows whose file has no such column, or an empty field in it. */
  readonly provenance: Provenance;
  readonly names: ReadonlyMap<string, string>;
  /** The file should name its provenance column "kilde", if it has one. */
  readonly mayHideProvenance: boolean;
}

/** What the texts of a file's columns mean, as numbers; negative ones are no part of a figure. */
export interface Meanings {
  readonly subjects: Interner;
  readonly series: Interner;
  readonly times: Interner;
  readonly provenances: Interner;
  /** By column of `udvalg`: 1 for the text that is wanted. */
  readonly selection: readonly Interner[];
}

export function meaningsOf(rules: RowRules, times: Times): Meanings {
  const fallback = provenances.indexOf(rules.provenance);
  return {
    subjects: new Interner(rules.subject),
    series: new Interner(rules.series),
    times: new Interner((text) => times.resolve(text)),
    provenances: new Interner((text) => (text === '' ? fallback : provenanceIndex(text))),
    selection: rules.selection.map((wanted) => new Interner((text) => (text === wanted ? 1 : 0))),
  };
}

/** Index of a provenance in `provenances`, -1 for another text. */
export const provenanceIndex = (text: string): number => (provenances as readonly string[]).indexOf(text.toLowerCase());
