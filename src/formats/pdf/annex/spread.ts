import type { AnnexIndicator, Spread } from '../../../report/index.ts';
import { cell, type Node, run, type Tag, tag } from '../node.ts';
import type { Shape } from '../shapes.ts';
import { color, text } from '../style.ts';

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
  const xOf = (value: string): number => {
    const share = highest > lowest ? (Number(value) - lowest) / (highest - lowest) : 0.5;
    return hang + Math.min(1, Math.max(0, share)) * stripWidth;
  };
  const { top, bottom } = strip;
  const middle = xOf(spread.median);
  return [
    {
      kind: 'area',
      color: color.rule,
      points: [
        [hang, top],
        [hang + stripWidth, top],
        [hang + stripWidth, bottom],
        [hang, bottom],
      ],
    },
    {
      kind: 'lines',
      color: color.ink,
      width: 1,
      paths: [
        [
          [middle, top - 2],
          [middle, bottom + 2],
        ],
      ],
    },
    ...(own === null ? [] : [marker(xOf(own))]),
  ];
}

/** Points at the strip from above. */
const marker = (x: number): Shape => ({
  kind: 'area',
  color: color.heading,
  points: [
    [x - hang, strip.top - 8],
    [x + hang, strip.top - 8],
    [x, strip.top - 1],
  ],
});
