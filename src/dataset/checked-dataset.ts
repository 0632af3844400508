import type { Period } from '../danish/index.ts';
import type { Dataset, DatasetInfo } from './dataset.ts';
import type { Figure } from './figure.ts';
import type { Problem } from './problem.ts';
import { comparePlaces } from './problems.ts';
import { latest, type Table, type WrongRow } from './table/table.ts';
import type { Periods } from './table/times.ts';

/** The tables of a dataset that have been read, and how to find things in them. */
export interface Tables {
  readonly indicators: Table;
  readonly keyFigures: Table;
  readonly periods: Periods;
}

/** A dataset over tables that were read without a structural fault. */
export function checkedDataset(info: DatasetInfo, problems: readonly Problem[], tables: Tables): Dataset {
  const indicators = new Lookup(tables.indicators);
  const keyFigures = new Lookup(tables.keyFigures);
  const period = (index: number): Period | undefined => tables.periods.all[index];
  const indexOf = (of: Period): number => tables.periods.indexOf(of, false);
  const newestYear = remembered((ids, notAfter) => indicators.newest(ids, notAfter));
  const newestTime = remembered((ids) => keyFigures.newest(ids));
  const newestYearFaults = remembered((ids, notAfter) => indicators.newestFaults(ids, notAfter));
  const newestPeriodFaults = remembered((ids) => keyFigures.newestFaults(ids));
  return {
    info,
    problems,
    indicator: (subject, id, year) => indicators.figure(subject, id, year),
    keyFigure: (subject, id, of) => keyFigures.figure(subject, id, indexOf(of)),
    newestYear,
    newestPeriod: (id) => {
      const newest = newestTime([id]);
      return newest === undefined ? undefined : period(newest);
    },
    indicatorFaults: (subject, id, year) => indicators.faults(subject, id, year),
    keyFigureFaults: (subject, id, of) => keyFigures.faults(subject, id, indexOf(of)),
    newestYearFaults,
    newestPeriodFaults: (id) => newestPeriodFaults([id]),
  };
}

/** `find`, asked once for each question: the dataset does not change, and all reports ask for the same newest times. */
function remembered<T>(find: (ids: readonly string[], notAfter?: number) => T): typeof find {
  const answers = new Map<string, T>();
  return (ids, notAfter) => {
    const question = `${notAfter}:${ids.join(' ')}`;
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as T;
    const answer = find(ids, notAfter);
    answers.set(question, answer);
    return answer;
  };
}

/** Finds figures and wrong rows of one table by codes and ids. */
class Lookup {
  readonly #table: Table;
  readonly #subjects: ReadonlyMap<string, number>;
  readonly #series: ReadonlyMap<string, number>;
  /** Wrong rows by the series that they are of. */
  readonly #wrong: ReadonlyMap<number, readonly WrongRow[]>;
  /** Wrong rows whose series cannot be read, by those that they may have been meant for. */
  readonly #astray: ReadonlyMap<number, readonly WrongRow[]>;

  constructor(table: Table) {
    this.#table = table;
    this.#subjects = new Map(table.codes.map((code, i) => [code, i]));
    this.#series = new Map(table.series.map(({ id }, i) => [id, i]));
    const { wrong, series } = table;
    this.#wrong = grouped(wrong, (row) => (row.series < 0 ? [] : [row.series]));
    this.#astray = grouped(wrong, (row) => (row.series < 0 ? (row.mayBe ?? series.keys()) : []));
  }

  figure(subject: string, id: string, time: number): Figure | undefined {
    const row = this.#row(subject, id, time);
    return row >= 0 ? this.#table.store.figure(row) : undefined;
  }

  /** The newest time with a number, of any subject and any of the series; years may be bounded. */
  newest(ids: readonly string[], notAfter?: number): number | undefined {
    const times = ids.flatMap((id) => [...(this.#table.measured[this.#series.get(id) ?? -1] ?? [])]);
    const newest = latest(this.#table, times, notAfter);
    return newest < 0 ? undefined : newest;
  }

  /**
   * Problems of the wrong rows that may have been meant for the cell, unless it has a figure. A row whose series cannot
   * be read counts only while no row at all is of the cell: it may as well be of a series that no report shows.
   */
  faults(subject: string, id: string, time: number): readonly Problem[] {
    if (this.#table.wrong.length === 0) return [];
    const [code, series] = [this.#subjects.get(subject) ?? -1, this.#series.get(id) ?? -1];
    const row = code < 0 || series < 0 || time < 0 ? -1 : this.#table.store.find(code, series, time);
    if (row >= 0 && this.#table.store.usable(row)) return [];
    const fits = (part: number, wanted: number): boolean => part < 0 || part === wanted;
    const fitting = (rows: readonly WrongRow[] = []): WrongRow[] =>
      rows.filter((wrong) => fits(wrong.subject, code) && fits(wrong.time, time));
    const own = fitting(this.#wrong.get(series));
    const hasRow = row >= 0 || own.some((wrong) => wrong.subject === code && wrong.time === time);
    return problemsOf(hasRow ? own : [...own, ...fitting(this.#astray.get(series))]);
  }

  /**
   * Problems of the wrong rows of these series that would have set a newer time than `newest`, had they been right. One
   * row of a series that no template knows must not stop all reports, so those are not among them.
   */
  newestFaults(ids: readonly string[], notAfter = Number.POSITIVE_INFINITY): readonly Problem[] {
    if (this.#table.wrong.length === 0) return [];
    const { times } = this.#table;
    const newest = this.newest(ids, notAfter);
    const after = newest === undefined ? Number.NEGATIVE_INFINITY : times.order(newest);
    const couldMove = ({ countable, time }: WrongRow): boolean =>
      countable && time >= 0 && times.order(time) > after && times.order(time) <= notAfter;
    return problemsOf(ids.flatMap((id) => (this.#wrong.get(this.#series.get(id) ?? -1) ?? []).filter(couldMove)));
  }

  #row(subject: string, id: string, time: number): number {
    const code = this.#subjects.get(subject);
    const series = this.#series.get(id);
    if (code === undefined || series === undefined || time < 0) return -1;
    const row = this.#table.store.find(code, series, time);
    return row >= 0 && this.#table.store.usable(row) ? row : -1;
  }
}

/** Rows by the series that `seriesOf` gives for each. */
function grouped(
  rows: readonly WrongRow[],
  seriesOf: (row: WrongRow) => Iterable<number>,
): ReadonlyMap<number, readonly WrongRow[]> {
  const groups = new Map<number, WrongRow[]>();
  for (const row of rows) {
    for (const series of seriesOf(row)) {
      const group = groups.get(series);
      if (group === undefined) groups.set(series, [row]);
      else group.push(row);
    }
  }
  return groups;
}

const problemsOf = (rows: readonly WrongRow[]): Problem[] =>
  rows.flatMap((row) => row.problems).sort((a, b) => comparePlaces(a.place, b.place));
