import { formatPlain } from '../danish/index.ts';
import { placeText } from '../dataset/index.ts';
import { explainSentence, type SentenceExplanation, sentenceNumber, sentenceText } from './explain-sentence.ts';
import {
  blankReason,
  movementNames,
  periodReason,
  provenanceText,
  roundingText,
  statusYearText,
} from './explain-words.ts';
import type { Blank, Cell, FigureUse, Movement, Report, Subject } from './report.ts';
import { findRow, type IndicatorRow, type KeyFigureRow, type Row, type RowCell } from './rows.ts';

/** Made from the report alone. */
export type Explanation = RowExplanation | SentenceExplanation;

/** Where the printed figures of one row come from. Texts are Danish. */
export interface RowExplanation {
  readonly format: 'barometer-forklaring/1';
  readonly edition: string;
  readonly subject: Subject;
  readonly kind: Row['kind'];
  readonly name: string; // "Indikator 1.1", "Nøgletal 13"
  readonly text: string; // as printed in the first column
  /** Status year or period as printed: "2024", "1. kvartal 2025"; "" when nobody has a figure. */
  readonly time: string;
  /** Why it is that year or period. */
  readonly timeReason: string;
  readonly movement: Movement | null;
  readonly cells: readonly ExplainedCell[];
}

export interface ExplainedCell {
  readonly heading: string; // "Aktuel status", "Glostrup"
  readonly printed: string; // "10 pct. point", "" when blank
  readonly blank: Blank | null;
  /** Why nothing is printed; null when a figure is. */
  readonly blankReason: string | null;
  /** Plain decimal text of the unrounded figure or difference; null when no figure is printed. */
  readonly unrounded: string | null;
  /** "10,35 - 0,85 = 9,50"; null when nothing is computed. */
  readonly calculation: string | null;
  readonly rounding: string | null;
  readonly figures: readonly ExplainedFigure[];
}

export interface ExplainedFigure extends FigureUse {
  /** "officielt tal, foreløbigt"; null when the dataset has no row for it. */
  readonly provenanceText: string | null;
}

/**
 * Explains the row that `reference` names, "1.1" or "noegletal 13", or a sentence of the annex, "sammenfatning 2".
 * Throws a `UserError` (2) when there is none.
 */
export function explain(report: Report, reference: string): Explanation {
  const number = sentenceNumber(reference);
  return number === null ? explainRow(report, reference) : explainSentence(report, number);
}

function explainRow(report: Report, reference: string): RowExplanation {
  const row = findRow(report, reference);
  return {
    format: 'barometer-forklaring/1',
    edition: report.edition,
    subject: report.subject,
    kind: row.kind,
    name: row.label,
    text: row.text,
    ...(row.kind === 'indikator' ? indicatorTime(row) : keyFigureTime(row)),
    cells: row.cells.map((one) => explainCell(one, row.label)),
  };
}

type Time = Pick<RowExplanation, 'time' | 'timeReason' | 'movement'>;

const indicatorTime = ({ goal, indicator }: IndicatorRow): Time => ({
  time: indicator.status.figures[0]?.time ?? goal.statusText,
  timeReason: statusYearText(goal, indicator),
  movement: indicator.movement,
});

const keyFigureTime = ({ keyFigure }: KeyFigureRow): Time => ({
  time: keyFigure.period,
  timeReason: periodReason(keyFigure),
  movement: null,
});

function explainCell({ name, whose, cell }: RowCell, label: string): ExplainedCell {
  return {
    heading: name,
    printed: cell.text,
    blank: cell.blank,
    blankReason: blankReason(cell, `${whose}, ${label.toLowerCase()}`),
    unrounded: cell.value,
    calculation: calculationOf(cell),
    rounding: cell.value === null ? null : roundingText(cell.value, cell.decimals),
    figures: cell.figures.map((figure) => ({ ...figure, provenanceText: provenanceText(figure) })),
  };
}

function calculationOf({ value, figures }: Cell): string | null {
  const [status, baseline] = figures.map((figure) => figure.value);
  if (value === null || status == null || baseline == null) return null;
  const minus = baseline.startsWith('-') ? `(${formatPlain(baseline)})` : formatPlain(baseline);
  return `${formatPlain(status)} - ${minus} = ${formatPlain(value)}`;
}

/** The explanation for people, in Danish lines that end in a line feed. */
export const explanationText = (explanation: Explanation): string =>
  explanation.kind === 'sammenfatning' ? sentenceText(explanation) : rowText(explanation);

function rowText({ name, subject, edition, text, timeReason, movement, cells }: RowExplanation): string {
  return [
    `${name} for ${subject.name}, udgave ${edition}`,
    text,
    '',
    timeReason,
    ...(movement === null ? [] : [`Barometerbevægelse (ud fra de afrundede tal): ${movementNames[movement]}.`]),
    ...cells.flatMap((cell) => ['', ...cellLines(cell)]),
    '',
  ].join('\n');
}

/** The explanation as JSON, indented, ending in a line feed. */
export function explanationJson(explanation: Explanation): string {
  return `${JSON.stringify(explanation, null, 2)}\n`;
}

function cellLines({ heading, printed, blankReason, figures, calculation, rounding }: ExplainedCell): string[] {
  return [
    `${heading}: ${printed === '' ? '(tomt felt)' : printed}`,
    ...(blankReason === null ? [] : [`  ${blankReason}`]),
    ...figures.flatMap(figureLines),
    ...(calculation === null ? [] : [`  Beregning: ${calculation}`]),
    ...(rounding === null ? [] : [`  Afrunding: ${rounding}`]),
  ];
}

/** "  Tal 2024: 10,35 (officielt tal), indikatorer.csv:2:14"; nothing of a figure that no row holds. */
function figureLines({ role, time, text, provenanceText, place }: ExplainedFigure): string[] {
  if (place === null) return [];
  const name = role === 'status' ? 'Tal' : 'Basismåling';
  return [`  ${name} ${time}: ${text === '' ? '(ikke udfyldt)' : text} (${provenanceText}), ${placeText(place)}`];
}
