import { comparePeriods, type Period } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Measure, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import type { Tables } from '../read-tables.ts';
import type { Table } from '../table/table.ts';
import { localCodes } from './check.ts';

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
  readonly #source: Table;
  readonly #figures: ReturnType<Table['figuresOf']>;
  /** By subject: the country's is the first, before the municipalities'. */
  readonly #rows: ReadonlyMap<string, number>;
  readonly #columns = new Map<Period, NumbersAt>();
  /** The numbers of each of `times`. */
  readonly #values: readonly Float64Array[];
  readonly #scaled = new Map<Period, Float64Array>();
  readonly #byTime = new Map<Period, ReadonlyMap<string, NumberOf>>();
  #localTimes: readonly Period[] | undefined;
  #timeOf: ReadonlyMap<string, Period> | undefined;

  constructor(table: Table, { id, measure }: Series, rows: ReadonlyMap<string, number>) {
    this.table = table.name;
    this.id = id;
    this.measure = measure;
    this.codes = [...rows.keys()].slice(1);
    this.#source = table;
    this.#figures = table.figuresOf(id);
    this.#rows = rows;
    for (const [code, row] of rows) {
      for (const [time, figure] of this.#figures.get(code) ?? []) {
        if (table.isNumber(figure)) this.#put(row, time, Number(figure.value));
      }
    }
    const inOrder = [...this.#columns].sort(([a], [b]) => comparePeriods(a, b));
    this.times = inOrder.map(([time]) => time);
    this.#values = inOrder.map(([, { values }]) => values);
  }

  /** It measures percentages or points, which lie within 100 and may be fractions by mistake. */
  get isPercent(): boolean {
    return this.measure !== 'count';
  }

  /** The times at which many municipalities have a number, of the same kind as the newest of them; oldest first. */
  get localTimes(): readonly Period[] {
    if (this.#localTimes === undefined) {
      const times = this.times.filter((time) => this.count(time) >= MANY);
      const kind = times.at(-1)?.kind;
      this.#localTimes = times.filter((time) => time.kind === kind);
    }
    return this.#localTimes;
  }

  /** How many municipalities have a number at a time. */
  count(time: Period): number {
    return this.#columns.get(time)?.count ?? 0;
  }

  /** The municipalities' numbers at a time, in the order of `codes`; NaN where one has none. */
  column(time: Period): Float64Array {
    return (this.#columns.get(time) ?? blankColumn(this.#rows.size)).ofLocals;
  }

  /** A subject's numbers at all `times`; NaN where it has none. */
  row(code: string): number[] {
    const row = this.#rows.get(code) as number;
    return this.#values.map((values) => values[row] as number);
  }

  /** The same by code, with their figures. */
  at(time: Period): ReadonlyMap<string, NumberOf> {
    const known = this.#byTime.get(time);
    if (known !== undefined) return known;
    const numbers = new Map<string, NumberOf>();
    for (const code of this.codes) {
      const number = this.number(code, time);
      if (number !== undefined) numbers.set(code, number);
    }
    this.#byTime.set(time, numbers);
    return numbers;
  }

  /** The numbers of all subjects at a time, the municipalities' first. */
  numbersAt(time: Period): NumberOf[] {
    return [...this.at(time).values(), this.country(time) ?? []].flat();
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
    return this.number(COUNTRY, time);
  }

  /** A subject's number at a time. */
  number(code: string, time: Period): NumberOf | undefined {
    const figure = this.#figures.get(code)?.get(time);
    if (figure === undefined || !this.#source.isNumber(figure)) return undefined;
    return { code, time, value: Number(figure.value), figure };
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

  #put(row: number, time: Period, value: number): void {
    let column = this.#columns.get(time);
    if (column === undefined) {
      column = blankColumn(this.#rows.size);
      this.#columns.set(time, column);
    }
    column.values[row] = value;
    if (row > 0) column.count++;
  }
}

/** The numbers of a time. */
interface NumbersAt {
  readonly values: Float64Array;
  /** The same numbers without the country's. */
  readonly ofLocals: Float64Array;
  /** How many municipalities have one. */
  count: number;
}

function blankColumn(rows: number): NumbersAt {
  const values = new Float64Array(rows).fill(Number.NaN);
  return { values, ofLocals: values.subarray(1), count: 0 };
}

/** Every series of both tables, indicators first. */
export function seriesNumbers({ indicators, keyFigures }: Tables, catalogue: Catalogue): SeriesNumbers[] {
  const rows = new Map([COUNTRY, ...localCodes(catalogue)].map((code, row) => [code, row]));
  return [indicators, keyFigures].flatMap((table) =>
    [...table.series.values()].map((series) => new SeriesNumbers(table, series, rows)),
  );
}
