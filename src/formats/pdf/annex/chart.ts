import type { AnnexIndicator, ChartKind } from '../../../report/index.ts';
import { cell, type Node, run, type Tag, tag } from '../content/node.ts';
import type { Point, Shape } from '../shapes.ts';
import { color, text } from '../style.ts';
import { chartLabels, type Dated } from './chart-labels.ts';

export const chartSize = { width: 145, height: 54 } as const;

/** Where the lines are drawn; the first value is written to its left, the last ones to its right. */
const plot = { left: 18, right: 79, top: 7, bottom: 39, edge: chartSize.width } as const;
const axis = { y: plot.bottom + 3, tick: 2.5, labels: plot.bottom + 13 } as const;

/** The indicator's years as a picture; a text in its place when the subject has no figure. */
export function chart(indicator: AnnexIndicator, years: readonly number[], td: Tag): Node {
  const { reason, range } = indicator.chart;
  if (reason !== null || range === null) return cell(run(reason ?? '', td, text.small));
  return { tag: tag('Figure', td, { alt: indicator.alt }), ...chartSize, shapes: shapesOf(indicator, years, range) };
}

function shapesOf(
  { chart: { kind, countryKind, first: firstLabel, last: lastLabel, country: countryLabel }, history }: AnnexIndicator,
  years: readonly number[],
  range: { readonly lowest: string; readonly highest: string },
): Shape[] {
  const [first = 0, last = first] = [years[0], years.at(-1)];
  const xOf = (year: number): number => place(year, first, last, plot.left, plot.right);
  const yOf = (value: string): number =>
    place(Number(value), Number(range.lowest), Number(range.highest), plot.bottom, plot.top);
  const seriesOf = (side: 'subject' | 'country'): Dated[] =>
    history.flatMap(({ year, [side]: figure }) => {
      const value = figure?.value ?? null;
      if (value === null) return [];
      return [{ year, at: [xOf(year), yOf(value)], provisional: figure?.provisional ?? false }];
    });
  const own = seriesOf('subject');
  const country = countryKind === 'none' ? [] : seriesOf('country');
  return [
    ...axisShapes(years, xOf),
    ...series(country, countryKind, { color: color.country, width: 1, dash: [3, 2], radius: 1.3 }, []),
    ...series(own, kind, { color: color.heading, width: 1.5, radius: 2.2 }, [own[0], own.at(-1)]),
    ...chartLabels({ own, country, firstLabel, lastLabel, countryLabel }, plot),
  ];
}

/** Where a value lies between two ends; in the middle when they are one. */
const place = (value: number, lowest: number, highest: number, from: number, to: number): number =>
  from + (to - from) * (highest > lowest ? (value - lowest) / (highest - lowest) : 0.5);

function axisShapes(years: readonly number[], xOf: (year: number) => number): Shape[] {
  const line = (...points: Point[]): Shape => ({ kind: 'line', points, width: 0.5, color: color.country });
  const label = (year: number, anchor: 'start' | 'end'): Shape => ({
    kind: 'text',
    text: String(year),
    at: [xOf(year), axis.labels],
    anchor,
    style: text.small,
  });
  const [first, last] = [years[0], years.at(-1)];
  return [
    line([plot.left, axis.y], [plot.right, axis.y]),
    ...years.map((year) => line([xOf(year), axis.y], [xOf(year), axis.y + axis.tick])),
    ...(first === undefined ? [] : [label(first, 'start')]),
    ...(last === undefined || last === first ? [] : [label(last, 'end')]),
  ];
}

interface Ink {
  readonly color: string;
  readonly width: number;
  readonly dash?: Point;
  /** Of its dots. */
  readonly radius: number;
}

/** Lines between figures of neighbouring years only; dots for figures alone, for `dotted` and for provisional ones. */
function series(figures: readonly Dated[], kind: ChartKind, ink: Ink, dotted: readonly (Dated | undefined)[]): Shape[] {
  const joined = kind === 'line' || kind === 'steps';
  const runs: Dated[][] = [];
  for (const figure of figures) {
    const run = runs.at(-1);
    if (joined && run?.at(-1)?.year === figure.year - 1) run.push(figure);
    else runs.push([figure]);
  }
  const { radius, ...line } = ink;
  const lines = runs
    .filter((run) => run.length > 1)
    .map((run): Shape => ({ kind: 'line', points: kind === 'steps' ? steps(run) : run.map(({ at }) => at), ...line }));
  const alone = runs.flatMap((run) => (run.length === 1 ? run : []));
  const dots = figures
    .filter((figure) => figure.provisional || alone.includes(figure) || dotted.includes(figure))
    .map(({ at, provisional }): Shape => ({ kind: 'dot', at, radius, color: ink.color, open: provisional }));
  return [...lines, ...dots];
}

/** A count holds until the next. */
const steps = (run: readonly Dated[]): Point[] =>
  run.flatMap(({ at: [x, y] }, index): Point[] => {
    const before = run[index - 1];
    return before === undefined
      ? [[x, y]]
      : [
          [x, before.at[1]],
          [x, y],
        ];
  });
