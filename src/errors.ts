/** Exit codes of the command line, after sysexits.h where it has one. They are a contract: scripts rest on them. */
export const exitCode = {
  ok: 0,
  partial: 1,
  usage: 2,
  data: 65,
  noInput: 66,
  internal: 70,
  cannotWrite: 73,
  locked: 75,
  sigint: 130,
  sigterm: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * A fault that the user can mend: `message` says in Danish where it is, what stands there and what to do.
 * Caught in one place (`src/main.ts`), which prints the message and ends with `code`.
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
