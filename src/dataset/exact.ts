import { remember } from '../remember.ts';

/** An exact decimal number: `units` × 10^-`scale`, e.g. 10,35 is { units: 1035n, scale: 2 }. Never "-0". */
export interface Decimal {
  readonly units: bigint;
  /** Decimals written, 0 or more. */
  readonly scale: number;
}

const pow10 = remember((exponent: number): bigint => 10n ** BigInt(exponent), 100);

/** Units of `value` when it is written with `scale` decimals; `scale` must not be lower than its own. */
const unitsAt = (value: Decimal, scale: number): bigint => value.units * pow10(scale - value.scale);

/** `a` - `b`, exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) - unitsAt(b, scale), scale };
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = subtract(a, b).units;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** `value` with exactly `decimals` decimals, half rounded away from zero: 9,5 → 10, -2,5 → -3, -0,4 → 0. */
export function round(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return { units: unitsAt(value, decimals), scale: decimals };
  const divisor = pow10(value.scale - decimals);
  const magnitude = value.units < 0n ? -value.units : value.units;
  const rounded = (magnitude + divisor / 2n) / divisor;
  return { units: value.units < 0n ? -rounded : rounded, scale: decimals };
}

/** Plain text with a decimal point and no thousands mark, e.g. "-10.35": for JSON, never for people. */
export function toPlain(value: Decimal): string {
  const sign = value.units < 0n ? '-' : '';
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, '0');
  if (value.scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

/** The reverse of `toPlain`; null when `text` is not such a number. */
export function fromPlain(text: string): Decimal | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? '';
  return { units: BigInt(`${match[1]}${match[2]}${fraction}`), scale: fraction.length };
}
