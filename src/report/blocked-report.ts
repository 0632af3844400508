import { type Problem, renderSome } from '../dataset/index.ts';
import { exitCode, UserError } from '../errors.ts';
import type { Subject } from './report.ts';

/** A report that is not made because rows that it may need are wrong (code 65); `problems` are all of them. */
export class BlockedReport extends UserError {
  readonly problems: readonly Problem[];

  constructor(subject: Subject, problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'en fejl' : `${problems.length} fejl`;
    const heading = `Rapporten for ${subject.name} kan ikke laves, fordi datasættet har ${count}:`;
    super(exitCode.data, `${heading}\n${renderSome(problems)}`);
    this.name = 'BlockedReport';
    this.problems = problems;
  }
}
