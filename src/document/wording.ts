import type { Fills } from '../pdf/index.ts';
import type { Footnote, Goal, GoalsTable, Indicator, KeyFigure, KeyFigureTable, Report } from '../report/report.ts';
import { field } from './ids.ts';
import { nameLine } from './title.ts';

/**
 * All that a form is made of, and the key that it is found by: the whole of it. What stands in fields has no place here,
 * so that reports which differ in their values share a form. A value that needs several lines is here with its text, so
 * that no other report can get that form: a form is safe only because its key leaves nothing out.
 */
export interface Wording {
  readonly title: { readonly heading: string; readonly name: Slot };
  readonly notice: string | null;
  readonly goals: GoalsWording;
  readonly keyFigures: readonly KeyFiguresWording[];
  readonly footnote: Footnote;
  readonly dateLine: string;
}

/** Null where there is a field; the text itself where it needs more than one line. */
export type Slot = string | null;

export interface GoalsWording extends Pick<GoalsTable, 'caption' | 'columns'> {
  readonly goals: readonly GoalWording[];
}

export interface GoalWording
  extends Pick<Goal, 'number' | 'name' | 'text' | 'statusText' | 'baselineText' | 'pageBreakBefore'> {
  readonly indicators: readonly IndicatorWording[];
}

export interface IndicatorWording extends Pick<Indicator, 'id' | 'text'> {
  readonly status: Slot;
  readonly change: Slot;
}

export interface KeyFiguresWording extends Pick<KeyFigureTable, 'heading' | 'rowHeading'> {
  readonly columns: readonly Slot[];
  readonly rows: readonly KeyFigureWording[];
}

export interface KeyFigureWording extends Pick<KeyFigure, 'number' | 'label' | 'url' | 'text' | 'period'> {
  readonly cells: readonly Slot[];
}

/** The wording of a report whose fields are filled with `fills`. */
export function wordingOf(report: Report, fills: Fills): Wording {
  const { title, notice, goals, keyFigures, footnote, dateLine } = report;
  const slot = (name: string, text: string): Slot => (fills.has(name) ? null : text);
  return {
    title: { heading: title.heading, name: slot(field.title, nameLine(title)) },
    notice,
    goals: {
      caption: goals.caption,
      columns: goals.columns,
      goals: goals.goals.map((goal) => goalWording(goal, slot)),
    },
    keyFigures: keyFigures.map((table, index) => keyFiguresWording(table, index, slot)),
    footnote,
    dateLine,
  };
}

type SlotOf = (name: string, text: string) => Slot;

function goalWording(goal: Goal, slot: SlotOf): GoalWording {
  const { number, name, text, statusText, baselineText, pageBreakBefore, indicators } = goal;
  return {
    number,
    name,
    text,
    statusText,
    baselineText,
    pageBreakBefore,
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      text: indicator.text,
      status: slot(field.indicator(indicator, 1), indicator.status.text),
      change: slot(field.indicator(indicator, 2), indicator.change.text),
    })),
  };
}

function keyFiguresWording(table: KeyFigureTable, index: number, slot: SlotOf): KeyFiguresWording {
  const { heading, rowHeading, columns, rows } = table;
  return {
    heading,
    rowHeading,
    columns: columns.map((title, at) => slot(field.keyFigureColumn(index, at + 1), title)),
    rows: rows.map((row) => {
      const { number, label, url, text, period, cells } = row;
      const slots = cells.map((cell, at) => slot(field.keyFigure(row, at + 1), cell.text));
      return { number, label, url, text, period, cells: slots };
    }),
  };
}
