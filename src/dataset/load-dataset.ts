import type { Catalogue } from './catalogue.ts';
import { checkedDataset } from './checked-dataset.ts';
import { DataError } from './data-error.ts';
import type { Dataset } from './dataset.ts';
import { type DatasetFiles, realFiles } from './read/files.ts';
import { readDataset } from './read-dataset.ts';

export interface LoadOptions {
  /** Keep only the figures of these subjects and of the whole country; all rows are checked all the same. */
  readonly subjects?: ReadonlySet<string>;
  readonly files?: DatasetFiles;
}

/**
 * Reads and checks the dataset in `folder`. Wrong rows do not stop it: `Dataset` tells which cells they concern.
 * Throws `UserError` (66) when the folder is not there or holds no dataset, and `DataError` (65) when a fault is structural.
 */
export async function loadDataset(folder: string, catalogue: Catalogue, options: LoadOptions = {}): Promise<Dataset> {
  const { info, tables, problems } = await readDataset(folder, catalogue, options.files ?? realFiles, options.subjects);
  const sorted = problems.sorted();
  if (info === null || sorted.some((problem) => problem.structural)) throw new DataError(sorted);
  return checkedDataset(info, sorted, tables);
}
