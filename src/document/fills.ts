import type { Fill, Fills } from '../pdf/index.ts';
import type { Cell, GoalsTable, KeyFigureTable, Report } from '../report/report.ts';
import type { FieldLine } from './field.ts';
import { field } from './ids.ts';
import type { Kit } from './kit.ts';
import { type Column, columns, page, type TextStyle, text, textColumn, valueColumn } from './style.ts';
import { nameLine } from './title.ts';

/** What a report writes into its form: its subject's name and its values. What needs more than one line is no fill. */
export function fillsOf({ title, goals, keyFigures }: Report, kit: Kit): Fills {
  const fills = new Map<string, Fill>();
  putText(fills, field.title, nameLine(title), text.title, textColumn, kit);
  putGoals(fills, goals, kit);
  keyFigures.forEach((table, index) => {
    putKeyFigures(fills, table, index, kit);
  });
  return fills;
}

function putGoals(fills: Map<string, Fill>, { goals }: GoalsTable, kit: Kit): void {
  const indicators = goals.flatMap((goal) => goal.indicators);
  for (const [cellOf, index] of [
    ['status', 1],
    ['change', 2],
  ] as const) {
    const names = indicators.map((indicator) => field.indicator(indicator, index));
    const cells = indicators.map((indicator) => indicator[cellOf]);
    putColumn(fills, names, cells, columns[index], kit);
  }
}

function putKeyFigures(fills: Map<string, Fill>, table: KeyFigureTable, number: number, kit: Kit): void {
  table.columns.forEach((title, at) => {
    const column = valueColumn(at);
    const rows = table.rows.filter((row) => row.cells[at] !== undefined);
    putText(fills, field.keyFigureColumn(number, at + 1), title, text.columnHeading, column, kit);
    const names = rows.map((row) => field.keyFigure(row, at + 1));
    putColumn(
      fills,
      names,
      rows.map((row) => row.cells[at] as Cell),
      column,
      kit,
    );
  });
}

/** The values of one column: their numbers end, and their units begin, at one line, the axis. */
function putColumn(
  fills: Map<string, Fill>,
  names: readonly string[],
  cells: readonly Cell[],
  column: Column,
  kit: Kit,
): void {
  const lineOf = kit.line(text.value)(column);
  const lines = cells.map((cell) => lineOf(cell.text));
  const axis = lines.reduce((widest, { number }) => Math.max(widest, number ?? 0), 0);
  cells.forEach(({ text: printed, spoken }, index) => {
    const name = names[index] as string;
    const line = lines[index] as FieldLine;
    if (printed === '') fills.set(name, { x: page.left, text: '', spoken });
    else if (line.text !== null) fills.set(name, { x: xOf(line, column, axis), text: line.text, spoken: null });
  });
}

/** A number ends at the axis where its text has room for that; else it begins at the column's edge. */
function xOf({ width, number }: FieldLine, column: Column, axis: number): number {
  const inset = number === null ? 0 : axis - number;
  return page.left + (column.x + (inset + width <= column.width ? inset : 0));
}

function putText(
  fills: Map<string, Fill>,
  name: string,
  value: string,
  style: TextStyle,
  column: Column,
  kit: Kit,
): void {
  const line = kit.line(style)(column);
  const { text: written } = line(value);
  if (written !== null) fills.set(name, { x: page.left + column.x, text: written, spoken: null });
}
