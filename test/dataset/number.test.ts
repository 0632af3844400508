import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberStyle, valueReader } from '../../src/dataset/number.ts';

const style = (text: string): NumberStyle => ({
  decimal: text[0] as ',',
  thousands: (text[1] ?? null) as NumberStyle['thousands'],
});
const read = (text: string, of: string): string => {
  const parsed = valueReader(style(of))(text);
  if (typeof parsed === 'string') return `! ${parsed}`;
  return (parsed.value === null ? `${parsed.missing}` : parsed.value) + (parsed.provisional ? '*' : '');
};

// What else is refused, and in which words: test/bad-datasets/ikke-et-tal, tusindtegn-*, decimalpunktum-erklaeret.
describe('valueReader', () => {
  it.each([
    ['16', ',', '16'],
    ['-2,5', ',', '-2.5'],
    ['\u22122,5', ',', '-2.5'],
    ['007', ',', '7'],
    ['-0', ',', '0'],
    ['0,0', ',', '0.0'],
    ['1,234', '.', '! thousands'],
    ['1.234', ',.', '1234'],
    ['1,234', '.,', '1234'],
    ['1.234.567,89', ',.', '1234567.89'],
    ['1234567,89', ',.', '1234567.89'],
    ['1234.567', ',.', '! grouping'],
    ['1 234', ', ', '1234'],
    ['1\u00a0234', ', ', '1234'],
    ['1\u202f234,5', ', ', '1234.5'],
    ['1,234.5', ',.', '! both'],
    ['-Infinity', ',', '! not-finite'],
    ['٣', ',', '! other'],
    ['..*', ',', '! other'],
    ['-', ',', '0'],
    ['-*', ',', '0*'],
    ['74,0*', ',', '74.0*'],
    ['74,0 *', ',', '74.0*'],
    ['', ',', 'empty'],
    ['.', ',', 'impossible'],
    ['..', '.', 'confidential'],
    ['...', '.,', 'unavailable'],
  ])('reads %j in style %j as %j', (text, of, expected) => {
    expect(read(text, of)).toBe(expected);
  });

  it('takes any number of up to 60 digits back exactly', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,28})(\.\d{1,30})?$/);
    fc.assert(
      fc.property(digits, fc.constantFrom(',', '.'), (plain, decimal) => {
        const parsed = valueReader(style(decimal))(plain.replace('.', decimal));
        const expected = /[1-9]/.test(plain) ? plain : plain.replace('-', '');
        expect(typeof parsed === 'string' ? parsed : parsed.value).toBe(expected);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
