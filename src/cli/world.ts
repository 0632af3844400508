import type { Writable } from 'node:stream';

/** All that the program takes from outside besides files: handed in, so that tests can replace it. */
export interface World {
  /** The clock, asked once per run. */
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results only: paths written, or the document itself. */
  readonly stdout: (chunk: string | Uint8Array) => Promise<void>;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  /** Standard error is a terminal. */
  readonly isTerminal: boolean;
}

/** The real world of this process. */
export const realWorld = (): World => ({
  now: () => new Date(),
  env: process.env,
  stdout: (chunk) => write(process.stdout, chunk),
  stderr: (text) => void process.stderr.write(text),
  isTerminal: process.stderr.isTTY === true,
});

/** Waits until `chunk` is out; a reader that has gone away (`| head`) is no fault of ours. */
function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => (error.code === 'EPIPE' ? resolve() : reject(error));
    stream.once('error', onError);
    stream.write(chunk, (error) => {
      if (error) return;
      stream.off('error', onError);
      resolve();
    });
  });
}
