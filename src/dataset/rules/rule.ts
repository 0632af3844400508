import { clean } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Place } from '../place.ts';

/**
 * `error`: the value cannot be used. `warning`: it is used, but somebody should look. `info`: nothing is wrong.
 * Only errors make a dataset invalid.
 */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule says of a problem, in full Danish sentences: what is wrong, and what to do. */
interface Wording {
  readonly message: string;
  readonly remedy: string;
  /** The raw text of the file that it is about, if any. */
  readonly value?: string | undefined;
  /** How the owner says that it is right all the same. */
  readonly accept?: Acceptance;
}

/** By series or subject, the time or edition that is right though it meets a rule. */
export type Acceptance = readonly (readonly [key: string, code: string])[];

/** One entry of the catalogue. */
export interface Rule {
  /** Stable name, e.g. "ukendt-kommune"; documented in docs/dataformat.md. Entries of one kind may share it. */
  readonly id: string;
  readonly severity: Severity;
  /** Which reports are not made: all, since nothing of the dataset can be trusted, those of the subjects, or none. */
  readonly stops: 'everything' | 'subject' | 'nothing';
  /** It may follow from wrong rows, and is shown after them. */
  readonly follows?: 'wrong rows';
  /** Others may follow from it: it is shown before all, or before what is wrong in rows. */
  readonly leads?: 'all' | 'rows';
  /** Right numbers may meet it: `datasaet.json` can say that they are right. */
  readonly isAcceptable?: true;
}

/** A rule that something in the data has met, with its place and the data that its message is made of. */
export class Problem {
  readonly place: Place;
  readonly rule: Rule;
  readonly #say: () => Wording;
  #wording: Wording | undefined;

  constructor(rule: Rule, place: Place, say: () => Wording) {
    this.rule = rule;
    this.place = place;
    this.#say = say;
  }

  get severity(): Severity {
    return this.rule.severity;
  }

  get message(): string {
    return this.#said.message;
  }

  get remedy(): string {
    const { remedy } = this.#said;
    return this.accept.length === 0 ? remedy : `${remedy} ${acceptText(this.rule.id, this.accept)}`;
  }

  get accept(): Acceptance {
    return this.rule.isAcceptable ? (this.#said.accept ?? []) : [];
  }

  /** The value as it stands, cleaned of control characters and shortened; null when there is none. */
  get value(): string | null {
    const { value } = this.#said;
    return value === undefined ? null : clean(value);
  }

  get #said(): Wording {
    this.#wording ??= this.#say();
    return this.#wording;
  }
}

function acceptText(rule: string, accept: Acceptance): string {
  const entries = [...grouped(accept, ([key]) => key)].map(([key, times]) => {
    const codes = [...new Set(times.map(([, code]) => `"${clean(code)}"`))];
    return `"${clean(key)}": ${codes.length === 1 ? codes : `[${codes.join(', ')}]`}`;
  });
  const shown = entries.length <= 3 ? entries.join(', ') : `${entries.slice(0, 2).join(', ')}, ...`;
  return `Er tallene rigtige, så skriv "accepter": {"${rule}": {${shown}}} i datasaet.json.`;
}

/** A rule whose messages are made of `Data`. */
export interface RuleOn<Data extends readonly unknown[]> extends Rule {
  /** The problem of something that stands at `place`. */
  at(place: Place, ...data: Data): Problem;
}

const define =
  (severity: Severity, stops: Rule['stops']) =>
  <Data extends readonly unknown[] = []>(
    id: string,
    wording: Wording | ((...data: Data) => Wording),
    order: Pick<Rule, 'follows' | 'leads' | 'isAcceptable'> = {},
  ): RuleOn<Data> => {
    const rule: RuleOn<Data> = {
      ...{ id, severity, stops, ...order },
      at: (place, ...data) =>
        new Problem(rule, place, () => (typeof wording === 'function' ? wording(...data) : wording)),
    };
    return rule;
  };

/** An error after which nothing of the dataset can be trusted: no report is made. */
export const stopsAll = define('error', 'everything');
/** An error that stops the reports which may need the row, or which are about the subject. */
export const stopsSubject = define('error', 'subject');
export const warns = define('warning', 'nothing');
export const remarks = define('info', 'nothing');
