import type { Fill, Fills } from '../pdf/index.ts';
import type { Cell, GoalsTable, KeyFigureTable, Report } from '../report/report.ts';
import { field } from './ids.ts';
import type { Kit } from './kit.ts';
import { indent, numberAxis } from './number-axis.ts';
import { type Column, columns, page, type TextStyle, text, textColumn, valueColumn } from './style.ts';
import { nameLine } from './title.ts';

/** What a report writes into its form: its subject's name and its values. What needs more than one line is no fill. */
export function fillsOf({ title, goals, keyFigures }: Report, kit: Kit): Fills {
  const fills = new Map<string, Fill>();
  const put: Put = (name, fill) => {
    if (fill !== null) fills.set(name, fill);
  };
  put(field.title, lineFill(nameLine(title), text.title, textColumn, 0, kit));
  goalFills(goals, kit, put);
  keyFigures.forEach((table, index) => {
    keyFigureFills(table, index, kit, put);
  });
  return fills;
}

type Put = (name: string, fill: Fill | null) => void;

function goalFills({ goals }: GoalsTable, kit: Kit, put: Put): void {
  const indicators = goals.flatMap((goal) => goal.indicators);
  for (const [cellOf, column] of [
    ['status', 1],
    ['change', 2],
  ] as const) {
    const axis = axisOf(
      indicators.map((indicator) => indicator[cellOf]),
      kit,
    );
    for (const indicator of indicators) {
      put(field.indicator(indicator, column), valueFill(indicator[cellOf], columns[column], axis, kit));
    }
  }
}

function keyFigureFills({ columns: titles, rows }: KeyFigureTable, table: number, kit: Kit, put: Put): void {
  titles.forEach((title, index) => {
    const column = valueColumn(index);
    const cells = rows.flatMap((row) => row.cells[index] ?? []);
    const axis = axisOf(cells, kit);
    put(field.keyFigureColumn(table, index + 1), lineFill(title, text.columnHeading, column, 0, kit));
    rows.forEach((row, at) => {
      const cell = cells[at];
      if (cell !== undefined) put(field.keyFigure(row, index + 1), valueFill(cell, column, axis, kit));
    });
  });
}

const axisOf = (cells: readonly Cell[], { fonts }: Kit): number =>
  numberAxis(
    cells.map((cell) => cell.text),
    text.value,
    fonts,
  );

const nothing = { x: page.left, text: '' };

/** A value whose number stands on the axis where that fits; else it begins at the column's edge. */
function valueFill(cell: Cell, column: Column, axis: number, kit: Kit): Fill | null {
  if (cell.text === '') return { ...nothing, spoken: cell.spoken };
  const inset = indent(cell.text, axis, text.value, kit.fonts);
  const fits = inset + kit.fonts.measure(cell.text, text.value.font, text.value.size) <= column.width;
  return lineFill(cell.text, text.value, column, fits ? inset : 0, kit);
}

/** Null for a text that is no single line. */
function lineFill(value: string, style: TextStyle, column: Column, inset: number, kit: Kit): Fill | null {
  const line = kit.line(value, style, column.width);
  return line === null ? null : { x: page.left + (column.x + inset), text: line, spoken: null };
}
