import { threadId } from 'node:worker_threads';
import { wholeFileWriter } from './atomic-write.ts';
import { realProcesses } from './identity.ts';
import { makePrinter } from './printer.ts';

/** Entry of a worker thread: prints the reports that it is handed. */
export default makePrinter(wholeFileWriter(realProcesses().self, { thread: threadId }));
