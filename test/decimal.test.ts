import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, compare, quartile, round, subtract } from '../src/decimal.ts';
import { decimals as decimalsUpTo } from './helpers/decimals.ts';

const decimal = decimalsUpTo();

/** The same number on the other side of zero. */
const mirrored = (value: string): string =>
  value.startsWith('-') ? value.slice(1) : /[1-9]/.test(value) ? `-${value}` : value;

/** Rounding as taught at school, on the written digits: look at the first digit that goes, carry by hand. */
function schoolRound(plain: string, decimals: number): string {
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  const digits = [...whole, ...fraction.padEnd(decimals + 1, '0')].map(Number);
  const kept = digits.slice(0, whole.length + decimals);
  let carry = (digits[kept.length] ?? 0) >= 5 ? 1 : 0;
  for (let index = kept.length - 1; index >= 0; index--) {
    const sum = (kept[index] ?? 0) + carry;
    kept[index] = sum % 10;
    carry = sum > 9 ? 1 : 0;
  }
  const all = [...(carry === 1 ? [1] : []), ...kept].join('');
  const at = all.length - decimals;
  const written = decimals === 0 ? all : `${all.slice(0, at)}.${all.slice(at)}`;
  return plain.startsWith('-') && /[1-9]/.test(written) ? `-${written}` : written;
}

describe('round', () => {
  it.each([
    ['9.50', 0, '10'],
    ['-2.5', 0, '-3'],
    ['-0.4', 0, '0'],
    ['-0.5', 0, '-1'],
    ['0.5', 0, '1'],
    ['1.005', 2, '1.01'],
    ['1.45', 1, '1.5'],
    ['7', 2, '7.00'],
    ['999.96', 1, '1000.0'],
  ])('%s to %i decimals is %s', (value, decimals, expected) => {
    expect(round(value, decimals)).toBe(expected);
  });

  it('agrees with rounding by hand', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
        expect(round(value, decimals)).toBe(schoolRound(value, decimals));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('subtract', () => {
  it('is exact where floating point is not', () => {
    expect(subtract('10.35', '0.85')).toBe('9.50');
    expect(subtract('0.3', '0.1')).toBe('0.2');
    expect(0.3 - 0.1).not.toBe(0.2);
  });

  it('is undone by adding back', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const sum = subtract(subtract(a, b), mirrored(b));
        expect(compare(sum, a)).toBe(0);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

it('has no negative zero', () => {
  expect(round('-0.4', 1)).toBe('-0.4');
  expect(round('-0.04', 1)).toBe('0.0');
  expect(subtract('-1.50', '-1.5')).toBe('0.00');
});

describe('half the way between two numbers', () => {
  it.each([
    ['10', '12', '11'],
    ['10', '11', '10.5'],
    ['10.35', '10.40', '10.375'],
    ['10.35', '10.45', '10.40'],
    ['-0.5', '0.50', '0.00'],
    ['1', '2.00', '1.50'],
  ])('%s and %s is %s', (a, b, expected) => {
    expect(between(a, b, 0.5)).toBe(expected);
    expect(between(b, a, 0.5)).toBe(expected);
  });

  it('is as far from the one as from the other', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const middle = between(a, b, 0.5);
        expect(compare(subtract(middle, a), subtract(b, middle))).toBe(0);
      }),
      { seed: 2 },
    );
  });
});

it.each([
  [[], null, null, null],
  [['7'], '7', '7', '7'],
  [['1', '2'], '1.25', '1.5', '1.75'],
  [['1', '2', '4'], '1.5', '2', '3'],
  [['1', '2', '4', '8'], '1.75', '3', '5'],
  [['0', '10', '20', '30', '40'], '10', '20', '30'],
])('the quartiles of %j are those of Excel, %s, %s and %s', (sorted, lower, median, upper) => {
  expect(([1, 2, 3] as const).map((of) => quartile(sorted, of))).toEqual([lower, median, upper]);
});
