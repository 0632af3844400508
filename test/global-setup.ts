import { execFileSync } from 'node:child_process';

/** Tests of the command run the built program, so it is built once before all tests. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
}
