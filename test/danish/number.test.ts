import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, formatPlain } from '../../src/danish/index.ts';
import { decimals } from '../helpers/decimals.ts';

const decimal = decimals(6);

describe('formatNumber', () => {
  it.each([
    ['62920', 0, '62.920'],
    ['-6', 0, '-6'],
    ['1.5', 1, '1,5'],
    ['1.5', 0, '2'],
    ['-0.4', 0, '0'],
    ['-0.04', 1, '0,0'],
    ['999.5', 0, '1.000'],
    ['1234567.891', 2, '1.234.567,89'],
    ['-1000', 0, '-1.000'],
    ['100', 0, '100'],
    ['0', 1, '0,0'],
  ])('writes %s with %i decimals as %s', (value, decimals, expected) => {
    expect(formatNumber(value, decimals)).toBe(expected);
  });

  it("agrees with ICU's exact decimal formatting", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        const format = new Intl.NumberFormat('da-DK', { ...options, signDisplay: 'negative' } as object);
        const icu = format.format(value as unknown as number).replace('\u2212', '-');
        expect(formatNumber(value, decimals)).toBe(icu);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

it('writes an unrounded number with all its decimals', () => {
  expect(formatPlain('12345.670')).toBe('12.345,670');
  expect(formatPlain('-9.50')).toBe('-9,50');
  expect(formatPlain('0.123456')).toBe('0,123456');
});
