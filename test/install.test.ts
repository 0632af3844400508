import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './helpers/command.ts';
import { workbook } from './helpers/workbook.ts';

const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly files: readonly string[] };

/** What `npm pack` packs, in a folder far from any packages, and a link to its command. */
function installed(): { readonly folder: string; readonly link: string; readonly elsewhere: string } {
  const root = temporaryFolder();
  const folder = join(root, 'opt', 'barometer-report');
  for (const name of files) cpSync(name, join(folder, name), { recursive: true });
  const [link, elsewhere] = [join(root, 'usr', 'barometer-report'), join(root, 'et andet sted')];
  for (const made of [dirname(link), elsewhere]) mkdirSync(made);
  symlinkSync(join(folder, 'bin/barometer-report.js'), link);
  return { folder, link, elsewhere };
}

const run = (link: string, cwd: string, args: readonly string[], path = dirname(process.execPath)) =>
  spawnSync(link, args, { cwd, env: { PATH: `${path}:/usr/bin:/bin` }, encoding: 'utf8' });

describe('the packed program', () => {
  it('needs no packages, from any folder, through a link', () => {
    const { link, elsewhere } = installed();
    const made = run(link, elsewhere, ['--kommune', 'Glostrup', '--bilag', '--dato', '2026-06-06']);
    expect([made.status, made.stderr]).toEqual([0, '']);
    const report = made.stdout.trim();
    expect(run(link, elsewhere, ['udtraek', report, '--ud', 'tal']).stdout.split('\n')).toContain(
      'tal/udviklingsrapport-glostrup-2026-06.json',
    );
  });

  it('reads workbooks', () => {
    const { folder, link, elsewhere } = installed();
    const bytes = workbook([{ name: 'Ark1', rows: '' }]);
    const { status, stderr } = spawnSync('sh', ['-c', `cat > a.xlsx && "${link}" tilpas a.xlsx`], {
      cwd: elsewhere,
      input: bytes,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([65, expect.stringContaining('Filen er tom.')]);
    rmSync(join(folder, 'dist'), { recursive: true });
    const broken = run(link, elsewhere, ['kommuner']);
    expect([broken.status, broken.stdout]).toEqual([70, '']);
    expect(broken.stderr).toMatch(/^barometer-report: Programmet er ikke bygget: .*main\.cjs mangler\..*\n$/);
  });

  it('names the licence of each package that it contains', () => {
    const notices = readFileSync('dist/THIRD-PARTY.txt', 'utf8');
    for (const name of ['commander', 'csv-parse', 'date-fns', 'pdfkit', 'pdfmake', 'saxes'])
      expect(notices).toMatch(new RegExp(`\\n${name} [0-9.]+ [(](MIT|ISC)[)]\\n\\n`));
    expect(readFileSync('dist/main.cjs', 'utf8').slice(0, 200)).toContain('THIRD-PARTY.txt');
  });
});
