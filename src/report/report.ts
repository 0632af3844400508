import type { Missing, Place, Provenance } from '../dataset/index.ts';

/**
 * The report of one subject as plain data: every output (PDF, JSON, CSV) is made from it alone. It can be written
 * as JSON without loss; `docs/report.schema.json` documents it. Texts are Danish and final, as printed.
 */
export interface Report {
  readonly format: 'barometer-report/1';
  readonly edition: string; // "2026-06"
  readonly generated: string; // date of generation, "2026-06-06"
  readonly subject: Subject;
  readonly title: Title;
  /** Said on the first page when a figure of the report is made up; null when none is. */
  readonly notice: string | null;
  readonly dataset: {
    readonly title: string;
    readonly sources: readonly { readonly navn: string; readonly url: string }[];
  };
  readonly goals: GoalsTable;
  readonly keyFigures: readonly KeyFigureTable[];
  readonly footnote: Footnote;
  readonly dateLine: string; // "Rapport dannet d. 6/6-2026."
}

export interface Subject {
  readonly kind: 'kommune' | 'hele-landet';
  readonly code: string; // "161"
  readonly name: string; // "Glostrup"
  readonly region: string | null;
}

/** `heading` + " " + `subject` + " " + `edition` is the title; `subject` is empty for the whole country. */
export interface Title {
  readonly text: string; // "Udviklingsrapport: Det lokale ... om flygtninge. Glostrup. Juni 2026."
  readonly heading: string; // "Udviklingsrapport: Det lokale integrationsbarometer samt nøgletal om flygtninge."
  readonly subject: string; // "Glostrup."
  readonly edition: string; // "Juni 2026."
}

export interface GoalsTable {
  /** Name of the table for bookmarks and screen readers; not printed. */
  readonly caption: string;
  /** Headings over the three columns: the first is not printed (null text), but a screen reader needs it. */
  readonly columns: { readonly goal: string; readonly status: string; readonly change: string };
  readonly goals: readonly Goal[];
}

export interface Goal {
  readonly number: number;
  readonly name: string; // "Arbejde"
  readonly text: string; // "Arbejde - Flere indvandrere ... skal i arbejde."
  readonly statusYear: number | null;
  /** The dataset's owner set the status year; else it is the newest year with a number for any subject. */
  readonly statusYearSet: boolean;
  readonly baselineYear: number;
  readonly statusText: string; // "2024"; "" when there is no status year
  readonly baselineText: string; // "Siden 2012"
  /** The printed page ends before this goal. */
  readonly pageBreakBefore: boolean;
  readonly movement: Movement | null;
  readonly indicators: readonly Indicator[];
}

export interface Indicator {
  readonly id: string; // "1.1"
  readonly text: string; // "1.1 Beskæftigelsesgab mellem ..."
  readonly status: Cell;
  readonly change: Cell;
  readonly movement: Movement | null;
}

/** Barometerbevægelse, of the rounded figures: `positive` is the direction that the goal wants. */
export type Movement = 'positive' | 'negative' | 'unchanged';

export interface KeyFigureTable {
  readonly heading: string; // "Fordrevne fra Ukraine"
  /** Heading over the first column for screen readers; not printed. */
  readonly rowHeading: string;
  readonly columns: readonly string[]; // ["Glostrup", "Hele landet"]
  readonly rows: readonly KeyFigure[];
}

export interface KeyFigure {
  readonly number: number;
  readonly label: string; // "Nøgletal 4"
  readonly url: string;
  readonly text: string; // "Andel 0-16 årige ... eller grundskole"
  readonly period: string; // "6. februar 2026"; "" when nobody has a figure
  /** The dataset's owner sets the period; left out where it is the newest. */
  readonly periodSet?: true;
  readonly cells: readonly Cell[]; // one per column
}

/** Printed as `mark` + " " + `before` + `linkText` + `after`; `before` ends with its own blank. */
export interface Footnote {
  readonly mark: string; // "*"
  readonly before: string;
  readonly linkText: string;
  readonly url: string;
  readonly after: string;
}

/** One printed cell with all that it rests on. */
export interface Cell {
  readonly text: string; // "10 pct. point", "" when blank
  /** What a screen reader says of a cell without text, "Ikke oplyst"; null when there is text. */
  readonly spoken: string | null;
  readonly blank: Blank | null;
  /** Unrounded value as plain decimal text, e.g. "9.50"; null when blank or not measured. */
  readonly value: string | null;
  readonly unit: string; // as printed, "pct. point"
  readonly decimals: number;
  /** The figures as they stand in the dataset: one for a status, status and baseline for a change. */
  readonly figures: readonly FigureUse[];
}

/** Why a cell prints no number. */
export type Blank = Missing | 'no-row' | 'not-local';

export interface FigureUse {
  readonly role: 'status' | 'baseline';
  readonly time: string; // "2012", "2025K2"
  /** As it stands in the file; null when no row holds it. */
  readonly text: string | null;
  readonly value: string | null; // plain decimal
  readonly missing: Missing | null;
  readonly provisional: boolean;
  readonly provenance: Provenance | null;
  readonly place: Place | null;
}
