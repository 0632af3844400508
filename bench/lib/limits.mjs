// What the program does at its limits: very many reports, very many rows, files that nobody should send.
import { closeSync, copyFileSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readInput } from './inputs.mjs';
import { benchFolder, program, programFolder } from './program.mjs';
import { run, summary, withFolder } from './run.mjs';

const shipped = join(programFolder, 'fixtures', 'juni-2026');
const header = 'kommunekode;noegletal;periode;vaerdi;kilde\n';
const peer = (name) => join(benchFolder, 'peers', name);

/** Peak memory of one process in MB, after half of its reports and after all. */
export const measureManyReports = (times) =>
  withFolder(async (folder) => {
    const { output } = await run([process.execPath, peer('many-reports.mjs'), folder, String(times)]);
    const peaks = JSON.parse(output);
    return { reports: 98 * times, half: peaks[times >> 1], last: peaks.at(-1) };
  });

/** `valider` on a dataset of so many rows beside csv-parse, which only counts them: seconds and MB of whole processes. */
export const measureRows = (count, names, rounds) =>
  withFolder(async (folder) => {
    copyFileSync(join(shipped, 'datasaet.json'), join(folder, 'datasaet.json'));
    copyFileSync(join(shipped, 'indikatorer.csv'), join(folder, 'indikatorer.csv'));
    const file = join(folder, 'noegletal.csv');
    writeRows(file, count, ['000', ...names.map((name) => JSON.parse(readInput(name, 'json')).subject.code)]);
    const [ours, alone] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(await run(program('valider', '--data', folder)));
      alone.push(await run([process.execPath, peer('csv-parse.mjs'), file]));
    }
    const secondsOf = (runs) => summary(runs.map(({ seconds }) => seconds)).median;
    const mbOf = (runs) => Math.max(...runs.map(({ mb }) => mb));
    return { count, seconds: secondsOf(ours), mb: mbOf(ours), alone: { seconds: secondsOf(alone), mb: mbOf(alone) } };
  });

/** Every key figure of every subject, day by day. Shares end in a decimal, counts do not. */
function writeRows(file, count, subjects) {
  const shares = new Set([4, 5, 6, 10, 11, 13, 14, 15]);
  const target = openSync(file, 'w');
  let text = header;
  for (let row = 0; row < count; row++) {
    const id = (row % 18) + 1;
    const subject = subjects[Math.floor(row / 18) % subjects.length];
    const day = new Date(Date.UTC(2010, 0, 1 + Math.floor(row / 18 / subjects.length))).toISOString().slice(0, 10);
    const value = shares.has(id) ? `${(row * 7919) % 100},${row % 10}` : `${1000 + ((row * 31) % 500)}`;
    text += `${subject};${id};${day};${value};eksempel\n`;
    if (text.length > 1e6 || row === count - 1) {
      writeSync(target, text);
      text = '';
    }
  }
  closeSync(target);
}

const hostile = {
  'a line of 200 MB': ['noegletal.csv', () => Buffer.concat([Buffer.from(header), Buffer.alloc(200e6, 'x')])],
  'a million columns': ['noegletal.csv', () => `${header.trim()}${';x'.repeat(1e6)}\n`],
  'a quote that never ends': ['noegletal.csv', () => `${header}000;1;2025-12-31;"${'1;2;3\n'.repeat(2e6)}`],
  'a gzip bomb of 1 GB': ['noegletal.csv.gz', () => gzipSync(Buffer.alloc(1e9, header), { level: 1 })],
  'a binary file': [
    'noegletal.csv',
    () =>
      Buffer.alloc(
        20e6,
        Uint8Array.from({ length: 251 }, (_, byte) => byte),
      ),
  ],
};

/** `valider` must refuse each with code 65 and name the file; gives seconds and MB of each. */
export async function measureHostile() {
  const results = [];
  for (const [name, [file, bytes]] of Object.entries(hostile)) {
    await withFolder(async (folder) => {
      copyFileSync(join(shipped, 'datasaet.json'), join(folder, 'datasaet.json'));
      copyFileSync(join(shipped, 'indikatorer.csv'), join(folder, 'indikatorer.csv'));
      writeFileSync(join(folder, file), bytes());
      const { seconds, mb, output } = await run(program('valider', '--data', folder), 65);
      if (!output.includes(file))
        throw new Error(`${name}: the message does not name ${file}: ${output.slice(0, 200)}`);
      results.push({ name, seconds, mb, limit: file.endsWith('.gz') ? 5 : 2 });
    });
  }
  return results;
}
