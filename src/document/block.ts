import type { Mark } from '../pdf/index.ts';
import type { LinkAreas } from './tree.ts';

/**
 * An unbreakable piece of the page: a row, a heading, a paragraph. Its marks count from its own top left corner,
 * so that it can be measured first and placed afterwards.
 */
export interface Block {
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly links?: readonly BlockLink[];
  /** Stays on one page with the block after it. */
  readonly keepWithNext?: boolean;
  readonly breakBefore?: boolean;
  /** The table's column heading, repeated when this block begins a page. */
  readonly repeat?: Block;
  /** Told where it came to stand: page from 0, `y` of its top. */
  readonly onPlaced?: (page: number, y: number) => void;
  /** What the user sees there, for messages: "5.1", "Nøgletal 12". */
  readonly name: string;
}

export interface BlockLink {
  readonly areas: LinkAreas;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The mark moved by `dx`, `dy`; a field has no place across the page but what fills it. Written out, since each of a
 * form's hundreds of marks passes here twice.
 */
export function move(mark: Mark, dx: number, dy: number): Mark {
  if (mark.kind === 'empty') return mark;
  if (mark.kind === 'field') return { ...mark, y: mark.y + dy };
  const { owner } = mark;
  const x = mark.x + dx;
  const y = mark.y + dy;
  if (mark.kind === 'text') return { kind: 'text', x, y, runs: mark.runs, owner };
  return { kind: 'rect', x, y, width: mark.width, height: mark.height, color: mark.color, owner };
}
