import { exitCode } from '../exit-codes.ts';
import { shipped } from '../paths.ts';
import { type PrintLane, perThread } from './lanes.ts';
import type { PrintJob, Printout } from './printer.ts';

export interface Workers {
  readonly lane: PrintLane;
  /** Ends the threads at once, whatever they do. */
  readonly close: () => Promise<void>;
}

/** A pool of threads that take reports by name of the file that they run. */
interface Pool {
  readonly run: (job: PrintJob) => Promise<Printout>;
  readonly destroy: () => Promise<void>;
}

/** Memory of one worker in MB: many times what a report needs, so that a runaway ends as one report's fault. */
const memory = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

/**
 * Starts `threads` workers. A worker that dies is replaced by the pool. Its reports are tried once more, each alone in
 * a worker, so that one that kills workers is told from those that were at hand; then it is named.
 */
export async function startWorkers(threads: number, file: string = shipped('dist/worker.js')): Promise<Workers> {
  const { Piscina } = await import('piscina');
  const open = (maxThreads: number, concurrentTasksPerWorker: number): Pool => {
    const pool = new Piscina({
      filename: file,
      minThreads: maxThreads,
      maxThreads,
      concurrentTasksPerWorker,
      resourceLimits: memory,
    });
    // Deaths reach us through the report that was at hand.
    pool.on('error', () => {});
    return pool;
  };
  const pool = open(threads, perThread);
  let ward: Pool | undefined;
  const again = (job: PrintJob): Promise<Printout> => {
    ward ??= open(1, 1);
    return ward.run(job).catch((death: unknown) => ({ ok: false, fault: deathOf(death) }));
  };
  return {
    lane: { capacity: threads * perThread, run: (job) => pool.run(job).catch(() => again(job)) },
    close: async () => {
      await Promise.all([pool.destroy(), ward?.destroy()]);
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
