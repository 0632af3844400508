import { comparePeriods, type Period } from '../danish/index.ts';
import { exitCode, UserError } from '../errors.ts';
import { isRegionCode } from '../municipalities/index.ts';
import type { Catalogue } from './catalogue.ts';
import { allProblems, checkedDataset } from './checked-dataset.ts';
import type { Dataset } from './dataset.ts';
import type { Figure } from './figure.ts';
import { comparePlaces } from './place.ts';
import { renderSome, stopsEverything } from './problems.ts';
import { type DatasetFiles, Folder, realFiles } from './read/files.ts';
import type { Problem } from './rules/rule.ts';
import { shownPeriod, type Table, type WrongRow } from './table/table.ts';
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
  const indicators = new Lookup(tables.indicators);
  const ofRegions = new Lookup(tables.indicators.regions);
  const indicatorsOf = (code: string): Lookup => (isRegionCode(code) ? ofRegions : indicators);
  const keyFigures = new Lookup(tables.keyFigures);
  const { errors, ofAll } = checked.withoutRows;
  return {
    info,
    problems,
    checkProblems,
    subjectProblems: (subject) => [...new Set([errors.get(subject) ?? [], ofAll].flat())],
    indicator: (code, id, year) => indicatorsOf(code).figure(code, id, String(year)),
    keyFigure: (subject, id, { code }) => keyFigures.figure(subject, id, code),
    newestYear: (ids, notAfter) => {
      const newest = tables.indicators.newest(ids, notAfter);
      return newest && yearOf(newest);
    },
    newestPeriod: (id) => shownPeriod(tables.keyFigures, info, id),
    indicatorFaults: (code, id, year) => indicatorsOf(code).faults(code, id, String(year)),
    keyFigureFaults: (subject, id, { code }) => keyFigures.faults(subject, id, code),
    newestYearFaults: (ids, notAfter) => indicators.newestFaults(ids, notAfter),
    newestPeriodFaults: (id) => (info.periods.has(id) ? [] : keyFigures.newestFaults([id])),
  };
}

/** Finds figures of one table, and the wrong rows that may have been meant for them. */
class Lookup {
  readonly #table: Table;
  /** Wrong rows by the series that they are of; those whose series cannot be read by all that they may be meant for. */
  readonly #wrong = new Map<string, WrongRow[]>();

  constructor(table: Table) {
    this.#table = table;
    const all = [...table.series.keys()];
    for (const row of table.wrong) {
      for (const id of row.series === null ? (row.mayBe ?? all) : [row.series]) {
        const rows = this.#wrong.get(id);
        if (rows === undefined) this.#wrong.set(id, [row]);
        else rows.push(row);
      }
    }
  }

  /** The figure of a cell, unless it is in doubt. `time` is a year or a period's code. */
  figure(subject: string, series: string, time: string): Figure | undefined {
    const figure = this.#find(subject, series, time);
    return figure !== undefined && this.#table.isUsable(figure) ? figure : undefined;
  }

  /**
   * Problems of the wrong rows that may have been meant for the cell, unless it has a figure. A row whose series cannot
   * be read counts only while no row at all is of the cell: it may as well be of a series that no report shows.
   */
  faults(subject: string, series: string, time: string): readonly Problem[] {
    if (this.#table.wrong.length === 0) return [];
    const figure = this.#find(subject, series, time);
    if (figure !== undefined && this.#table.isUsable(figure)) return [];
    const fitting = (this.#wrong.get(series) ?? []).filter(
      (row) => (row.subject ?? subject) === subject && (row.time?.code ?? time) === time,
    );
    const own = fitting.filter(isOfSeries);
    const hasRow = figure !== undefined || own.some((row) => row.subject === subject && row.time?.code === time);
    return problemsOf(hasRow ? own : [...own, ...fitting.filter((row) => !isOfSeries(row))]);
  }

  /**
   * Problems of the wrong rows of these series that would have set a newer time than the newest, had they been right.
   * One row of a series that no template knows must not stop all reports, so those are not among them; rows whose time
   * cannot be read are, while nobody has a number at all or while they are half as many as the newest figures.
   */
  newestFaults(series: readonly string[], notAfter = Number.POSITIVE_INFINITY): readonly Problem[] {
    if (this.#table.wrong.length === 0) return [];
    const newest = this.#table.newest(series, notAfter);
    const isNewer = (time: Period): boolean =>
      yearOf(time) <= notAfter && (newest === undefined || comparePeriods(time, newest) > 0);
    const rows = series.flatMap((id) => this.#wrong.get(id) ?? []).filter(isOfSeries);
    const atNewest = series.flatMap((id) =>
      [...this.#table.figuresOf(id).values()].filter((of) => newest && of.has(newest)),
    );
    const areMany = rows.filter(({ time, likelyTime }) => (time ?? likelyTime) === null).length * 2 >= atNewest.length;
    const mayBeNewer = ({ time, likelyTime }: WrongRow): boolean => {
      const meant = time ?? likelyTime;
      return meant === null ? newest === undefined || areMany : isNewer(meant);
    };
    return problemsOf(rows.filter((row) => row.mayBeNumber && mayBeNewer(row)));
  }

  #find(subject: string, series: string, time: string): Figure | undefined {
    const known = this.#table.times.find(time);
    return known && this.#table.find(subject, series, known);
  }
}

const isOfSeries = (row: WrongRow): boolean => row.series !== null;

const problemsOf = (rows: readonly WrongRow[]): Problem[] =>
  rows.flatMap((row) => row.problems).sort((a, b) => comparePlaces(a.place, b.place));
