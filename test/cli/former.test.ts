import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from '../helpers/command.ts';

it('--forrige compares the figures with those of the edition before', () => {
  const folder = temporaryFolder();
  const [may, june] = ['maj', 'juni'].map((name) => join(folder, name)) as [string, string];
  for (const path of [may, june]) cpSync('fixtures/juni-2026', path, { recursive: true });
  const file = join(june, 'indikatorer.csv');
  const swapped = readFileSync(file, 'utf8').replace(/^(\d{3};9\.1;20(?:1[3-9]|2[01]);)(?=\d)/gm, '$11');
  writeFileSync(file, swapped);
  const said = run(['valider', '--data', june, '--forrige', may]).text;
  expect(said).toMatch(/Indikator 9\.1: \d+ af \d+ tal for .* er ændret siden forrige udgave/);
  expect(run(['valider', '--data', june, '--forrige', join(folder, 'ingen')]).text).toContain('kan ikke læses');
});
