import type { ChartLabel } from '../../../report/index.ts';
import type { Point, Shape } from '../shapes.ts';
import { text } from '../style.ts';

/** A figure with its place in a chart. */
export interface Dated {
  readonly year: number;
  readonly at: Point;
  readonly provisional: boolean;
}

interface Labelled {
  readonly own: readonly Dated[];
  readonly country: readonly Dated[];
  readonly firstLabel: ChartLabel | null;
  readonly lastLabel: ChartLabel | null;
  readonly countryLabel: ChartLabel | null;
}

/** `edge` is the right edge of the picture; lines end at `right`. */
type Plot = Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'edge', number>>;

type Label = Extract<Shape, { kind: 'text' }>;

/** Between two labels, one below the other. */
const lineHeight = 10;

/** From the middle of a label's figures down to its baseline. */
const drop = 3;

/** What fits between the end of a line and the edge. */
const longest = 14;

/**
 * Values at both ends of the subject's figures, and the country's at its end. They stand beside the plot, one below the
 * other where they would meet; a label of a figure within the plot, or one that is too long, stands above or below it.
 */
export function chartLabels(labelled: Labelled, plot: Plot): Shape[] {
  const { own, country, firstLabel, lastLabel, countryLabel } = labelled;
  const first = labelAt(own, firstLabel, country, plot);
  const last = labelAt(own, lastLabel, country, plot);
  const other = labelAt(country, countryLabel, [], plot).map((label) => ({ ...label, style: text.small }));
  return [...first, ...apart([...last, ...other], plot)];
}

function labelAt(series: readonly Dated[], label: ChartLabel | null, others: readonly Dated[], plot: Plot): Label[] {
  const figure = series.find(({ year }) => year === label?.year);
  if (label === null || figure === undefined) return [];
  const { at, year } = figure;
  const [x, y] = at;
  const shape = { kind: 'text', text: label.text, style: text.smallStrong } as const;
  const isLong = label.text.length > longest;
  if (x === plot.right && !isLong) return [{ ...shape, at: [x + 6, y + drop], anchor: 'start' }];
  if (x === plot.left && !isLong) return [{ ...shape, at: [x - 5, y + drop], anchor: 'end' }];
  const isBelow = others.some((other) => other.year === year && other.at[1] < y);
  const free = isBelow ? y + lineHeight < plot.bottom + drop : y - lineHeight < plot.top - lineHeight / 2;
  const baseline = free ? y + lineHeight + drop - 1 : y - lineHeight / 2 - 1;
  if (x === plot.right) return [{ ...shape, at: [plot.edge, baseline], anchor: 'end' }];
  return [{ ...shape, at: [x, baseline], anchor: x < (plot.left + plot.right) / 2 ? 'start' : 'end' }];
}

/** Two labels beside the plot that would meet are moved apart, the upper one upwards. */
function apart(labels: readonly Label[], plot: Plot): Label[] {
  const [one, two] = labels;
  if (one === undefined || two === undefined || one.at[0] <= plot.right || two.at[0] <= plot.right) return [...labels];
  const gap = two.at[1] - one.at[1];
  if (Math.abs(gap) >= lineHeight) return [one, two];
  const middle = (one.at[1] + two.at[1]) / 2;
  const sign = gap >= 0 ? 1 : -1;
  const moved = (label: Label, side: number): Label => ({
    ...label,
    at: [label.at[0], Math.max(middle, plot.top + drop + lineHeight / 2 - 2) + (side * lineHeight) / 2],
  });
  return [moved(one, -sign), moved(two, sign)];
}
