import fc from 'fast-check';
import type { Decimal } from '../../src/decimal.ts';

/** `units` × 10^-`scale` as plain text. */
export function plain(units: bigint, scale: number): Decimal {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Plain decimals of up to 15 digits and `scale` decimals, as a dataset may hold them. */
export const decimals = (scale = 8): fc.Arbitrary<Decimal> =>
  fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: scale }))
    .map(([units, at]) => plain(units, at));
