// What the program does at its limits: very many reports, very many rows, files that nobody should send.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { reportOf } from './inputs.mjs';
import { benchFolder, program, programFolder } from './program.mjs';
import { run, summary, withFolder } from './run.mjs';

const header = 'kommunekode;noegletal;periode;vaerdi;kilde\n';
const script = (name, ...args) => [process.execPath, join(benchFolder, 'peers', name), ...args];

/** Peak memory of one process in MB, after half of its reports and after all. */
export const measureManyReports = (times) =>
  withFolder(async (folder) => {
    const { output } = await run(script('many-reports.mjs', folder, String(times)));
    const peaks = JSON.parse(output);
    return { reports: 98 * times, half: peaks[times >> 1], last: peaks.at(-1) };
  });

/** `use(folder)` with the shipped dataset, but for `file`, which holds `content` in place of the key figures. */
const withDataset = (file, content, use) =>
  withFolder((folder) => {
    for (const shipped of ['datasaet.json', 'indikatorer.csv']) {
      copyFileSync(join(programFolder, 'fixtures', 'juni-2026', shipped), join(folder, shipped));
    }
    writeFileSync(join(folder, file), content);
    return use(folder);
  });

/** `valider` beside csv-parse, which only counts the rows of the same file: seconds and MB of whole processes. */
export const measureRows = (count, names, rounds) =>
  withDataset('noegletal.csv', manyRows(count, names), async (folder) => {
    const [ours, alone] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(await run(program('valider', '--data', folder)));
      alone.push(await run(script('csv-parse.mjs', join(folder, 'noegletal.csv'))));
    }
    const secondsOf = (runs) => summary(runs.map(({ seconds }) => seconds)).median;
    return { count, ratio: secondsOf(ours) / secondsOf(alone), mb: Math.max(...ours.map(({ mb }) => mb)) };
  });

/** Every key figure of every subject, day by day, in whole days: `count` rows or a few more, which no check doubts. */
function manyRows(count, names) {
  const subjects = ['000', ...names.map((name) => reportOf(name).subject.code)];
  const shares = new Set([4, 5, 6, 10, 11, 13, 14, 15]);
  const aDay = 18 * subjects.length;
  const rows = Array.from({ length: Math.ceil(count / aDay) * aDay }, (_, row) => {
    const id = (row % 18) + 1;
    const at = Math.floor(row / 18) % subjects.length;
    const day = new Date(Date.UTC(2010, 0, 1 + Math.floor(row / aDay))).toISOString().slice(0, 10);
    // The country in the middle of the municipalities' shares, and the sum of their counts; no day like another.
    const change = mixed(row) % 97;
    const share = at === 0 ? 50 : 40 + ((at * 7) % 20);
    const number = at === 0 ? 150_000 : 1000 + ((at * 37) % 991);
    const value = shares.has(id) ? `${share},${String(change).padStart(2, '0')}` : `${number + change}`;
    return `${subjects[at]};${id};${day};${value};eksempel\n`;
  });
  return header + rows.join('');
}

/** A number that looks as if made by chance, and is the same every time. */
function mixed(number) {
  const once = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  const twice = Math.imul(once ^ (once >>> 16), 0x45d9f3b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

const manyBytes = Uint8Array.from({ length: 251 }, (_, byte) => byte);

const hostile = {
  'a line of 200 MB': ['noegletal.csv', () => Buffer.concat([Buffer.from(header), Buffer.alloc(200e6, 'x')])],
  'a million columns': ['noegletal.csv', () => `${header.trim()}${';x'.repeat(1e6)}\n`],
  'a quote that never ends': ['noegletal.csv', () => `${header}000;1;2025-12-31;"${'1;2;3\n'.repeat(2e6)}`],
  'a gzip bomb of 1 GB': ['noegletal.csv.gz', () => gzipSync(Buffer.alloc(1e9, header), { level: 1 })],
  'a binary file': ['noegletal.csv', () => Buffer.alloc(20e6, manyBytes)],
};

/** `valider` must refuse each with code 65 and name the file; gives seconds and MB of each. */
export async function measureHostile() {
  const results = [];
  for (const [name, [file, content]] of Object.entries(hostile)) {
    const validate = (folder) => run(program('valider', '--data', folder), 65);
    const { seconds, mb, output } = await withDataset(file, content(), validate);
    if (!output.includes(file)) throw new Error(`${name}: the message does not name the file: ${output}`);
    results.push({ name, seconds, mb, limit: file.endsWith('.gz') ? 5 : 2 });
  }
  return results;
}
