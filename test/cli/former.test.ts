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
  expect((await run(['valider', '--data', june, '--forrige', join(folder, 'ingen')])).text).toContain('kan ikke læses');
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
