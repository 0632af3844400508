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

/** What the municipalities that have both have at two times, in the order of their codes. */
export interface Step {
  readonly before: Period;
  readonly after: Period;
  readonly pairs: readonly { readonly code: string; readonly before: number; readonly after: number }[];
}

/** The numbers of one series, as checks ask for them. Symbols and figures in doubt are none. */
export class SeriesNumbers {
  readonly table: Series['table'];
  readonly id: string;
  readonly measure: Measure;
  /** The times at which any subject has a number, in order. */
  readonly times: readonly Period[];
  readonly #byTime = new Map<Period, Map<string, NumberOf>>();
  readonly #country = new Map<Period, NumberOf>();

  constructor(table: Table, { id, measure }: Series, codes: readonly string[]) {
    this.table = table.name;
    this.id = id;
    this.measure = measure;
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

  /** The municipalities' numbers at a time by code, in the order of codes. */
  at(time: Period): ReadonlyMap<string, NumberOf> {
    return this.#byTime.get(time) ?? new Map();
  }

  /** The whole country's number at a time. */
  country(time: Period): NumberOf | undefined {
    return this.#country.get(time);
  }

  /** A subject's numbers in the order of time. */
  of(code: string): NumberOf[] {
    return this.times.flatMap((time) => (code === COUNTRY ? this.country(time) : this.at(time).get(code)) ?? []);
  }

  step(before: Period, after: Period): Step {
    const later = this.at(after);
    const pairs = [...this.at(before)].flatMap(([code, { value }]) => {
      const other = later.get(code);
      return other === undefined ? [] : [{ code, before: value, after: other.value }];
    });
    return { before, after, pairs };
  }

  /** From each time to the next, oldest first. */
  get steps(): Step[] {
    return this.times.slice(1).map((after, i) => this.step(this.times[i] as Period, after));
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
