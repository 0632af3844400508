import { Worker } from 'node:worker_threads';
import type { PrintAnswer, PrintRequest } from './print-request.ts';
import type { PrintJob, Printout } from './printer.ts';

/** Worker threads that print. A job is handed to the thread with the fewest in hand. */
export interface Pool {
  /** Rejects when the thread that had the job died. */
  readonly run: (job: PrintJob) => Promise<Printout>;
  /** Ends the threads at once; jobs in hand are never answered. */
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly threads: number;
  /** The script that each thread runs; answers each `PrintRequest` with a `PrintAnswer`. */
  readonly file: string;
}

/** Memory of one worker in MB: many times what a report needs, so that a runaway ends as one report's fault. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };

interface Waiting {
  readonly resolve: (printout: Printout) => void;
  readonly reject: (death: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Jobs in hand by number. */
  readonly inHand: Map<number, Waiting>;
}

/** Starts the threads; one that dies is replaced when the next job comes. */
export function openPool({ threads: size, file }: PoolOptions): Pool {
  const threads = new Set<Thread>();
  let last = 0;
  let closed = false;
  const start = (): Thread => {
    const thread = startThread(file, (death) => {
      threads.delete(thread);
      // What was at hand when the pool was closed is nobody's any more.
      if (!closed) for (const { reject } of thread.inHand.values()) reject(death);
    });
    threads.add(thread);
    return thread;
  };
  while (threads.size < size) start();
  return {
    run: async (job) => {
      while (threads.size < size && !closed) start();
      return send(leastBusy(threads), ++last, job);
    },
    close: async () => {
      closed = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

function startThread(file: string, died: (death: Error) => void): Thread {
  const worker = new Worker(file, { resourceLimits });
  const inHand = new Map<number, Waiting>();
  let death: Error | null = null;
  worker.on('message', ({ id, printout }: PrintAnswer) => {
    inHand.get(id)?.resolve(printout);
    inHand.delete(id);
  });
  worker.on('error', (fault: Error) => {
    death = fault;
  });
  // An answer that cannot be read would leave its job waiting for ever.
  worker.on('messageerror', (fault: Error) => {
    death = fault;
    worker.terminate();
  });
  worker.on('exit', (code) => died(death ?? new Error(`exit code ${code}`)));
  return { worker, inHand };
}

function leastBusy(threads: Iterable<Thread>): Thread | undefined {
  let least: Thread | undefined;
  for (const thread of threads) {
    if (least === undefined || thread.inHand.size < least.inHand.size) least = thread;
  }
  return least;
}

function send(thread: Thread | undefined, id: number, { report: _, ...rest }: PrintJob): Promise<Printout> {
  const request: PrintRequest = { id, ...rest };
  return new Promise((resolve, reject) => {
    // A closed pool has no threads, and answers as one that was closed with the job in hand: not at all.
    if (thread === undefined) return;
    thread.worker.postMessage(request);
    thread.inHand.set(id, { resolve, reject });
  });
}
