import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../helpers/tries.ts';
import { cells, described, figureOf } from './support/dataset-model.ts';
import { load } from './support/memory-files.ts';
import { styles, writeDataset } from './support/write-dataset.ts';

describe('a valid dataset', () => {
  it('survives writing and reading in every encoding and style', async () => {
    await fc.assert(
      fc.asyncProperty(cells(), styles, fc.integer({ min: 1, max: 300 }), async (all, style, chunk) => {
        const dataset = await load(writeDataset(all, style), { chunk });
        expect(dataset.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
        for (const cell of all) expect(described(figureOf(dataset, cell))).toBe(described(cell));
      }),
      { seed: 4, numRuns: tries(50, 150) },
    );
  });
});
