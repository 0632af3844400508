import { type Period, type PeriodFault, parsePeriod } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import type { Finding } from '../problems.ts';
import { afterEdition, badPeriod, badYear, tooManyPeriods } from './rules.ts';

/** Turns the texts of a time column into numbers for the store. */
export interface Times {
  /** Number of a time, or -1 when it is none; `fault` then says why. */
  resolve(text: string): number;
  fault(text: string): Finding;
  /** The usual text of a time that `resolve` gave. */
  text(time: number): string;
  /** A number that grows with time, of a time that `resolve` gave. */
  order(time: number): number;
}

const lastDay = (edition: string): number => Number(edition.replace('-', '')) * 100 + 31;

/** Years, for indicators: each is its own number. */
export function years(edition: string): Times {
  const last = Number(edition.slice(0, 4));
  const isYear = (text: string): boolean => /^(1[89]|[2-9]\d)\d\d$/.test(text);
  return {
    resolve: (text) => (isYear(text) && Number(text) <= last ? Number(text) : -1),
    fault: (text) => (isYear(text) ? afterEdition(text, edition) : badYear(text)),
    text: String,
    order: (time) => time,
  };
}

/** Periods, for key figures: numbered in the order in which they are met. */
export class Periods implements Times {
  readonly all: Period[] = [];
  readonly #byCode = new Map<string, number>();
  /** Last and first day of each period in one number, as `comparePeriods` orders them. */
  readonly #orders: number[] = [];
  readonly #edition: string;

  constructor(edition: string) {
    this.#edition = edition;
  }

  resolve(text: string): number {
    const period = this.#parse(text);
    return typeof period === 'string' ? -1 : this.indexOf(period, this.all.length < limits.periods);
  }

  fault(text: string): Finding {
    const period = parsePeriod(text);
    if (typeof period === 'string') return badPeriod(text, period);
    return period.first > lastDay(this.#edition) ? afterEdition(text, this.#edition) : tooManyPeriods(text);
  }

  text(time: number): string {
    return (this.all[time] as Period).code;
  }

  order(time: number): number {
    return this.#orders[time] as number;
  }

  /** Number of a period; -1 when it was never met and is not to be `added`. */
  indexOf(period: Period, added: boolean): number {
    const known = this.#byCode.get(period.code);
    if (known !== undefined || !added) return known ?? -1;
    this.#byCode.set(period.code, this.all.length);
    this.#orders.push(period.last * 100_000_000 + period.first);
    return this.all.push(period) - 1;
  }

  /** A period that begins after the edition's month is none, whatever its kind. */
  #parse(text: string): Period | PeriodFault {
    const period = parsePeriod(text);
    return typeof period !== 'string' && period.first > lastDay(this.#edition) ? 'calendar' : period;
  }
}
