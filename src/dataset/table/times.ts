import { type Period, type PeriodFault, parsePeriod } from '../../danish/index.ts';
import type { Series } from '../catalogue.ts';
import { limits } from '../limits.ts';
import { type ProblemText, quoted } from '../problem.ts';
import { isSpreadsheetTime, KEEP_AS_TEXT, meantPeriod } from './spreadsheet-slips.ts';

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

  problem(text: string): ProblemText {
    const period = this.#parse(text);
    if (typeof period !== 'string')
      return this.#isAfterEdition(period) ? afterEdition(text, this.#edition) : tooManyPeriods(text);
    const { rule, name, form } = forms[this.#table];
    const code = this.#meantCode(text);
    if (code === null) {
      const what = this.#areYears ? `er ikke ${name}` : periodFaults[period];
      return { rule, value: text, message: `${quoted(text)} ${what}.`, remedy: form };
    }
    const isByExcel = isSpreadsheetTime(text);
    const how = isByExcel ? ': det er en dato eller et tal, som Excel skriver det.' : ', som datasættet skriver dem.';
    const remedy = `Mente du "${code}"? ${isByExcel ? KEEP_AS_TEXT : form}`;
    return { rule, value: text, message: `${quoted(text)} er ikke ${name}${how}`, remedy };
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

/** What the times of a table are, and how they are written. */
const forms = {
  indikatorer: { rule: 'ugyldigt-aar', name: 'et årstal', form: 'Skriv året med fire cifre, fx 2024.' },
  noegletal: {
    rule: 'ugyldig-periode',
    name: 'en periode',
    form: 'Skriv som 2024, 2025K2, 2025M11, 2025-12-31 eller 2016M07-2025M12.',
  },
};

const periodFaults: Readonly<Record<PeriodFault, string>> = {
  form: 'er ikke en periode',
  calendar: 'findes ikke i kalenderen',
  order: 'slutter, før den begynder',
  'unknown-kind': 'er et halvår eller en uge, og dem kan rapporten ikke vise',
};

const tooManyPeriods = (text: string): ProblemText => ({
  rule: 'for-mange-perioder',
  value: text,
  message: `Der er allerede ${limits.periods} forskellige perioder.`,
  remedy: 'Del datasættet op.',
});

const afterEdition = (text: string, edition: string): ProblemText => ({
  rule: 'efter-udgaven',
  value: text,
  message: `${quoted(text)} ligger efter udgaven ${edition}.`,
  remedy: 'Ret tiden, eller ret "udgave" i datasaet.json.',
});
