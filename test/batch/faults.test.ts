import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { acquireLock } from '../../src/batch/index.ts';
import { processes } from '../../src/file/index.ts';
import { eventsIn, run, runProcess, temporaryFolder } from '../helpers/command.ts';
import { start } from './support/child.ts';
import { codedDataset, shareOf } from './support/coded-dataset.ts';
import { digestsOf, failedIn, manifestOf, pdfsIn, reportsIn, strayIn, untruths } from './support/truth.ts';

const region = 'Region Nordjylland';
const ofRegion = codedDataset(temporaryFolder(afterAll), { region });
const to = (folder: string): string[] => ['--data', ofRegion, '--ud', folder, '--dato', '2026-06-06'];
const north = (folder: string): string[] => ['--region', 'Nordjylland', ...to(folder)];
/** Nothing is laid out: for what does not depend on how long a report takes. */
const quick = (folder: string): string[] => [...north(folder), '--format', 'json'];
/** Takes over a second after the first report, though nothing is laid out: each report has its annex. */
const ofAll = codedDataset(temporaryFolder(afterAll));
const all = (folder: string): string[] => [
  ...['--alle', '--format', 'json', '--bilag', '--data', ofAll, '--ud', folder, '--dato', '2026-06-06'],
];

const undisturbedBy = async (argsFor: (folder: string) => string[]): Promise<Map<string, string>> => {
  const folder = temporaryFolder(afterAll);
  await run(argsFor(folder));
  return digestsOf(folder);
};
/** Digests of the reports that undisturbed runs make. */
const undisturbed = await undisturbedBy(all);
const undisturbedNorth = await undisturbedBy(north);
const whole = (name: string, digest: string): boolean =>
  (undisturbed.get(name) ?? undisturbedNorth.get(name)) === digest;

const attempt = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

/** Nobody may write in the folder; root is only stopped by the file system itself. */
function freeze(folder: string, on: boolean): boolean {
  if (process.getuid?.() === 0) return attempt('chattr', on ? '+i' : '-i', folder);
  chmodSync(folder, on ? 0o555 : 0o755);
  return true;
}

describe('two runs at once', () => {
  it('the second ends with 75, says who holds the folder, and touches nothing', async () => {
    const folder = temporaryFolder();
    const release = await acquireLock(folder, { processes, since: '2026-06-06T01:00:00.000Z', wait: async () => {} });
    const { code, text, stderr } = runProcess(quick(folder));
    expect(code).toBe(75);
    expect(text).toBe('');
    expect(stderr).toContain(`proces ${process.pid}`);
    expect(reportsIn(folder)).toEqual([]);
    const json = await run([...quick(folder), '--log', 'json']);
    expect(json.code).toBe(75);
    expect(eventsIn(json.stderr).at(-1)).toMatchObject({ kode: 75 });
    await release();
    expect((await run(quick(folder))).code).toBe(0);
  });

  it('started together where a run was killed, one makes everything and the other ends with 75', async () => {
    const folder = temporaryFolder();
    const killed = start(all(folder));
    await killed.reports(2);
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(strayIn(folder)).toContain('.barometer-laas');
    const ends = await Promise.all([1, 2].map(() => start(all(folder)).ended));
    expect(ends.map(({ code }) => code).sort()).toEqual([0, 75]);
    expect(digestsOf(folder)).toEqual(undisturbed);
    expect(untruths(folder, whole)).toEqual([]);
    expect(strayIn(folder)).toEqual([]);
  });
});

describe('signals', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s ends a run in good order with %i', async (signal, code) => {
    const folder = temporaryFolder();
    const child = start(all(folder));
    await child.reports(2);
    child.process.kill(signal);
    const end = await child.ended;
    expect(end.code, end.stderr).toBe(code);
    expect(manifestOf(folder).tilstand).toBe('afbrudt');
    expect(untruths(folder, whole)).toEqual([]);
    expect(strayIn(folder)).toEqual([]);
    expect(manifestOf(folder).rapporter).toHaveLength(reportsIn(folder).length);
    const last = eventsIn(end.stderr).at(-1) as { ikkeProevet: string[]; skrevet: number };
    expect(last.skrevet + last.ikkeProevet.length).toBe(98);
    expect(last.ikkeProevet.length).toBeGreaterThan(0);
  });

  it('before anything is written end the run at once', async () => {
    const folder = temporaryFolder();
    const child = start(all(folder));
    child.process.kill('SIGTERM');
    expect(['SIGTERM', 143]).toContain((await child.ended).code);
    expect(reportsIn(folder)).toEqual([]);
  });
});

describe('a disk that fails', () => {
  const disk = temporaryFolder(afterAll);
  const mounted = attempt('mount', '-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk);
  if (mounted) attempt('umount', disk);

  it.skipIf(!mounted)('because it is full: 73, and what was and was not written', async () => {
    attempt('mount', '-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk);
    onTestFinished(() => void attempt('umount', disk));
    const { code, text, stderr } = await run(north(disk));
    expect(code).toBe(73);
    expect(stderr).toContain('ikke mere plads');
    const written = pdfsIn(disk);
    expect(written.length).toBeGreaterThan(2);
    expect(stderr).toContain(`${written.length} rapporter skrevet til`);
    // Whatever is being made when the disk is full fails; there may be nothing after it.
    const [, failed = '', untried] = /kunne ikke laves: ([^;(]+)(?:; \d+ blev ikke nået: ([^(]+))?/.exec(stderr) ?? [];
    expect([failed, untried ?? []].flat().join().split(',')).toHaveLength(11 - written.length);
    expect(text.trim().split('\n')).toHaveLength(written.length);
    expect(untruths(disk, whole)).toEqual([]);
    expect(strayIn(disk)).toEqual([]);
  });

  it('because the folder goes away: 73', async () => {
    const folder = join(temporaryFolder(), 'ud');
    const child = start(all(folder));
    await child.reports(2);
    renameSync(folder, `${folder}-vaek`);
    const { code, stderr } = await child.ended;
    expect(code).toBe(73);
    expect(stderr).toContain('findes ikke længere');
    expect(stderr).toContain('Manifestet er ikke skrevet færdigt');
    expect(existsSync(folder)).toBe(false);
    expect(untruths(`${folder}-vaek`, whole)).toEqual([]);
    expect(manifestOf(`${folder}-vaek`).tilstand).toBe('i-gang');
  });

  it('because the folder may not be written: 73, and nothing is made', async ({ skip }) => {
    const folder = temporaryFolder();
    const frozen = freeze(folder, true);
    onTestFinished(() => void freeze(folder, false));
    if (!frozen) skip('chattr is not allowed here, and nothing else stops root');
    const { code, stderr } = await run(quick(folder));
    expect(code).toBe(73);
    expect(stderr).toContain('ikke adgang til at skrive');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('at one report’s place only: that one is named, the rest is made, 1', async () => {
    const folder = temporaryFolder();
    const name = 'udviklingsrapport-aalborg-2026-06.json';
    mkdirSync(join(folder, name));
    const { code, stderr } = await run([...quick(folder), '--overskriv']);
    expect(code).toBe(1);
    expect(stderr).toContain('der ligger en mappe med det navn');
    expect(failedIn(folder)).toEqual(['Aalborg']);
    expect(reportsIn(folder)).toHaveLength(11);
  });
});

it('a pipe under a report’s name is the fault of that report only', async () => {
  const folder = temporaryFolder();
  const pipe = join(folder, 'udviklingsrapport-aalborg-2026-06.json');
  execFileSync('mkfifo', [pipe]);
  const { code, stderr } = await run(quick(folder));
  expect(code).toBe(1);
  expect(stderr).toContain(`${pipe} findes og er ikke lavet af dette program`);
  expect(failedIn(folder)).toEqual(['Aalborg']);
  expect((await run([...quick(folder), '--overskriv'])).code).toBe(0);
  expect(untruths(folder, () => true)).toEqual([]);
});

it('another’s file is left alone, and replaced with --overskriv', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'udviklingsrapport-aalborg-2026-06.json');
  writeFileSync(path, 'min egen rapport');
  const first = await run(quick(folder));
  expect(first.code).toBe(1);
  expect(first.stderr).toContain('ikke lavet af dette program');
  expect(readFileSync(path, 'utf8')).toBe('min egen rapport');
  expect((await run(quick(folder))).code).toBe(1);
  expect((await run([...quick(folder), '--overskriv'])).code).toBe(0);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ subject: { name: 'Aalborg' } });
});

it.each([
  'html',
  'json',
])('a report that somebody has changed is left alone by every run without --overskriv: %s', async (format) => {
  const folder = temporaryFolder();
  const args = ['--kommune', 'Aalborg', '--kommune', 'Rebild', ...to(folder), '--format', format];
  expect((await run(args)).code).toBe(0);
  const path = join(folder, `udviklingsrapport-aalborg-2026-06.${format}`);
  const edited = readFileSync(path, 'utf8').replaceAll('Aalborg', 'Ålborg');
  writeFileSync(path, edited);
  for (const more of [[], ['--stop-ved-fejl'], ['--kommune', 'Morsø'], []]) {
    const { code, stderr } = await run([...args, ...more]);
    expect([code, readFileSync(path, 'utf8') === edited]).toEqual([more[0] === '--stop-ved-fejl' ? 73 : 1, true]);
    expect(stderr).toContain(`${path} findes og er ikke lavet af dette program (eller er ændret siden).`);
    expect(failedIn(folder)).toEqual(['Aalborg']);
  }
  expect((await run(['--kommune', 'Rebild', '--kommune', 'Morsø', ...args.slice(4)])).code).toBe(0);
  expect((await run(args)).code).toBe(1);
  expect((await run([...args, '--overskriv'])).code).toBe(0);
  expect(readFileSync(path, 'utf8')).not.toBe(edited);
  expect((await run(args)).code).toBe(0);
});

it('a PDF that was made by itself since is replaced by the next run', async () => {
  const folder = temporaryFolder();
  const args = ['--kommune', 'Aalborg', '--kommune', 'Rebild', ...to(folder)];
  expect((await run(args)).code).toBe(0);
  const path = join(folder, 'udviklingsrapport-aalborg-2026-06.pdf');
  const alone = ['--kommune', 'Aalborg', '--data', ofRegion, '--dato', '2026-07-01', '--ud', path];
  expect((await run(alone)).code).toBe(0);
  expect((await run(args)).code).toBe(0);
});

it('files that a killed run has written are known by their looks', async () => {
  const folder = temporaryFolder();
  expect((await run(quick(folder))).code).toBe(0);
  const path = join(folder, 'rapporter.json');
  const { rapporter, ...manifest } = manifestOf(folder);
  const other = codedDataset(temporaryFolder(), { region, shift: 1 });
  expect((await run([...quick(folder), '--data', other])).code).toBe(0);
  writeFileSync(path, JSON.stringify({ ...manifest, tilstand: 'i-gang', rapporter: [], tidligere: rapporter }));
  expect((await run(quick(folder))).code).toBe(0);
});

describe('a batch', () => {
  it('ends at the first failure with --stop-ved-fejl', async () => {
    const broken = codedDataset(temporaryFolder(), { broken: new Set(['810']) });
    const folder = temporaryFolder();
    const { code, stderr } = await run([
      '--alle',
      '--data',
      broken,
      '--ud',
      folder,
      '--format',
      'json',
      '--stop-ved-fejl',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('Stoppet ved første fejl');
    expect(manifestOf(folder).tilstand).toBe('afbrudt');
    expect(failedIn(folder)).toEqual(['Brønderslev']);
    expect(reportsIn(folder).length).toBeGreaterThanOrEqual(shareOf('810') - 1);
    expect(reportsIn(folder).length).toBeLessThan(97);
  });

  it('tells paths in the order asked for, and is silent when asked', async () => {
    const folder = temporaryFolder();
    const asked = ['Thisted', 'Aalborg', 'Morsø', 'Rebild', 'Hjørring'];
    const args = [...asked.flatMap((name) => ['--kommune', name]), ...to(folder), '--format', 'json'];
    const { text, stderr } = await run(args);
    const names = ['thisted', 'aalborg', 'morsoe', 'rebild', 'hjoerring'];
    expect(text).toBe(names.map((name) => join(folder, `udviklingsrapport-${name}-2026-06.json\n`)).join(''));
    expect(stderr).toMatch(
      /^barometer-report: 5 rapporter skrevet til .* \([\d,]+ sekunder, [\d,]+ MB\)\.\nbarometer-report: Datasættet har \d+ advarsler\. Se dem med barometer-report valider og samme --data\.\n$/,
    );
    const events = eventsIn((await run([...args, '--log', 'json'])).stderr);
    const told = events.map((event) => event['navn'] ?? event['haendelse']);
    expect(told).toEqual(['start', ...asked, 'slut', 'advarsler']);
    const silent = await run([...args, '--stille']);
    expect([silent.code, silent.text, silent.stderr]).toEqual([0, '', '']);
  });

  it('goes on when the reader of its log goes away', async () => {
    const folder = temporaryFolder();
    const child = start(north(folder));
    await child.reports(1);
    child.process.stderr?.destroy();
    child.process.stdout?.destroy();
    expect((await child.ended).code).toBe(0);
    expect(manifestOf(folder).tilstand).toBe('faerdig');
    expect(strayIn(folder)).toEqual([]);
  });
});

it('--kun-aendrede never reads what is in a report that the manifest does not know', async () => {
  const folder = temporaryFolder();
  const other = codedDataset(temporaryFolder(), { region, shift: 1 });
  const aalborg = ['--kommune', 'Aalborg', '--dato', '2026-06-06', '--ud', folder];
  await run([...aalborg, '--data', other]);
  rmSync(join(folder, 'rapporter.json'));
  const { code, text, stderr } = await run([...aalborg, '--data', ofRegion, '--kun-aendrede']);
  expect(code).toBe(0);
  expect(text).toContain('aalborg');
  expect(stderr).not.toContain('Ændret');
});

it('--kun-aendrede makes what changed or was touched, names changed figures, and leaves the rest', async () => {
  const folder = temporaryFolder();
  expect((await run(north(folder))).code).toBe(0);
  writeFileSync(
    join(folder, 'udviklingsrapport-rebild-2026-06.pdf'),
    '%PDF <pdf:Producer>barometer-report 0\nstartxref\n9\n%%EOF\n',
  );
  const changed = codedDataset(temporaryFolder(), { region });
  const table = join(changed, 'indikatorer.csv');
  const rows = readFileSync(table, 'utf8');
  writeFileSync(table, rows.replace(/^825;1\.2;2024;\d+$/m, '825;1.2;2024;7\n825;1.2;2020;5'));
  const later = ['--data', changed, '--ud', folder, '--dato', '2026-07-01', '--kun-aendrede'];
  const { code, text, stderr } = await run(['--region', 'Nordjylland', ...later]);
  expect(code).toBe(0);
  expect([...text.matchAll(/rapport-(\w+)-/g)].map(([, name]) => name)).toEqual(['laesoe', 'rebild']);
  expect(stderr).toContain(`Ændret: Læsø, Indikator 1.2, Aktuel status: "${shareOf('825')} pct." er nu "7 pct."`);
  expect(stderr).not.toContain('Aalborg');
  expect(stderr).not.toContain('Rebild');
  const states = manifestOf(folder).rapporter.map(({ navn, tilstand, dato }) => `${navn} ${tilstand} ${dato}`);
  expect(states).toContain('Læsø skrevet 2026-07-01');
  expect(states).toContain('Aalborg uaendret 2026-06-06');
});
