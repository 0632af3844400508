import { setFlagsFromString } from 'node:v8';

/** Versions of V8 (Node 20 to 26) that know the flag: others would complain of it on standard error. */
const knownVersions: readonly number[] = [11, 12, 13, 14];

/**
 * A batch of 98 is over before V8 has compiled it well: its optimising compiler, which works beside the program, puts
 * ever more functions into one another. With little of that, `--alle` takes about 0.9 of the time and 0.85 of the
 * processor time; thousands of reports take as long as before. The flag holds for the whole process, and V8 refuses the
 * program's compiled code under other flags than it was made with: so it is for runs that start no worker.
 */
export function tuneV8(): void {
  const major = Number.parseInt(process.versions.v8, 10);
  if (knownVersions.includes(major)) setFlagsFromString('--max-inlined-bytecode-size-cumulative=60');
}
