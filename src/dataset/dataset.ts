import type { Period } from '../danish/index.ts';
import type { Figure } from './figure.ts';
import type { Problem } from './problem.ts';

/** Who published the figures. */
export interface Source {
  readonly navn: string;
  readonly url: string;
}

/** `datasaet.json`, checked. */
export interface DatasetInfo {
  /** "2026-06" */
  readonly edition: string;
  readonly title: string;
  readonly sources: readonly Source[];
  /** Goal number → year, where the owner sets the status year instead of taking the newest. */
  readonly statusYears: ReadonlyMap<number, number>;
  /** SHA-256 of the dataset's files, hex, independent of the folder they lie in. */
  readonly digest: string;
}

/** A checked dataset: all that a report may ask of it. Figures of subjects that were not asked for are not held. */
export interface Dataset {
  readonly info: DatasetInfo;
  /** All problems of all files, sorted by place; no structural one among them. */
  readonly problems: readonly Problem[];
  indicator(subject: string, indicator: string, year: number): Figure | undefined;
  keyFigure(subject: string, keyFigure: string, period: Period): Figure | undefined;
  /**
   * The newest year, not after `notAfter` when it is given, in which any subject has a number for any of the
   * indicators; undefined when none has.
   */
  newestYear(indicators: readonly string[], notAfter?: number): number | undefined;
  /** The newest period in which any subject has a number for the key figure; undefined when none has. */
  newestPeriod(keyFigure: string): Period | undefined;
  /**
   * The errors that a report would suffer from if it left this cell as it is: empty when the cell has a valid
   * figure, else every wrong row that may have been meant for it (its readable parts all match).
   */
  indicatorFaults(subject: string, indicator: string, year: number): readonly Problem[];
  keyFigureFaults(subject: string, keyFigure: string, period: Period): readonly Problem[];
  /** Wrong rows that could have moved the newest year or period had they been right; they stop every report. */
  newestYearFaults(indicators: readonly string[], notAfter?: number): readonly Problem[];
  newestPeriodFaults(keyFigure: string): readonly Problem[];
}
