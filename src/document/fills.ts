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
  const places = (column: 1 | 2, cellOf: 'status' | 'change'): CellPlace[] =>
    indicators.map((indicator) => ({ name: field.indicator(indicator, column), cell: indicator[cellOf] }));
  putColumn(fills, places(1, 'status'), columns[1], kit);
  putColumn(fills, places(2, 'change'), columns[2], kit);
}

function putKeyFigures(fills: Map<string, Fill>, table: KeyFigureTable, number: number, kit: Kit): void {
  table.columns.forEach((title, at) => {
    const column = valueColumn(at);
    putText(fills, field.keyFigureColumn(number, at + 1), title, text.columnHeading, column, kit);
    const places = table.rows.flatMap((row): CellPlace[] => {
      const cell = row.cells[at];
      return cell === undefined ? [] : [{ name: field.keyFigure(row, at + 1), cell }];
    });
    putColumn(fills, places, column, kit);
  });
}

/** A cell with the name of the field that it has where it stands on one line. */
interface CellPlace {
  readonly name: string;
  readonly cell: Cell;
}

/** The values of one column: their numbers end, and their units begin, at one line, the axis. */
function putColumn(fills: Map<string, Fill>, places: readonly CellPlace[], column: Column, kit: Kit): void {
  const lineOf = kit.line(text.value)(column);
  const axis = places.reduce((widest, { cell }) => Math.max(widest, lineOf(cell.text).number ?? 0), 0);
  for (const { name, cell } of places) {
    const line = lineOf(cell.text);
    if (cell.text === '') fills.set(name, { x: page.left, text: '', spoken: cell.spoken });
    else if (line.text !== null) fills.set(name, { x: xOf(line, column, axis), text: line.text, spoken: null });
  }
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
