import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedDataset, smallDataset } from '../helpers/changed-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import { tries } from '../helpers/tries.ts';

it('--forrige compares the figures with those of the edition before', async () => {
  const folder = temporaryFolder();
  const [may, june] = ['maj', 'juni'].map((name) => join(folder, name)) as [string, string];
  for (const path of [may, june]) cpSync(shippedDataset, path, { recursive: true });
  const file = join(june, 'indikatorer.csv');
  const swapped = readFileSync(file, 'utf8').replace(/^(\d{3};9\.1;20(?:1[3-9]|2[01]);)(?=\d)/gm, '$11');
  writeFileSync(file, swapped);
  const json = join(may, 'datasaet.json');
  writeFileSync(json, readFileSync(json, 'utf8').replace('"2026-06"', '"2026-05"'));
  const said = (await run(['valider', '--data', june, '--forrige', may])).text;
  expect(said).toMatch(/Indikator 9\.1: \d+ af [\d.]+ tal for .* er ændret siden forrige udgave/);
});

it('udgiv compares with the edition that datasaet.json names, though its dataset would be refused today', async () => {
  // Of two municipalities the other reports cannot be made.
  const isUsual = tries(1, 0) === 1;
  const folder = temporaryFolder();
  const [may, june] = ['maj', 'juni'].map((name) => join(folder, name)) as [string, string];
  const data = isUsual ? smallDataset() : shippedDataset;
  for (const path of [may, june]) cpSync(data, path, { recursive: true });
  const [file, before] = [june, may].map((path) => join(path, 'datasaet.json')) as [string, string];
  const json = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...json, forrige: '../maj' }));
  writeFileSync(before, JSON.stringify({ ...json, udgave: '2026-05' }));
  expect((await run(['valider', '--data', may])).text).toContain('Titlen siger juni 2026, men udgaven er maj 2026.');
  expect((await run(['udgiv', '--data', june, '--ud', join(folder, 'ud'), '--stille'])).code).toBe(isUsual ? 1 : 0);
  expect(readFileSync(join(folder, 'ud', 'om.html'), 'utf8')).toContain('siden udgaven fra maj 2026');
});

describe('an edition that is not earlier', () => {
  const folder = temporaryFolder(afterAll);
  const [june, july] = ['juni', 'juli'].map((name) => join(folder, name)) as [string, string];
  for (const path of [june, july]) cpSync(smallDataset(afterAll), path, { recursive: true });
  const json = join(july, 'datasaet.json');
  writeFileSync(json, readFileSync(json, 'utf8').replace('"2026-06"', '"2026-07"').replace('juni 2026', 'juli 2026'));

  it('is not compared with, and told with the option that names it', async () => {
    for (const [former, month] of [
      [june, 'juni'],
      [july, 'juli'],
    ] as const) {
      const { text } = await run(['valider', '--data', june, '--forrige', former]);
      expect(text).toContain(`er udgaven ${month} 2026 og ikke tidligere end dette, som er udgaven juni 2026.`);
      expect(text).toContain('Ret --forrige til mappen med forrige udgaves datasæt, eller udelad tilvalget.');
    }
  });

  it('leaves the pages of udgiv without a comparison, be it a dataset or reports', async () => {
    const reports = join(folder, 'rapporter');
    await run(['--data', june, '--kommune', 'Herlev', '--ud', `${reports}/`]);
    for (const former of [june, reports]) {
      const out = join(folder, `ud-${former === june ? 'data' : 'rapporter'}`);
      const { stderr } = await run(['udgiv', '--data', june, '--ud', out, '--forrige', former]);
      expect(readFileSync(join(out, 'om.html'), 'utf8')).toContain('Udgaven er ikke sammenlignet med en forrige.');
      if (former === reports) expect(stderr).toContain('er fra udgaven 2026-06 og ikke tidligere end datasættet');
    }
  });

  it('is said to be the newer by sammenlign, which compares all the same', async () => {
    const said = async (before: string, after: string) =>
      (await run(['sammenlign', '--med', before, '--data', after, '--kommune', 'Herlev'])).stderr;
    expect(await said(july, june)).toMatch(/--med er udgaven 2026-07, og --data er den tidligere, 2026-06\./);
    expect([await said(june, july), await said(june, june)]).toEqual(['', '']);
  });
});

describe('a folder that --forrige or --med names', () => {
  const data = smallDataset(afterAll);
  const out = temporaryFolder(afterAll);
  const commands = {
    valider: ['valider', '--data', data, '--forrige'],
    'a report': ['--data', data, '--kommune', 'Herlev', '--ud', join(out, 'rapport.pdf'), '--forrige'],
    udgiv: ['udgiv', '--data', data, '--ud', join(out, 'udgave'), '--forrige'],
    sammenlign: ['sammenlign', '--data', data, '--med'],
  };

  it.each(Object.entries(commands))('ends %s with 66 and the same words when there is no dataset', async (_, args) => {
    const remedy = 'Angiv mappen med datasaet.json, indikatorer.csv og noegletal.csv.\n';
    const nowhere = join(out, 'ingen');
    const missing = await run([...args, nowhere]);
    const words = `barometer-report: ${nowhere}: datasættets mappe findes ikke. ${remedy}`;
    expect([missing.code, missing.text, missing.stderr]).toEqual([66, '', words]);
    const empty = temporaryFolder();
    const { code, stderr } = await run([...args, empty]);
    expect([code, stderr]).toEqual([
      66,
      `barometer-report: ${empty}: datasættets mappe har ingen af datasættets filer. ${remedy}`,
    ]);
  });

  it.each(Object.entries(commands))('ends %s with 65 when its dataset cannot be used', async (_, args) => {
    const broken = temporaryFolder();
    writeFileSync(join(broken, 'datasaet.json'), '{');
    const { code, stderr } = await run([...args, broken]);
    expect(code).toBe(65);
    expect(stderr).toContain(`I datasættet ${broken}: `);
  });

  it('is refused when its name is empty', async () => {
    for (const args of [commands.valider, commands['a report'], commands.udgiv]) {
      const { code, stderr } = await run([...args, '']);
      expect([code, stderr]).toEqual([2, expect.stringContaining('Efter --forrige står der ingenting.')]);
    }
  });

  it('is named where a run says how its warnings are shown', async () => {
    const hint = 'Se dem med barometer-report valider og samme --data';
    const args = ['--data', data, '--kommune', 'Herlev', '--ud', join(out, 'herlev.pdf'), '--overskriv'];
    expect((await run([...args, '--forrige', data])).stderr).toContain(`1 advarsel. ${hint} og --forrige.\n`);
    expect((await run(args)).stderr).not.toContain('advarsel');
  });

  it('is only warned of when datasaet.json names it', async () => {
    const folder = temporaryFolder();
    cpSync(data, folder, { recursive: true });
    const file = join(folder, 'datasaet.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('{', '{"forrige": "../ingen",'));
    const { code, text } = await run(['valider', '--data', folder]);
    expect(code).toBe(0);
    expect(text).toContain('Forrige udgaves datasæt, ../ingen, kan ikke læses.');
  });
});
