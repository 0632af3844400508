import { appendFileSync, existsSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

/** A worker that dies of each report the first time; the second it answers nothing, and shows in its log that it lives. */
parentPort.on('message', ({ folder: log }) => {
  if (!existsSync(log)) {
    appendFileSync(log, 'first\n');
    process.exit(7);
  }
  setInterval(() => appendFileSync(log, 'alive\n'), 5);
});
