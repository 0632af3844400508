import type { FontSet, Owner, RectMark, TextMark } from '../pdf/index.ts';
import type { BlockLink } from './block.ts';
import { type Fragment, type Line, lineBreaker, lineHeight, type Piece } from './lines.ts';
import { decoration, type LinkAreas } from './tree.ts';

/** A piece of text with the leaf of the tree that it belongs to, and the link that it is, if any. */
export interface Span extends Piece {
  readonly owner: Owner;
  readonly areas?: LinkAreas;
}

/** Text set in a column: marks from its own top left corner. */
export interface SetText {
  readonly height: number;
  readonly marks: readonly (TextMark | RectMark)[];
  readonly links: readonly BlockLink[];
}

/** Sets spans in a column `width` wide. */
export type Typesetter = (spans: readonly Span[], width: number) => SetText;

/** A typesetter over one set of fonts; reports may share it, since it remembers only how texts break. */
export function typesetter(fonts: FontSet): Typesetter {
  const breakLines = lineBreaker(fonts);
  return (spans, width) => setLines(spans, breakLines(spans, width), fonts);
}

function setLines(spans: readonly Span[], lines: readonly Line[], fonts: FontSet): SetText {
  const marks: TextMark[] = [];
  const underlines: RectMark[] = [];
  const links: BlockLink[] = [];
  const step = lineHeight(spans);
  const baseline = firstBaseline(spans, step, fonts);
  for (const [index, line] of lines.entries()) {
    for (const fragment of line) {
      const span = spans[fragment.piece];
      if (span === undefined) continue;
      addFragment(marks, span, fragment, baseline + index * step);
      if (span.areas === undefined) continue;
      links.push(areaOf(span.areas, fragment, index * step, step));
      if (span.style.underline === true) underlines.push(underline(span, fragment, baseline + index * step));
    }
  }
  return { height: lines.length * step, marks: [...underlines, ...marks], links };
}

/** The first baseline puts the letters' height in the middle of the line's height. */
function firstBaseline(spans: readonly Span[], step: number, fonts: FontSet): number {
  const tallest = spans.reduce((a, b) => (b.style.size > a.style.size ? b : a));
  const { capHeight } = fonts.metrics(tallest.style.font);
  return (step + capHeight * tallest.style.size) / 2;
}

/** Fragments of one owner on one line are one mark, so that they are drawn and copied as one. */
function addFragment(marks: TextMark[], span: Span, fragment: Fragment, y: number): void {
  const { font, size, color } = span.style;
  const run = { text: fragment.text, font, size, color };
  const last = marks.at(-1);
  if (last?.owner === span.owner && last.y === y) marks[marks.length - 1] = { ...last, runs: [...last.runs, run] };
  else marks.push({ kind: 'text', x: fragment.x, y, runs: [run], owner: span.owner });
}

function areaOf(areas: LinkAreas, fragment: Fragment, y: number, height: number): BlockLink {
  return { areas, x: fragment.x, y, width: fragment.width, height };
}

function underline({ style }: Span, { x, width }: Fragment, y: number): RectMark {
  return { kind: 'rect', x, y: y + 1.4, width, height: 0.5, color: style.color, owner: decoration };
}

/** Spans of one look and owner: the usual case. */
export const plain = (text: string, style: Piece['style'], owner: Owner): Span[] => [{ text, style, owner }];
