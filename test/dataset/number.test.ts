import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberStyle, parseValue } from '../../src/dataset/number.ts';
import { plainText, type StoredValue } from '../../src/dataset/table/store.ts';
import { readPlainValue } from '../../src/dataset/table/value-bytes.ts';
import { readValueText } from '../../src/dataset/table/value-text.ts';
import { fromPlain, toPlain } from '../../src/decimal.ts';

const style = (text: string): NumberStyle => ({
  decimal: text[0] as ',',
  thousands: (text[1] ?? null) as NumberStyle['thousands'],
});
const read = (text: string, of: string): string => {
  const parsed = parseValue(text, style(of));
  if (typeof parsed === 'string') return `! ${parsed}`;
  return (parsed.value === null ? `${parsed.missing}` : toPlain(parsed.value)) + (parsed.provisional ? '*' : '');
};

describe('parseValue', () => {
  it.each([
    ['16', ',', '16'],
    ['-2,5', ',', '-2.5'],
    ['\u22122,5', ',', '-2.5'],
    ['007', ',', '7'],
    ['-0', ',', '0'],
    ['0,0', ',', '0.0'],
    ['1.234', ',', '! thousands'],
    ['1,234', '.', '! thousands'],
    ['1.234', ',.', '1234'],
    ['1,234', '.,', '1234'],
    ['1.234.567,89', ',.', '1234567.89'],
    ['1234567,89', ',.', '1234567.89'],
    ['1.23', ',.', '! grouping'],
    ['12.34.567', ',.', '! grouping'],
    ['0.123', ',.', '! grouping'],
    ['1234.567', ',.', '! grouping'],
    ['1 234', ', ', '1234'],
    ['1\u00a0234', ', ', '1234'],
    ['1\u202f234,5', ', ', '1234.5'],
    ['1  234', ', ', '! grouping'],
    ['1 234', ',', '! thousands'],
    ['12.5', ',', '! decimal'],
    ['1,2,3', ',', '! both'],
    ['1,234.5', ',.', '! both'],
    [',5', ',', '! unfinished'],
    ['5,', ',', '! unfinished'],
    ['+5', ',', '! plus'],
    ['\u20135', ',', '! dash'],
    ['1e3', ',', '! exponent'],
    ['NaN', ',', '! not-finite'],
    ['-Infinity', ',', '! not-finite'],
    ['5 %', ',', '! unit'],
    ['x', ',', '! other'],
    ['٣', ',', '! other'],
    ['..*', ',', '! other'],
    ['9'.repeat(61), ',', '! long'],
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
        const parsed = parseValue(plain.replace('.', decimal), style(decimal));
        const expected = fromPlain(plain);
        expect(typeof parsed === 'string' ? parsed : parsed.value).toEqual(expected);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('readPlainValue', () => {
  const blank = (): StoredValue => ({ units: 0, scale: 0, big: null, flags: 0, text: null });

  it('takes nothing that parseValue would not take alike, and its text can be made again', () => {
    const text = fc.oneof(fc.stringMatching(/^[-0-9,.*]{0,18}$/), fc.stringMatching(/^-?\d{1,16}(,\d{1,5})?\*?$/));
    fc.assert(
      fc.property(text, fc.constantFrom(',', '.', ',.', '.,'), (given, of) => {
        const bytes = Buffer.from(`;${given};`);
        const fast = blank();
        if (!readPlainValue(bytes, 1, bytes.length - 1, style(of), fast)) return;
        const slow = blank();
        expect(readValueText(given, style(of), slow)).toBeNull();
        expect(fast).toEqual(slow);
        expect(plainText(fast.units, fast.scale, fast.flags, style(of))).toBe(given);
      }),
      { seed: 8, numRuns: 3000 },
    );
  });
});
