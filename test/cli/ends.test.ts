import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { watch } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { codedDataset } from '../batch/support/coded-dataset.ts';
import { reportsIn } from '../batch/support/truth.ts';
import { temporaryFolder } from '../helpers/command.ts';

const bin = fileURLToPath(new URL('../../bin/barometer-report.js', import.meta.url));

/** A dataset of a few municipalities, which anybody may read. */
const north = codedDataset(temporaryFolder(afterAll), { region: 'Region Nordjylland' });
chmodSync(north, 0o755);

interface Setting {
  readonly cwd?: string;
  readonly uid?: number;
  /** File that standard output goes to. */
  readonly output?: string;
  /** Shell words before the command. */
  readonly before?: string;
}

/** Starts the built program through a shell, which it replaces; `ended` gives the code as the shell shows it. */
function start(args: readonly string[], { cwd, uid, output = '/dev/null', before = '' }: Setting = {}) {
  const out = openSync(output, 'w');
  const child = spawn('bash', ['-c', `${before} exec "$0" "$@"`, process.execPath, bin, ...args], {
    stdio: ['ignore', out, 'pipe'],
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid, gid: uid }),
  });
  closeSync(out);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = new Promise<{ code: number | string; stderr: string }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code: code ?? signal ?? '', stderr }));
  });
  return { child, ended };
}

const runIn = (setting: Setting, ...args: string[]) => start(args, setting).ended;

/** Sends SIGTERM to a run once `isThere`, which gets its process id. Gives the milliseconds until the end. */
async function terminated(args: readonly string[], isThere: (pid: number) => Promise<void>) {
  const { child, ended } = start(args);
  await Promise.race([isThere(child.pid ?? 0), ended]);
  const began = performance.now();
  child.kill('SIGTERM');
  return { ...(await ended), milliseconds: performance.now() - began };
}

/** Until a run has found the lock of a folder taken: the lock that it would have put there is gone again. */
async function lockIsFound(folder: string): Promise<void> {
  for await (const { filename } of watch(folder))
    if (filename?.startsWith('.barometer-laas-ny-') && !existsSync(join(folder, filename))) return;
}

/** Until a process has read so many bytes; the program itself is 3 MB. */
async function hasRead(bytes: number, pid: number): Promise<void> {
  const read = () => Number(/^rchar: (\d+)/.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1]);
  while (read() < bytes) await setTimeout(10);
}

const stopped = expect.toSatisfy((code) => code === 143 || code === 'SIGTERM', 'stopped by SIGTERM');

describe('SIGTERM ends a run within seconds', () => {
  it('while it waits for the lock of another machine, which it leaves', async () => {
    const folder = temporaryFolder();
    const owner = { pid: 1, start: '1', boot: 'b', space: 's', host: 'anden', since: '2026-06-06T01:00:00.000Z' };
    const file = join(folder, '.barometer-laas', 'ejer-1.json');
    mkdirSync(join(folder, '.barometer-laas'));
    writeFileSync(file, JSON.stringify(owner));
    const found = lockIsFound(folder);
    const { code, milliseconds } = await terminated(
      ['--kommune', 'Aalborg', '--data', north, '--ud', folder],
      () => found,
    );
    expect(code).toEqual(stopped);
    expect(milliseconds).toBeLessThan(5000);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(owner);
  });

  it('while it reads and parses', async () => {
    const data = codedDataset(temporaryFolder());
    const table = join(data, 'indikatorer.csv');
    const rows = readFileSync(table, 'utf8').replace(/^.*\n/, '');
    for (let copy = 0; copy < 150; copy++) appendFileSync(table, rows);
    const { code, milliseconds } = await terminated(['valider', '--data', data], (pid) => hasRead(5_000_000, pid));
    expect(code).toEqual(stopped);
    expect(milliseconds).toBeLessThan(5000);
  });
});

it('says what was written when standard output is full', async () => {
  const folder = temporaryFolder();
  const asked = ['-k', 'Aalborg', '-k', 'Rebild', '--data', north, '--format', 'json', '--ud', folder];
  const { code, stderr } = await runIn({ output: '/dev/full' }, ...asked);
  expect(code).toBe(73);
  expect(stderr).toContain(`2 rapporter skrevet til ${folder}`);
  expect(stderr).toContain('Der kan ikke skrives til stdout: der er ikke mere plads.');
  const log = (await runIn({ output: '/dev/full' }, ...asked, '--log', 'json')).stderr;
  expect(log).toContain('"haendelse":"slut","kode":73');
  expect(log).toContain('"haendelse":"fejl","kode":73');
  expect(reportsIn(folder)).toHaveLength(2);
});

describe('in a working directory that is gone', () => {
  /** Runs from a folder that the shell removes before it starts the program. */
  function there(...args: string[]) {
    const cwd = join(temporaryFolder(), 'vaek');
    mkdirSync(cwd);
    return runIn({ cwd, before: 'rmdir "$PWD";' }, ...args);
  }

  it.each([
    ['--kommune', 'Glostrup'],
    ['--kommune', 'Aalborg', '--data', north, '--ud', 'min.pdf'],
    ['valider', '--data', 'datasaet'],
  ])('%s %s %s %s ends with 66', async (...args) => {
    const { code, stderr } = await there(...args.filter((one) => one !== undefined));
    expect(code).toBe(66);
    expect(stderr).toContain('findes ikke');
    expect(stderr).not.toContain('uv_cwd');
  });

  it('reports can be written elsewhere', async () => {
    const folder = temporaryFolder();
    const { code } = await there('--kommune', 'Glostrup', '--format', 'json', '--ud', folder);
    expect([code, reportsIn(folder).length]).toEqual([0, 1]);
  });
});

const nobody = 65_534;
/** Whether the tests may run a program as somebody else; a Node below root's own folder is out of their reach. */
const runsAsNobody =
  process.getuid?.() === 0 && spawnSync(process.execPath, ['-v'], { uid: nobody, gid: nobody }).status === 0;

describe.skipIf(!runsAsNobody)('below a folder that may not be looked into', () => {
  it.each([
    [['--kommune', 'Aalborg', '--data', north, '--ud', 'LUKKET/ud'], 73, 'du har ikke adgang til at skrive i'],
    [['--alle', '--data', north, '--ud', 'LUKKET/ud/mere'], 73, 'du har ikke adgang til at skrive i'],
    [['--kommune', 'Aalborg', '--data', north, '--ud', 'LUKKET/min.pdf'], 73, 'du har ikke adgang til at skrive i'],
    [['valider', '--data', 'LUKKET/data'], 66, 'du ikke har adgang'],
    [['--kommune', 'Glostrup', '--data', 'LUKKET/data'], 66, 'du ikke har adgang'],
    [['--fil', 'LUKKET/liste.txt', '--data', north], 66, 'du ikke har adgang'],
  ] as const)('%j ends with %i', async (args, expected, reason) => {
    const open = temporaryFolder();
    chmodSync(open, 0o755);
    const closed = join(open, 'lukket');
    mkdirSync(closed, { mode: 0o700 });
    const { code, stderr } = await runIn(
      { uid: nobody, cwd: open },
      ...args.map((one) => one.replace('LUKKET', closed)),
    );
    expect(stderr).toContain(reason);
    expect(stderr).toContain(closed);
    expect(code).toBe(expected);
    rmdirSync(closed);
  });
});

it('says in words that too many files are open', async () => {
  const folder = temporaryFolder();
  const reports = ['--region', 'Nordjylland', '--data', north, '--format', 'json'];
  // Node itself needs 18 or more to start, a batch a few beyond that.
  const ends = await Promise.all(
    [20, 21, 22].map((most) => runIn({ before: `ulimit -n ${most};` }, ...reports, '--ud', join(folder, String(most)))),
  );
  const ours = ends.filter(({ stderr }) => stderr.startsWith('barometer-report:'));
  for (const { stderr } of ours) expect(stderr).not.toMatch(/EMFILE|\n {4}at /);
  if (process.version.startsWith('v20.'))
    expect(ours.some(({ stderr }) => stderr.includes('for mange filer er åbne'))).toBe(true);
});
