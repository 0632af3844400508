import { comparePeriods, type Period } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Measure, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import type { Tables } from '../read-tables.ts';
import type { Table } from '../table/table.ts';

/** A usable number of a series, with the figure that it is of. */
export interface NumberOf {
  readonly code: string;
  readonly time: Period;
  readonly value: number;
  readonly figure: Figure;
}

export const decimalPlaces = ({ figure }: NumberOf): number => figure.value?.split('.')[1]?.length ?? 0;

/** So many municipalities or subjects, or more, show what is usual in a dataset; of fewer nothing follows. */
export const MANY = 10;

/** The numbers of one series, as checks ask for them. Symbols and figures in doubt are none. */
export class SeriesNumbers {
  readonly table: Series['table'];
  readonly id: string;
  readonly measure: Measure;
  /** The municipalities, in order. */
  readonly codes: readonly string[];
  /** The times at which any subject has a number, in order. */
  readonly times: readonly Period[];
  readonly #byTime = new Map<Period, Map<string, NumberOf>>();
  readonly #columns = new Map<Period, Float64Array>();
  readonly #scaled = new Map<Period, Float64Array>();
  readonly #country = new Map<Period, NumberOf>();
  #localTimes: readonly Period[] | undefined;
  #timeOf: ReadonlyMap<string, Period> | undefined;

  constructor(table: Table, { id, measure }: Series, codes: readonly string[]) {
    this.table = table.name;
    this.id = id;
    this.measure = measure;
    this.codes = codes;
    const figures = table.figuresOf(id);
    for (const code of [COUNTRY, ...codes]) {
      for (const [time, figure] of figures.get(code) ?? []) {
        if (!table.isNumber(figure)) continue;
        const number = { code, time, value: Number(figure.value), figure };
        if (code === COUNTRY) this.#country.set(time, number);
        else this.#ofTime(time).set(code, number);
      }
    }
    this.times = [...new Set([...this.#byTime.keys(), ...this.#country.keys()])].sort(comparePeriods);
  }

  /** It measures percentages or points, which lie within 100 and may be fractions by mistake. */
  get isPercent(): boolean {
    return this.measure !== 'count';
  }

  /** The times at which many municipalities have a number, of the same kind as the newest of them; oldest first. */
  get localTimes(): readonly Period[] {
    if (this.#localTimes === undefined) {
      const times = this.times.filter((time) => this.at(time).size >= MANY);
      const kind = times.at(-1)?.kind;
      this.#localTimes = times.filter((time) => time.kind === kind);
    }
    return this.#localTimes;
  }

  /** The municipalities' numbers at a time by code, in the order of codes. */
  at(time: Period): ReadonlyMap<string, NumberOf> {
    return this.#byTime.get(time) ?? new Map();
  }

  /** The same as plain numbers in the order of `codes`; NaN where a municipality has none. */
  column(time: Period): Float64Array {
    let column = this.#columns.get(time);
    if (column === undefined) {
      const numbers = this.at(time);
      column = Float64Array.from(this.codes, (code) => numbers.get(code)?.value ?? Number.NaN);
      this.#columns.set(time, column);
    }
    return column;
  }

  /** The column as distances are reckoned with: counts by what they are a multiple of. */
  scaled(time: Period): Float64Array {
    if (this.isPercent) return this.column(time);
    let scaled = this.#scaled.get(time);
    if (scaled === undefined) {
      scaled = this.column(time).map((value) => Math.log1p(value));
      this.#scaled.set(time, scaled);
    }
    return scaled;
  }

  /** The whole country's number at a time. */
  country(time: Period): NumberOf | undefined {
    return this.#country.get(time);
  }

  /** A subject's number at a time. */
  number(code: string, time: Period): NumberOf | undefined {
    return code === COUNTRY ? this.#country.get(time) : this.#byTime.get(time)?.get(code);
  }

  /** The number of the same subject and time as one of another edition. */
  sameAs({ code, time }: NumberOf): NumberOf | undefined {
    const own = this.timeAs(time);
    return own && this.number(code, own);
  }

  /** The same time as one of another edition. */
  timeAs({ code }: Period): Period | undefined {
    this.#timeOf ??= new Map(this.times.map((time) => [time.code, time]));
    return this.#timeOf.get(code);
  }

  /** A subject's numbers in the order of time. */
  of(code: string): NumberOf[] {
    const found: NumberOf[] = [];
    for (const time of this.times) {
      const number = this.number(code, time);
      if (number !== undefined) found.push(number);
    }
    return found;
  }

  #ofTime(time: Period): Map<string, NumberOf> {
    let numbers = this.#byTime.get(time);
    if (numbers === undefined) {
      numbers = new Map();
      this.#byTime.set(time, numbers);
    }
    return numbers;
  }
}

/** Every series of both tables, indicators first. */
export function seriesNumbers({ indicators, keyFigures }: Tables, { subjects }: Catalogue): SeriesNumbers[] {
  const codes = [...subjects.keys()].filter((code) => code !== COUNTRY).sort();
  return [indicators, keyFigures].flatMap((table) =>
    [...table.series.values()].map((series) => new SeriesNumbers(table, series, codes)),
  );
}
