import { exitCode, UserError } from '../errors.ts';
import type { Problem } from './problem.ts';
import { renderProblems } from './render.ts';

/** Structural faults of a dataset (code 65): nothing of it can be trusted. The message is the list of all problems. */
export class DataError extends UserError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(exitCode.data, renderProblems(problems));
    this.name = 'DataError';
    this.problems = problems;
  }
}
