import { parentPort } from 'node:worker_threads';

/** A worker that takes memory as one with a fault would; it answers once it holds half a gigabyte. */
parentPort.on('message', ({ id }) => {
  const taken = [];
  while (taken.length < 640) taken.push(new Array(100_000).fill(taken.length));
  parentPort.postMessage({ id, printout: { ok: true, file: { bytes: taken.length } } });
});
