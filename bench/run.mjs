// Measures the program beside its peers; see README.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceMeasured } from './lib/document.mjs';
import { measureFloor } from './lib/floor.mjs';
import { machine } from './lib/machine.mjs';
import { markdown } from './lib/markdown.mjs';
import { buildFolder, programFolder } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { shippedData } from './lib/program.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: shippedData },
    rounds: { type: 'string', default: '9' },
    only: { type: 'string', default: '' },
    parts: { type: 'string', default: 'cold,batch,memory,counts,years' },
    counts: { type: 'string', default: '98,1000,10000' },
    years: { type: 'string', default: '1,10,16' },
    write: { type: 'boolean', default: false },
  },
});

const list = (text) => text.split(',').filter((part) => part !== '');
const log = (line) => process.stderr.write(`${line}\n`);
const data = resolve(values.data);
const rounds = Number(values.rounds);
const chosen = list(values.only);
const parts = new Set(list(values.parts));
process.env.BENCH_DATA = data; // read by peers.mjs when it is loaded, and by the peers

log('prepare: program, fonts, reports');
const about = { machine: machine(), date: new Date().toISOString().slice(0, 10), command: commandLine() };
const built = spawnSync(process.execPath, [join(programFolder, 'scripts', 'build.mjs')], { stdio: 'inherit' });
if (built.status !== 0) throw new Error('The program cannot be built.');
const codes = await prepare(data);
const { peers } = await import('./lib/peers.mjs');
const { measureWarm } = await import('./lib/warm.mjs');
const { measureBatch, measureCold, measureMemory } = await import('./lib/whole.mjs');
const { measureCounts, measureYears } = await import('./lib/scale.mjs');

const wanted = peers.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
const installed = wanted.filter(({ version }) => version !== null);
const warm = await measureWarm(installed, codes, rounds, log);
const able = installed.filter(({ id }) => warm[id].fault === undefined);
const floor = measureFloor(readFileSync(join(buildFolder, `ours-${codes[0]}.pdf`)), buildFolder, 50);
const factors = list(values.years).map(Number);
const cold = await part('cold', {}, () => measureCold(able, codes[0], 2 * rounds, data, log));
const batch = await part('batch', {}, () => measureBatch(able, codes, Math.ceil(rounds / 2), data, log));
const memory = await part('memory', {}, () => measureMemory(able, codes, data, log));
const counts = await part('counts', undefined, () => measureCounts(list(values.counts).map(Number), data, log));
const years = await part('years', undefined, () => measureYears(factors, Math.ceil(rounds / 2), data, log));
rmSync(join(buildFolder, 'floor.pdf'), { force: true });

const plainPeers = wanted.map(({ id, name, makes, version }) => ({ id, name, makes, version }));
const results = { ...about, peers: plainPeers, warm, floor, cold, batch, memory, counts, years };
const text = markdown(results);
writeFileSync(join(buildFolder, 'results.json'), JSON.stringify(results, null, 2));
if (values.write) replaceMeasured(join(programFolder, 'docs', 'performance.md'), text);
process.stdout.write(`${text}\n`);

/** What `measure` gives; `otherwise` when the part is not wanted or fails, which takes nothing from the others. */
async function part(name, otherwise, measure) {
  if (!parts.has(name)) return otherwise;
  try {
    return await measure();
  } catch (error) {
    log(`${name}: not measured: ${error.message}`);
    process.exitCode = 1;
    return otherwise;
  }
}

function commandLine() {
  return ['node bench/run.mjs', ...process.argv.slice(2)].join(' ');
}
