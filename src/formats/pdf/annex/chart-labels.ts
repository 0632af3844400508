import type { ChartLabel } from '../../../report/index.ts';
import type { Point, Shape } from '../shapes.ts';
import { chartSize, plot, type TextStyle, text } from '../style.ts';

/** A figure with its place in a chart. */
export interface Dated {
  readonly year: number;
  readonly at: Point;
  readonly provisional: boolean;
}

/** What is drawn of the subject or of the whole country. */
interface Series {
  readonly figures: readonly Dated[];
  readonly lines: readonly (readonly Point[])[];
  readonly first: ChartLabel | null;
  readonly last: ChartLabel | null;
}

type Label = Extract<Shape, { kind: 'text' }>;

/** Between two labels, one below the other. */
const lineHeight = 10;

/** From the middle of a label's digits down to its baseline. */
const drop = 3;

/** Labels are placed before the fonts are chosen: widths are estimated by those of most, narrow and wide characters. */
const widths = { most: 0.56, narrow: 0.33, wide: 0.85 } as const;

/**
 * Values at both ends of the subject's figures, and the country's at its end. They stand beside the plot, one below the
 * other where they would meet; the label of a figure within the plot stands where it covers least.
 */
export function chartLabels(own: Series, country: Series): Shape[] {
  const lines = [...own.lines, ...country.lines].flatMap(closer);
  const first = labelOf(own.figures, own.first, text.smallStrong, 'left', { lines, labels: [] });
  const other = labelOf(country.figures, country.last, text.small, 'right', { lines, labels: first });
  const last = labelOf(own.figures, own.last, text.smallStrong, 'right', { lines, labels: [...first, ...other] });
  return [...first, ...apart([...last, ...other])];
}

/** Points of a line so close to each other that a label on the line covers some. */
const closer = (line: readonly Point[]): Point[] =>
  line.flatMap(([x, y], index) => {
    const [fromX, fromY] = line[index - 1] ?? [x, y];
    return [0.25, 0.5, 0.75, 1].map((share): Point => [fromX + (x - fromX) * share, fromY + (y - fromY) * share]);
  });

/** What a label must not cover. */
interface Around {
  readonly lines: readonly Point[];
  readonly labels: readonly Label[];
}

function labelOf(
  figures: readonly Dated[],
  label: ChartLabel | null,
  style: TextStyle,
  side: 'left' | 'right',
  around: Around,
): Label[] {
  const figure = figures.find(({ year }) => year === label?.year);
  if (label === null || figure === undefined) return [];
  const [x, y] = figure.at;
  const at = (anchor: 'start' | 'end', across: number, down: number): Label => ({
    kind: 'text',
    text: label.text,
    style,
    anchor,
    at: [across, down + drop],
  });
  const beside = side === 'left' ? at('end', x - 5, y) : at('start', x + 6, y);
  if (x === plot[side]) {
    // The subject's unit is left out where it is too long: it stands in the column of the status.
    const isTooLong = style === text.smallStrong && boxOf(beside).right > chartSize.width;
    return [isTooLong ? { ...beside, text: label.text.replace(/ .*/, '') } : beside];
  }
  const others = [y - lineHeight + 1, y + lineHeight].flatMap((down) => [
    at('start', x - 3, down),
    at('end', x + 3, down),
  ]);
  const cost = (one: Label): number => costOf(one, around);
  return [others.reduce((best, one) => (cost(one) < cost(best) ? one : best), beside)];
}

/** How much of lines a label covers; by far more if it meets another label or lies outside. */
function costOf(label: Label, { lines, labels }: Around): number {
  const { left, right, top, bottom } = boxOf(label);
  const covered = lines.filter(([x, y]) => x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1).length;
  const met = labels.map(boxOf).filter((box) => {
    return box.left < right && left < box.right && box.top < bottom && top < box.bottom;
  });
  const outside = [-left, right - chartSize.width, -top, bottom - plot.bottom - drop];
  return covered + 100 * met.length + outside.reduce((sum, each) => sum + 100 * Math.max(0, each), 0);
}

function boxOf({ text, style, anchor, at: [x, baseline] }: Label) {
  const width = widthOf(text, style.fontSize);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: baseline - 7, bottom: baseline + 1 };
}

/** Two labels beside the plot that would meet are moved apart, the upper one upwards. */
function apart(labels: readonly Label[]): Label[] {
  const [one, two] = labels;
  if (one === undefined || two === undefined || one.at[0] <= plot.right || one.at[0] !== two.at[0]) return [...labels];
  const gap = two.at[1] - one.at[1];
  if (Math.abs(gap) >= lineHeight) return [one, two];
  const middle = Math.max((one.at[1] + two.at[1]) / 2, plot.top + lineHeight / 2);
  const half = (gap >= 0 ? lineHeight : -lineHeight) / 2;
  const moved = (label: Label, y: number): Label => ({ ...label, at: [label.at[0], y] });
  return [moved(one, middle - half), moved(two, middle + half)];
}

function widthOf(text: string, fontSize: number): number {
  const narrow = text.match(/[ .,:;()ijlftr-]/g)?.length ?? 0;
  const wide = text.match(/[mwæMWÆ]/g)?.length ?? 0;
  return ((text.length - narrow - wide) * widths.most + narrow * widths.narrow + wide * widths.wide) * fontSize;
}
