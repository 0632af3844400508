import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
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
