import { clean } from '../danish/index.ts';
import { exitCode, UserError, withPlace } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { Checked } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { seriesNumbers } from './checks/series-numbers.ts';
import { subjectsLackingRows, type WithoutRows } from './checks/without-rows.ts';
import { suspicionsIn } from './checks/wrong-columns.ts';
import type { Dataset, DatasetInfo } from './dataset.ts';
import { isAccepted } from './declaration.ts';
import { limits } from './limits.ts';
import { comparePlaces } from './place.ts';
import { renderSome, stopsEverything } from './problems.ts';
import { type DatasetFiles, Folder, realFiles } from './read/files.ts';
import { readTables, type Tables } from './read-tables.ts';
import { missingFile } from './rules/files.ts';
import type { FormerFolder } from './rules/former.ts';
import type { Problem } from './rules/rule.ts';
import { shownPeriod } from './table/table.ts';
import { yearOf } from './table/times.ts';

/** Problems that stop everything (code 65): nothing of the dataset can be trusted. The message lists the first. */
export class DataError extends UserError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(exitCode.data, renderSome(problems));
    this.name = 'DataError';
    this.problems = problems;
  }
}

interface LoadOptions {
  /** Where files are read from. */
  readonly files?: DatasetFiles;
  /** The folder of the edition before that the user names, else what `datasaet.json` says. */
  readonly former?: FormerFolder | undefined;
  /** It is that of the edition before, and was checked then: only what cannot be read stops it. */
  readonly isFormer?: boolean;
}

/**
 * Reads and checks the dataset in `folder`. Wrong rows do not stop it: `Dataset` tells which cells they concern.
 * Throws `UserError` (66) when the folder, or the one that the user names as the former, is not there or holds no dataset;
 * `DataError` (65) when a problem stops everything, and `UserError` (65) when one stops the named former.
 */
export async function loadDataset(folder: string, catalogue: Catalogue, options: LoadOptions = {}): Promise<Dataset> {
  const { info, former, tables, problems, checkProblems, all, withoutRows } = await checkedDataset(
    folder,
    catalogue,
    'shown',
    options,
  );
  if (info === null || all.some(stopsEverything)) throw new DataError(all);
  const { indicators, keyFigures } = tables;
  const { errors, ofAll } = withoutRows;
  return {
    info,
    former,
    problems,
    checkProblems,
    subjectProblems: (subject) => [...new Set([errors.get(subject) ?? [], ofAll].flat())],
    indicator: (code, id, year) => indicators.of(code).figure(code, id, String(year)),
    keyFigure: (subject, id, { code }) => keyFigures.figure(subject, id, code),
    newestYear: (ids, notAfter) => {
      const newest = indicators.newest(ids, notAfter);
      return newest && yearOf(newest);
    },
    newestPeriod: (id) => shownPeriod(keyFigures, info, id),
    indicatorFaults: (code, id, year) => indicators.of(code).faults(code, id, String(year)),
    keyFigureFaults: (subject, id, { code }) => keyFigures.faults(subject, id, code),
    newestYearFaults: (ids, notAfter) => indicators.newestFaults(ids, notAfter),
    newestPeriodFaults: (id) => (info.periods.has(id) ? [] : keyFigures.newestFaults([id])),
  };
}

/** A dataset after all its checks. */
interface CheckedDataset {
  readonly folder: Folder;
  readonly info: DatasetInfo | null;
  readonly former: string | null;
  readonly tables: Tables;
  /** Problems of files and rows, sorted by place. */
  readonly problems: readonly Problem[];
  /**
   * What the checks found, in their order; none when a file or mapping is wrong, for it would follow from that. Of a
   * table that is only missing, the other is checked.
   */
  readonly checkProblems: readonly Problem[];
  /** Both, causes before consequences. */
  readonly all: readonly Problem[];
  readonly withoutRows: WithoutRows;
}

/** Reads a dataset and makes the checks: of all `steps` between times, or of those to times that the first page shows. */
export async function checkedDataset(
  path: string,
  catalogue: Catalogue,
  steps: 'all' | 'shown',
  { files = realFiles, former: named, isFormer = false }: LoadOptions,
): Promise<CheckedDataset> {
  const folder = new Folder(path, files);
  const { declaration, info, tables, problems: list } = await readTables(folder, catalogue);
  const missing = list.stopping.filter(({ rule }) => rule.id === missingFile.id).map(({ place }) => place.file);
  const isReadable = declaration !== null && missing.length === list.stopping.length;
  const withoutRows = subjectsLackingRows(tables, catalogue);
  const problems = list.sorted();
  const unchecked = { folder, info, former: null, tables, problems, checkProblems: [], withoutRows };
  if (!isReadable || isFormer) return { ...unchecked, all: inOrder(problems, []) };
  const formerFolder = named ?? (declaration.former === null ? null : { path: declaration.former, option: null });
  const before = named === undefined ? folder.beside(declaration.former ?? '') : new Folder(named.path, files);
  const former = formerFolder === null ? null : await formerSeries(before, catalogue, named !== undefined);
  const isBefore = former !== null && former.edition < declaration.edition;
  const series = seriesNumbers(tables, catalogue);
  const suspicions = suspicionsIn(series, catalogue, steps);
  const asked = { tables, series, catalogue, declaration, withoutRows, suspicions, formerFolder, former };
  const found = checks
    .flatMap((check) => check(asked))
    .filter(({ rule, accept }) => !isAccepted(declaration, rule, accept));
  const checkProblems = found.filter(({ place }) => !missing.includes(place.file)).slice(0, limits.notes);
  const all = inOrder(problems, checkProblems);
  return { ...unchecked, former: isBefore ? before.path : null, checkProblems, all };
}

/**
 * Causes before consequences: mappings that throw figures away and what stops all reports, a file that is cut, then the
 * others by place; but what is missing comes after wrong rows, which may have been meant for it.
 */
function inOrder(problems: readonly Problem[], checkProblems: readonly Problem[]): Problem[] {
  const hasWrongRows = problems.some(({ severity }) => severity === 'error');
  const rank = (problem: Problem): number => {
    const { follows, leads } = problem.rule;
    if (hasWrongRows && follows === 'wrong rows') return 3;
    if (leads === 'all' || (stopsEverything(problem) && checkProblems.length > 0)) return 0;
    return leads === 'rows' ? 1 : 2;
  };
  return [...problems, ...checkProblems].sort((a, b) => rank(a) - rank(b) || comparePlaces(a.place, b.place));
}

/**
 * The series of the dataset of the edition before; null when it cannot be read. Of one that the user names it throws why,
 * as of any other folder that is named.
 */
async function formerSeries(folder: Folder, catalogue: Catalogue, isNamed: boolean): Promise<Checked['former']> {
  try {
    const { info, tables, problems } = await readTables(folder, catalogue);
    if (info === null || problems.stopping.length > 0)
      throw withPlace(`I datasættet ${clean(folder.path, 300)}`, new DataError(problems.sorted()));
    return { edition: info.edition, series: seriesNumbers(tables, catalogue) };
  } catch (error) {
    if (error instanceof UserError && !isNamed) return null;
    throw error;
  }
}
