import type { StructElement } from '../pdf/index.ts';
import type { Kit } from './kit.ts';
import type { Span } from './paragraph.ts';
import type { RowCell } from './row.ts';
import { type SlotLook, setSlot } from './slot.ts';
import { content, element } from './tree.ts';
import type { Slot } from './wording.ts';

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

/** A cell whose text differs from report to report: a field, or the text that is too long for one. */
export function slotCell(
  role: CellRole,
  slot: Slot,
  name: string,
  attributes: Attributes,
  look: SlotLook,
  kit: Kit,
): TaggedCell {
  const owner = content();
  const set = setSlot(slot, { name, owner, mayBeBlank: role === 'TD' }, look, kit);
  return { element: element(role, [owner], attributes), cell: { x: look.column.x, set } };
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
