// The program in one process for a long time: `--alle` again and again. `node many-reports.mjs <folder> <times>`
// Prints the peak of its memory in MB after each time.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadMain, reportOptions } from '../lib/program.mjs';

const [folder, times] = process.argv.slice(2);
const main = loadMain();
const peaks = [];
for (let time = 0; time < Number(times); time++) {
  const target = join(folder, String(time));
  const code = await main(['--alle', ...reportOptions(target)]);
  if (code !== 0) throw new Error(`The program ended with ${code}.`);
  rmSync(target, { recursive: true });
  // A run listens for signals as long as its process lives, and there is usually one in a process.
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.removeAllListeners(signal);
  peaks.push(Math.round(process.resourceUsage().maxRSS / 1024));
}
process.stdout.write(JSON.stringify(peaks));
