import { parentPort } from 'node:worker_threads';

/** A worker that takes all jobs and answers none. */
parentPort.on('message', () => {});
