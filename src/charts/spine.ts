import { scale } from './curve.ts';

/** Numbers as plain decimals. */
export interface Quartiles {
  readonly lowest: string;
  readonly lowerQuartile: string;
  readonly median: string;
  readonly upperQuartile: string;
  readonly highest: string;
}

/** Where the municipalities lie, from the worst at the left to the best at the right. */
export interface Spine {
  /** The middle half of them. */
  readonly middle: { readonly from: number; readonly to: number };
  readonly median: number;
  readonly own: number | null;
  readonly country: number | null;
}

/** The municipalities between `left` and `right`; null when all municipalities have the same number. */
export function spineOf(
  { lowest, lowerQuartile, median, upperQuartile, highest }: Quartiles,
  better: 'higher' | 'lower',
  values: { readonly own: string | null; readonly country: string | null },
  [left, right]: readonly [left: number, right: number],
): Spine | null {
  const [low, high] = [Number(lowest), Number(highest)];
  if (low === high) return null;
  const ends = better === 'higher' ? ([left, right] as const) : ([right, left] as const);
  const xOf = (value: string): number => scale(Number(value), [low, high], ends);
  const within = (value: string | null): number | null =>
    value === null || Number(value) < low || Number(value) > high ? null : xOf(value);
  const [from, to] = [xOf(lowerQuartile), xOf(upperQuartile)].sort((a, b) => a - b) as [number, number];
  return { middle: { from, to }, median: xOf(median), own: within(values.own), country: within(values.country) };
}
