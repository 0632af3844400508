// How time and memory grow: with the number of reports, and with the years that a dataset goes back.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { longDataset } from './long-dataset.mjs';
import { benchFolder } from './paths.mjs';
import { pinned } from './pin.mjs';
import { timed } from './process.mjs';
import { bin } from './program.mjs';
import { summary } from './stats.mjs';
import { withFolder } from './whole.mjs';

const run = promisify(execFile);

/** For each count: ms per report (the median of several runs where they are short), memory at the end and at most. */
export async function measureCounts(counts, data, log) {
  const results = [];
  for (const count of counts) {
    const times = [];
    let last;
    for (let round = 0; round < (count <= 1000 ? 3 : 1); round++) {
      log(`reports: ${count}`);
      last = await withFolder((folder) => printMany(folder, count, data));
      times.push(last.ms);
    }
    results.push({
      count,
      ms: summary(times),
      peak: last.peak,
      early: last.rss[4] ?? null,
      late: last.rss.at(-1) ?? null,
    });
  }
  return results;
}

async function printMany(folder, count, data) {
  const script = join(benchFolder, 'peers', 'many.mjs');
  const [program, ...args] = pinned([process.execPath, script, folder, String(count)], '0');
  const { stdout } = await run(program, args, { env: { ...process.env, BENCH_DATA: data } });
  return JSON.parse(stdout);
}

/** For each factor: size of the dataset and seconds of `--alle` as a whole process, in turns. */
export async function measureYears(factors, rounds, data, log) {
  return withFolder(async (folder) => {
    const datasets = factors.map((factor) => ({
      factor,
      ...longDataset(data, join(folder, String(factor)), factor),
    }));
    const times = new Map(datasets.map(({ factor }) => [factor, []]));
    for (let round = 0; round < rounds; round++) {
      log(`years: round ${round + 1} of ${rounds}`);
      for (const { factor, folder: long } of datasets) times.get(factor).push(await wholeRun(long));
    }
    return datasets.map(({ factor, rows, bytes }) => ({ factor, rows, bytes, seconds: summary(times.get(factor)) }));
  });
}

const wholeRun = (data) =>
  withFolder((out) =>
    timed([process.execPath, bin, '--alle', '--data', data, '--dato', '2026-06-06', '-q', '-o', out], '0,1'),
  );
