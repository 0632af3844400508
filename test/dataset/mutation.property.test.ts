import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, type Problem, stopsEverything } from '../../src/dataset/index.ts';
import { tries } from '../helpers/tries.ts';
import { type Cell, cells, described, figureOf, keyOf } from './support/dataset-model.ts';
import { loadOrProblems } from './support/memory-files.ts';
import { referenceFigures } from './support/reference-reader.ts';
import { type Style, styles, writeDataset } from './support/write-dataset.ts';

type Mutation = (bytes: Buffer, at: number, value: number) => Buffer;

const lines = (bytes: Buffer): string[] => bytes.toString('latin1').split(/(?<=\r\n|\n|\r(?!\n))/);
const joined = (parts: readonly string[]): Buffer => Buffer.from(parts.join(''), 'latin1');
const changedLines =
  (change: (all: string[], at: number) => string[]): Mutation =>
  (bytes, at) => {
    const all = lines(bytes);
    return joined(change(all, at % all.length));
  };

const mutations: Readonly<Record<string, Mutation>> = {
  flip: (bytes, at, value) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 << (value % 8));
    return copy;
  },
  replace: (bytes, at, value) => Buffer.concat([bytes.subarray(0, at), Buffer.from([value]), bytes.subarray(at + 1)]),
  insert: (bytes, at, value) => Buffer.concat([bytes.subarray(0, at), Buffer.from([value]), bytes.subarray(at)]),
  quote: (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.from('"'), bytes.subarray(at)]),
  remove: (bytes, at, value) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + (value % 4))]),
  cutFile: (bytes, at) => bytes.subarray(0, at),
  cutLine: changedLines((all, at) =>
    all.map((line, i) => (i === at ? line.slice(0, Math.floor(line.length / 2)) : line)),
  ),
  shortenLine: changedLines((all, at) => all.map((line, i) => (i === at ? line.replace(/;[^;]*$/, '\n') : line))),
  doubleLine: changedLines((all, at) => all.flatMap((line, i) => (i === at ? [line, line] : [line]))),
  swapLines: changedLines((all, at) => [
    ...all.slice(0, at),
    ...all.slice(at + 1, at + 2),
    all[at] ?? '',
    ...all.slice(at + 2),
  ]),
  swapFields: changedLines((all, at) =>
    all.map((line, i) => (i === at ? line.replace(/^([^;\r\n]*);([^;\r\n]*)/, '$2;$1') : line)),
  ),
};

/** The styles that the reference reader knows: it is there to judge mutations, not styles. */
const plainStyles: fc.Arbitrary<Style> = styles.map((style) => ({
  ...style,
  separator: ';',
  separatorLine: false,
  decimal: ',',
  thousands: '',
  blank: style.blank === '' ? '' : ' ',
  packed: false,
}));

const placed = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity !== 'info');

/** Fails when a figure changed without a word and a second reader does not see it changed too. */
function expectNoSilentChange(all: readonly Cell[], result: Dataset, mutated: Buffer): void {
  const reference = referenceFigures(mutated, 'indikatorer');
  for (const cell of all) {
    const now = described(figureOf(result, cell));
    if (now === described(cell) || (now === 'none' && placed(result.problems))) continue;
    expect(now).toBe(reference?.get(keyOf(cell)) ?? 'none');
  }
  for (const [key, text] of reference ?? []) {
    const [, subject = '', id = '', time = ''] = key.split(' ');
    const now = result.indicator(subject, id, Number(time));
    if (now !== undefined && !text.includes('|')) expect(described(now)).toBe(text);
  }
}

describe('a damaged file', () => {
  it.each(Object.keys(mutations))('gives the same figures or a problem with a place: %s', async (name) => {
    const mutate = mutations[name] as Mutation;
    const where = fc.record({ at: fc.nat(), value: fc.nat(255), chunk: fc.constantFrom(50, 65_536) });
    await fc.assert(
      fc.asyncProperty(cells(12), plainStyles, where, async (all, style, { at, value, chunk }) => {
        const own = all.filter(({ table }) => table === 'indikatorer');
        const files = writeDataset(own, style);
        const bytes = files['indikatorer.csv'] as Buffer;
        const mutated = mutate(bytes, at % bytes.length, value);
        const result = await loadOrProblems({ ...files, 'indikatorer.csv': mutated }, { chunk });
        if ('info' in result) expectNoSilentChange(own, result, mutated);
        else
          expect(result.some((problem) => stopsEverything(problem) && problem.place.file === 'indikatorer.csv')).toBe(
            true,
          );
      }),
      { seed: 5, numRuns: tries(40, 120) },
    );
  });

  it('never crashes or hangs, whatever the bytes are', async () => {
    const names = ['sep=', 'kommunekode', 'indikator', 'aar', 'vaerdi'];
    const piece = fc.constantFrom(...names, ';', '"', '\n', '\r', '161', '1.1', '2024', '-', ' ', 'æ');
    const file = fc.constantFrom('indikatorer.csv', 'noegletal.csv', 'datasaet.json');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, file, async (given, name) => {
        await loadOrProblems({ [name]: Buffer.from(given) });
      }),
      { seed: 6, numRuns: tries(200, 600) },
    );
  });
});
