import { comparePeriods, type Period } from '../../danish/index.ts';
import { isRegionCode } from '../../municipalities/index.ts';
import { type Catalogue, type Series, seriesOf } from '../catalogue.ts';
import type { DatasetInfo } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { comparePlaces, type Place } from '../place.ts';
import type { Problem } from '../rules/rule.ts';
import { Times, yearOf } from './times.ts';

/** Which figure of a table: the subject's code, or a region's, the series' id and the time. */
export interface FigureKey {
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

/** The rows of one series. */
interface SeriesRows {
  readonly bySubject: Map<string, Map<Period, Figure>>;
  /** How many figures it has of each time. */
  readonly times: Map<Period, number>;
  readonly timesWithNumber: Set<Period>;
  /** Those that are or may be of it. */
  readonly wrong: WrongRow[];
}

/** Of the rows of a series that an export replaces: whom and when they are of. */
interface ReplacedRows {
  readonly subjects: Set<string>;
  readonly times: Set<Period>;
}

/** Figures and wrong rows of `indikatorer` or of `noegletal`, from one file or several. */
export class Table {
  readonly name: Series['table'];
  readonly series: ReadonlyMap<string, Series>;
  /** How many subjects may have rows. */
  readonly subjects: number;
  readonly times: Times;
  readonly wrong: WrongRow[] = [];
  /** Rows of the dataset's own file that say no provenance. */
  readonly unsourced: (FigureKey & { readonly place: Place })[] = [];
  /** Rows of the dataset's own file that are passed over, by series. */
  readonly replaced = new Map<string, ReplacedRows>();
  /** Subjects that have a number. */
  readonly subjectsWithNumber = new Set<string>();
  /** How many figures it has, those in doubt included. */
  size = 0;
  readonly #rows = new Map<string, SeriesRows>();
  readonly #doubtful = new Set<Figure>();

  constructor(name: Series['table'], catalogue: Catalogue, times: Times) {
    this.name = name;
    this.series = seriesOf(catalogue, name);
    this.subjects = catalogue.subjects.size;
    this.times = times;
    for (const id of this.series.keys()) {
      this.#rows.set(id, { bySubject: new Map(), times: new Map(), timesWithNumber: new Set(), wrong: [] });
    }
  }

  /** Adds a figure, or returns the one that the table has already and adds nothing. */
  add({ subject, series, time }: FigureKey, figure: Figure): Figure | undefined {
    const { bySubject, times, timesWithNumber } = this.#rows.get(series) as SeriesRows;
    if (figure.value !== null) {
      this.subjectsWithNumber.add(subject);
      timesWithNumber.add(time);
    }
    const ofSubject = bySubject.get(subject) ?? new Map<Period, Figure>();
    const known = ofSubject.get(time);
    if (known !== undefined) return known;
    if (ofSubject.size === 0) bySubject.set(subject, ofSubject);
    ofSubject.set(time, figure);
    times.set(time, (times.get(time) ?? 0) + 1);
    this.size++;
    return undefined;
  }

  addWrong(row: WrongRow): void {
    this.wrong.push(row);
    for (const id of row.series === null ? (row.mayBe ?? this.series.keys()) : [row.series])
      this.#rows.get(id)?.wrong.push(row);
  }

  /** Notes a row that is passed over because an export replaces its series. */
  noteReplaced({ subject, series, time }: FigureKey): void {
    const rows = this.replaced.get(series) ?? { subjects: new Set(), times: new Set() };
    this.replaced.set(series, rows);
    rows.subjects.add(subject);
    rows.times.add(time);
  }

  /** The figure with a key, in doubt or not. */
  find(subject: string, series: string, time: Period): Figure | undefined {
    return this.figuresOf(series).get(subject)?.get(time);
  }

  /** The figures of a series by subject and time, those in doubt included. */
  figuresOf(series: string): ReadonlyMap<string, ReadonlyMap<Period, Figure>> {
    return this.#rows.get(series)?.bySubject ?? new Map();
  }

  /** The times that a series has figures of and how many, symbols and those in doubt included. */
  timesOf(series: string): ReadonlyMap<Period, number> {
    return this.#rows.get(series)?.times ?? new Map();
  }

  /** Says that a figure must not be used. */
  doubt(figure: Figure): void {
    this.#doubtful.add(figure);
  }

  /** Doubts every figure that a wrong row is meant for too: nobody knows which of the two is right. */
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

  /** The figure with a key, unless it is in doubt. `time` is a year or a period's code. */
  figure(subject: string, series: string, time: string): Figure | undefined {
    const figure = this.#findAt(subject, series, time);
    return figure !== undefined && this.isUsable(figure) ? figure : undefined;
  }

  /**
   * Problems of the wrong rows that may have been meant for a figure, unless it is there. A row whose series cannot
   * be read counts only while no row at all is of that figure: it may as well be of a series that no report shows.
   */
  faults(subject: string, series: string, time: string): readonly Problem[] {
    if (this.wrong.length === 0) return [];
    const figure = this.#findAt(subject, series, time);
    if (figure !== undefined && this.isUsable(figure)) return [];
    const fitting = this.#wrongOf(series).filter(
      (row) => (row.subject ?? subject) === subject && (row.time?.code ?? time) === time,
    );
    const own = fitting.filter(isOfSeries);
    const hasRow = figure !== undefined || own.some((row) => row.subject === subject && row.time?.code === time);
    return problemsOf(hasRow ? own : [...own, ...fitting.filter((row) => !isOfSeries(row))]);
  }

  /** The newest time, not after the year `notAfter`, in which any subject has a number of any of the series. */
  newest(series: readonly string[], notAfter = Number.POSITIVE_INFINITY): Period | undefined {
    let newest: Period | undefined;
    for (const id of series) {
      for (const time of this.#rows.get(id)?.timesWithNumber ?? []) {
        if (yearOf(time) <= notAfter && (newest === undefined || comparePeriods(time, newest) > 0)) newest = time;
      }
    }
    return newest;
  }

  /**
   * Problems of the wrong rows of these series that would have set a newer time than the newest, had they been right.
   * One row of a series that no template knows must not stop all reports, so those are not among them; rows whose time
   * cannot be read are, while nobody has a number at all or while they are half as many as the newest figures.
   */
  newestFaults(series: readonly string[], notAfter = Number.POSITIVE_INFINITY): readonly Problem[] {
    if (this.wrong.length === 0) return [];
    const newest = this.newest(series, notAfter);
    const rows = series.flatMap((id) => this.#wrongOf(id)).filter(isOfSeries);
    const atNewest = newest && series.reduce((sum, id) => sum + (this.timesOf(id).get(newest) ?? 0), 0);
    const untimed = rows.filter((row) => meantTime(row) === null).length;
    const areMany = atNewest === undefined || untimed * 2 >= atNewest;
    const mayBeNewer = (row: WrongRow): boolean => {
      const time = meantTime(row);
      if (time === null) return areMany;
      return yearOf(time) <= notAfter && (newest === undefined || comparePeriods(time, newest) > 0);
    };
    return problemsOf(rows.filter((row) => row.mayBeNumber && mayBeNewer(row)));
  }

  #wrongOf(series: string): readonly WrongRow[] {
    return this.#rows.get(series)?.wrong ?? [];
  }

  #findAt(subject: string, series: string, code: string): Figure | undefined {
    const time = this.times.find(code);
    return time && this.find(subject, series, time);
  }
}

const isOfSeries = (row: WrongRow): boolean => row.series !== null;

const meantTime = ({ time, likelyTime }: WrongRow): Period | null => time ?? likelyTime;

const problemsOf = (rows: readonly WrongRow[]): Problem[] =>
  rows.flatMap((row) => row.problems).sort((a, b) => comparePlaces(a.place, b.place));

/** The rows of subjects, and apart from them those of regions, which no check, count or newest time may rest on. */
export class SubjectTable extends Table {
  readonly regions: Table;

  constructor(name: Series['table'], catalogue: Catalogue, edition: string) {
    super(name, catalogue, new Times(name, edition));
    this.regions = new Table(name, catalogue, this.times);
  }

  /** The table for the rows of a subject or region; rows of an unknown one are among those of subjects. */
  of(code: string | null): Table {
    return code !== null && isRegionCode(code) ? this.regions : this;
  }
}

/**
 * The time that each of a goal's indicators is shown for: its newest number, not after the goal's status year, which is
 * `set` by the owner or the newest of all of them.
 */
export function shownYears(
  indicators: Table,
  ids: readonly string[],
  set: number | undefined,
): ReadonlyMap<string, Period> {
  const status = indicators.newest(ids, set);
  const shown = ids.map((id) => [id, status && indicators.newest([id], yearOf(status))] as const);
  return new Map(shown.flatMap(([id, time]) => (time === undefined ? [] : [[id, time]])));
}

/** The period that a key figure is shown for in all reports: the owner's, else the newest with a number. */
export function shownPeriod(
  keyFigures: Table,
  { periods }: Pick<DatasetInfo, 'periods'>,
  id: string,
): Period | undefined {
  const code = periods.get(id);
  return code === undefined ? keyFigures.newest([id]) : keyFigures.times.find(code);
}
