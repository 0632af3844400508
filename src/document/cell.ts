import type { StructElement } from '../pdf/index.ts';
import type { Cell } from '../report/report.ts';
import type { Span } from './paragraph.ts';
import type { RowCell } from './row.ts';
import { content, element } from './tree.ts';

/** A cell's element in the tree beside what it draws. */
export interface TaggedCell {
  readonly element: StructElement;
  readonly cell: RowCell;
}

type CellRole = 'TH' | 'TD';
type Attributes = Parameters<typeof element>[2];

/** A cell that prints nothing: it has its place in the tree, and `spoken` for those who cannot see that it is empty. */
export function silentCell(role: CellRole, spoken: string, attributes: Attributes): TaggedCell {
  const owner = content();
  return {
    element: element(role, [owner], { ...attributes, actualText: spoken }),
    cell: { x: 0, set: { kind: 'empty', owner } },
  };
}

/** A data cell of the report; `draw` sets its text. */
export function dataCell(cell: Cell, attributes: Attributes, draw: (owner: Span['owner']) => RowCell): TaggedCell {
  if (cell.text === '') return silentCell('TD', cell.spoken ?? '', attributes);
  const owner = content();
  return { element: element('TD', [owner], attributes), cell: draw(owner) };
}

/** A header cell of plain text. */
export function headerCell(attributes: Attributes, draw: (owner: Span['owner']) => RowCell): TaggedCell {
  const owner = content();
  return { element: element('TH', [owner], attributes), cell: draw(owner) };
}

/** A row of the tree from its cells. */
export const treeRow = (cells: readonly TaggedCell[]): StructElement =>
  element(
    'TR',
    cells.map((cell) => cell.element),
  );

/** What a row draws. */
export const drawn = (cells: readonly TaggedCell[]): RowCell[] => cells.map((cell) => cell.cell);
