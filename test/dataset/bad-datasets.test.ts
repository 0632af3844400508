import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectionText } from '../../src/cli/commands/validate.ts';
import { inspectDataset } from '../../src/dataset/index.ts';
import { smallCatalogue } from './support/catalogue.ts';

const ROOT = join(import.meta.dirname, '..', 'bad-datasets');
const GOLDEN = 'forventet.txt';

// A folder is a test: forventet.txt is what `valider` says of it. A missing one is made at home, never in CI.
describe('test/bad-datasets', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  it.each(folders.map((folder) => folder.name).sort())('%s', async (name) => {
    const folder = join(ROOT, name);
    const said = inspectionText(await inspectDataset(folder, smallCatalogue));
    const golden = join(folder, GOLDEN);
    if (!existsSync(golden) && process.env['CI'] === undefined) writeFileSync(golden, said);
    expect(said).toBe(readFileSync(golden, 'utf8'));
  });
});
