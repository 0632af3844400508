import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDataset } from '../../src/dataset/read-dataset.ts';
import type { Table } from '../../src/dataset/table/table.ts';
import { catalogue } from './support/catalogue.ts';
import { memoryFiles } from './support/memory-files.ts';

/** More columns than are passed over, or read in blocks: every row is read by itself. */
const WIDE = Array.from({ length: 12 }, (_, i) => `;x${i}`).join('');
const tables = {
  indikatorer: { header: 'kommunekode;indikator;aar;vaerdi;kilde', series: ['1.1', '1.2', '8.1'] },
  noegletal: { header: 'kommunekode;noegletal;periode;vaerdi;kilde', series: ['1', '4', '5'] },
} as const;
const times = { indikatorer: ['2012', '2013', '2024'], noegletal: ['2025-12-31', '2025K2', '2024M01-2025M12'] };

/** Values that are right for some series only, for all, or for none. */
const values = [
  '5',
  '0',
  '100',
  '2,5',
  '100,00',
  '100,01',
  '101',
  '-3',
  '-0,80',
  '-0',
  '-0,0',
  '-100',
  '-101',
  '74,0*',
];
const texts = [
  '',
  '-',
  '.',
  '..',
  '...',
  '....',
  '-*',
  '..*',
  '05',
  '1.234',
  '1e3',
  'x',
  '"5"',
  ' 5',
  '1234567890123456',
];
const rare = {
  subject: fc.constantFrom('999', '0101', 'x', '', '"101"'),
  series: fc.constantFrom('9.9', '11', '1x1', '', '1', '1.1'),
  time: fc.constantFrom('2014', '2030', '2025Q2', '2026M01', 'x', ''),
  provenance: fc.constantFrom('', 'Officiel', 'ukendt', 'beregnet;x', 'æ'),
};

const usually = (usual: fc.Arbitrary<string>, other: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 100, arbitrary: usual }, { weight: 1, arbitrary: other });

function rowsOf(name: keyof typeof tables): fc.Arbitrary<readonly string[]> {
  const row = fc.tuple(
    usually(fc.constantFrom('101', '161', '169', '400'), rare.subject),
    usually(fc.constantFrom(...tables[name].series), rare.series),
    usually(fc.constantFrom(...times[name]), rare.time),
    fc.oneof({ weight: 20, arbitrary: fc.constantFrom('5', '0', '..') }, fc.constantFrom(...values, ...texts)),
    usually(fc.constantFrom('officiel', 'eksempel', 'beregnet'), rare.provenance),
  );
  return fc
    .array(row, { maxLength: 80 })
    .map((rows) => rows.sort(([a], [b]) => (a < b ? -1 : 1)).map((r) => r.join(';')));
}

/** Rows of the whole country, from which is learnt what may be passed over. */
const country = (name: keyof typeof tables): string[] =>
  tables[name].series.flatMap((id, i) =>
    times[name].slice(0, i === 0 ? 1 : 2).map((time) => `000;${id};${time};7;officiel`),
  );

interface Given {
  readonly name: keyof typeof tables;
  readonly rows: readonly string[];
  readonly end: string;
  readonly chunk: number;
}

async function read({ name, rows, end, chunk }: Given, wide: string): Promise<unknown> {
  const lines = [tables[name].header, ...country(name), ...rows].map((line) => line + wide + end);
  const files = memoryFiles({ [`${name}.csv`]: lines.join('') }, chunk);
  const { tables: found, problems } = await readDataset('data', catalogue, files, new Set(['161']));
  const told = problems.sorted().filter(({ rule }) => rule !== 'ekstra-kolonne');
  const places = told.map(({ rule, place, message }) => [rule, place.line, rule === 'antal-felter' ? '' : message]);
  return [places, tableOf(found.indicators), tableOf(found.keyFigures)];
}

const tableOf = ({ counted, measured, store, times: of }: Table): unknown => [
  [...counted],
  measured.map((set) => [...set].map((time) => of.text(time))),
  Array.from({ length: store.size }, (_, row) => store.figure(row)),
];

describe('rows of subjects that are not kept', () => {
  it.each([
    'indikatorer',
    'noegletal',
  ] as const)('tell in %s just what they tell when read one by one', async (name) => {
    const given = fc.record({
      name: fc.constant(name),
      rows: rowsOf(name),
      end: fc.constantFrom('\n', '\r\n'),
      chunk: fc.constantFrom(100, 300, 350, 1000),
    });
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        expect(await read(one, '')).toEqual(await read(one, WIDE));
      }),
      { seed: 12, numRuns: 600 },
    );
  });

  it('are still refused when nobody knows their subject', async () => {
    const rows = ['101', '169', '400', '999'].flatMap((code) =>
      [2012, 2013].map((year) => `${code};1.1;${year};5;officiel`),
    );
    const given: Given = { name: 'indikatorer', rows, end: '\n', chunk: 250 };
    expect(await read(given, '')).toEqual(await read(given, WIDE));
  });

  it('tell of a newer time of a series even when only another series had it before', async () => {
    const usual = ['101', '169'].flatMap((code) => ['1.1', '1.2'].map((id) => `${code};${id};2012;5;officiel`));
    const rows = [...usual, '400;1.1;2012;5;officiel', '400;1.1;2013;5;officiel', '400;1.2;2012;5;officiel'];
    const given: Given = { name: 'indikatorer', rows, end: '\n', chunk: 250 };
    const [, indicators] = (await read(given, '')) as [unknown, [unknown, string[][]]];
    expect(indicators[1][0]).toContain('2013');
    expect(await read(given, '')).toEqual(await read(given, WIDE));
  });
});
