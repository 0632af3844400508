import type { Problem } from '../dataset/problem.ts';
import { UserError } from '../errors.ts';
import { exitCode } from '../exit-codes.ts';
import type { Subject } from './report.ts';

/** A report that is not made because rows that it may need are wrong (code 65); `problems` are all of them. */
export class BlockedReport extends UserError {
  readonly problems: readonly Problem[];

  constructor(subject: Subject, problems: readonly Problem[]) {
    super(exitCode.data, messageOf(subject, problems));
    this.name = 'BlockedReport';
    this.problems = problems;
  }
}

/** More lines than these are counted only: `valider` shows them all. */
const MOST_LINES = 20;

function messageOf(subject: Subject, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'en fejl' : `${problems.length} fejl`;
  const rest = problems.length - MOST_LINES;
  return [
    `Rapporten for ${subject.name} er ikke dannet, fordi data har ${count}:`,
    ...problems.slice(0, MOST_LINES).map((problem) => `  ${line(problem)}`),
    ...(rest > 0 ? [`  og ${rest} til; "barometer-report valider" viser dem alle`] : []),
  ].join('\n');
}

function line({ place, value, message, remedy }: Problem): string {
  const at = place.line === 0 ? place.file : `${place.file}:${place.line}:${place.column}`;
  return `${at}: ${value === null ? '' : `${value}: `}${message} ${remedy}`.trimEnd();
}
