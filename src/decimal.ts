import Big from 'big.js';

/** A number as plain decimal text with all decimals that its owner has: "-10.35", "9.50". Never "-0" or "007". */
export type Decimal = string;

/** How many decimals are written. */
export const decimalsOf = (value: Decimal): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

/** `a` - `b`, exactly, with the decimals of the more exact of the two: "10.35" - "0.85" is "9.50". */
export const subtract = (a: Decimal, b: Decimal): Decimal =>
  withoutMinusZero(new Big(a).minus(b).toFixed(Math.max(decimalsOf(a), decimalsOf(b))));

/**
 * What lies a share of the way from `a` to `b`, exactly, with no fewer decimals than either has: of "10.35" and "10.40"
 * half the way is "10.375".
 */
export const between = (a: Decimal, b: Decimal, share: number): Decimal => {
  const exact = new Big(b).minus(a).times(share).plus(a).toFixed();
  return withoutMinusZero(new Big(exact).toFixed(Math.max(decimalsOf(a), decimalsOf(b), decimalsOf(exact))));
};

/** The quartiles of sorted numbers, the median among them: `of` is 1, 2 or 3. Null of none. */
export function quartile(sorted: readonly Decimal[], of: 1 | 2 | 3): Decimal | null {
  const place = ((sorted.length - 1) * of) / 4;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? null : between(below, above, place % 1);
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => new Big(a).cmp(b);

/** `value` with exactly `decimals` decimals, half rounded away from zero: 9.5 → 10, -2.5 → -3, -0.4 → 0. */
export const round = (value: Decimal, decimals: number): Decimal =>
  withoutMinusZero(new Big(value).toFixed(decimals, Big.roundHalfUp));

const withoutMinusZero = (text: string): Decimal => text.replace(/^-(?=[0.]*$)/, '');
