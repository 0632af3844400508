import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { reportsIn } from '../batch/support/truth.ts';
import { datasetWith, smallDataset } from '../helpers/changed-dataset.ts';
import { type Outcome, run, runProcess, temporaryFolder } from '../helpers/command.ts';
import { fakeWorld } from '../helpers/world.ts';

const small = smallDataset(afterAll);

/** The same with one figure of Glostrup that is no number. */
const broken = (value: string): string =>
  datasetWith('indikatorer.csv', (text) => text.replace(/^161;1\.1;2024;10;/m, `161;1.1;2024;${value};`), {
    of: small,
  });

describe('exit code', () => {
  it('0: the report is written and its path printed', async () => {
    const folder = temporaryFolder();
    const outcome = await run(['--kommune', 'Glostrup', '--ud', folder, '--dato', '2026-06-06']);
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
    const path = join(folder, 'udviklingsrapport-glostrup-2026-06.pdf');
    expect(outcome.text).toBe(`${path}\n`);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('1: a batch makes what it can and names what failed', async () => {
    const data = broken('ti');
    const folder = temporaryFolder();
    const outcome = await run(['-k', '161', '-k', 'Herlev', '--data', data, '--ud', folder, '--format', 'json']);
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain('Glostrup');
    expect(outcome.stderr).toMatch(/indikatorer\.csv:\d+:14/);
    expect(reportsIn(folder)).toEqual(['udviklingsrapport-herlev-2026-06.json']);
  });

  it('2: SOURCE_DATE_EPOCH that is no number of seconds', async () => {
    const outcome = await run(['--kommune', 'Glostrup', '--ud', '-'], { env: { SOURCE_DATE_EPOCH: 'i går' } });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain('i går');
  });

  it('65: wrong data names file, line, column and value; nothing is written', async () => {
    const data = broken('1O');
    const folder = join(temporaryFolder(), 'ud');
    const outcome = await run(['--kommune', 'Glostrup', '--data', data, '--ud', folder]);
    expect(outcome.code).toBe(65);
    expect(outcome.stderr).toMatch(/indikatorer\.csv:\d+:14: .*1O/);
    expect(() => readdirSync(folder)).toThrow();
  });

  it('65: a template that is none', async () => {
    const file = join(temporaryFolder(), 'skabelon.json');
    writeFileSync(file, '{ "titel": 1 }');
    const outcome = await run(['--kommune', 'Glostrup', '--skabelon', file]);
    expect(outcome.code).toBe(65);
    expect(outcome.stderr).toContain('skabelon.json');
  });

  it.each([
    ['--data', 'findes-ikke'],
    ['--skabelon', 'findes-ikke.json'],
    ['--fil', 'findes-ikke.txt'],
  ])('66: %s %s', async (option, path) => {
    const outcome = await run(['--kommune', 'Glostrup', option, path]);
    expect(outcome.code).toBe(66);
    expect(outcome.stderr).toContain(path);
  });

  it('70: a fault of the program shows no stack but says how to get one', async () => {
    const now = () => {
      throw new TypeError('uret er i stykker');
    };
    const { world, streams } = fakeWorld({ now });
    expect(await main(['--kommune', 'Glostrup'], world)).toBe(70);
    expect(streams.stderr).toContain('uret er i stykker');
    expect(streams.stderr).toContain('--debug');
    expect(streams.stderr).not.toMatch(/^ +at /m);
    await main(['--kommune', 'Glostrup', '--debug'], world);
    expect(streams.stderr).toMatch(/^ +at /m);
  });

  it('73: the output folder is a file', async () => {
    const file = join(temporaryFolder(), 'optaget');
    writeFileSync(file, 'en fil');
    const outcome = await run(['--kommune', 'Glostrup', '--ud', file]);
    expect(outcome.code).toBe(73);
    expect(outcome.stderr).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('en fil');
  });
});

describe('a process of its own', () => {
  it.each<[code: number, args: () => string[]]>([
    [0, () => ['kommuner']],
    [0, () => ['--hele-landet', '--data', small, '--ud', '-', '--dato', '2026-06-06', '--format', 'json']],
    [1, () => ['tabel', '1.1', '-k', 'Glostrup', '-k', 'Herlev', '--data', broken('ti')]],
    [2, () => ['--kommune', 'Glostrop']],
    [65, () => ['valider', '--format', 'json', '--data', broken('ti')]],
  ])('ends with %i and the same output as in this process', async (code, argsOf) => {
    const args = argsOf();
    const own = runProcess(args);
    expect(own.code).toBe(code);
    const { stdout, ...others } = await run(args);
    expect(stdout.equals(own.stdout)).toBe(true);
    expect(others).toMatchObject({ code, stderr: own.stderr });
  });
});

it('file names spell Danish letters with a-z, from the built program too', async () => {
  const folder = temporaryFolder();
  await run(['-k', 'aeroe', '-k', 'høje taastrup', '-k', 'Århus', '--ud', folder, '--format', 'json']);
  const names = ['aarhus', 'aeroe', 'hoeje-taastrup'].map((name) => `udviklingsrapport-${name}-2026-06.json`);
  expect(reportsIn(folder).sort()).toEqual(names);
});

describe('a dataset with wrong rows that a report does not need', () => {
  const rows = ['163;1.1;2013;abc;eksempel', '161;7.99;2024;3;officiel'];
  const data = () =>
    datasetWith('indikatorer.csv', (text) => `${text.replace(/^163;1\.1;2013;.*\n/m, '')}${rows.join('\n')}\n`, {
      of: small,
    });

  it('stops nothing, and says so', async () => {
    const folder = data();
    const outcome = await run(['-k', 'Glostrup', '--data', folder, '--ud', temporaryFolder(), '--format', 'json']);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toMatch(/Datasættet har \d+ fejl.*valider/);
  });

  it('is wrong all the same to valider', async () => {
    const outcome = await run(['valider', '--data', data()]);
    expect(outcome.code).toBe(65);
    expect(outcome.text).toContain('abc');
    expect(outcome.text).toContain('7.99');
  });
});

describe('a list of municipalities', () => {
  const listed = (bytes: string): string => {
    const file = join(temporaryFolder(), 'liste.txt');
    writeFileSync(file, bytes, 'latin1');
    return file;
  };

  it('may be in Windows-1252', async () => {
    const list = listed('# mine\r\nK\xf8benhavn\r\n\r\n161\r\n');
    const outcome = await run(['--fil', list, '--ud', temporaryFolder(), '--format', 'json']);
    expect(outcome.code).toBe(0);
    expect(outcome.text.trim().split('\n')).toHaveLength(2);
  });

  it('is told all its unknown names with their lines', async () => {
    const outcome = await run(['--fil', listed('Herlef\nGlostrup\nGreeve\n')]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(/liste\.txt:1:1: .*Herlev[\s\S]*liste\.txt:3:1: .*Greve/);
  });

  it('that is no text is refused as such, and one that is not there as that', async () => {
    const binary = await run(['--fil', listed('PK\x03\x04\x00\x00Glostrup')]);
    expect([binary.code, binary.stderr]).toEqual([2, expect.stringContaining('er ikke en tekstfil')]);
    const absent = await run(['--fil', join(temporaryFolder(), 'vaek.txt')]);
    expect([absent.code, absent.stderr]).toEqual([66, expect.stringContaining('findes ikke')]);
  });

  it('that holds nothing is told as such', async () => {
    expect((await run(['--fil', listed('\n')])).stderr).toContain('listen er tom');
  });

  it('cannot steer a terminal through a name', async () => {
    const outcome = await run(['--fil', listed('Glo\x1b[31mstrup\n')]);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).not.toContain('\x1b');
  });
});

describe.skipIf(process.platform !== 'linux')('what cannot be written is 73', () => {
  it('at once for a folder that cannot be made, even where the system has no reason', async () => {
    const outcome = await run(['--kommune', 'Glostrup', '--ud', '/proc/findes-ikke/rapporter']);
    expect(outcome).toMatchObject({ code: 73, stderr: expect.stringContaining('/proc/findes-ikke') });
  });

  it('in Danish for a full standard output', () => {
    const outcome = spawnSync('sh', ['-c', `"${process.execPath}" bin/barometer-report.js kommuner >/dev/full`]);
    expect(outcome.status).toBe(73);
    expect(outcome.stderr.toString()).toContain('Der kan ikke skrives til stdout');
  });
});

describe('standard output', () => {
  it('takes the Report with --format json', async () => {
    const outcome = await run(['--hele-landet', '--format', 'json', '--ud', '-', '--dato', '2026-06-06']);
    const report = JSON.parse(outcome.text);
    expect(report).toMatchObject({ format: 'barometer-report/1', subject: { code: '000' }, generated: '2026-06-06' });
    expect(report.keyFigures[0].columns).toEqual(['Hele landet']);
  });

  it('--help is Danish and names the exit codes', async () => {
    const outcome = await run(['--help']);
    expect(outcome.code).toBe(0);
    expect(outcome.text).toContain('Brug: barometer-report');
    expect(outcome.text).toContain('--hele-landet');
    expect(outcome.text).not.toMatch(/Usage|Options|display help/);
  });

  it('--version is that of the package', async () => {
    expect((await run(['--version'])).text).toBe(`${JSON.parse(readFileSync('package.json', 'utf8')).version}\n`);
  });

  it('valider --format json has the problems with their places, and all that datasaet.json says', async () => {
    const said = { noter: { '1.1': { note: 'Nyt brud.' } }, statusaar: { 1: 2024 }, perioder: { 1: '2025-12-31' } };
    const data = datasetWith('datasaet.json', (text) => JSON.stringify({ ...JSON.parse(text), ...said }), {
      of: broken('ti'),
    });
    const { text, code } = await run(['valider', '--format', 'json', '--data', data]);
    const { valid, problems, summary } = JSON.parse(text);
    expect([code, valid]).toEqual([65, false]);
    expect(problems[0]).toMatchObject({ file: 'indikatorer.csv', rule: 'ikke-et-tal', value: 'ti', structural: false });
    expect(summary.info).toMatchObject({
      notes: { '1.1': { source: null, note: 'Nyt brud.' } },
      statusYears: { 1: 2024 },
      periods: { 1: '2025-12-31' },
    });
  });

  it('kommuner lists 98 in each format', async () => {
    expect((await run(['kommuner'])).text.trim().split('\n')).toHaveLength(98);
    expect(JSON.parse((await run(['kommuner', '--format', 'json'])).text)).toHaveLength(98);
    expect((await run(['kommuner', '--format', 'csv'])).text).toMatch(
      /^\ufeffkommunekode;kommune;region\r\n101;København;/,
    );
  });
});

describe('the date of generation', () => {
  const args = ['--kommune', 'Glostrup', '--data', small, '--format', 'json', '--ud', '-'];
  const dateIn = ({ text }: Outcome): string => JSON.parse(text).dateLine;

  it('is --dato before SOURCE_DATE_EPOCH', async () => {
    const outcome = await run([...args, '--dato', '2026-06-06'], { env: { SOURCE_DATE_EPOCH: '0' } });
    expect(dateIn(outcome)).toBe('Rapport dannet d. 6/6-2026.');
  });

  it('is the day in Denmark at SOURCE_DATE_EPOCH', () => {
    const justBeforeMidnightUtc = String(Date.UTC(2026, 5, 5, 23, 30) / 1000);
    const outcome = runProcess(args, { env: { SOURCE_DATE_EPOCH: justBeforeMidnightUtc, TZ: 'America/New_York' } });
    expect(dateIn(outcome)).toBe('Rapport dannet d. 6/6-2026.');
  });
});

it('same input, same bytes: twice, from two folders and in two time zones', async () => {
  const copy = join(temporaryFolder(), 'datasæt');
  cpSync(small, copy, { recursive: true });
  const args = ['--kommune', 'Glostrup', '--ud', '-', '--dato', '2026-06-06'];
  const { stdout } = await run([...args, '--data', small]);
  expect([stdout.subarray(0, 5).toString(), stdout.subarray(-6).toString()]).toEqual(['%PDF-', '%%EOF\n']);
  const second = runProcess([...args, '--data', copy], { env: { TZ: 'Asia/Tokyo', LANG: 'C' } });
  expect(second.stdout.equals(stdout)).toBe(true);
});
