import { exitCode } from '../errors.ts';
import { shipped } from '../paths.ts';
import { type PrintLane, perThread } from './lanes.ts';
import { openPool, type Pool } from './pool.ts';
import type { PrintJob, Printout } from './printer.ts';

export interface Workers {
  readonly lane: PrintLane;
  /** Ends the threads at once, whatever they do. */
  readonly close: () => Promise<void>;
}

/**
 * Starts `threads` workers. A worker that dies is replaced. The reports it had in hand are tried once more, each alone
 * in a worker, so that one that kills workers is told from those that were at hand; then it is named.
 */
export function startWorkers(threads: number, file: string = shipped('bin/worker.js')): Workers {
  const pool = openPool({ threads, file });
  let ward: Pool | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const alone = (job: PrintJob): Promise<Printout> => {
    ward ??= openPool({ threads: 1, file });
    const { run } = ward;
    const printout = queue
      .then(() => run(job))
      .catch((death: unknown) => ({ ok: false, fault: deathOf(death) }) as const);
    queue = printout;
    return printout;
  };
  return {
    lane: { capacity: threads * perThread, run: (job) => pool.run(job).catch(() => alone(job)) },
    close: async () => {
      await Promise.all([pool.close(), ward?.close()]);
    },
  };
}

function deathOf(death: unknown): Extract<Printout, { ok: false }>['fault'] {
  const reason = death instanceof Error ? death.message : String(death);
  return {
    code: exitCode.internal,
    message: `Fejl i programmet: den tråd, der lavede rapporten, døde to gange (${reason}).`,
    scope: 'report',
    stack: null,
  };
}
