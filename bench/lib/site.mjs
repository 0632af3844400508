// An edition as a whole: `udgiv` beside the same reports alone, and what is left of it beside Eleventy.
import { join } from 'node:path';
import { benchFolder, program, reportOptions } from './program.mjs';
import { run, summary, withFolder } from './run.mjs';

const eleventy = (folder) => [
  process.execPath,
  join(benchFolder, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'),
  `--config=${join(benchFolder, 'peers', 'eleventy', 'eleventy.config.mjs')}`,
  '--quiet',
  `--output=${folder}`,
];

/** Seconds of whole processes, in turns, and the most memory that `udgiv` held in MB. */
export async function measureSite(rounds) {
  const seconds = { reports: [], edition: [], eleventy: [] };
  let mb = 0;
  for (let round = 0; round < rounds; round++) {
    await withFolder(async (folder) => {
      const all = await run(program('--alle', '--bilag', ...reportOptions(join(folder, 'reports'))));
      const edition = await run(program('udgiv', ...reportOptions(join(folder, 'edition'))));
      const pages = await run(eleventy(join(folder, 'pages')));
      seconds.reports.push(all.seconds);
      seconds.edition.push(edition.seconds);
      seconds.eleventy.push(pages.seconds);
      mb = Math.max(mb, edition.mb);
    });
  }
  const [reports, edition, peer] = Object.values(seconds).map((runs) => summary(runs).median);
  return { reports, edition, eleventy: peer, mb };
}
