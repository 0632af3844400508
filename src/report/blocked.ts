import type { Problem } from '../dataset/problem.ts';
import { renderProblems } from '../dataset/render.ts';
import { exitCode, UserError } from '../errors.ts';
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

function messageOf(subject: Subject, problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'en fejl' : `${problems.length} fejl`;
  return `Rapporten for ${subject.name} er ikke dannet, fordi data har ${count}:\n${renderProblems(problems)}`;
}
