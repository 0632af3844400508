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
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Signals that ask for an end; each has its exit code. SIGHUP: the terminal or the connection is gone. */
export const stopSignals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

export type StopSignal = (typeof stopSignals)[number];

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

/** A command line that cannot be followed. */
export const usageError = (message: string): UserError => new UserError(exitCode.usage, message);

/** The same fault with "place: " before its message, if it is the user's. */
export const withPlace = (place: string, fault: unknown): unknown =>
  fault instanceof UserError ? new UserError(fault.code, `${place}: ${fault.message}`, { cause: fault }) : fault;

/** Gives what `work` gives. A fault of the user's in it gets "place: " before its message. */
export async function atPlace<T>(place: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    throw withPlace(place, fault);
  }
}

/** Lines of problems that one command writes at most. */
const mostLines = 40;
const restLine = 'Resten af fejlene er udeladt. Alle fejl i data vises af barometer-report valider.';

/**
 * Gives the lines of a message that it has not given before, until there are more than can be read. A message of
 * several lines is a heading and its reasons: it is empty when all its reasons have been given.
 */
export function limitProblems(): (message: string) => string {
  const given = new Set<string>();
  return (message) => {
    const [heading = '', ...reasons] = message.split('\n');
    const fresh = reasons.filter((line) => !given.has(line));
    const room = mostLines - given.size;
    if (room < 0 || (reasons.length > 0 && fresh.length === 0)) return '';
    const lines = [heading, ...fresh];
    for (const line of lines) given.add(line);
    return (given.size > mostLines ? [...lines.slice(0, room), restLine] : lines).join('\n');
  };
}
