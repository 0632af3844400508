import type { Measure } from '../dataset/index.ts';
import type { AnnexWords } from './annex/words.ts';
import type { Blank } from './report.ts';

/**
 * Wording, order, units and rules of an edition's reports, read from `templates/*.json` (documented in
 * docs/skabelon.md). Patterns hold names in braces, e.g. "Siden {aar}"; `fill` puts the values in.
 */
export interface Template {
  readonly title: {
    readonly local: string;
    readonly national: string;
    /** "{navn}." */
    readonly subject: string;
    /** "{udgave}." */
    readonly edition: string;
  };
  /** "Hele landet": name of the subject 000 and of the whole country's column. */
  readonly country: string;
  /** Said when a figure of the report is made up. */
  readonly notice: string;
  /** "Rapport dannet d. {dato}." */
  readonly dateLine: string;
  readonly footnote: {
    readonly mark: string;
    readonly before: string;
    readonly linkText: string;
    readonly url: string;
    readonly after: string;
  };
  /** What a screen reader says of a cell that prints nothing. */
  readonly blanks: Readonly<Record<Blank, string>>;
  readonly goals: GoalsTemplate;
  readonly keyFigures: KeyFiguresTemplate;
  /** Wording, order and thresholds of the annex; null when the template has none. */
  readonly annex: AnnexWords | null;
}

export interface GoalsTemplate {
  readonly caption: string;
  readonly columns: { readonly goal: string; readonly status: string; readonly change: string };
  readonly goalText: string; // "{navn} - {tekst}"
  readonly indicatorText: string; // "{id} {tekst}"
  readonly baseline: string; // "Siden {aar}"
  /** A figure that is older than the goal's status year: "{tal} ({aar})". */
  readonly older: string;
  /** In the change column of an indicator that is not measured locally. */
  readonly notMeasured: string;
  readonly goals: readonly GoalTemplate[];
}

export interface GoalTemplate {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly baselineYear: number;
  readonly pageBreakBefore: boolean;
  readonly indicators: readonly IndicatorTemplate[];
}

export interface IndicatorTemplate {
  readonly id: string; // "1.1"
  readonly text: string;
  /** "Beskæftigelsesgab"; the whole text when the template has no shorter one. */
  readonly shortName: string;
  readonly measure: Measure;
  readonly unit: string; // "pct."
  readonly changeUnit: string; // "pct. point"
  readonly decimals: number;
  /** The direction that the goal wants. */
  readonly better: 'higher' | 'lower';
  readonly nationalOnly: boolean;
}

export interface KeyFiguresTemplate {
  readonly label: string; // "Nøgletal {nummer}"
  readonly rowHeading: string;
  readonly groups: readonly KeyFigureGroup[];
}

export interface KeyFigureGroup {
  readonly heading: string;
  readonly keyFigures: readonly KeyFigureTemplate[];
}

export interface KeyFigureTemplate {
  readonly number: number;
  readonly text: string;
  readonly measure: Measure;
  readonly unit: string;
  readonly decimals: number;
  /** The period is printed with a capital first letter: "September 2025". */
  readonly capitalPeriod: boolean;
  readonly url: string;
}

/** Puts values in a pattern: `fill("Siden {aar}", { aar: 2012 })` is "Siden 2012". */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
