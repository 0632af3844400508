// Throws mutated workbooks, PDFs, JSON files, templates and tables at the built program, and looks at how it ends:
//   node scripts/fuzz.mjs [number of cases, else 3000] [first seed, else 1] [a word in the names of kinds, else all]
// Every case must end with a documented code other than 70, with a message in Danish where it is not 0, without a stack,
// within 5 seconds and 400 MB. Cases run in child processes of 25, so that one that hangs or dies is found; what fails is
// kept in a folder, with the command that repeats it.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { mutateBytes, mutateJson, mutateText, randomOf } from './fuzz/mutations.mjs';
import { sampleWorkbook } from './fuzz/workbook.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const perChild = 25;
const most = { seconds: 5, megabytes: 400 };
const documented = new Set([0, 1, 2, 65, 66, 73, 75]);

const { program } = require(join(root, 'bin/load.js')).load();

/** Runs the program in this process; gives its code and what it wrote. */
async function run(args) {
  const [stdout, stderr] = [[], []];
  const world = {
    now: () => new Date('2026-06-06T12:00:00Z'),
    monotonic: () => performance.now(),
    // The program watches another machine's lock for five seconds.
    wait: () => new Promise((resolve) => setTimeout(resolve, 10)),
    env: {},
    stdout: async (chunk) => void stdout.push(Buffer.from(chunk).toString()),
    stderr: (text) => void stderr.push(text),
    isTerminal: () => false,
    columns: () => 80,
    onSignal: () => {},
    exit: () => {},
  };
  const code = await program.main(args, world);
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

const dataset = join(root, 'fixtures/juni-2026');
const templateFile = join(root, 'templates/udviklingsrapport.json');
const mapping = {
  fil: 'a.xlsx',
  tabel: 'indikatorer',
  kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
  serie: '1.2',
  kilde: 'eksempel',
};
const declared = JSON.parse(readFileSync(join(dataset, 'datasaet.json'), 'utf8'));

/** Key figures of all areas that the sample workbook has. */
const tableOfAll = `kommunekode;noegletal;periode;vaerdi;kilde\n${['000', '101', '161', '151', '163', '492'].map((code) => `${code};14;2023;1,5;eksempel\n`).join('')}`;

/** A dataset of a workbook, and little more. */
function withWorkbook(folder, bytes, more = {}) {
  writeFileSync(join(folder, 'a.xlsx'), bytes);
  writeFileSync(join(folder, 'datasaet.json'), JSON.stringify({ ...declared, statbank: [{ ...mapping, ...more }] }));
  writeFileSync(join(folder, 'noegletal.csv'), tableOfAll);
}

/** Kinds of cases: each writes files to a folder and gives the command lines to run there. */
const kinds = {
  'workbook, bytes': (random, folder) => {
    withWorkbook(folder, mutateBytes(sampleWorkbook, random));
    return [
      ['tilpas', join(folder, 'a.xlsx')],
      ['valider', '--data', folder],
    ];
  },
  'workbook, parts': (random, folder) => {
    const parts = unzipSync(sampleWorkbook);
    const names = Object.keys(parts);
    for (let left = random.from([1, 1, 2]); left > 0; left--) {
      const name = random.from(names);
      parts[name] = strToU8(mutateText(Buffer.from(parts[name]).toString('utf8'), random));
      if (random.below(20) === 0) delete parts[random.from(names)];
    }
    const present = Object.fromEntries(Object.entries(parts).filter(([, bytes]) => bytes !== undefined));
    withWorkbook(
      folder,
      zipSync(present),
      random.from([{}, { skjulte: 'uden' }, { ark: 'RAS' }, { form: 'bred', kolonner: { kommune: 'A' } }]),
    );
    return [
      ['tilpas', join(folder, 'a.xlsx')],
      ['valider', '--data', folder],
      ['--kommune', '161', '--data', folder, '--ud', join(folder, 'ud/')],
    ];
  },
  pdf: (random, folder) => {
    const name = 'udviklingsrapport-glostrup-2026-06.pdf';
    const seed = readFileSync(join(seeds, 'pdf', name));
    const bytes =
      random.below(2) === 0
        ? mutateBytes(seed, random)
        : Buffer.from(mutateText(seed.toString('latin1'), random), 'latin1');
    mkdirSync(join(folder, 'ud'));
    cpSync(join(seeds, 'pdf/rapporter.json'), join(folder, 'ud/rapporter.json'));
    writeFileSync(join(folder, 'ud', name), bytes);
    const again = [
      '--kommune',
      '161',
      '--kun-aendrede',
      '--ud',
      join(folder, 'ud/'),
      ...random.from([[], ['--overskriv']]),
    ];
    return [['udtraek', join(folder, 'ud', name), '--ud', join(folder, 'tal'), '--overskriv'], again];
  },
  template: (random, folder) => {
    const text = readFileSync(templateFile, 'utf8');
    const path = join(folder, 'skabelon.json');
    writeFileSync(path, random.below(3) === 0 ? mutateText(text, random) : mutateJson(text, random));
    return [['--kommune', '161', '--skabelon', path, '--ud', join(folder, 'ud/'), ...random.from([[], ['--bilag']])]];
  },
  'datasaet.json': (random, folder) => {
    cpSync(join(root, 'test/bad-datasets/statbank-rent'), folder, { recursive: true });
    const path = join(folder, 'datasaet.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, random.below(3) === 0 ? mutateText(text, random) : mutateJson(text, random));
    return [
      ['valider', '--data', folder],
      ['--kommune', '161', '--data', folder, '--ud', join(folder, 'ud/')],
    ];
  },
  'manifest and lock': (random, folder) => {
    cpSync(join(seeds, 'json'), join(folder, 'ud'), { recursive: true });
    const path = join(folder, 'ud/rapporter.json');
    writeFileSync(path, mutateJson(readFileSync(path, 'utf8'), random));
    if (random.below(3) === 0) {
      mkdirSync(join(folder, 'ud/.barometer-laas'));
      const owner = JSON.stringify({ pid: 1, start: '1', boot: '', space: '', host: 'x', since: '2026' });
      writeFileSync(join(folder, 'ud/.barometer-laas/ejer.json'), mutateJson(owner, random));
    }
    return [['--kommune', '161', '--format', 'json', '--kun-aendrede', '--ud', join(folder, 'ud/')]];
  },
  'report in JSON': (random, folder) => {
    cpSync(join(seeds, 'json'), join(folder, 'ud'), { recursive: true });
    const path = join(folder, 'ud/udviklingsrapport-glostrup-2026-06.json');
    writeFileSync(path, mutateJson(readFileSync(path, 'utf8'), random));
    return [['--kommune', '161', '--format', 'json', '--kun-aendrede', '--ud', join(folder, 'ud/'), '--overskriv']];
  },
  table: (random, folder) => {
    cpSync(dataset, folder, { recursive: true });
    const path = join(folder, 'noegletal.csv');
    const text = readFileSync(path, 'utf8').split('\n').slice(0, 400).join('\n');
    const bytes = Buffer.from(mutateText(text, random));
    writeFileSync(path, random.below(2) === 0 ? bytes : mutateBytes(bytes, random));
    if (random.below(4) === 0) {
      rmSync(path);
      writeFileSync(`${path}.gz`, mutateBytes(gzipSync(bytes), random));
    }
    return [
      ['valider', '--data', folder],
      ['tilpas', path],
      ['--kommune', '161', '--data', folder, '--ud', join(folder, 'ud/')],
    ];
  },
};
const isChild = process.argv[2] === '--child';
/** In the child the first and last seed, in the parent how many cases and the first. */
const [one, other, word = ''] = process.argv.slice(isChild ? 3 : 2);
const names = Object.keys(kinds).filter((name) => name.includes(word));

/** What is wrong with how a command ended; null when nothing is. */
function complaint({ code, stdout, stderr }, seconds, name) {
  if (seconds > most.seconds) return `took ${seconds.toFixed(1)} s`;
  if (!documented.has(code)) return `ended with ${code}: ${stderr.slice(0, 300)}`;
  const said = `${stdout}${stderr}`;
  if (/^ +at .+:\d+:\d+\)?$/m.test(stderr) || stderr.includes('Fejl i programmet'))
    return `shows a stack: ${stderr.slice(0, 300)}`;
  if (code !== 0 && !/[a-zæøå]{3}/i.test(said)) return 'says nothing';
  if (code !== 0 && /\b(?:undefined|\[object |TypeError|RangeError|ENOENT)\b/.test(stderr))
    return `says ${stderr.slice(0, 300)}`;
  if (/[^\P{Cc}\n]/u.test(said)) return 'lets control characters through';
  if (name === 'workbook, bytes' && code === 0 && stdout.startsWith('{') && stdout !== plain)
    return 'reads a damaged workbook as another';
  return null;
}

/** What `tilpas` says of the sample as it is. */
let plain = '';
const seeds = process.env.FUZZ_SEEDS ?? mkdtempSync(join(tmpdir(), 'barometer-fuzz-'));

async function child(first, last) {
  writeFileSync(join(seeds, 'a.xlsx'), sampleWorkbook);
  plain = (await run(['tilpas', join(seeds, 'a.xlsx')])).stdout;
  for (let seed = first; seed <= last; seed++) {
    const name = names[seed % names.length];
    const folder = join(seeds, `case-${seed}`);
    mkdirSync(folder);
    const commands = kinds[name](randomOf(seed), folder);
    const wrong = [];
    for (const args of commands) {
      process.stdout.write(`${JSON.stringify({ seed, name, args })}\n`);
      // Of the processor: other work on the machine does not count.
      const began = process.cpuUsage();
      const ended = await run(args);
      const { user, system } = process.cpuUsage(began);
      const seconds = (user + system) / 1e6;
      const found = complaint(ended, seconds, name);
      const megabytes = process.resourceUsage().maxRSS / 1024;
      process.stdout.write(`${JSON.stringify({ seed, name, args, code: ended.code, seconds, megabytes, found })}\n`);
      if (found !== null) wrong.push(found);
    }
    if (wrong.length === 0) rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs cases in a child process; gives what it told, the last being a command that has not ended if it died in it. */
function inChild(first, last) {
  return new Promise((resolve) => {
    const process_ = spawn(
      process.execPath,
      ['--max-old-space-size=512', fileURLToPath(import.meta.url), '--child', first, last, word],
      {
        env: { ...process.env, FUZZ_SEEDS: seeds },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const told = [];
    let timer;
    const patience = () => {
      clearTimeout(timer);
      timer = setTimeout(() => process_.kill('SIGKILL'), 60_000);
    };
    patience();
    createInterface({ input: process_.stdout }).on('line', (line) => {
      patience();
      const event = JSON.parse(line);
      if (event.code !== undefined) told.pop();
      told.push(event);
    });
    process_.on('close', () => {
      clearTimeout(timer);
      resolve(told);
    });
  });
}

/** What is told of a case after it: null when it is as it should be. */
function complaintOf({ code, found, megabytes }) {
  if (code === undefined) return 'died or hung';
  return found ?? (megabytes > most.megabytes ? `the process had grown to ${Math.round(megabytes)} MB` : null);
}

/** Counts a case; gives whether it failed. */
function count(total, event) {
  const code = event.code ?? 'dead';
  total.codes[code] = (total.codes[code] ?? 0) + 1;
  total.seconds = Math.max(total.seconds, event.seconds ?? Number.POSITIVE_INFINITY);
  total.megabytes = Math.max(total.megabytes, event.megabytes ?? 0);
  const why = complaintOf(event);
  if (why === null) return;
  total.failed++;
  say(`seed ${event.seed} (${event.name}): ${event.args.join(' ')}\n    ${why}`);
}

const say = (text) => process.stdout.write(`${text}\n`);

async function parent(cases, start) {
  for (const format of ['pdf', 'json'])
    await run(['--kommune', '161', '--format', format, '--dato', '2026-06-06', '--ud', join(seeds, `${format}/`)]);
  const totals = new Map(names.map((name) => [name, { codes: {}, seconds: 0, megabytes: 0, failed: 0 }]));
  for (let seed = start; seed < start + cases; ) {
    const told = await inChild(seed, Math.min(seed + perChild, start + cases) - 1);
    for (const event of told) count(totals.get(event.name), event);
    // After a death the cases that follow it are still to be run.
    seed = (told.at(-1)?.seed ?? seed) + 1;
  }
  for (const [name, { codes, seconds, megabytes, failed }] of totals)
    say(
      `${name}: codes ${JSON.stringify(codes)}, at most ${seconds.toFixed(1)} s and ${Math.round(megabytes)} MB, ${failed} failed`,
    );
  const failed = [...totals.values()].reduce((sum, one) => sum + one.failed, 0);
  if (failed === 0) rmSync(seeds, { recursive: true });
  else say(`What failed is in ${seeds}; node scripts/fuzz.mjs 1 <seed> ${word} repeats one.`);
  process.exitCode = failed === 0 ? 0 : 1;
}

if (isChild) await child(Number(one), Number(other));
else await parent(Number(one ?? 3000), Number(other ?? 1));
