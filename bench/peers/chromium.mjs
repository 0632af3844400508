// One browser for all reports. `node chromium.mjs <browser> <folder> <name>...`
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { inputFile } from '../lib/inputs.mjs';
import { writeReports } from './write-reports.mjs';

const [executablePath, folder, ...names] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const page = await browser.newPage();
await writeReports(folder, names, async (name) => {
  await page.goto(pathToFileURL(inputFile(name, 'html')).href);
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
});
await browser.close();
