import type { Measure, Provenance } from '../../dataset/index.ts';
import type { Blank, Cell, GoalMovement, Movement } from '../report.ts';

/** History, spread and movement of every indicator, with all texts of the annex's pages. */
export interface Annex {
  readonly titles: { readonly above: string; readonly title: string };
  /** Which figures are made up, said on the annex's first page when `Report.notice` is null; null when none is. */
  readonly notice: string | null;
  /** As `Report.pageFoot`, on the pages of the annex. */
  readonly pageFoot: string;
  /** Headings over the columns of indicators, some with a line below. */
  readonly columns: Readonly<
    Record<'indicator' | 'status' | 'change' | 'chart' | 'chartBelow' | 'spread' | 'spreadBelow', string>
  >;
  /** The names of those whose figures stand side by side. */
  readonly names: Side<string>;
  /** Beside the signs of charts: "Glostrup", "hele landet" ("" in its own report); `alt` says which sign is whose. */
  readonly legend: { readonly subject: string; readonly country: string; readonly alt: string };
  /** What a screen reader says where there is none. */
  readonly none: { readonly movement: string; readonly spread: string };
  readonly summaryHeading: string; // "Kort fortalt"
  readonly summary: readonly SummarySentence[];
  /** What each sentence of `summary` rests on, in the same order. */
  readonly grounds: readonly SummaryBasis[];
  readonly goals: readonly AnnexGoal[];
  readonly years: {
    readonly heading: string;
    /** Heading over the first column. */
    readonly rowHeading: string;
    /** Stands after a provisional figure. */
    readonly provisionalMark: string;
    /** In the place of a row without a number. */
    readonly noFigures: string;
    /** Said of years before a goal's baseline and after its status year. */
    readonly outside: string;
    /** Where the charts' figures stand: "Alle årene står i tabellen på side {side}." */
    readonly reference: string;
  };
  readonly notesHeading: string;
  readonly notes: readonly NoteGroup[];
}

/** `lead`, then `rest`; either may be empty. */
export interface SummarySentence {
  readonly lead: string; // "Største fremgang:"
  readonly rest: string; // "Beskæftigelsesgab (1.1) er faldet fra 16 til 10 pct. point."
}

/** The sides of `Side`, in the order in which they are shown. */
export const sides = ['subject', 'region', 'country'] as const;

/** Something of the subject, of its region where the dataset has it, and of the whole country if that is another. */
export interface Side<T> {
  readonly subject: T;
  readonly region?: T;
  readonly country?: T;
}

/** The rule that made a sentence, and the goals and indicators that it counts. */
export interface SummaryBasis {
  readonly rule: 'goals' | 'progress' | 'setback' | 'country' | 'national';
  readonly goals: readonly number[];
  readonly indicators: readonly string[];
}

export interface AnnexGoal {
  readonly number: number;
  readonly name: string;
  readonly movement: GoalMovement | null;
  readonly movementText: string | null; // "Positiv"
  /** Baseline to status year; empty without a status year from then on. */
  readonly years: readonly number[];
  readonly indicators: readonly AnnexIndicator[];
}

export interface AnnexIndicator {
  readonly id: string; // "1.1"
  readonly name: string; // "Beskæftigelsesgab"
  readonly unit: string; // "pct. point"
  readonly measure: Measure;
  /** Printed: it is measured for the subject, and anybody in the report has a number. */
  readonly shown: boolean;
  readonly movement: Movement | null;
  readonly movementText: string | null;
  /** The direction that the goal wants. */
  readonly better: 'higher' | 'lower';
  readonly betterText: string; // "lavere er bedre"
  readonly status: Side<Cell>;
  /** The change with its sign, "+10 pct. point", "\u22126 pct. point"; "" when blank. */
  readonly changeText: string;
  /** The subject's rounded status against the whole country's; null for counts, and when either is missing. */
  readonly comparison: 'better' | 'worse' | 'level' | null;
  /** One entry per year of the goal, with or without figures. */
  readonly history: readonly YearFigures[];
  readonly spread: Spread | null;
  /** Said in the spread's place when wrong rows of the dataset may belong to it; else null. */
  readonly spreadFault: string | null;
  readonly chart: Chart;
  /** What a screen reader says in the chart's place. */
  readonly alt: string;
}

export interface YearFigures extends Side<HistoryFigure> {
  readonly year: number;
}

export interface HistoryFigure {
  readonly value: string | null; // plain decimal, unrounded
  readonly text: string; // rounded and without unit, "74"; "" when blank
  /** What a screen reader says of a blank, "Foreligger ikke"; null when there is text. */
  readonly spoken: string | null;
  readonly blank: Blank | null;
  /** StatBank's sign of a blank: "..", "..." or "."; "" where the dataset has no row, and of a number. */
  readonly symbol: string;
  readonly provisional: boolean;
  readonly provenance: Provenance | null;
}

/**
 * The municipalities with a number in `year`, unrounded: the newest year, up to the goal's, in which anybody has one.
 * Quartiles lie between two numbers as Excel's KVARTIL.MEDTAG puts them.
 */
export interface Spread {
  readonly year: number;
  readonly count: number;
  readonly lowest: string;
  readonly lowerQuartile: string;
  readonly median: string;
  readonly upperQuartile: string;
  readonly highest: string;
  /** Where the subject lies: beyond the quartile on the good side, on the bad side, or between; null without a number. */
  readonly quarter: 'best' | 'middle' | 'worst' | null;
  /** How many have 0, where it is a count that at least three in four have 0 of; then nothing is drawn. */
  readonly zeros: number | null;
  /**
   * As printed: "-4", "17", "34", "97 kommuner". `place` is "bedste fjerdedel af 97 kommuner", of many zeros "84 af 98
   * kommuner har 0; højest 10", and without a quarter the count.
   */
  readonly texts: Readonly<Record<'lowest' | 'median' | 'highest' | 'count' | 'place', string>>;
  /** All of it in a sentence, for who cannot see it drawn. */
  readonly alt: string;
  /** A made-up figure is among them. */
  readonly madeUp: boolean;
  /** Of the least sure of the figures. */
  readonly provenance: Provenance | null;
  /** A provisional figure is among them. */
  readonly provisional: boolean;
}

/** What a drawing of `history` needs beside it. */
export interface Chart {
  /**
   * How the subject's figures are drawn: `line`, `steps` (counts), `ends` (two figures, years apart, joined by a thin
   * line), `dots` (more that are all years apart), `dot` (one) or `none`. In a line or in steps, a figure without a
   * neighbouring year is a dot.
   */
  readonly kind: ChartKind;
  /** In the chart's place when `kind` is `none`, "For usikkert eller fortroligt"; else null. */
  readonly reason: string | null;
  /** How the country's figures are drawn; `none` also for counts, where a municipality is part of the country's sum. */
  readonly countryKind: ChartKind;
  /**
   * Height: from the lowest to the highest of all that is drawn for this indicator in the reports of the run, but at
   * least 40 pct. point, and 5 of counts; null if nothing is drawn.
   */
  readonly range: { readonly lowest: string; readonly highest: string } | null;
  /** At the subject's first figure; null when it is the last as well. */
  readonly first: ChartLabel | null;
  readonly last: ChartLabel | null;
}

export type ChartKind = 'line' | 'steps' | 'ends' | 'dots' | 'dot' | 'none';

/** The number of an end; its year too where it is not the chart's own end: "29 pct. point (2015)". */
export interface ChartLabel {
  readonly year: number;
  readonly text: string;
  /** Where there is not room for the unit: "29 (2015)". */
  readonly short: string;
}

export interface NoteGroup {
  /** What the notes are about. `blanks` and `provisional` name cells of this very report, `symbols` its drawings. */
  readonly kind: 'blanks' | 'provisional' | 'symbols' | 'movement' | 'rounding' | 'sources';
  readonly heading: string;
  readonly notes: readonly Note[];
}

export interface Note {
  readonly text: string;
  readonly url: string | null;
  /** True only of the PDF file, which has others attached. */
  readonly ofPdf?: true;
}
