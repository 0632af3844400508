import type { Catalogue } from '../catalogue.ts';
import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { comparePlaces } from '../problems.ts';
import { type DatasetFiles, realFiles } from '../read/files.ts';
import { readDataset } from '../read-dataset.ts';
import { shownProblems } from '../render.ts';
import { type Excerpt, readExcerpts } from './excerpts.ts';
import { type Summary, summarise } from './summary.ts';
import { plausibilityWarnings } from './warnings.ts';

/** All that `valider` has to tell of a dataset. */
export interface Survey {
  /** All problems, structural ones too, sorted by place. */
  readonly problems: readonly Problem[];
  /** What the dataset holds; null when a structural fault keeps it from being known. */
  readonly summary: Summary | null;
  /** The lines of the problems that are written out, by `excerptKey`. */
  readonly excerpts: ReadonlyMap<string, Excerpt>;
}

/** Reads a dataset for `valider`: nothing is thrown for what is wrong in it, only when the folder is not there (66). */
export async function surveyDataset(
  folder: string,
  catalogue: Catalogue,
  files: DatasetFiles = realFiles,
): Promise<Survey> {
  const { info, tables, problems } = await readDataset(folder, catalogue, files, undefined);
  const usable = info !== null && !problems.structural;
  const found = [
    ...problems.sorted(),
    ...(usable ? plausibilityWarnings(tables, catalogue).slice(0, limits.notes) : []),
  ];
  const sorted = found.sort((a, b) => comparePlaces(a.place, b.place));
  const shown = shownProblems(sorted).map(({ problem }) => problem.place);
  return {
    problems: sorted,
    summary: usable ? summarise(info, tables) : null,
    excerpts: await readExcerpts(folder, files, shown),
  };
}
