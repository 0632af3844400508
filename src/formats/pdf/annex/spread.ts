import type { AnnexIndicator, Spread } from '../../../report/index.ts';
import { cell, type Node, run, type Tag, tag } from '../node.ts';
import { type Shape, segment } from '../shapes.ts';
import { color, text } from '../style.ts';
import { place } from './chart.ts';

export const stripWidth = 82;

/** How far the mark may stand out at both ends. */
const hang = 4;

const height = 17;
const strip = { top: 9, bottom: 14 } as const;

/** A strip from the lowest to the highest municipality with the median, and `marked` in its place; below, in numbers. */
export function spreadStrip(spread: Spread, marked: AnnexIndicator | null, td: Tag): Node {
  const { lowest, median, highest, count } = spread.texts;
  const own = marked?.history.find(({ year }) => year === spread.year)?.subject.value ?? null;
  return {
    stack: [
      {
        tag: tag('Figure', td, { alt: spread.alt }),
        width: stripWidth + 2 * hang,
        height,
        shapes: shapesOf(spread, own),
        margin: [-hang, 0, -hang, 0],
      },
      cell(run(`${lowest} · ${median} · ${highest}`, tag('P', td), text.smallInk)),
      cell(run(count, tag('P', td), text.small)),
    ],
  };
}

function shapesOf(spread: Spread, own: string | null): Shape[] {
  const [lowest, highest] = [Number(spread.lowest), Number(spread.highest)];
  const xOf = (value: string): number => place(Number(value), lowest, highest, hang, hang + stripWidth);
  const { top, bottom } = strip;
  const [centre, median] = [(top + bottom) / 2, xOf(spread.median)];
  const band = segment(hang, centre, hang + stripWidth, centre);
  return [
    { kind: 'lines', paths: [band], width: bottom - top, color: color.rule },
    { kind: 'lines', paths: [segment(median, top - 2, median, bottom + 2)], width: 1, color: color.ink },
    ...(own === null ? [] : [marker(xOf(own))]),
  ];
}

/** Points at the strip from above. */
function marker(x: number): Shape {
  const base = segment(x - hang, strip.top - 8, x + hang, strip.top - 8);
  return { kind: 'area', points: [...base, [x, strip.top - 1]], color: color.heading };
}
