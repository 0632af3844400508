import { type Period, type PeriodFault, parsePeriod } from '../../danish/index.ts';
import type { Series } from '../catalogue.ts';
import { limits } from '../limits.ts';
import type { Place } from '../place.ts';
import { afterEdition, tooManyPeriods, wrongTime } from '../rules/fields.ts';
import type { Problem } from '../rules/rule.ts';
import { meantPeriod } from './spreadsheet-slips.ts';

/** The times that a table has figures of, each one object: years for indicators, periods of any kind for key figures. */
export class Times {
  readonly #byText = new Map<string, Period>();
  readonly #byCode = new Map<string, Period>();
  readonly #table: Series['table'];
  readonly #edition: string;

  constructor(table: Series['table'], edition: string) {
    this.#table = table;
    this.#edition = edition;
  }

  /** The time that a text means; null when it is none, and then `problem` says why. */
  read(text: string): Period | null {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const period = this.#parse(text);
    if (typeof period === 'string' || this.#isAfterEdition(period)) return null;
    const time = this.#byCode.get(period.code) ?? period;
    if (time === period && this.#byCode.size >= limits.periods) return null;
    this.#byCode.set(time.code, time);
    this.#byText.set(text, time);
    return time;
  }

  /** What is wrong with a text at a place that `read` gives no time for. */
  problem(place: Place, text: string): Problem {
    const period = this.#parse(text);
    if (typeof period === 'string') return wrongTime[this.#table].at(place, text, period, this.#meantCode(text));
    if (this.#isAfterEdition(period)) return afterEdition.at(place, text, this.#edition);
    return tooManyPeriods.at(place, text);
  }

  /** The time that a text which is none was probably meant for; null when nobody can say. */
  meant(text: string): Period | null {
    const code = this.#meantCode(text);
    return code === null ? null : this.read(code);
  }

  /** Of a text for which a year is wanted, the year, when it is one of the ways to write it. */
  #meantCode(text: string): string | null {
    const meant = meantPeriod(text);
    if (meant === null) return null;
    if (!this.#areYears) return meant.code;
    return meant.kind === 'year' || meant.kind === 'day' ? meant.code.slice(0, 4) : null;
  }

  /** The time with a code, if any row has it. */
  find(code: string): Period | undefined {
    return this.#byCode.get(code);
  }

  get #areYears(): boolean {
    return this.#table === 'indikatorer';
  }

  #parse(text: string): Period | PeriodFault {
    return this.#areYears && !/^\d{4}$/.test(text) ? 'form' : parsePeriod(text);
  }

  /** A period that begins after the edition's month, whatever its kind. */
  #isAfterEdition({ first }: Period): boolean {
    return first > Number(this.#edition.replace('-', '')) * 100 + 31;
  }
}

export const yearOf = ({ first }: Period): number => Math.trunc(first / 10_000);

/** Months from year 0 to the last of a time. */
export const monthsOf = ({ last }: Period): number => Math.floor(last / 10_000) * 12 + (Math.floor(last / 100) % 100);
