import type { Curve, PlacedFigure, Point } from './curve.ts';

/** The number at an end of a curve; `short` where there is not room for all of `text`. */
export interface EndLabel {
  readonly year: number;
  readonly text: string;
  readonly short: string;
}

/** A text whose baseline begins or ends at `at`. */
export interface PlacedLabel {
  readonly text: string;
  readonly at: Point;
  readonly anchor: 'start' | 'end';
  readonly end: 'first' | 'last';
}

/** The picture that the labels have to stay in. */
export interface LabelFrame {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  /** From the middle of a dot to the text beside it. */
  readonly gap: number;
}

/**
 * The labels of a curve's ends, each beside its figure or, where a line runs there, above or below it. No two meet, and
 * none leaves the picture: one that finds no place is left out.
 */
export function endLabels(
  curve: Curve,
  { first, last }: { readonly first: EndLabel | null; readonly last: EndLabel | null },
  frame: LabelFrame,
): PlacedLabel[] {
  const lines = [...curve.own.lines, ...curve.country.lines].flatMap(closer);
  const dots = [...curve.own.figures, ...curve.country.alone].map(({ at }) => at);
  const covered = [...lines, ...dots];
  const placedLast = placeOf(last, 'last', curve.own.figures, covered, [], frame);
  return [...placeOf(first, 'first', curve.own.figures, covered, placedLast, frame), ...placedLast];
}

/** Points of a line so close to each other that a label on the line covers some. */
const closer = (line: readonly Point[]): Point[] =>
  line.flatMap(([x, y], index) => {
    const [fromX, fromY] = line[index - 1] ?? [x, y];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 2));
    return Array.from({ length: steps }, (_, step): Point => {
      const share = (step + 1) / steps;
      return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
    });
  });

/** More than any covered lines. */
const forbidden = 10_000;

function placeOf(
  label: EndLabel | null,
  end: PlacedLabel['end'],
  figures: readonly PlacedFigure[],
  covered: readonly Point[],
  taken: readonly PlacedLabel[],
  frame: LabelFrame,
): PlacedLabel[] {
  const figure = figures.find(({ year }) => year === label?.year);
  if (label === null || figure === undefined) return [];
  let best: { readonly place: PlacedLabel; readonly cost: number } | null = null;
  for (const text of new Set([label.text, label.short])) {
    for (const place of placesOf(text, end, figure.at, frame)) {
      const cost = costOf(place, covered, taken, frame);
      if (cost < (best?.cost ?? forbidden)) best = { place, cost };
      if (cost === 0) return [place];
    }
  }
  return best === null ? [] : [best.place];
}

/** From the best place to the last resort. */
function placesOf(text: string, end: PlacedLabel['end'], [x, y]: Point, { fontSize, gap, ...frame }: LabelFrame) {
  const half = widthOf(text, fontSize) / 2;
  const middle = Math.min(Math.max(x, half), frame.width - half);
  const at = (anchor: PlacedLabel['anchor'], across: number, down: number): PlacedLabel => ({
    text,
    end,
    anchor,
    at: [across, y + down + 0.34 * fontSize],
  });
  const beside = end === 'first' ? at('end', x - gap, 0) : at('start', x + gap, 0);
  const opposite = end === 'first' ? at('start', x + gap, 0) : at('end', x - gap, 0);
  const away = [1, -1, 1.6, -1.6, 2.2, -2.2].map((lines) => at('start', middle - half, -lines * fontSize));
  return [beside, ...away, opposite];
}

/** How much of lines a label covers; forbidden if it meets another label or lies outside. */
function costOf(label: PlacedLabel, covered: readonly Point[], taken: readonly PlacedLabel[], frame: LabelFrame) {
  const box = boxOf(label, frame.fontSize);
  const isOutside = box.left < 0 || box.right > frame.width || box.top < 0 || box.bottom > frame.height;
  const meets = taken
    .map((one) => boxOf(one, frame.fontSize))
    .some((other) => {
      return other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom;
    });
  const count = covered.filter(
    ([x, y]) => x > box.left - 1 && x < box.right + 1 && y > box.top && y < box.bottom,
  ).length;
  return (isOutside || meets ? forbidden : 0) + 10 * count;
}

function boxOf({ text, anchor, at: [x, baseline] }: PlacedLabel, fontSize: number) {
  const width = widthOf(text, fontSize);
  const left = anchor === 'start' ? x : x - width;
  return { left, right: left + width, top: baseline - 0.75 * fontSize, bottom: baseline + 0.1 * fontSize };
}

/** At least as wide as the text is in our font: labels are placed before the fonts are known. */
export function widthOf(text: string, fontSize: number): number {
  const narrow = text.match(/[ .,:;()ijlftr-]/g)?.length ?? 0;
  const wide = text.match(/[mwæ%@MWÆ]/g)?.length ?? 0;
  return ((text.length - narrow - wide) * 0.56 + narrow * 0.33 + wide * 0.85) * fontSize;
}
