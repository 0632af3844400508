import { cpus, loadavg, totalmem } from 'node:os';
import { pinning } from './pin.mjs';

/** "2 cores Intel(R) Xeon(R) …, 8 GB, Node 20.20.2, cores bound by taskset, load 0.1 before the run" */
export function machine() {
  const { length, 0: first } = cpus();
  const load = loadavg()[0].toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${length} cores ${first.model.trim()}, ${memory} GB, Node ${process.versions.node}, cores bound by ${pinning}, load ${load} before the run`;
}
