import type { Period } from '../danish/index.ts';
import type { Figure } from './figure.ts';
import type { Problem } from './rules/rule.ts';

/** Someone, or something, with its address. */
interface Named {
  readonly navn: string;
  readonly url: string;
}

/** Who publishes the edition and how it may be used; documented in docs/dataformat.md. */
export interface Publication {
  readonly publisher: Named | null;
  readonly contact: { readonly navn: string; readonly email: string } | null;
  readonly licence: Named | null;
  /** Where the site is put, with a slash at its end. */
  readonly address: string | null;
  /** The accessibility statement. */
  readonly accessibility: string | null;
}

/** What the owner says of a series: where it is from, and what readers must know. */
export interface SeriesNote {
  readonly source: string | null;
  readonly note: string | null;
}

/** `datasaet.json`, checked. */
export interface DatasetInfo {
  /** "2026-06" */
  readonly edition: string;
  readonly title: string;
  /** Who published the figures. */
  readonly sources: readonly Named[];
  /** Goal number → year, where the owner sets the status year instead of taking the newest. */
  readonly statusYears: ReadonlyMap<number, number>;
  /** Key figure → code of its newest period, where the owner sets it. */
  readonly periods: ReadonlyMap<string, string>;
  readonly publication: Publication | null;
  /** By indicator ("1.1") and key figure ("14"). */
  readonly notes: ReadonlyMap<string, SeriesNote>;
  /** SHA-256 of the dataset's files, hex, independent of the folder they lie in. */
  readonly digest: string;
}

/** A checked dataset: all that a report may ask of it. */
export interface Dataset {
  readonly info: DatasetInfo;
  /** The folder of the dataset of the edition before that it was compared with; null when there is none to be read. */
  readonly former: string | null;
  /** All problems of all files, sorted by place; none that stops everything among them. */
  readonly problems: readonly Problem[];
  /** What the checks of the dataset as a whole found, in the order of the checks; likewise. */
  readonly checkProblems: readonly Problem[];
  /** The errors that stop the report of this subject whatever its cells hold: it has no rows, or none in one table. */
  subjectProblems(subject: string): readonly Problem[];
  indicator(subject: string, indicator: string, year: number): Figure | undefined;
  keyFigure(subject: string, keyFigure: string, period: Period): Figure | undefined;
  /**
   * The newest year, not after `notAfter` when it is given, in which any subject has a number for any of the
   * indicators; undefined when none has.
   */
  newestYear(indicators: readonly string[], notAfter?: number): number | undefined;
  /**
   * The period that the owner sets for the key figure, else the newest in which any subject has a number; undefined
   * when none has.
   */
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
