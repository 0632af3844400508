import type { Measure, Missing, Place, Provenance, Publication, SeriesNote } from '../dataset/index.ts';
import type { Annex } from './annex/annex.ts';

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
  /** Said on the first page when one of the report's own cells rests on a made-up figure; null when none does. */
  readonly notice: string | null;
  /** Which of its figures are made up, in blank cells too. */
  readonly madeUp: MadeUp;
  readonly dataset: {
    readonly title: string;
    readonly sources: readonly { readonly navn: string; readonly url: string }[];
    /** Who publishes the edition, and where; null when `datasaet.json` does not say. */
    readonly publication: Publication | null;
  };
  readonly goals: GoalsTable;
  readonly keyFigures: readonly KeyFigureTable[];
  readonly footnote: Footnote;
  readonly dateLine: string; // "Rapport dannet d. 6/6-2026."
  /** At the foot of every page, with the page's number and the count of pages in braces: "Side {side} af {antal}". */
  readonly pageFoot: string;
  /** At the foot of a page that shows a made-up figure: "Indeholder opdigtede tal". */
  readonly madeUpFoot: string;
  /** The pages after the report; null when they were not asked for. */
  readonly annex: Annex | null;
}

export interface Subject {
  readonly kind: 'kommune' | 'hele-landet';
  readonly code: string; // "161"
  readonly name: string; // "Glostrup"
  readonly slug: string; // "hoeje-taastrup": names its files and addresses
  readonly region: string | null;
}

/** Only a report with an annex shows figures of years between, of a region, of the country's years and of others. */
export interface MadeUp {
  /** The subject's own, in the table of goals. */
  readonly goals: boolean;
  /** Of the subject or of the whole country. */
  readonly keyFigures: boolean;
  /** The subject's own of years between. */
  readonly years: boolean;
  readonly region: boolean;
  readonly country: boolean;
  /** Of the municipalities of a spread. */
  readonly others: boolean;
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
  /** What a screen reader says in place of a year that a goal does not have. */
  readonly noYear: string;
  readonly goals: readonly Goal[];
}

export interface Goal {
  readonly number: number;
  readonly name: string; // "Arbejde"
  readonly text: string; // "Arbejde - Flere indvandrere ... skal i arbejde."
  readonly sentence: string; // "Flere indvandrere ... skal i arbejde."
  readonly statusYear: number | null;
  /** The dataset's owner set the status year; else it is the newest year with a number for any subject. */
  readonly statusYearSet: boolean;
  readonly baselineYear: number;
  readonly statusText: string; // "2024"; "" when there is no status year
  readonly baselineText: string; // "Siden 2012"
  /** The printed page ends before this goal. */
  readonly pageBreakBefore: boolean;
  /** At least one of its indicators is measured for municipalities, not for the whole country only. */
  readonly measuredLocally: boolean;
  /** What more than half of the indicators with a movement do, else mixed; null when none has a movement. */
  readonly movement: GoalMovement | null;
  readonly indicators: readonly Indicator[];
}

export interface Indicator {
  readonly id: string; // "1.1"
  readonly text: string; // "1.1 Beskæftigelsesgab mellem ..."
  readonly name: string; // "Beskæftigelsesgab"
  readonly measure: Measure;
  /** The direction that the goal wants. */
  readonly better: 'higher' | 'lower';
  readonly measuredLocally: boolean;
  readonly status: Cell;
  readonly baseline: Cell;
  readonly change: Cell;
  readonly movement: Movement | null;
  readonly about?: SeriesNote;
}

/** Barometerbevægelse, of the rounded figures: `positive` is the direction that the goal wants. */
export type Movement = 'positive' | 'negative' | 'unchanged';

export type GoalMovement = Movement | 'mixed';

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
  readonly name: string; // "Børn i dagtilbud eller grundskole"
  readonly text: string; // "Andel 0-16 årige ... eller grundskole"
  readonly measure: Measure;
  readonly period: string; // "6. februar 2026"; "" when nobody has a figure
  /** The dataset's owner sets the period; left out where it is the newest. */
  readonly periodSet?: true;
  readonly cells: readonly Cell[]; // one per column
  readonly about?: SeriesNote;
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
  /** What a screen reader says of a cell without text, "Foreligger ikke"; null when there is text. */
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
