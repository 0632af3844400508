import type { Writable } from 'node:stream';
import { exitCode, type StopSignal, stopSignals, UserError } from '../errors.ts';

/** All that the program takes from outside besides files: handed in, so that tests can replace it. */
export interface World {
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results only: paths written, or the document itself. */
  readonly stdout: (chunk: string | Uint8Array) => Promise<void>;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  readonly isTerminal: () => boolean;
  readonly columns: () => number;
  /** Takes the signals that ask for an end over from the system, until what it returns is called. */
  readonly onSignal: (listener: (signal: StopSignal) => void) => () => void;
  readonly exit: (code: number) => void;
}

export const realWorld = (): World => ({
  now: () => new Date(),
  monotonic: () => Number(process.hrtime.bigint() / 1000n) / 1000,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  env: process.env,
  // Streams are asked for only when used: a pipe or terminal takes time to open.
  stdout: (chunk) => write(process.stdout, chunk),
  stderr: (text) => complain(text),
  isTerminal: () => process.stderr.isTTY === true,
  // A terminal that does not know its width says 0.
  columns: () => process.stderr.columns || 80,
  onSignal: (listener) => {
    for (const signal of stopSignals) process.on(signal, listener);
    return () => {
      for (const signal of stopSignals) process.off(signal, listener);
    };
  },
  exit: (code) => process.exit(code),
});

/** A log whose reader has gone away is no reason to stop the work. */
function complain(text: string): void {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  process.stderr.write(text);
}

/** Waits until `chunk` is out. A reader or a terminal that has gone away (`| head`, SIGHUP) is not an error. */
function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void =>
      error.code === 'EPIPE' || (error.code === 'EIO' && 'isTTY' in stream) ? resolve() : reject(unwritable(error));
    stream.once('error', onError);
    stream.write(chunk, (error) => {
      if (error) return;
      stream.off('error', onError);
      resolve();
    });
  });
}

const unwritable = (cause: NodeJS.ErrnoException): UserError => {
  const reason = cause.code === 'ENOSPC' ? 'der er ikke mere plads' : (cause.code ?? (cause.message || 'ukendt fejl'));
  return new UserError(exitCode.cannotWrite, `Der kan ikke skrives til stdout: ${reason}.`, { cause });
};

/** Takes SIGHUP, SIGINT and SIGTERM over from the system, which would end the process. */
export function takeSignals(world: Pick<World, 'onSignal' | 'exit'>) {
  const controller = new AbortController();
  let armed: ((signal: StopSignal) => void) | null = null;
  const giveBack = world.onSignal((name) => {
    if (armed === null || controller.signal.aborted) return world.exit(exitCode[name]);
    armed(name);
    controller.abort(name);
  });
  return {
    /** Aborted by the first signal after `arm`, with its name as the reason. */
    signal: controller.signal,
    /** From now on the first signal asks for an orderly end. Before it, and from the second on, the process ends at once. */
    arm: (onStop: (signal: StopSignal) => void): void => {
      armed = onStop;
    },
    /** From now on a signal ends the process even while it computes. */
    giveBack,
  };
}
