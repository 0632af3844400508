import type { Catalogue, Series } from '../catalogue.ts';
import type { Problem } from '../problem.ts';
import { FigureStore } from './store.ts';
import { subjectCodes } from './subjects.ts';
import type { Times } from './times.ts';

/** A row that could not be used. -1 stands for a part that cannot be read, which may have meant anything. */
export interface WrongRow {
  readonly subject: number;
  readonly series: number;
  readonly time: number;
  /** When the series cannot be read: the ones that its text may be a slip of; null for any. */
  readonly mayBe: readonly number[] | null;
  /** It may hold a number: its value is one, or cannot be read. */
  readonly countable: boolean;
  readonly problems: readonly Problem[];
}

/** Times of a series, as small numbers: a set that costs a row of a million nothing. */
export class TimeSet {
  #has = new Uint8Array(4096);

  add(time: number): void {
    if (time >= this.#has.length) {
      const longer = new Uint8Array(time * 2);
      longer.set(this.#has);
      this.#has = longer;
    }
    this.#has[time] = 1;
  }

  /** The times, in the order of their numbers. */
  *[Symbol.iterator](): Generator<number> {
    for (let time = this.#has.indexOf(1); time >= 0; time = this.#has.indexOf(1, time + 1)) yield time;
  }
}

/** The time of `times` that comes last, of those not after `notAfter` (an order of `Times`); -1 when there is none. */
export function latest(table: Table, times: Iterable<number>, notAfter = Number.POSITIVE_INFINITY): number {
  let last = -1;
  for (const time of times) {
    const order = table.times.order(time);
    if (order <= notAfter && (last < 0 || order > table.times.order(last))) last = time;
  }
  return last;
}

/** All that is read of `indikatorer` or of `noegletal`, from one file or several. */
export interface Table {
  readonly name: Series['table'];
  readonly codes: readonly string[];
  readonly series: readonly Series[];
  readonly times: Times;
  readonly store: FigureStore;
  readonly wrong: WrongRow[];
  /** By series: the times at which any subject has a number, kept or not. */
  readonly measured: readonly TimeSet[];
  /** By subject: 1 when its figures are kept. */
  readonly held: Uint8Array;
  /** By subject: 1 when it has a number. */
  readonly counted: Uint8Array;
}

export function makeTable(
  name: Series['table'],
  catalogue: Catalogue,
  times: Times,
  subjects: ReadonlySet<string> | undefined,
): Table {
  const codes = subjectCodes(catalogue);
  const series = [...(name === 'indikatorer' ? catalogue.indicators : catalogue.keyFigures).values()];
  return {
    name,
    codes,
    series,
    times,
    store: new FigureStore(subjects === undefined ? 16_384 : 1024),
    wrong: [],
    measured: series.map(() => new TimeSet()),
    held: Uint8Array.from(codes, (code) => (subjects === undefined || code === '000' || subjects.has(code) ? 1 : 0)),
    counted: new Uint8Array(codes.length),
  };
}
