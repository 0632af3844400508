import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './command.ts';

export const shippedDataset = 'fixtures/juni-2026';

/** A copy of the shipped dataset with one file changed. */
export function datasetWith(
  file: string,
  change: (text: string) => string,
  whenDone?: Parameters<typeof temporaryFolder>[0],
): string {
  const folder = temporaryFolder(whenDone);
  cpSync(shippedDataset, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}
