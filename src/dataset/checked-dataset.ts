import type { Catalogue } from './catalogue.ts';
import { checks } from './checks/index.ts';
import { limits } from './limits.ts';
import { comparePlaces, type Problem } from './problem.ts';
import type { Folder } from './read/files.ts';
import { type ReadDataset, readDataset } from './read-dataset.ts';

/** A dataset after all its checks. */
export interface CheckedDataset extends Pick<ReadDataset, 'info' | 'tables'> {
  /** Problems of files and rows, sorted by place. */
  readonly problems: readonly Problem[];
  /** What the checks found, in their order; none when a file or mapping is wrong, for it would follow from that. */
  readonly checkProblems: readonly Problem[];
}

/** Reads a dataset and makes the checks. */
export async function checkedDataset(folder: Folder, catalogue: Catalogue): Promise<CheckedDataset> {
  const { declaration, info, tables, problems: list } = await readDataset(folder, catalogue);
  const isReadable = declaration !== null && !list.isStructural;
  const checkProblems = isReadable ? checks.flatMap((check) => check(tables, catalogue, declaration)) : [];
  return { info, tables, problems: list.sorted(), checkProblems: checkProblems.slice(0, limits.notes) };
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
  const rank = ({ rule, structural }: Problem): number => {
    if (hasWrongRows && consequences.has(rule)) return 3;
    if (ofMappings.has(rule) || (structural && checkProblems.length > 0)) return 0;
    if (rule === 'afskaaret') return 1;
    return 2;
  };
  return [...problems, ...checkProblems].sort((a, b) => rank(a) - rank(b) || comparePlaces(a.place, b.place));
}

const ofMappings: ReadonlySet<string> = new Set(['udvalg-uden-traef', 'serie-uden-traef', 'fil-uden-tal']);

/** Rules that wrong rows may be the cause of. */
const consequences: ReadonlySet<string> = new Set([
  'kommune-uden-raekker',
  'manglende-raekke',
  'brudt-serie',
  'ingen-tal',
  'ubrugt',
  'tabel-uden-tal',
  'basisaar-uden-tal',
]);
