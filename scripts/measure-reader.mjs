// Measures the dataset reader beside csv-parse: time and peak memory, each in a process of its own, on a made-up
// dataset of 1,000,000 rows (or as many as the first argument says). Usage: node scripts/measure-reader.mjs [rows]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SUBJECTS = Array.from({ length: 99 }, (_, i) => String(i === 0 ? 0 : 100 + i).padStart(3, '0'));
const PERCENTAGES = new Set([4, 5, 6, 10, 11, 13, 14, 15]);
const DAY = 86_400_000;

/** Rows of distinct cells: every key figure of every subject, day by day. */
function* rows(count) {
  for (let n = 0; n < count; n++) {
    const id = (n % 18) + 1;
    const subject = SUBJECTS[Math.floor(n / 18) % SUBJECTS.length];
    const day = new Date(Date.UTC(2010, 0, 1) + Math.floor(n / 18 / SUBJECTS.length) * DAY).toISOString().slice(0, 10);
    const value = PERCENTAGES.has(id) ? `${(n * 7919) % 100},${n % 10}` : `${(n * 31) % 5000}`;
    yield `${subject};${id};${day};${value};eksempel\n`;
  }
}

function writeDataset(folder, count) {
  const info = { udgave: '2026-06', titel: 'Måling', decimaltegn: ',', kilder: [] };
  writeFileSync(join(folder, 'datasaet.json'), JSON.stringify(info));
  writeFileSync(join(folder, 'indikatorer.csv'), 'kommunekode;indikator;aar;vaerdi;kilde\n000;1.1;2012;16;eksempel\n');
  writeFileSync(
    join(folder, 'noegletal.csv'),
    `kommunekode;noegletal;periode;vaerdi;kilde\n${[...rows(count)].join('')}`,
  );
}

const report = `console.log(JSON.stringify({ ms: Math.round(performance.now() - start), mb: Math.round(process.resourceUsage().maxRSS / 1024), rows }));`;

const ours = `
import { loadDataset } from '${ROOT}src/dataset/index.ts';
const percentages = new Set(${JSON.stringify([...PERCENTAGES])});
const keyFigures = new Map(Array.from({ length: 18 }, (_, i) => [String(i + 1), { table: 'noegletal', id: String(i + 1), measure: percentages.has(i + 1) ? 'percentage' : 'count' }]));
const subjects = new Map(${JSON.stringify(SUBJECTS)}.map((code) => [code, 'Kommune ' + code]));
const catalogue = { subjects, indicators: new Map([['1.1', { table: 'indikatorer', id: '1.1', measure: 'gap' }]]), keyFigures };
const start = performance.now();
const dataset = await loadDataset(process.argv[2], catalogue);
const rows = dataset.problems.length === 0 ? 'all right' : dataset.problems.length + ' problems';
${report}`;

const peer = `
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
const start = performance.now();
let rows = 0;
for await (const _ of createReadStream(process.argv[2] + '/noegletal.csv').pipe(parse({ delimiter: ';' }))) rows++;
${report}`;

async function measure(name, source, folder) {
  const outfile = join(folder, `${name}.mjs`);
  const stdin = { contents: source, resolveDir: ROOT, loader: 'ts' };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  const { stdout, stderr } = spawnSync(process.execPath, [outfile, folder], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const folder = mkdtempSync(join(tmpdir(), 'measure-reader-'));
try {
  writeDataset(folder, Number(process.argv[2] ?? 1_000_000));
  const [reader, csvParse] = [await measure('reader', ours, folder), await measure('csv-parse', peer, folder)];
  process.stdout.write(
    `reader:    ${reader.ms} ms, ${reader.mb} MB, ${reader.rows}\ncsv-parse: ${csvParse.ms} ms, ${csvParse.mb} MB, ${csvParse.rows} rows\n`,
  );
  process.stdout.write(
    `time: ${(reader.ms / csvParse.ms).toFixed(2)} × csv-parse (at most 1.5); peak: ${reader.mb} MB (at most 300)\n`,
  );
  if (reader.ms > 1.5 * csvParse.ms || reader.mb > 300) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
