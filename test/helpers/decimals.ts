import fc from 'fast-check';
import type { Decimal } from '../../src/decimal.ts';

/** Plain decimals of up to 15 digits and `scale` decimals, as a dataset may hold them. */
export const decimals = (scale = 8): fc.Arbitrary<Decimal> =>
  fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: scale }))
    .map(([units, at]) => {
      const digits = String(units < 0n ? -units : units).padStart(at + 1, '0');
      const sign = units < 0n ? '-' : '';
      return at === 0 ? sign + digits : `${sign}${digits.slice(0, -at)}.${digits.slice(-at)}`;
    });
