import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from '../helpers/command.ts';

const names = ['csv', 'json'].map((ending) => `udviklingsrapport-glostrup-2026-06.${ending}`);

it('udtraek writes what is inside a report, prints where, and overwrites nothing unasked', async () => {
  const folder = temporaryFolder();
  const report = join(folder, 'rapport.pdf');
  await run(['--kommune', 'Glostrup', '--ud', report, '--dato', '2026-06-06']);
  const out = join(folder, 'data');
  const { code, text } = await run(['udtraek', report, '--ud', out]);
  expect([code, text.trim().split('\n').sort()]).toEqual([0, names.map((name) => join(out, name))]);
  expect(readdirSync(out).sort()).toEqual(names);
  const json = (await run(['--kommune', 'Glostrup', '--format', 'json', '--ud', '-', '--dato', '2026-06-06'])).text;
  const { sha256: _, ...data } = JSON.parse(json);
  expect(JSON.parse(readFileSync(join(out, names[1] ?? ''), 'utf8'))).toEqual(data);

  const again = await run(['udtraek', report, '--ud', out]);
  expect([again.code, again.stderr]).toEqual([73, expect.stringContaining('findes allerede')]);
  expect((await run(['udtraek', report, '--ud', out, '--overskriv'])).code).toBe(0);
});

it('udtraek takes no file for its folder', async () => {
  const said = '--ud a.txt ligner en fil, men udtraek skriver flere filer. Skriv en mappe: a.txt/';
  expect(await run(['udtraek', 'a.pdf', '--ud', 'a.txt'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(said),
  });
});

it('udtraek refuses a file that is no report', async () => {
  const file = join(temporaryFolder(), 'brev.pdf');
  writeFileSync(file, '%PDF-1.7 et brev');
  expect(await run(['udtraek', file])).toMatchObject({
    code: 65,
    text: '',
    stderr: expect.stringContaining(`${file}: `),
  });
  expect(await run(['udtraek', 'findes-ikke.pdf'])).toMatchObject({ code: 66, text: '' });
});
