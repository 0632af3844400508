import { type Period, type PeriodFault, parsePeriod } from '../../danish/index.ts';
import type { Series } from '../catalogue.ts';
import { limits } from '../limits.ts';
import type { ProblemText } from '../problem.ts';
import { afterEdition, badPeriod, badYear, otherwiseWritten, tooManyPeriods } from './row-problems.ts';
import { meantPeriod } from './spreadsheet-slips.ts';

/** The times that a table has figures of, each one object: years for indicators, periods of any kind for key figures. */
export class Times {
  readonly #byText = new Map<string, Period>();
  readonly #byCode = new Map<string, Period>();
  readonly #areYears: boolean;
  readonly #edition: string;

  constructor(table: Series['table'], edition: string) {
    this.#areYears = table === 'indikatorer';
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

  problem(text: string): ProblemText {
    const period = this.#parse(text);
    if (typeof period === 'string') {
      const code = this.#meantCode(text);
      if (code !== null) return otherwiseWritten(text, code, this.#areYears ? 'aar' : 'periode');
      return this.#areYears ? badYear(text) : badPeriod(text, period);
    }
    return this.#isAfterEdition(period) ? afterEdition(text, this.#edition) : tooManyPeriods(text);
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

  #parse(text: string): Period | PeriodFault {
    return this.#areYears && !/^\d{4}$/.test(text) ? 'form' : parsePeriod(text);
  }

  /** A period that begins after the edition's month, whatever its kind. */
  #isAfterEdition({ first }: Period): boolean {
    return first > Number(this.#edition.replace('-', '')) * 100 + 31;
  }
}

export const yearOf = ({ first }: Period): number => Math.trunc(first / 10_000);
