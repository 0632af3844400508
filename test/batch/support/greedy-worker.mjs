import { parentPort } from 'node:worker_threads';

/** A worker that takes memory without end, as one with a fault would. */
parentPort.on('message', () => {
  const taken = [];
  for (;;) taken.push(new Array(100_000).fill(taken.length));
});
