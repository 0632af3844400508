import { comparePeriods, type Period } from '../../danish/index.ts';
import { type Catalogue, type Series, seriesOf } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import type { Problem } from '../problem.ts';
import { Times, yearOf } from './times.ts';

/** Which figure of a table: the subject's code, the series' id and the time. */
export interface Cell {
  readonly subject: string;
  readonly series: string;
  readonly time: Period;
}

/** A row that could not be used. Null stands for a part that cannot be read, which may have meant anything. */
export interface WrongRow {
  readonly subject: string | null;
  readonly series: string | null;
  readonly time: Period | null;
  /** When the time cannot be read: the one that its text was most likely meant for. */
  readonly likelyTime: Period | null;
  /** When the series cannot be read: the ones that its text may be a slip of; null for any. */
  readonly mayBe: readonly string[] | null;
  /** It may hold a number: its value is one, or cannot be read. */
  readonly mayBeNumber: boolean;
  readonly problems: readonly Problem[];
}

/** All that is read of `indikatorer` or of `noegletal`, from one file or several. */
export class Table {
  readonly name: Series['table'];
  readonly series: ReadonlyMap<string, Series>;
  readonly times: Times;
  readonly wrong: WrongRow[] = [];
  /** Subjects that have a number. */
  readonly subjectsWithNumber = new Set<string>();
  /** How many figures it has, those in doubt included. */
  size = 0;
  readonly #figures = new Map<string, Map<string, Map<Period, Figure>>>();
  readonly #doubtful = new Set<Figure>();
  readonly #times = new Map<string, Set<Period>>();
  readonly #timesWithNumber = new Map<string, Set<Period>>();

  constructor(name: Series['table'], catalogue: Catalogue, edition: string) {
    this.name = name;
    this.series = seriesOf(catalogue, name);
    this.times = new Times(name, edition);
    for (const id of this.series.keys()) {
      this.#figures.set(id, new Map());
      this.#times.set(id, new Set());
      this.#timesWithNumber.set(id, new Set());
    }
  }

  /** Adds a figure, or returns the one that the cell has already and adds nothing. */
  add({ subject, series, time }: Cell, figure: Figure): Figure | undefined {
    if (figure.value !== null) {
      this.subjectsWithNumber.add(subject);
      this.#timesWithNumber.get(series)?.add(time);
    }
    const ofSeries = this.#figures.get(series);
    const ofSubject = ofSeries?.get(subject) ?? new Map<Period, Figure>();
    const known = ofSubject.get(time);
    if (known !== undefined) return known;
    if (ofSubject.size === 0) ofSeries?.set(subject, ofSubject);
    ofSubject.set(time, figure);
    this.#times.get(series)?.add(time);
    this.size++;
    return undefined;
  }

  /** The figure of a cell, in doubt or not. */
  find(subject: string, series: string, time: Period): Figure | undefined {
    return this.figuresOf(series).get(subject)?.get(time);
  }

  /** The figures of a series by subject and time, those in doubt included. */
  figuresOf(series: string): ReadonlyMap<string, ReadonlyMap<Period, Figure>> {
    return this.#figures.get(series) ?? new Map();
  }

  /** The times that a series has figures of, symbols and those in doubt included. */
  timesOf(series: string): ReadonlySet<Period> {
    return this.#times.get(series) ?? new Set();
  }

  /** Says that a figure must not be used. */
  doubt(figure: Figure): void {
    this.#doubtful.add(figure);
  }

  /** Doubts every figure whose cell a wrong row is meant for: nobody knows which of the two is right. */
  doubtContradicted(): void {
    for (const { subject, series, time } of this.wrong) {
      if (subject === null || series === null || time === null) continue;
      const figure = this.find(subject, series, time);
      if (figure !== undefined) this.doubt(figure);
    }
  }

  isUsable(figure: Figure): boolean {
    return this.#doubtful.size === 0 || !this.#doubtful.has(figure);
  }

  /** True for a figure that is a number and can be used. */
  isNumber(figure: Figure): boolean {
    return figure.value !== null && this.isUsable(figure);
  }

  /** The newest time, not after the year `notAfter`, in which any subject has a number of any of the series. */
  newest(series: readonly string[], notAfter = Number.POSITIVE_INFINITY): Period | undefined {
    let newest: Period | undefined;
    for (const id of series) {
      for (const time of this.#timesWithNumber.get(id) ?? []) {
        if (yearOf(time) <= notAfter && (newest === undefined || comparePeriods(time, newest) > 0)) newest = time;
      }
    }
    return newest;
  }
}
