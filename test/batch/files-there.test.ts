import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run, temporaryFolder } from '../helpers/command.ts';
import { codedDataset, shareOf } from './support/coded-dataset.ts';
import { failedIn, manifestOf, untruths } from './support/truth.ts';

// What stands under a report's name before a run: another's file, one that somebody has changed, one of ours.

const region = 'Region Nordjylland';
const ofRegion = codedDataset(temporaryFolder(afterAll), { region });
const to = (folder: string): string[] => ['--data', ofRegion, '--ud', folder, '--dato', '2026-06-06'];
const north = (folder: string): string[] => ['--region', 'Nordjylland', ...to(folder)];
const quick = (folder: string): string[] => [...north(folder), '--format', 'json'];

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
  for (const more of [[], ['--stop-ved-fejl'], ['--kommune', 'Morsø'], ['--kun-aendrede']]) {
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

it.each(['pdf', 'html', 'json'])('a %s that was made by itself since is replaced by the next run', async (format) => {
  const folder = temporaryFolder();
  const args = ['--kommune', 'Aalborg', '--kommune', 'Rebild', ...to(folder), '--format', format];
  expect((await run(args)).code).toBe(0);
  const path = join(folder, `udviklingsrapport-aalborg-2026-06.${format}`);
  const alone = [...['--kommune', 'Aalborg', '--data', ofRegion, '--dato', '2026-07-01'], '--format', format];
  expect((await run([...alone, '--ud', path])).code).toBe(0);
  expect((await run(args)).code).toBe(0);
});

it.each(['html', 'json'])('a %s of its own that somebody has changed is left alone', async (format) => {
  const path = join(temporaryFolder(), `aalborg.${format}`);
  const args = ['--kommune', 'Aalborg', '--data', ofRegion, '--ud', path, '--format', format];
  expect((await run(args)).code).toBe(0);
  const text = readFileSync(path, 'utf8');
  // The change that is hardest to see, and what an editor does to line ends.
  for (const edited of [
    text.replace(/\d(?=\D*$)/, '0'),
    text.replace('1', '2'),
    text.replaceAll('\n', '\r\n'),
    `${text}\n`,
  ]) {
    writeFileSync(path, edited);
    expect((await run([...args, '--kun-aendrede'])).code).toBe(73);
    expect(readFileSync(path, 'utf8')).toBe(edited);
  }
  expect((await run([...args, '--overskriv'])).code).toBe(0);
  expect((await run(args)).code).toBe(0);
});

it('a JSON report of a version that wrote no digest is replaced', async () => {
  const path = join(temporaryFolder(), 'aalborg.json');
  const args = ['--kommune', 'Aalborg', '--data', ofRegion, '--ud', path, '--format', 'json'];
  await run(args);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/,\n {2}"sha256": ".*"/, ''));
  expect((await run(args)).code).toBe(0);
});

it('files that a killed run has written are known', async () => {
  const folder = temporaryFolder();
  expect((await run(quick(folder))).code).toBe(0);
  const path = join(folder, 'rapporter.json');
  const { rapporter, ...manifest } = manifestOf(folder);
  const other = codedDataset(temporaryFolder(), { region, shift: 1 });
  expect((await run([...quick(folder), '--data', other])).code).toBe(0);
  writeFileSync(path, JSON.stringify({ ...manifest, tilstand: 'i-gang', rapporter: [], tidligere: rapporter }));
  expect((await run(quick(folder))).code).toBe(0);
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
