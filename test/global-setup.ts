import { spawnSync } from 'node:child_process';

export default function setup(): void {
  spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'ignore' });
}
