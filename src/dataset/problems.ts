import { spansOf, withoutControls } from '../danish/index.ts';
import { grouped } from '../grouped.ts';
import { limits } from './limits.ts';
import { comparePlaces, placeText } from './place.ts';
import type { Problem, Severity } from './rules/rule.ts';

/** Collects the problems of a dataset in bounded memory: beyond `limits.notes` warnings and notes are left out. */
export class ProblemList {
  readonly #kept = new Set<Problem>();
  #errors = 0;
  #notes = 0;

  /** True when so many errors were found that reading on makes no sense. */
  get isFull(): boolean {
    return this.#errors >= limits.errors;
  }

  /** Those that stop all reports. */
  get stopping(): readonly Problem[] {
    return [...this.#kept].filter(stopsEverything);
  }

  /** A problem that several rows share is kept once. */
  add(...problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (this.#kept.has(problem)) continue;
      if (problem.severity === 'error') this.#errors++;
      else if (++this.#notes > limits.notes) continue;
      this.#kept.add(problem);
    }
  }

  /** All kept problems, sorted by place. */
  sorted(): Problem[] {
    return [...this.#kept].sort((a, b) => comparePlaces(a.place, b.place));
  }
}

/** True for a problem after which nothing of the dataset can be trusted. */
export const stopsEverything = ({ rule }: Problem): boolean => rule.stops === 'everything';

const severityNames: Readonly<Record<Severity, string>> = { error: 'fejl', warning: 'advarsel', info: 'bemærkning' };

/** Of equal problems this many are written out. */
const SHOWN_EQUAL = 3;
/** More messages than this that differ only in their values and numbers count as equal. */
const MANY_ALIKE = 10;
/** Lines or values that the rest of them shows. */
const SHOWN_OF_REST = 20;

/** A problem that is written out, and after it the equal ones that are not. */
export interface ShownProblem {
  readonly problem: Problem;
  readonly rest: readonly Problem[];
}

/** One problem as a line: "indikatorer.csv:123:14: fejl: "12,3,4" er ikke et tal. Skriv ...". */
export function problemLine(problem: Problem): string {
  return `${placeText(problem.place)}: ${severityNames[problem.severity]}: ${problem.message} ${problem.remedy}`;
}

/** The problems that are written out, in the order given; of many equal ones (same rule, file, message) the first few. */
export function shownProblems(problems: readonly Problem[]): readonly ShownProblem[] {
  const rests = new Map<Problem, readonly Problem[]>();
  for (const group of equalOnes(problems)) {
    // "og 1 til" would be no shorter than the problem itself.
    const shown = group.length <= SHOWN_EQUAL + 1 ? group.length : SHOWN_EQUAL;
    group.slice(0, shown).forEach((problem, i) => {
      rests.set(problem, i === shown - 1 ? group.slice(shown) : []);
    });
  }
  return problems.flatMap((problem) => {
    const rest = rests.get(problem);
    return rest === undefined ? [] : [{ problem, rest }];
  });
}

/** Equal problems together; many kinds that are alike are one group, for they have one cause. */
function equalOnes(problems: readonly Problem[]): readonly (readonly Problem[])[] {
  const keyed = problems.map((problem) => ({ problem, ...keysOf(problem) }));
  const kinds = new Map<string, Set<string>>();
  for (const { equal, alike } of keyed) kinds.set(alike, (kinds.get(alike) ?? new Set()).add(equal));
  const groups = grouped(keyed, ({ equal, alike }) => ((kinds.get(alike)?.size ?? 0) > MANY_ALIKE ? alike : equal));
  return [...groups.values()].map((group) => group.map(({ problem }) => problem));
}

/** What equal problems have in common, and what those have that differ only in their values and numbers. */
function keysOf({ severity, rule, place, message, remedy }: Problem): { equal: string; alike: string } {
  const equal = JSON.stringify([severity, rule.id, place.file, ...(place.line === 0 ? [] : [message, remedy])]);
  return { equal, alike: `${equal.replace(/\\"[^"]*\\"|\d+/g, '…')}…` };
}

/** What is not written out after a problem: "… og 41 til af samme slags: linje 130-160, 170." Null when all is. */
export function restLine({ rest }: ShownProblem): string | null {
  const first = rest[0];
  if (first === undefined) return null;
  const place = withoutControls(first.place.file);
  const lines = rest.map((problem) => problem.place.line).filter((line) => line > 0);
  const which = lines.length > 0 ? `: linje ${rangesText(lines)}` : valueList(rest);
  return `${place}: … og ${rest.length} til af samme slags${which}.`;
}

/** ": 3.1, 3.2" of problems that concern whole files and name a value. */
function valueList(problems: readonly Problem[]): string {
  const values = problems.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? '' : `: ${shownOf(values)}`;
}

/** "3-5, 9" of [3, 4, 5, 9]. */
export const rangesText = (numbers: readonly number[]): string => shownOf(spansOf(numbers));

const shownOf = (texts: readonly string[]): string =>
  texts.slice(0, SHOWN_OF_REST).join(', ') + (texts.length > SHOWN_OF_REST ? ' …' : '');

/** The problems as text, a line each, equal ones grouped; sorted as given, without a line end at the end. */
export const renderProblems = (problems: readonly Problem[]): string =>
  shownProblems(problems).flatMap(linesOf).join('\n');

const linesOf = (shown: ShownProblem): string[] =>
  [problemLine(shown.problem), restLine(shown)].filter((line) => line !== null);

/** Lines that the problems which stop a run, or one report, take up at most. */
const MOST_LINES = 36;

/** As `renderProblems`, for a run: when they are many only errors, those that stop everything first, and not all of them. */
export function renderSome(problems: readonly Problem[]): string {
  const all = renderProblems(problems);
  if (all.split('\n').length <= MOST_LINES) return all;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const lines: string[] = [];
  let left = errors.length;
  for (const shown of shownProblems(
    [...errors].sort((a, b) => Number(stopsEverything(b)) - Number(stopsEverything(a))),
  )) {
    const more = linesOf(shown);
    if (lines.length + more.length >= MOST_LINES) break;
    lines.push(...more);
    left -= 1 + shown.rest.length;
  }
  return [...lines, ...(left > 0 ? [`… og ${left} fejl til. Se dem med barometer-report valider.`] : [])].join('\n');
}
