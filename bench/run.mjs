// Measures the program beside its peers; see README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureHostile, measureManyReports, measureRows } from './lib/limits.mjs';
import { makeInputs } from './lib/make-inputs.mjs';
import { markdown } from './lib/markdown.mjs';
import { measurePeers } from './lib/measure.mjs';
import { peers } from './lib/peers.mjs';
import { programFolder } from './lib/program.mjs';
import { run } from './lib/run.mjs';
import { measureSite } from './lib/site.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const log = (line) => process.stderr.write(`${line}\n`);
const rounds = Number(options.rounds);
const about = {
  date: new Date().toISOString().slice(0, 10),
  command: ['node bench/run.mjs', ...process.argv.slice(2)].join(' '),
  machine: machine(),
};

log('build the program, make the inputs of the peers');
await run([process.execPath, join(programFolder, 'scripts', 'build.mjs')]);
const names = await makeInputs();
const wanted = peers.filter(({ id, slow }) => options.only?.split(',').includes(id) ?? !(options.quick && slow));
const installed = wanted.filter(({ version }) => version !== null);
const measured = await measurePeers(installed, names, rounds, log);
log('very many reports');
const many = await measureManyReports(options.quick ? 11 : 102);
log('very many rows');
const rows = await measureRows(1_000_000, names, rounds);
log('a whole edition');
const site = await measureSite(rounds);
log('hostile files');
const hostile = await measureHostile();

const text = markdown({ ...about, peers: wanted, measured, many, rows, site, hostile });
process.stdout.write(`${text}\n`);
if (options.write) await writeInto(join(programFolder, 'docs', 'performance.md'));

function machine() {
  const { length, 0: first } = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0].toFixed(1);
  return `${length} cores ${first.model.trim()}, ${memory} GB, Node ${process.versions.node}, load ${load} before the run`;
}

/** Puts the results between the markers of a document; the rest of it stays. */
async function writeInto(file) {
  const [begin, end] = ['<!-- measured: begin -->', '<!-- measured: end -->'];
  const old = readFileSync(file, 'utf8');
  const [from, to] = [old.indexOf(begin), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers ${begin} and ${end}`);
  writeFileSync(file, `${old.slice(0, from + begin.length)}\n\n${text}\n\n${old.slice(to)}`);
}
