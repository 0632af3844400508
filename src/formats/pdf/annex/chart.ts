import type { AnnexIndicator, ChartKind } from '../../../report/index.ts';
import { cell, type Node, run, type Tag, tag } from '../node.ts';
import { type Point, type Shape, segment } from '../shapes.ts';
import { chartSize, color, plot, text } from '../style.ts';
import { chartLabels, type Dated } from './chart-labels.ts';

const axis = { y: plot.bottom + 3, tick: 2.5, labels: plot.bottom + 13 } as const;

/** The indicator's years as a picture; a text in its place when the subject has no figure. */
export function chart(indicator: AnnexIndicator, years: readonly number[], td: Tag): Node {
  const { reason, range } = indicator.chart;
  if (reason !== null || range === null) return cell(run(reason ?? '', td, text.small));
  return { tag: tag('Figure', td, { alt: indicator.alt }), ...chartSize, shapes: shapesOf(indicator, years, range) };
}

function shapesOf(
  { chart: { kind, countryKind, first, last }, history }: AnnexIndicator,
  years: readonly number[],
  range: { readonly lowest: string; readonly highest: string },
): Shape[] {
  const xOf = (year: number): number => place(year, years[0] ?? year, years.at(-1) ?? year, plot.left, plot.right);
  const yOf = (value: string): number =>
    place(Number(value), Number(range.lowest), Number(range.highest), plot.bottom, plot.top);
  const drawn = (side: 'subject' | 'country', how: ChartKind) => {
    const figures = history.flatMap(({ year, [side]: figure }): Dated[] => {
      const value = how === 'none' ? null : (figure?.value ?? null);
      return value === null ? [] : [{ year, at: [xOf(year), yOf(value)], provisional: figure?.provisional === true }];
    });
    return { figures, lines: linesOf(figures, how) };
  };
  const own = { ...drawn('subject', kind), first, last };
  const others = { ...drawn('country', countryKind), first: null, last: null };
  return [
    ...axisShapes(years, xOf),
    { kind: 'lines', paths: others.lines.filter(isLine), width: 1, color: color.country, dash: [3, 2] },
    ...dots(others, [], { radius: 1.3, color: color.country }),
    { kind: 'lines', paths: own.lines.filter(isLine), width: 1.5, color: color.heading },
    ...dots(own, [own.figures[0], own.figures.at(-1)], { radius: 2.2, color: color.heading }),
    ...chartLabels(own, others),
  ];
}

/** Where a value lies between two ends; in the middle when they are one. */
export const place = (value: number, lowest: number, highest: number, from: number, to: number): number =>
  from + (to - from) * (highest > lowest ? (value - lowest) / (highest - lowest) : 0.5);

function axisShapes(years: readonly number[], xOf: (year: number) => number): Shape[] {
  const base = segment(plot.left, axis.y, plot.right, axis.y);
  const ticks = years.map((year) => segment(xOf(year), axis.y, xOf(year), axis.y + axis.tick));
  const ends = [...new Set([...years.slice(0, 1), ...years.slice(-1)])];
  return [
    { kind: 'lines', paths: [base, ...ticks], width: 0.5, color: color.country },
    ...ends.map((year, index): Shape => {
      const anchor = index === 0 ? 'start' : 'end';
      return { kind: 'text', text: String(year), at: [xOf(year), axis.labels], anchor, style: text.small };
    }),
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
  return runs.map((run) => (kind === 'steps' && run.length > 1 ? steps(run) : run.map(({ at }) => at)));
}

const isLine = (points: readonly Point[]): boolean => points.length > 1;

/** A count holds until the next. */
const steps = (run: readonly Dated[]): Point[] =>
  run.flatMap(({ at: [x, y] }, index) => segment(x, run[index - 1]?.at[1] ?? y, x, y)).slice(1);

/** Of figures that are alone, provisional or `ends`; an open dot is a provisional figure. */
const dots = (
  { figures, lines }: { readonly figures: readonly Dated[]; readonly lines: readonly (readonly Point[])[] },
  ends: readonly (Dated | undefined)[],
  look: { readonly radius: number; readonly color: string },
): Shape[] => {
  const alone = new Set(lines.filter((line) => !isLine(line)).flat());
  return figures
    .filter((figure) => figure.provisional || ends.includes(figure) || alone.has(figure.at))
    .map(({ at, provisional }) => ({ kind: 'dot', at, open: provisional, ...look }));
};
