import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { municipalities } from '../../src/municipalities/index.ts';
import { run, temporaryFolder } from '../helpers/command.ts';

/** A folder with a file from StatBank in it. */
function folderWith(name: string): string {
  const folder = temporaryFolder();
  copyFileSync(`test/fixtures/statbank/${name}`, join(folder, name));
  return folder;
}

describe('tilpas', () => {
  it('begins a mapping that valider takes once it is completed', async () => {
    const data = folderWith('ras200-bred.xlsx');
    const begun = await run(['tilpas', join(data, 'ras200-bred.xlsx')]);
    expect(begun.code).toBe(0);
    expect(begun.stderr).toContain('"serie": nummeret på den indikator');
    const info = { udgave: '2026-06', titel: 'Prøve', decimaltegn: ',', kilder: [], kilde: 'eksempel' };
    const write = (entry: object): void =>
      writeFileSync(join(data, 'datasaet.json'), JSON.stringify({ ...info, statbank: [entry] }));
    const codes = ['000', ...municipalities.map(({ code }) => code)];
    const rows = (head: string, row: string): string => [head, ...codes.map((code) => `${code}${row}`), ''].join('\n');
    writeFileSync(join(data, 'noegletal.csv'), rows('kommunekode;noegletal;periode;vaerdi', ';13;2025M12;5'));
    writeFileSync(join(data, 'indikatorer.csv'), rows('kommunekode;indikator;aar;vaerdi', ';1.1;2017;..'));
    const entry = JSON.parse(begun.text);
    write(entry);
    const unfilled = await run(['valider', '--data', data]);
    expect(unfilled.code).toBe(65);
    expect(unfilled.text).toContain('Her står stadig UDFYLD.');
    write({ ...entry, serie: '1.2' });
    const valid = await run(['valider', '--data', data]);
    expect(valid.text).toMatch(/^1\.2 +310 +10 +2008 +2017 +30 +ja$/m);
    expect(valid.code).toBe(0);
    expect((await run(['forklar', '--data', data, '--kommune', 'København', '1.2'])).text).toContain(
      'ras200-bred.xlsx:RAS200!O7',
    );
  });

  it.each([
    [['tilpas'], 2],
    [['tilpas', 'findes-ikke.csv'], 66],
    [['tilpas', 'package.json'], 65],
    [['tilpas', 'test/fixtures/statbank/ras200-bred.xlsx', '--ark', 'Ark1'], 65],
  ])('%j ends with %i', async (args, code) => {
    const outcome = await run(args);
    expect(outcome.text).toBe('');
    expect(outcome.code).toBe(code);
  });
});
