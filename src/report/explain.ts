import { formatPlain } from '../danish/index.ts';
import { explainBlank, provenanceText, roundingText, statusYearText } from './explain-words.ts';
import { findRow, type Row } from './reference.ts';
import type { Blank, Cell, FigureUse, Movement, Report, Subject } from './report.ts';

/** Where the printed figures of one row come from; made from the report alone. Texts are Danish. */
export interface Explanation {
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

/** Explains the row that `reference` names: "1.1", "noegletal 13". Throws a `UserError` (2) when there is none. */
export function explain(report: Report, reference: string): Explanation {
  const row = findRow(report, reference);
  const common = { format: 'barometer-forklaring/1', edition: report.edition, subject: report.subject } as const;
  return { ...common, kind: row.kind, ...(row.kind === 'indikator' ? indicatorPart(report, row) : keyFigurePart(row)) };
}

type RowPart = Omit<Explanation, 'format' | 'edition' | 'subject' | 'kind'>;

function indicatorPart(report: Report, { goal, indicator }: Extract<Row, { kind: 'indikator' }>): RowPart {
  const { status, change } = report.goals.columns;
  const { mark } = report.footnote;
  const subject = report.subject.name;
  const name = `Indikator ${indicator.id}`;
  return {
    name,
    text: indicator.text,
    time: indicator.status.figures[0]?.time ?? goal.statusText,
    timeReason: statusYearText(goal, indicator),
    movement: indicator.movement,
    cells: [
      explainCell(status, indicator.status, `${subject}, ${name.toLowerCase()}`),
      explainCell(change.replace(mark, ''), indicator.change, `${subject}, ${name.toLowerCase()}`),
    ],
  };
}

function keyFigurePart({ table, keyFigure }: Extract<Row, { kind: 'noegletal' }>): RowPart {
  const name = keyFigure.label;
  const newest = `${keyFigure.period} er den nyeste periode, hvor mindst én kommune eller hele landet har et tal.`;
  return {
    name,
    text: keyFigure.text,
    time: keyFigure.period,
    timeReason: keyFigure.period === '' ? 'Datasættet har ikke et tal for nogen kommune eller hele landet.' : newest,
    movement: null,
    cells: keyFigure.cells.map((cell, index) => {
      const heading = table.columns[index] ?? '';
      return explainCell(heading, cell, `${heading}, ${name.toLowerCase()}`);
    }),
  };
}

/** `who` names the row of the dataset that the cell needs: "Glostrup, indikator 1.1". */
function explainCell(heading: string, cell: Cell, who: string): ExplainedCell {
  return {
    heading,
    printed: cell.text,
    blank: cell.blank,
    blankReason: explainBlank(cell, who),
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
