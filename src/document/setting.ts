import type { Color, FontSet, Owner, TextRun } from '../pdf/index.ts';
import { breakLines, type Fragment, lineHeight, type Piece } from './lines.ts';
import type { LinkAreas } from './tree.ts';

/** A piece of text with the leaf of the tree that it belongs to, and the link that it is, if any. */
export interface Span extends Piece {
  readonly owner: Owner;
  readonly areas?: LinkAreas;
}

/**
 * Spans set in a column, from its top left corner: everything but whose they are, so that all reports with these texts
 * can share it. `span` is the number of the span whose owner or link it is.
 */
export interface Setting {
  readonly height: number;
  readonly lines: readonly SetLine[];
  readonly underlines: readonly Underline[];
  readonly areas: readonly SetArea[];
}

/** What one owner draws on one line. `y` is the baseline. */
interface SetLine {
  readonly x: number;
  readonly y: number;
  readonly runs: readonly TextRun[];
  readonly span: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Underline extends Box {
  readonly color: Color;
}

interface SetArea extends Box {
  readonly span: number;
}

/** Breaks spans into lines `width` wide and sets them one under the other. */
export function setSpans(spans: readonly Span[], width: number, fonts: FontSet): Setting {
  const step = lineHeight(spans);
  const baseline = firstBaseline(spans, step, fonts);
  const made: Made = { lines: [], underlines: [], areas: [] };
  const broken = breakLines(spans, width, fonts);
  broken.forEach((line, index) => {
    const top = index * step;
    for (const fragment of line) setFragment(made, spans, fragment, { top, step, baseline: baseline + top });
  });
  return { height: broken.length * step, ...made };
}

/** The first baseline puts the letters' height in the middle of the line's height. */
function firstBaseline(spans: readonly Span[], step: number, fonts: FontSet): number {
  const tallest = spans.reduce((a, b) => (b.style.size > a.style.size ? b : a));
  const { capHeight } = fonts.metrics(tallest.style.font);
  return (step + capHeight * tallest.style.size) / 2;
}

interface Made {
  readonly lines: SetLine[];
  readonly underlines: Underline[];
  readonly areas: SetArea[];
}

interface LinePlace {
  readonly top: number;
  readonly step: number;
  readonly baseline: number;
}

function setFragment(made: Made, spans: readonly Span[], fragment: Fragment, line: LinePlace): void {
  const { piece, x, width } = fragment;
  const span = spans[piece];
  if (span === undefined) return;
  addText(made.lines, spans, span, fragment, line.baseline);
  if (span.areas === undefined) return;
  made.areas.push({ x, y: line.top, width, height: line.step, span: piece });
  if (span.style.underline !== true) return;
  made.underlines.push({ x, y: line.baseline + 1.4, width, height: 0.5, color: span.style.color });
}

/** Fragments of one owner on one line are drawn and copied as one. */
function addText(
  lines: SetLine[],
  spans: readonly Span[],
  { style, owner }: Span,
  fragment: Fragment,
  y: number,
): void {
  const { piece, text, x } = fragment;
  const { font, size, color } = style;
  const run = { text, font, size, color };
  const last = lines.at(-1);
  if (last?.y === y && spans[last.span]?.owner === owner) {
    lines[lines.length - 1] = { ...last, runs: [...last.runs, run] };
  } else lines.push({ x, y, runs: [run], span: piece });
}
