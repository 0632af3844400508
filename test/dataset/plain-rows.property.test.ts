import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../src/dataset/index.ts';
import { catalogue } from './support/catalogue.ts';
import { memoryFiles } from './support/memory-files.ts';

const field = {
  subject: fc.constantFrom('161', '161', '101', '000', '0161', ' 492', '"161"', '999', 'æ', ''),
  series: fc.constantFrom('1.1', '1.1', '1.2', '8.1', '9.1x', '12345678.1', '2345678.1', ''),
  time: fc.constantFrom('2012', '2013', '2014', '2024', '2030', 'x'),
  value: fc.constantFrom('5', '5', '-3', '101', '100', '2,5', '2,0', '..', '.', '', '-', '74,0*', '1.234', 'x', '"5"'),
  provenance: fc.constantFrom('', 'officiel', 'officiel', 'Eksempel', 'beregnet', 'xofficiel', '\u00a0beregnet'),
};
const row = fc
  .tuple(field.subject, field.series, field.time, field.value, field.provenance)
  .map((fields) => fields.join(';'));
const plainRow = fc
  .tuple(fc.constantFrom('161', '101'), fc.constantFrom('1.1', '8.1'), fc.integer({ min: 1800, max: 2026 }))
  .map(([subject, series, year]) => `${subject};${series};${year};${year % 100};officiel`);

/** More columns than are read in blocks, so that every row is read by itself. */
const WIDE = Array.from({ length: 12 }, (_, i) => `;x${i}`).join('');

interface Reading {
  readonly rows: readonly string[];
  readonly end: string;
  readonly chunk: number;
  readonly wide: string;
  readonly subjects: ReadonlySet<string> | undefined;
}

async function read({ rows, end, chunk, wide, subjects }: Reading): Promise<unknown> {
  const lines = ['kommunekode;indikator;aar;vaerdi;kilde', ...rows].map((line) => line + wide + end);
  const files = memoryFiles({ 'indikatorer.csv': lines.join('') }, chunk);
  return told(await loadDataset('data', catalogue, subjects === undefined ? { files } : { files, subjects }));
}

function told(dataset: Dataset): unknown {
  const ids = ['1.1', '1.2', '8.1'];
  const figures = ['000', '101', '161', '492'].flatMap((code) =>
    ids.flatMap((id) => Array.from({ length: 230 }, (_, i) => dataset.indicator(code, id, 1800 + i)).filter(Boolean)),
  );
  const problems = dataset.problems.filter(({ rule }) => rule !== 'ekstra-kolonne');
  return { figures, problems, newest: ids.map((id) => dataset.newestYear([id])) };
}

describe('rows read in blocks', () => {
  it('are taken just as rows read one by one, odd ones among them', async () => {
    const reading = fc.record({
      rows: fc.array(fc.oneof(row, plainRow), { maxLength: 60 }),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      chunk: fc.constantFrom(7, 100, 65_536),
      subjects: fc.constantFrom(undefined, new Set(['161'])),
    });
    await fc.assert(
      fc.asyncProperty(reading, async (given) => {
        expect(await read({ ...given, wide: '' })).toEqual(await read({ ...given, wide: WIDE }));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('are the same when there are more than a block holds', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `161;${1 + (i % 2)}.1;${1800 + (i % 227)};${i % 100};officiel`);
    const given = { rows, end: '\n', chunk: 1000, subjects: undefined };
    expect(await read({ ...given, wide: '' })).toEqual(await read({ ...given, wide: WIDE }));
  });
});
