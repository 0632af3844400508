import type { Dataset, DatasetInfo } from './dataset.ts';
import type { Figure } from './figure.ts';
import type { Period } from './period.ts';
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
  return {
    info,
    problems,
    indicator: (subject, id, year) => indicators.figure(subject, id, year),
    keyFigure: (subject, id, of) => keyFigures.figure(subject, id, indexOf(of)),
    newestYear: (ids, notAfter) => indicators.newest(ids, notAfter),
    newestPeriod: (id) => {
      const newest = keyFigures.newest([id]);
      return newest === undefined ? undefined : period(newest);
    },
    indicatorFaults: (subject, id, year) => indicators.faults(subject, id, year),
    keyFigureFaults: (subject, id, of) => keyFigures.faults(subject, id, indexOf(of)),
    newestYearFaults: (ids, notAfter) => indicators.newestFaults(ids, notAfter),
    newestPeriodFaults: (id) => keyFigures.newestFaults([id]),
  };
}

/** Finds figures and wrong rows of one table by codes and ids. */
class Lookup {
  readonly #table: Table;
  readonly #subjects: ReadonlyMap<string, number>;
  readonly #series: ReadonlyMap<string, number>;
  /** Wrong rows by series; -1 holds those whose series cannot be read. */
  readonly #wrong: ReadonlyMap<number, readonly WrongRow[]>;

  constructor(table: Table) {
    this.#table = table;
    this.#subjects = new Map(table.codes.map((code, i) => [code, i]));
    this.#series = new Map(table.series.map(({ id }, i) => [id, i]));
    this.#wrong = bySeries(table.wrong);
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

  /** Problems of the wrong rows that may have been meant for the cell, unless it has a figure. */
  faults(subject: string, id: string, time: number): readonly Problem[] {
    if (this.#row(subject, id, time) >= 0) return [];
    const code = this.#subjects.get(subject) ?? -1;
    const fits = (part: number, wanted: number): boolean => part < 0 || part === wanted;
    return problemsOf(this.#wrongOf([id]).filter((row) => fits(row.subject, code) && fits(row.time, time)));
  }

  /** Problems of the wrong rows that would have set a newer time than `newest`, had they been right. */
  newestFaults(ids: readonly string[], notAfter = Number.POSITIVE_INFINITY): readonly Problem[] {
    if (this.#table.wrong.length === 0) return [];
    const { times } = this.#table;
    const newest = this.newest(ids, notAfter);
    const after = newest === undefined ? Number.NEGATIVE_INFINITY : times.order(newest);
    const couldMove = ({ countable, time }: WrongRow): boolean =>
      countable && time >= 0 && times.order(time) > after && times.order(time) <= notAfter;
    return problemsOf(this.#wrongOf(ids).filter(couldMove));
  }

  #wrongOf(ids: readonly string[]): WrongRow[] {
    if (this.#table.wrong.length === 0) return [];
    const series = ids.map((id) => this.#series.get(id) ?? -2);
    return [...series, -1].flatMap((index) => this.#wrong.get(index) ?? []);
  }

  #row(subject: string, id: string, time: number): number {
    const code = this.#subjects.get(subject);
    const series = this.#series.get(id);
    if (code === undefined || series === undefined || time < 0) return -1;
    const row = this.#table.store.find(code, series, time);
    return row >= 0 && this.#table.store.usable(row) ? row : -1;
  }
}

function bySeries(rows: readonly WrongRow[]): ReadonlyMap<number, readonly WrongRow[]> {
  const groups = new Map<number, WrongRow[]>();
  for (const row of rows) {
    const group = groups.get(row.series);
    if (group === undefined) groups.set(row.series, [row]);
    else group.push(row);
  }
  return groups;
}

const problemsOf = (rows: readonly WrongRow[]): Problem[] =>
  rows.flatMap((row) => row.problems).sort((a, b) => comparePlaces(a.place, b.place));
