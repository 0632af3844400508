import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { datasetWith } from '../helpers/changed-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import { attributesIn } from '../helpers/html.ts';

const udgiv = (folder: string, ...words: string[]) => run(['udgiv', '--ud', folder, '--dato', '2026-06-06', ...words]);

const pagesIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.html'));

/** Links within the site that lead to no file. */
const deadLinks = (folder: string): string[] =>
  pagesIn(folder).flatMap((path) => {
    const page = readFileSync(join(folder, path), 'utf8');
    return [...attributesIn(page, 'href'), ...attributesIn(page, 'src')]
      .filter((address) => !/^(https?|mailto):|^#/.test(address))
      .filter((address) => !existsSync(join(folder, dirname(path), address.replace(/#.*/, ''))))
      .map((address) => `${path} ${address}`);
  });

describe('udgiv', () => {
  it('writes the edition, leaves what has not changed, and removes what no longer belongs to it', () => {
    const folder = temporaryFolder();
    const made = udgiv(folder);
    expect(made.code).toBe(0);
    expect(made.stderr).toMatch(/99 rapporter skrevet til .*rapporter .*\n.*286 sider og datafiler skrevet til /s);
    expect(deadLinks(folder)).toEqual([]);
    const page = join(folder, 'kommune', 'glostrup.html');
    const before = [readFileSync(page, 'utf8'), statSync(page).mtimeMs];
    const again = run(['udgiv', '--ud', folder, '--dato', '2026-06-07', '--kun-aendrede']);
    expect(again.stderr).toContain('0 sider og datafiler skrevet');
    expect([readFileSync(page, 'utf8'), statSync(page).mtimeMs]).toEqual(before);

    writeFileSync(join(folder, 'min-egen.html'), 'min');
    const wrong = datasetWith('indikatorer.csv', (text) =>
      text.replace(/^161;1\.2;2013;.*$/m, '161;1.2;2013;7O;officiel'),
    );
    const withWrong = udgiv(folder, '--data', wrong, '--kun-aendrede');
    expect([withWrong.code, existsSync(page), existsSync(join(folder, 'min-egen.html'))]).toEqual([1, false, true]);
    expect(withWrong.stderr).toContain('Glostrup');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Glostrup</th><td');
    expect(deadLinks(folder)).toEqual([]);
  });

  it('touches nothing when a file in the way is another’s', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'index.html'), 'min egen');
    const { code, stderr } = udgiv(folder);
    expect([code, readFileSync(join(folder, 'index.html'), 'utf8')]).toEqual([73, 'min egen']);
    expect(stderr).toContain('index.html findes og er ikke lavet af dette program');
    expect(existsSync(join(folder, 'om.html'))).toBe(false);
  });

  it.each([[['--ud', '-']], [['--ud', 'side.html']], [[]]])('refuses %j', (words) => {
    expect(run(['udgiv', ...words]).code).toBe(2);
  });

  it('leaves no page that leads to nothing when it is killed on its way, and can be run again', async () => {
    const folder = temporaryFolder();
    for (const wait of [1500, 2500, 3500]) {
      const child = spawn(process.execPath, ['bin/barometer-report.js', 'udgiv', '--ud', folder, '-q'], {
        stdio: 'ignore',
      });
      await setTimeout(wait);
      child.kill('SIGKILL');
      await setTimeout(50);
      expect(deadLinks(folder)).toEqual([]);
    }
    expect(udgiv(folder, '--kun-aendrede').code).toBe(0);
    expect(deadLinks(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
