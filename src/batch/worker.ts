import { parentPort, threadId } from 'node:worker_threads';
import type { Report } from '../report/index.ts';
import { wholeFileWriter } from './atomic-write.ts';
import { realProcesses } from './identity.ts';
import type { PrintAnswer, PrintRequest } from './print-request.ts';
import { makePrinter } from './printer.ts';

/** The life of a worker thread: prints the reports that it is sent, until it is ended. */
export function servePrints(): void {
  const port = parentPort;
  const print = makePrinter(wholeFileWriter(realProcesses().self, { thread: threadId }));
  port?.on('message', async ({ id, ...rest }: PrintRequest) => {
    const printout = await print({ report: JSON.parse(rest.data) as Report, ...rest });
    port.postMessage({ id, printout } satisfies PrintAnswer);
  });
}
