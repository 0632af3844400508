// The site's pages as people write them with Eleventy: handed finished JSON, without charts, data files and checks.
// `npx @11ty/eleventy --config=peers/eleventy/eleventy.config.mjs --quiet --output=<folder>`, from bench/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from '../../lib/inputs.mjs';

const read = (name) => JSON.parse(readFileSync(join(siteFolder, name), 'utf8'));

export default function (config) {
  config.addGlobalData('reports', () => read('reports.json'));
  config.addGlobalData('series', () => read('series.json'));
  config.setUseGitIgnore(false);
  return { dir: { input: 'peers/eleventy/pages', includes: '../layouts' } };
}
