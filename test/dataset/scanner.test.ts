import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncodingWatch } from '../../src/dataset/read/encoding.ts';
import { Scanner } from '../../src/dataset/read/scanner.ts';

/** All records of `bytes`, pushed in chunks of `size`; null when the scanner finds a fault. */
function scan(bytes: Buffer, size: number): string[][] | null {
  const scanner = new Scanner();
  const watch = new EncodingWatch();
  const records: string[][] = [];
  const drain = (): void => {
    scanner.encoding = watch.encoding;
    while (scanner.next()) records.push(Array.from({ length: scanner.count }, (_, i) => scanner.text(i)));
  };
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    watch.see(chunk, false);
    scanner.push(chunk);
    drain();
  }
  watch.see(new Uint8Array(0), true);
  scanner.finish();
  drain();
  return scanner.fault === null ? records : null;
}

const cell = fc.stringMatching(/^[a-zæøåÆ0-9 ;"\n,.\u00a0\u202f–€😀-]{0,8}$/u);
const trim = (text: string): string =>
  text.replace(/^[ \t\u00a0\u2007\u2009\u202f]+|[ \t\u00a0\u2007\u2009\u202f]+$/g, '');
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const needsQuotes = (text: string): boolean => /[;"\r\n]/.test(text);
const chunkSize = fc.integer({ min: 1, max: 40 });

describe('Scanner', () => {
  it('gives back what was written, whatever the line ends, quotes and chunks', () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const style = fc.record({ eol: fc.constantFrom('\n', '\r\n', '\r'), all: fc.boolean(), last: fc.boolean() });
    fc.assert(
      fc.property(table, style, chunkSize, (rows, { eol, all, last }, size) => {
        const line = (row: string[]): string =>
          row.map((text) => (all || needsQuotes(text) ? quote(text) : text)).join(';');
        const ends = last || line(rows.at(-1) ?? []) === '';
        const bytes = Buffer.from(rows.map(line).join(eol) + (ends ? eol : ''));
        expect(scan(bytes, size)).toEqual(rows.map((row) => row.map(trim)));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('agrees with csv-parse on any text that csv-parse takes', () => {
    const text = fc.stringMatching(/^[ab1;"\n]{0,40}$/);
    fc.assert(
      fc.property(text, chunkSize, (csv, size) => {
        const records = scan(Buffer.from(csv), size);
        const oracle = oracleOf(csv);
        // csv-parse refuses a quote inside an unquoted field, which is a plain character here.
        if (oracle !== null) expect(records).toEqual(oracle);
        if (records === null) expect(oracle).toBeNull();
      }),
      { seed: 2, numRuns: 1500 },
    );
  });

  it('finds lines and columns in characters', () => {
    const scanner = new Scanner();
    scanner.push(Buffer.from('æ;😀;x\n"a\nb";  y;"z"\n'));
    scanner.finish();
    scanner.next();
    expect([0, 1, 2].map((field) => scanner.columnOf(field))).toEqual([1, 3, 6]);
    scanner.next();
    expect([0, 1, 2].map((field) => [scanner.lineOf(field), scanner.columnOf(field)])).toEqual([
      [2, 1],
      [3, 6],
      [3, 8],
    ]);
  });

  it('refuses a line without end in bounded memory', () => {
    const scanner = new Scanner();
    const chunk = Buffer.alloc(65_536, 0x61);
    for (let i = 0; i < 100 && scanner.fault === null; i++) {
      scanner.push(chunk);
      scanner.next();
    }
    expect(scanner.fault).toBe('long');
    expect(scanner.buffer.length).toBeLessThan(1_000_000);
  });
});

function oracleOf(csv: string): string[][] | null {
  try {
    const options = { delimiter: ';', relax_column_count: true, record_delimiter: ['\n'] };
    return parse(csv, options) as string[][];
  } catch {
    return null;
  }
}
