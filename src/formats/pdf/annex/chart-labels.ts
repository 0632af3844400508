import type { ChartLabel } from '../../../report/index.ts';
import type { Point, Shape } from '../shapes.ts';
import { type TextStyle, text } from '../style.ts';

/** A figure with its place in a chart. */
export interface Dated {
  readonly year: number;
  readonly at: Point;
  readonly provisional: boolean;
}

/** What is drawn of the subject or of the whole country. */
export interface Series {
  readonly figures: readonly Dated[];
  /** Points of its lines. */
  readonly path: readonly Point[];
  readonly first: ChartLabel | null;
  readonly last: ChartLabel | null;
}

/** `edge` is the right edge of the picture; lines end at `right`. */
export type Plot = Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'edge', number>>;

type Label = Extract<Shape, { kind: 'text' }>;

/** Between two labels, one below the other. */
const lineHeight = 10;

/** From the middle of a label's digits down to its baseline. */
const drop = 3;

/** Labels are placed before the fonts are chosen, so widths are estimated: in ems, of narrow and of wide characters. */
const widthOf = (text: string): number =>
  text.length * 0.53 * 8.5 -
  (text.match(/[ .,ijlftr-]/g) ?? []).length * 0.24 * 8.5 +
  (text.match(/[mwæM]/g) ?? []).length * 0.31 * 8.5;

/**
 * Values at both ends of the subject's figures, and the country's at its end. They stand beside the plot, one below the
 * other where they would meet; the label of a figure within the plot stands where it covers least.
 */
export function chartLabels(own: Series, country: Series, plot: Plot): Shape[] {
  const lines = [...own.path, ...country.path];
  const first = labelOf(own.figures, own.first, text.smallStrong, 'left', lines, plot);
  const other = labelOf(country.figures, country.last, text.small, 'right', lines, plot);
  const inTheWay = [...lines, ...[...first, ...other].flatMap(pointsOf)];
  const last = labelOf(own.figures, own.last, text.smallStrong, 'right', inTheWay, plot);
  return [...first, ...apart([...last, ...other], plot)];
}

function labelOf(
  figures: readonly Dated[],
  label: ChartLabel | null,
  style: TextStyle,
  side: 'left' | 'right',
  inTheWay: readonly Point[],
  plot: Plot,
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
  if (x === plot.left && side === 'left') return [at('end', x - 5, y)];
  const beside = side === 'left' ? at('end', x - 5, y) : at('start', x + 6, y);
  if (x === plot.right && style === text.smallStrong) {
    // A long unit is left out: it stands beside the chart, in the status.
    return [x + 6 + widthOf(label.text) <= plot.edge ? beside : { ...beside, text: label.text.replace(/ .*/, '') }];
  }
  if (x === plot.right) return [beside];
  const others = [y - lineHeight + 1, y + lineHeight].flatMap((down) => [
    at('start', x - 3, down),
    at('end', x + 3, down),
  ]);
  const cost = (one: Label): number => costOf(one, inTheWay, plot);
  return [others.reduce((best, one) => (cost(one) < cost(best) ? one : best), beside)];
}

/** How much a label covers, and by far more how much of it lies outside. */
function costOf(label: Label, inTheWay: readonly Point[], plot: Plot): number {
  const { left, right, top, bottom } = boxOf(label);
  const covered = inTheWay.filter(([x, y]) => x > left - 1 && x < right + 1 && y > top - 1 && y < bottom + 1).length;
  const outside = [-left, right - plot.edge, -top, bottom - plot.bottom - drop];
  return covered + outside.reduce((sum, each) => sum + 100 * Math.max(0, each), 0);
}

function boxOf({ text, anchor, at: [x, baseline] }: Label) {
  const width = widthOf(text);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: baseline - 7, bottom: baseline + 1 };
}

/** Points of a label so close to each other that another that meets it covers some. */
function pointsOf(label: Label): Point[] {
  const { left, right, top, bottom } = boxOf(label);
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share): Point[] => {
    const x = left + (right - left) * share;
    return [
      [x, top],
      [x, bottom],
    ];
  });
}

/** Two labels beside the plot that would meet are moved apart, the upper one upwards. */
function apart(labels: readonly Label[], plot: Plot): Label[] {
  const [one, two] = labels;
  if (one === undefined || two === undefined || one.at[0] <= plot.right || one.at[0] !== two.at[0]) return [...labels];
  const gap = two.at[1] - one.at[1];
  if (Math.abs(gap) >= lineHeight) return [one, two];
  const middle = Math.max((one.at[1] + two.at[1]) / 2, plot.top + lineHeight / 2);
  const sign = gap >= 0 ? 1 : -1;
  const moved = (label: Label, side: number): Label => ({
    ...label,
    at: [label.at[0], middle + (side * lineHeight) / 2],
  });
  return [moved(one, -sign), moved(two, sign)];
}
