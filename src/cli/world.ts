import { availableParallelism } from 'node:os';
import type { Writable } from 'node:stream';
import { exitCode, UserError } from '../errors.ts';

/** All that the program takes from outside besides files: handed in, so that tests can replace it. */
export interface World {
  /** The clock on the wall. */
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results only: paths written, or the document itself. */
  readonly stdout: (chunk: string | Uint8Array) => Promise<void>;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  /** Standard error is a terminal. */
  readonly isTerminal: () => boolean;
  /** Width of the terminal in characters. */
  readonly columns: () => number;
  /** Processors that this process may use. */
  readonly cores: number;
  /** Takes SIGINT and SIGTERM over from the system. */
  readonly onSignal: (listener: (signal: StopSignal) => void) => void;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
}

export type StopSignal = 'SIGINT' | 'SIGTERM';

/** The real world of this process. What a short run may not need is asked for only then: it costs time to load. */
export const realWorld = (): World => ({
  now: () => new Date(),
  monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  env: process.env,
  stdout: (chunk) => write(process.stdout, chunk),
  stderr: (text) => complain(text),
  isTerminal: () => process.stderr.isTTY === true,
  // A terminal that does not know its width says 0.
  columns: () => process.stderr.columns || 80,
  cores: availableParallelism(),
  onSignal: (listener) => {
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
  },
  exit: (code) => process.exit(code),
});

/** A log whose reader has gone away is no reason to stop the work. */
function complain(text: string): void {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  process.stderr.write(text);
}

const unwritable = (cause: NodeJS.ErrnoException): UserError => {
  const reason = cause.code === 'ENOSPC' ? 'der er ikke mere plads' : (cause.code ?? cause.message);
  return new UserError(exitCode.cannotWrite, `Standard output kan ikke skrives: ${reason}.`, { cause });
};

/** Waits until `chunk` is out; a reader that has gone away (`| head`) is no fault of ours. */
function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      error.code === 'EPIPE' ? resolve() : reject(unwritable(error));
    stream.once('error', onError);
    stream.write(chunk, (error) => {
      if (error) return;
      stream.off('error', onError);
      resolve();
    });
  });
}
