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
