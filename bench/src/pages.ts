import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sitePages } from '../../src/edition/site/index.ts';
import type { Report } from '../../src/report/index.ts';

// Makes the pages of an edition from finished reports: `node pages.cjs <reports.json> <folder>`.
const [input = '', folder = ''] = process.argv.slice(2);
const reports: [Report, ...Report[]] = JSON.parse(readFileSync(input, 'utf8'));
for (const { path, bytes } of sitePages({
  reports,
  missing: [],
  pdfOf: () => undefined,
  previous: null,
  creator: '',
})) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
