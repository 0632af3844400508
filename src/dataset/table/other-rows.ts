import { ROWS } from '../read/line-block.ts';
import type { Scanner } from '../read/scanner.ts';
import type { Columns } from './columns.ts';
import type { RowRules } from './row-rules.ts';
import { runPattern } from './run-pattern.ts';
import type { Table } from './table.ts';

const SEMICOLON = 0x3b;
/** Rows of a block after others were passed over: the next ones can probably be passed over too. */
const FEW = 32;
/** A row with a number, among rows that the pattern took. */
const NUMBER = /^\d{3};[^;]*;[^;]*;[-\d]/m;

/**
 * Passes over the rows of subjects that are not kept, one subject's run of rows at a time, by a regular expression: the
 * runtime matches one at full speed from the start. It takes only rows that are certainly right and say nothing new, so
 * all that they tell is that their subject has a number. Only a shortcut: it takes nothing that `RowReader` would not.
 */
export class OtherRows {
  readonly #rules: RowRules;
  readonly #table: Table;
  /** Learns anew when it is called for the 1st, 4th, 16th ... time. */
  #calls = 0;
  #nextLesson = 1;
  #run: RegExp | null = null;
  /** What the scanner held, from `start` to `limit` of its buffer, when its base was `base`. */
  #text = '';
  #start = 0;
  #limit = -1;
  #base = -1;

  constructor(rules: RowRules, table: Table) {
    this.#rules = rules;
    this.#table = table;
  }

  /** Rows that are worth being looked at one by one before `pass` is tried again. */
  get blockRows(): number {
    return this.#run === null ? ROWS : FEW;
  }

  /** True when rows of such a file can be passed over: not all are kept, and the columns are the usual ones. */
  static fits({ count, subject, series, time, value, provenance }: Columns, { held }: Table): boolean {
    const usual = subject === 0 && series === 1 && time === 2 && value === 3 && provenance === 4 && count === 5;
    return usual && held.includes(0);
  }

  /** Learns from the table at which times its series have numbers; seldom, since that takes its time. */
  learn(): void {
    if (++this.#calls < this.#nextLesson) return;
    this.#nextLesson *= 4;
    const pattern = runPattern(this.#rules, this.#table);
    if (pattern !== null && pattern !== this.#run?.source) this.#run = new RegExp(pattern, 'y');
  }

  /** Passes over all rows that it can. */
  pass(scanner: Scanner): void {
    if (this.#run === null || scanner.separator !== SEMICOLON) return;
    this.#see(scanner);
    const from = scanner.position - this.#start;
    let to = from;
    for (let length = this.#runAt(to); length > 0; length = this.#runAt(to)) to += length;
    if (to > from) scanner.pass(this.#start + to, this.#text.slice(from, to).split('\n').length - 1);
  }

  #see({ base, buffer, limit, position }: Scanner): void {
    if (base === this.#base && limit === this.#limit) return;
    this.#base = base;
    this.#limit = limit;
    this.#start = position;
    this.#text = buffer.toString('latin1', position, limit);
  }

  /** Length of the run of rows that begins at `at`; 0 when it cannot be passed over. */
  #runAt(at: number): number {
    const run = this.#run as RegExp;
    run.lastIndex = at;
    const match = run.exec(this.#text);
    if (match === null) return 0;
    const { counted, held } = this.#table;
    const subject = this.#rules.subject(match[1] as string);
    if (subject < 0 || held[subject] === 1) return 0;
    if (counted[subject] === 0 && NUMBER.test(match[0])) counted[subject] = 1;
    return match[0].length;
  }
}
