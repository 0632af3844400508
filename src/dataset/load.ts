import { exitCode, UserError } from '../errors.ts';
import type { Catalogue } from './catalogue.ts';
import { allProblems, checkedDataset } from './checked-dataset.ts';
import type { Dataset } from './dataset.ts';
import { renderSome, stopsEverything } from './problems.ts';
import { type DatasetFiles, Folder, realFiles } from './read/files.ts';
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

/**
 * Reads and checks the dataset in `folder`. Wrong rows do not stop it: `Dataset` tells which cells they concern.
 * Throws `UserError` (66) when the folder is not there or holds no dataset, and `DataError` (65) when a problem
 * stops everything.
 */
export async function loadDataset(
  folder: string,
  catalogue: Catalogue,
  { files = realFiles, former }: { readonly files?: DatasetFiles; readonly former?: string | undefined } = {},
): Promise<Dataset> {
  const checked = await checkedDataset(
    new Folder(folder, files),
    catalogue,
    'shown',
    former === undefined ? undefined : new Folder(former, files),
  );
  const { info, tables, problems, checkProblems } = checked;
  const all = allProblems(checked);
  if (info === null || all.some(stopsEverything)) throw new DataError(all);
  const { indicators, keyFigures } = tables;
  const { errors, ofAll } = checked.withoutRows;
  return {
    info,
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
