// An edition as a whole: `udgiv` beside the same reports alone; and its pages beside those of Eleventy.
import { join } from 'node:path';
import { ourPages, siteFolder } from './inputs.mjs';
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
  const seconds = { reports: [], edition: [], pages: [], eleventy: [] };
  let mb = 0;
  for (let round = 0; round < rounds; round++) {
    await withFolder(async (folder) => {
      const all = await run(program('--alle', '--bilag', ...reportOptions(join(folder, 'reports'))));
      const edition = await run(program('udgiv', ...reportOptions(join(folder, 'edition'))));
      const pages = await run([process.execPath, ourPages, join(siteFolder, 'reports.json'), join(folder, 'pages')]);
      const peer = await run(eleventy(join(folder, 'eleventy')));
      seconds.reports.push(all.seconds);
      seconds.edition.push(edition.seconds);
      seconds.pages.push(pages.seconds);
      seconds.eleventy.push(peer.seconds);
      mb = Math.max(mb, edition.mb);
    });
  }
  const medians = Object.entries(seconds).map(([name, runs]) => [name, summary(runs).median]);
  return { ...Object.fromEntries(medians), mb };
}
