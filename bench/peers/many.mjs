// Prints and writes as many reports as asked for in this one process, and tells how time and memory went, by the
// hundred. The list of municipalities is gone through again and again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { openProgram } from '../lib/program.mjs';

const [folder, count] = process.argv.slice(2);
const program = await openProgram(process.env.BENCH_DATA);
const every = 100;
const rss = [];
const peak = () => process.resourceUsage().maxRSS / 1024;

const start = performance.now();
for (let index = 0; index < Number(count); index++) {
  const code = program.codes[index % program.codes.length];
  writeFileSync(join(folder, `${code}.pdf`), program.print(code));
  if (index % every === every - 1) rss.push(process.memoryUsage.rss() / 1024 / 1024);
}
const ms = (performance.now() - start) / Number(count);
process.stdout.write(`${JSON.stringify({ count: Number(count), ms, rss, peak: peak() })}\n`);
