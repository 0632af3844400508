import type { EmptyMark, Mark } from '../pdf/index.ts';
import { type Block, type BlockLink, move } from './block.ts';
import type { SetText } from './paragraph.ts';
import { type color, textWidth } from './style.ts';
import { decoration, ground } from './tree.ts';

/** A cell of a row, set: where it stands and what it draws. */
export interface RowCell {
  readonly x: number;
  readonly set: SetText | EmptyMark;
}

export interface RowLook {
  readonly above: number;
  readonly below: number;
  /** Colour of the ground; none when left out. */
  readonly band?: typeof color.band;
  readonly rule: { readonly color: typeof color.rule | typeof color.strongRule; readonly width: number };
}

type BlockOptions = Pick<Block, 'keepWithNext' | 'breakBefore' | 'repeat' | 'onPlaced'>;

/** A table's row as a block; the cells' first lines stand on one line. */
export function rowBlock(name: string, cells: readonly RowCell[], look: RowLook, options: BlockOptions): Block {
  let tallest = 0;
  for (const { set } of cells) if ('height' in set) tallest = Math.max(tallest, set.height);
  const height = look.above + tallest + look.below;
  const marks = groundOf(height, look);
  const links: BlockLink[] = [];
  for (const { x, set } of cells) {
    if ('height' in set) {
      for (const mark of set.marks) marks.push(move(mark, x, look.above));
      for (const link of set.links) links.push({ ...link, x: link.x + x, y: link.y + look.above });
    } else marks.push(set);
  }
  return { name, height, marks, links, ...options };
}

/** How far grounds and rules stand out on both sides of the text. */
export const overhang = 8;

function groundOf(height: number, look: RowLook): Mark[] {
  const { x, width } = { x: -overhang, width: textWidth + 2 * overhang };
  const thick = look.rule.width;
  const rule: Mark = {
    kind: 'rect',
    x,
    y: height - thick,
    width,
    height: thick,
    color: look.rule.color,
    owner: decoration,
  };
  if (look.band === undefined) return [rule];
  return [{ kind: 'rect', x, y: 0, width, height, color: look.band, owner: ground }, rule];
}
