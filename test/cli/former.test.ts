import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
