import type { AnnexIndicator, ChartKind } from '../../../report/index.ts';
import { cell, type Node, run, type Tag, tag } from '../node.ts';
import type { Point, Shape } from '../shapes.ts';
import { color, text } from '../style.ts';
import { chartLabels, type Dated, type Plot } from './chart-labels.ts';

export const chartSize = { width: 155, height: 54 } as const;

/** Where the lines are drawn; the first value is written to its left, the last ones to its right. */
const plot: Plot = { left: 20, right: 92, top: 7, bottom: 39, edge: chartSize.width };
const axis = { y: plot.bottom + 3, tick: 2.5, labels: plot.bottom + 13 } as const;

/** The indicator's years as a picture; a text in its place when the subject has no figure. */
export function chart(indicator: AnnexIndicator, years: readonly number[], td: Tag): Node {
  const { reason, range } = indicator.chart;
  if (reason !== null || range === null) return cell(run(reason ?? '', td, text.small));
  return { tag: tag('Figure', td, { alt: indicator.alt }), ...chartSize, shapes: shapesOf(indicator, years, range) };
}

function shapesOf(
  { chart: { kind, countryKind, first, last, country }, history }: AnnexIndicator,
  years: readonly number[],
  range: { readonly lowest: string; readonly highest: string },
): Shape[] {
  const xOf = (year: number): number => place(year, years[0] ?? year, years.at(-1) ?? year, plot.left, plot.right);
  const yOf = (value: string): number =>
    place(Number(value), Number(range.lowest), Number(range.highest), plot.bottom, plot.top);
  const figuresOf = (side: 'subject' | 'country'): Dated[] =>
    history.flatMap(({ year, [side]: figure }) => {
      const value = figure?.value ?? null;
      return value === null ? [] : [{ year, at: [xOf(year), yOf(value)], provisional: figure?.provisional === true }];
    });
  const own = figuresOf('subject');
  const others = countryKind === 'none' ? [] : figuresOf('country');
  const ownLines = linesOf(own, kind);
  const otherLines = linesOf(others, countryKind);
  return [
    ...axisShapes(years, xOf),
    { kind: 'lines', paths: otherLines.filter(isLine), width: 1, color: color.country, dash: [3, 2] },
    ...dots(others, otherLines, [], { radius: 1.3, color: color.country }),
    { kind: 'lines', paths: ownLines.filter(isLine), width: 1.5, color: color.heading },
    ...dots(own, ownLines, [own[0], own.at(-1)], { radius: 2.2, color: color.heading }),
    ...chartLabels(
      { figures: own, path: ownLines.flatMap(closer), first, last },
      { figures: others, path: otherLines.flatMap(closer), first: null, last: country },
      plot,
    ),
  ];
}

/** Where a value lies between two ends; in the middle when they are one. */
const place = (value: number, lowest: number, highest: number, from: number, to: number): number =>
  from + (to - from) * (highest > lowest ? (value - lowest) / (highest - lowest) : 0.5);

function axisShapes(years: readonly number[], xOf: (year: number) => number): Shape[] {
  const label = (year: number, anchor: 'start' | 'end'): Shape => ({
    kind: 'text',
    text: String(year),
    at: [xOf(year), axis.labels],
    anchor,
    style: text.small,
  });
  const [first, last] = [years[0], years.at(-1)];
  const base: Point[] = [
    [plot.left, axis.y],
    [plot.right, axis.y],
  ];
  const ticks = years.map((year): Point[] => [
    [xOf(year), axis.y],
    [xOf(year), axis.y + axis.tick],
  ]);
  return [
    { kind: 'lines', paths: [base, ...ticks], width: 0.5, color: color.country },
    ...(first === undefined ? [] : [label(first, 'start')]),
    ...(last === undefined || last === first ? [] : [label(last, 'end')]),
  ];
}

/** Lines join figures of neighbouring years only: a missing year is a gap. A figure alone is a line of one point. */
function linesOf(figures: readonly Dated[], kind: ChartKind): (readonly Point[])[] {
  const runs: Dated[][] = [];
  for (const figure of figures) {
    const run = runs.at(-1);
    if ((kind === 'line' || kind === 'steps') && run?.at(-1)?.year === figure.year - 1) run.push(figure);
    else runs.push([figure]);
  }
  return runs.map((run) => (kind === 'steps' ? steps(run) : run.map(({ at }) => at)));
}

const isLine = (points: readonly Point[]): boolean => points.length > 1;

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

/** Of figures that are alone, provisional or `ends`; an open dot is a provisional figure. */
const dots = (
  figures: readonly Dated[],
  lines: readonly (readonly Point[])[],
  ends: readonly (Dated | undefined)[],
  look: { readonly radius: number; readonly color: string },
): Shape[] => {
  const alone = new Set(lines.filter((line) => !isLine(line)).flat());
  return figures
    .filter((figure) => figure.provisional || ends.includes(figure) || alone.has(figure.at))
    .map(({ at, provisional }) => ({ kind: 'dot', at, open: provisional, ...look }));
};

/** Points of a line so close to each other that a label on the line covers some. */
const closer = (line: readonly Point[]): Point[] =>
  line.flatMap(([x, y], index) => {
    const [fromX, fromY] = line[index - 1] ?? [x, y];
    return [0.25, 0.5, 0.75, 1].map((share): Point => [fromX + (x - fromX) * share, fromY + (y - fromY) * share]);
  });
