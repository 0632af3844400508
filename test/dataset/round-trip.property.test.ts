import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/index.ts';
import { catalogue } from './support/catalogue.ts';
import { cells, described, figureOf } from './support/dataset-model.ts';
import { memoryFiles } from './support/memory-files.ts';
import { styles, writeDataset } from './support/write-dataset.ts';

describe('a valid dataset', () => {
  it('survives writing and reading in every encoding and style', async () => {
    await fc.assert(
      fc.asyncProperty(cells(), styles, fc.integer({ min: 1, max: 300 }), async (all, style, chunk) => {
        const files = memoryFiles(writeDataset(all, style), chunk);
        const dataset = await loadDataset('data', catalogue, { files });
        expect(dataset.problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
        for (const cell of all) expect(described(figureOf(dataset, cell))).toBe(described(cell));
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});
