import { type ExitCode, exitCode } from './exit-codes.ts';

/**
 * A fault that the user can mend: `message` says in Danish where it is, what stands there and what to do.
 * Caught in one place (`src/cli/main.ts`), which prints the message and ends with `code`.
 */
export class UserError extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.code = code;
  }
}

/** A fault of the program itself (code 70): never the user's doing, so the message asks for a report of it. */
export class InternalError extends Error {
  readonly code = exitCode.internal;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InternalError';
  }
}
