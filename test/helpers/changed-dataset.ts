import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './command.ts';

type WhenDone = Parameters<typeof temporaryFolder>[0];

export const shippedDataset = 'fixtures/juni-2026';

/** A copy of the shipped dataset, or of another, with one file changed. */
export function datasetWith(
  file: string,
  change: (text: string) => string,
  { whenDone, of = shippedDataset }: { readonly whenDone?: WhenDone; readonly of?: string } = {},
): string {
  const folder = temporaryFolder(whenDone);
  cpSync(of, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

/** A copy of the shipped dataset with the rows of the country, Glostrup and Herlev alone, which is read much faster. */
export function smallDataset(whenDone?: WhenDone): string {
  const folder = temporaryFolder(whenDone);
  cpSync(shippedDataset, folder, { recursive: true });
  for (const file of ['indikatorer.csv', 'noegletal.csv']) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), text.replace(/^(?!kommunekode|000|16[13]).*\n/gm, ''));
  }
  return folder;
}
