import { clean, listText, nearestNames, toAscii } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Cell, Goal, Indicator, KeyFigure, KeyFigureTable, Report } from './report.ts';

/** The parts of a report that hold its rows. */
export type ReportTables = Pick<Report, 'subject' | 'goals' | 'keyFigures' | 'footnote'>;

/** A row of a report, whichever table it stands in. Who reads rows by their `cells` need not know the tables. */
export type ReportRow = IndicatorRow | KeyFigureRow;

export interface IndicatorRow extends CommonRow {
  readonly kind: 'indikator';
  readonly goal: Goal;
  readonly indicator: Indicator;
}

export interface KeyFigureRow extends CommonRow {
  readonly kind: 'noegletal';
  readonly keyFigure: KeyFigure;
}

interface CommonRow {
  readonly table: string; // "Fordrevne fra Ukraine"
  readonly label: string; // "Indikator 1.1", "Nøgletal 13"
  readonly text: string;
  /** In the order of the columns. */
  readonly cells: readonly RowCell[];
}

export interface RowCell {
  /** Names the column whatever its heading. */
  readonly key: string;
  readonly heading: string; // as printed, "Udvikling siden basismåling*"
  readonly name: string; // the heading without the footnote's mark
  /** Whose figures the cell shows: "Glostrup", "Hele landet". */
  readonly whose: string;
  readonly cell: Cell;
}

/** All rows with cells, in the order of the report. A column that is added here is in every output of rows. */
export const rowsOf = (tables: ReportTables): ReportRow[] => [
  ...tables.goals.goals.flatMap((goal) => indicatorRows(goal, tables)),
  ...tables.keyFigures.flatMap(keyFigureRows),
];

export function indicatorRows(goal: Goal, { goals, subject, footnote }: ReportTables): IndicatorRow[] {
  const { status, change } = goals.columns;
  const whose = subject.name;
  return goal.indicators.map((indicator) => ({
    kind: 'indikator',
    table: goals.caption,
    label: `Indikator ${indicator.id}`,
    text: indicator.text,
    cells: [
      { key: 'status', heading: status, name: status, whose, cell: indicator.status },
      { key: 'change', heading: change, name: withoutMark(change, footnote), whose, cell: indicator.change },
    ],
    goal,
    indicator,
  }));
}

export function keyFigureRows({ heading: table, columns, rows }: KeyFigureTable): KeyFigureRow[] {
  return rows.map((keyFigure) => ({
    kind: 'noegletal',
    table,
    label: keyFigure.label,
    text: keyFigure.text,
    cells: keyFigure.cells.map((cell, index) => {
      const heading = columns[index] ?? '';
      return { key: String(index), heading, name: heading, whose: heading, cell };
    }),
    keyFigure,
  }));
}

export const withoutMark = (heading: string, { mark }: Report['footnote']): string => heading.replace(mark, '');

/** What a user names a row or a sentence by, in one spelling: "Nøgletal 13" and "noegletal-13" are "noegletal13". */
export const foldedReference = (reference: string): string => toAscii(reference).replace(/[\s_-]+/g, '');

/**
 * The row that a user named: an indicator ("1.1", "indikator 1.1") or a key figure ("noegletal 13", "Nøgletal 13").
 * Throws a `UserError` (2) with the nearest ones when the report has no such row.
 */
export function findRow(report: Report, reference: string): ReportRow {
  const wanted = foldedReference(reference);
  const id = /^(?:indikator)?(\d+)[.,](\d+)$/.exec(wanted)?.slice(1).join('.');
  const number = Number(/^noegletal(\d+)$/.exec(wanted)?.[1]);
  const rows = rowsOf(report);
  const isWanted = (row: ReportRow): boolean =>
    row.kind === 'indikator' ? row.indicator.id === id : row.keyFigure.number === number;
  const row = rows.find(isWanted);
  if (row === undefined) throw unknownRow(rows, reference);
  return row;
}

function unknownRow(rows: readonly ReportRow[], reference: string): UserError {
  const names = rows.map((row) => (row.kind === 'indikator' ? row.indicator.id : `nøgletal ${row.keyFigure.number}`));
  const number = toAscii(reference).match(/^\s*(?:noegletal)?\s*(\d+)\s*$/)?.[1];
  const near =
    number === undefined ? nearestNames(reference, names) : names.filter((name) => name === `nøgletal ${number}`);
  const proposal = near.length === 0 ? '' : `Mente du ${listText(near, 'eller')}? `;
  return new UserError(
    exitCode.usage,
    `Rapporten har ikke noget tal, der hedder "${clean(reference)}". ${proposal}` +
      'Skriv en indikator som 1.1 eller et nøgletal som "noegletal 13".',
  );
}
