import {
  type Curve,
  curveOf,
  type Drawn,
  endLabels,
  type PlacedFigure,
  type Point,
  spineOf,
} from '../../../charts/index.ts';
import { withMinus } from '../../../danish/index.ts';
import type { AnnexIndicator, GoalMovement, Spread } from '../../../report/index.ts';
import type { Shape } from '../../../tagged-pdf/index.ts';
import { chart, color, type TextStyle, textStyles } from '../style.ts';

/** The indicator's years: the subject's line, the country's dashed, the numbers of both ends; empty without a figure. */
export function curveShapes(indicator: AnnexIndicator): Shape[] {
  const { plot, axis, width, height, gap } = chart.curve;
  const curve = curveOf(indicator, plot);
  if (curve === null) return [];
  const { own, country } = curve;
  const labels = endLabels(curve, indicator.chart, { width, height, gap, fontSize: textStyles.tiny.fontSize });
  const ownWidth = indicator.chart.kind === 'ends' ? 0.75 : 1.5;
  return [
    { kind: 'lines', paths: [segment(plot.left, axis, plot.right, axis)], width: 0.5, color: color.rule },
    { kind: 'lines', paths: country.lines, width: 0.9, color: color.foot, dash: [2.5, 1.8] },
    ...dots(country.alone, 1.2, color.foot),
    { kind: 'lines', paths: own.lines, width: ownWidth, color: color.heading },
    ...dots(markedOf(curve), 2.1, color.heading),
    ...labels.map(({ text: words, at, anchor, end }): Shape => {
      const style = end === 'last' ? textStyles.tinyStrong : { ...textStyles.tiny, color: color.ink };
      return { kind: 'text', text: withMinus(words), at, anchor, style };
    }),
  ];
}

/** The ends, what stands alone, and what is provisional. */
function markedOf({ own }: Curve): PlacedFigure[] {
  const ends: Drawn['figures'] = [...own.figures.slice(0, 1), ...own.figures.slice(-1)];
  return [...new Set([...ends, ...own.alone, ...own.figures.filter(({ provisional }) => provisional)])];
}

/** A path from one point to another. */
const segment = (x1: number, y1: number, x2: number, y2: number): Point[] => [
  [x1, y1],
  [x2, y2],
];

/** An open dot is a provisional figure. */
const dots = (figures: readonly PlacedFigure[], radius: number, ink: string): Shape[] =>
  figures.map(({ at, provisional }) => ({
    kind: 'dot',
    at,
    radius,
    color: ink,
    ...(provisional && { ground: color.paper }),
  }));

/** The municipalities from the worst to the best, their middle half, the subject and the country; below, in words. */
export function spineShapes({ spread, status, better, measure }: AnnexIndicator, isCountry: boolean): Shape[] {
  if (spread === null) return [];
  const { left, right, top, bottom, ends, place } = chart.spine;
  const words = placeShapes(spread, spread.zeros === null ? place : top + 9);
  const own = isCountry ? null : status.subject.value;
  const country = measure === 'count' ? null : ((isCountry ? status.subject : status.country)?.value ?? null);
  const spine = spread.zeros === null ? spineOf(spread, better, { own, country }, [left, right]) : null;
  if (spine === null) return words;
  const centre = (top + bottom) / 2;
  const box = (from: number, to: number): Point[] => [
    ...segment(from, top, to, top),
    ...segment(to, bottom, from, bottom),
  ];
  const whole = box(left, right);
  const { lowest, highest } = spread.texts;
  const [worst, best] = better === 'higher' ? [lowest, highest] : [highest, lowest];
  const end = (value: string, x: number, anchor: 'start' | 'end'): Shape => ({
    kind: 'text',
    text: withMinus(value),
    at: [x, ends],
    anchor,
    style: textStyles.tiny,
  });
  return [
    { kind: 'area', points: whole, color: color.range },
    { kind: 'area', points: box(spine.middle.from, spine.middle.to), color: color.middle },
    { kind: 'lines', paths: [[...whole, ...whole.slice(0, 2)]], width: 0.5, color: color.country },
    ...(spine.country === null ? [] : [countryTick(spine.country, top - 2.5, bottom + 2.5)]),
    ...(spine.own === null ? [] : ownDot([spine.own, centre], 3)),
    end(worst, 0, 'start'),
    end(best, chart.spine.width, 'end'),
    ...words,
  ];
}

const countryTick = (x: number, top: number, bottom: number): Shape => ({
  kind: 'lines',
  paths: [segment(x, top, x, bottom)],
  width: 1.1,
  color: color.ink,
  dash: [2, 1.2],
});

/** Stands out from what lies below. */
const ownDot = (at: Point, radius: number): Shape[] => [
  { kind: 'dot', at, radius: radius + 0.8, color: color.paper },
  { kind: 'dot', at, radius, color: color.heading },
];

/** "bedste fjerdedel" stands out from "af 97 kommuner". */
function placeShapes({ quarter, texts, zeros }: Spread, baseline: number): Shape[] {
  const lines = zeros === null ? [texts.place] : texts.place.split(/(?<=;) /);
  return lines.map((line, index): Shape => {
    const style = quarter === null || zeros !== null ? textStyles.tiny : textStyles.tinyStrong;
    return { kind: 'text', text: line, at: [0, baseline + 10 * index], anchor: 'start', style };
  });
}

/** What a movement's sign and word look like, told apart in grey too. */
export const movementStyles: Readonly<Record<GoalMovement, TextStyle>> = {
  positive: textStyles.positive,
  negative: textStyles.negative,
  unchanged: textStyles.neutral,
  mixed: textStyles.neutral,
};

/** A circle: filled with plus or minus, with an equals sign, or half filled; and the word. */
export function movementShapes(movement: GoalMovement, word: string): Shape[] {
  const { radius, height, wordAt } = chart.sign;
  const style = movementStyles[movement];
  const centre: Point = [radius + 0.5, height / 2];
  return [
    ...signShapes(movement, centre, radius, style.color),
    { kind: 'text', text: word, at: [wordAt, height / 2 + 3], anchor: 'start', style },
  ];
}

function signShapes(movement: GoalMovement, [x, y]: Point, radius: number, ink: string): Shape[] {
  const arm = radius * 0.55;
  const across = (down: number): Point[] => segment(x - arm, y + down, x + arm, y + down);
  const bars = (paths: Point[][], paint: string): Shape => ({ kind: 'lines', paths, width: 1.1, color: paint });
  const ring: Shape = { kind: 'dot', at: [x, y], radius: radius - 0.5, color: ink, ground: color.paper };
  const disc: Shape = { kind: 'dot', at: [x, y], radius, color: ink };
  switch (movement) {
    case 'positive':
      return [disc, bars([across(0), segment(x, y - arm, x, y + arm)], color.paper)];
    case 'negative':
      return [disc, bars([across(0)], color.paper)];
    case 'unchanged':
      return [ring, bars([across(-1.2), across(1.2)], ink)];
    case 'mixed':
      return [ring, { kind: 'area', points: leftHalf([x, y], radius - 0.5), color: ink }];
  }
}

const leftHalf = ([x, y]: Point, radius: number): Point[] =>
  Array.from({ length: 13 }, (_, step): Point => {
    const angle = Math.PI / 2 + (Math.PI * step) / 12;
    return [x + radius * Math.cos(angle), y - radius * Math.sin(angle)];
  });

/** Beside whose names the signs of the charts stand. */
export interface Legend {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const legendLine = 10;

/** "● Glostrup", and below it "┄ hele landet": beside each other, some names fit and others do not. */
export function curveLegend(subject: string, country: string): Legend {
  const text = (words: string, x: number, y: number): Shape => ({
    ...{ kind: 'text', text: words, at: [x, y + 8], anchor: 'start', style: textStyles.tiny },
  });
  const own: Shape[] = [{ kind: 'dot', at: [2.2, 5], radius: 2.1, color: color.heading }, text(subject, 7, 0)];
  const line = segment(0, legendLine + 5, 9, legendLine + 5);
  const dashed: Shape[] = [
    { kind: 'lines', paths: [line], width: 0.9, color: color.foot, dash: [2.5, 1.8] },
    text(country, 11.5, legendLine),
  ];
  const { width } = chart.curve;
  return country === ''
    ? { width, height: legendLine, shapes: own }
    : { width, height: 2 * legendLine, shapes: [...own, ...dashed] };
}

export const spineLegend = (country: string): Legend => ({
  width: chart.spine.width,
  height: legendLine,
  shapes: [
    countryTick(1, 0.5, 9.5),
    { kind: 'text', text: country, at: [4.5, 8], anchor: 'start', style: textStyles.tiny },
  ],
});
