import type { EmptyMark, FontSet, Mark } from '../pdf/index.ts';
import { type Block, type BlockLink, move } from './block.ts';
import type { SetText, Span, Typesetter } from './paragraph.ts';
import { type color, type TextStyle, textWidth } from './style.ts';
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

const numberAndUnit = /^(-?[\d.,]*\d)( .*)?$/;

/** Width of the widest number at the start of these texts: numbers of a column end, and units begin, at one line. */
export function numberAxis(texts: readonly string[], style: TextStyle, fonts: FontSet): number {
  const widths = texts.map((text) => {
    const number = numberAndUnit.exec(text)?.[1];
    return number === undefined ? 0 : fonts.measure(number, style.font, style.size);
  });
  return Math.max(0, ...widths);
}

/** How far in a text begins, so that its number ends at `axis`; 0 for a text that is no number with a unit. */
export function indent(text: string, axis: number, style: TextStyle, fonts: FontSet): number {
  const number = numberAndUnit.exec(text)?.[1];
  return number === undefined ? 0 : Math.max(0, axis - fonts.measure(number, style.font, style.size));
}

/** A cell whose number stands on the axis where that fits; else the text begins at the column's edge and breaks. */
export function setValue(
  text: string,
  style: TextStyle,
  owner: Span['owner'],
  column: { readonly x: number; readonly width: number },
  axis: number,
  fonts: FontSet,
  typeset: Typesetter,
): RowCell {
  const inset = indent(text, axis, style, fonts);
  const fits = inset + fonts.measure(text, style.font, style.size) <= column.width;
  const spans: Span[] = [{ text, style, owner }];
  return { x: column.x + (fits ? inset : 0), set: typeset(spans, column.width) };
}
