import { clean } from '../danish/index.ts';
import type { Place } from './figure.ts';
import { limits } from './limits.ts';
import type { Problem } from './problem.ts';

/** What a rule says of a value: `message` is what is wrong, `remedy` what to do; both Danish, full sentences. */
export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  /** The raw text of the file that it is about, if any; cleaned here. */
  readonly value?: string;
}

const make = (severity: Problem['severity'], structural: boolean, place: Place, finding: Finding): Problem => ({
  severity,
  rule: finding.rule,
  place,
  value: finding.value === undefined ? null : clean(finding.value),
  message: finding.message,
  remedy: finding.remedy,
  structural,
});

export const structuralError = (place: Place, finding: Finding): Problem => make('error', true, place, finding);
export const rowError = (place: Place, finding: Finding): Problem => make('error', false, place, finding);
export const warning = (place: Place, finding: Finding): Problem => make('warning', false, place, finding);
export const info = (place: Place, finding: Finding): Problem => make('info', false, place, finding);

/** Place of something that concerns a whole file. */
export const wholeFile = (file: string): Place => ({ file, line: 0, column: 0 });

/** Files in the order of their names, whatever the machine's language; capitals only decide between equals. */
const byFile = (a: string, b: string): number =>
  a === b ? 0 : compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order of problems: by file, line, column; equal places keep the order in which they were found. */
export const comparePlaces = (a: Place, b: Place): number =>
  byFile(a.file, b.file) || a.line - b.line || a.column - b.column;

/** Collects the problems of a dataset in bounded memory: beyond the limits of `limits.ts` they are only counted. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  #errors = 0;
  #notes = 0;

  /** True when so many errors were found that reading on makes no sense. */
  get full(): boolean {
    return this.#errors >= limits.errors;
  }

  add(problem: Problem): void {
    if (problem.severity === 'error') this.#errors++;
    else if (++this.#notes > limits.notes) return;
    this.#kept.push(problem);
  }

  get structural(): boolean {
    return this.#kept.some((problem) => problem.structural);
  }

  /** All kept problems, sorted by place. */
  sorted(): Problem[] {
    return [...this.#kept].sort((a, b) => comparePlaces(a.place, b.place));
  }
}
