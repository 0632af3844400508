import { UserError } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { Checked } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { seriesNumbers } from './checks/series-numbers.ts';
import { suspicionsIn } from './checks/suspicions.ts';
import { subjectsLackingRows, type WithoutRows } from './checks/without-rows.ts';
import type { Declaration } from './declaration.ts';
import { limits } from './limits.ts';
import { comparePlaces } from './place.ts';
import { stopsEverything } from './problems.ts';
import type { Folder } from './read/files.ts';
import { type ReadTables, readTables } from './read-tables.ts';
import { missingFile } from './rules/files.ts';
import type { Problem } from './rules/rule.ts';

/** A dataset after all its checks. */
export interface CheckedDataset extends Pick<ReadTables, 'info' | 'tables'> {
  /** Problems of files and rows, sorted by place. */
  readonly problems: readonly Problem[];
  /**
   * What the checks found, in their order; none when a file or mapping is wrong, for it would follow from that. Of a
   * table that is only missing, the other is checked.
   */
  readonly checkProblems: readonly Problem[];
  readonly withoutRows: WithoutRows;
}

/**
 * Reads a dataset and makes the checks: of all `steps` between times, or of those to times that the first page shows.
 * `former` is the folder of the edition before, else what `datasaet.json` says.
 */
export async function checkedDataset(
  folder: Folder,
  catalogue: Catalogue,
  steps: 'all' | 'shown',
  former?: Folder,
): Promise<CheckedDataset> {
  const { declaration, info, tables, problems: list } = await readTables(folder, catalogue);
  const missing = list.stopping.filter(({ rule }) => rule === missingFile.id).map(({ place }) => place.file);
  const isReadable = declaration !== null && missing.length === list.stopping.length;
  const withoutRows = subjectsLackingRows(tables, catalogue);
  const series = seriesNumbers(tables, catalogue);
  const suspicions = suspicionsIn(series, catalogue, steps);
  const checked = { tables, series, catalogue, withoutRows, suspicions };
  const found = isReadable ? await foundIn(checked, declaration, folder, former) : [];
  const checkProblems = found.filter(({ place }) => !missing.includes(place.file));
  return { info, tables, problems: list.sorted(), checkProblems: checkProblems.slice(0, limits.notes), withoutRows };
}

/**
 * All that is wrong, causes before consequences: mappings that throw figures away and what stops all reports, a file
 * that is cut, then the others by place; but what is missing comes after wrong rows, which may have been meant for it.
 */
export function allProblems({
  problems,
  checkProblems,
}: Pick<CheckedDataset, 'problems' | 'checkProblems'>): Problem[] {
  const hasWrongRows = problems.some(({ severity }) => severity === 'error');
  const rank = (problem: Problem): number => {
    const { follows, leads } = problem.entry;
    if (hasWrongRows && follows === 'wrong rows') return 3;
    if (leads === 'all' || (stopsEverything(problem) && checkProblems.length > 0)) return 0;
    return leads === 'rows' ? 1 : 2;
  };
  return [...problems, ...checkProblems].sort((a, b) => rank(a) - rank(b) || comparePlaces(a.place, b.place));
}

async function foundIn(
  checked: Omit<Checked, 'declaration' | 'former'>,
  declaration: Declaration,
  folder: Folder,
  named: Folder | undefined,
): Promise<Problem[]> {
  const path = named?.path ?? declaration.former;
  const former = path === null ? null : await formerSeries(named ?? folder.beside(path), checked.catalogue);
  return checks.flatMap((check) => check({ ...checked, former, declaration: { ...declaration, former: path } }));
}

/** The series of the dataset of the edition before; null when it cannot be read. */
async function formerSeries(folder: Folder, catalogue: Catalogue): Promise<Checked['former']> {
  try {
    const { info, tables, problems } = await readTables(folder, catalogue);
    return info === null || problems.stopping.length > 0
      ? null
      : { edition: info.edition, series: seriesNumbers(tables, catalogue) };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
