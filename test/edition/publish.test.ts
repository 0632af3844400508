import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { datasetWith } from '../helpers/changed-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import { attributesIn } from '../helpers/html.ts';

/** Links within the site that lead to no file. */
const deadLinks = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => {
      const page = readFileSync(join(folder, path), 'utf8');
      return [...attributesIn(page, 'href'), ...attributesIn(page, 'src')]
        .filter((address) => !/^(https?|mailto):|^#/.test(address))
        .filter((address) => !existsSync(join(folder, dirname(path), address.replace(/#.*/, ''))))
        .map((address) => `${path} ${address}`);
    });

describe('udgiv', () => {
  it('leaves no page that leads to nothing when it is killed among the pages, and is whole after the next run', {
    timeout: 180_000,
  }, async () => {
    const folder = temporaryFolder();
    // Of a few municipalities, of which a row of a year between stops the report of one.
    const data = datasetWith('indikatorer.csv', (text) =>
      text.replace(/^(?!kommunekode|0|1[56]).*\n/gm, '').replace(/^163;1\.2;2013;.*$/m, '163;1.2;2013;7O;eksempel'),
    );
    const words = ['udgiv', '--ud', folder, '--data', data, '--dato', '2026-06-06'];
    const child = spawn(process.execPath, ['bin/barometer-report.js', ...words], { stdio: 'ignore' });
    // Pages are written after the reports.
    while (!existsSync(join(folder, 'kommune'))) await setTimeout(20);
    child.kill('SIGKILL');
    await setTimeout(50);
    expect(deadLinks(folder)).toEqual([]);

    const { code, stderr, text } = await run([...words, '--kun-aendrede']);
    expect(code).toBe(1);
    expect(stderr).toContain('Herlev');
    expect(stderr).toMatch(/\d+ sider og datafiler skrevet til /);
    expect(text).not.toContain('herlev');
    expect(existsSync(join(folder, 'kommune', 'herlev.html'))).toBe(false);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Herlev</th><td');
    expect(deadLinks(folder)).toEqual([]);
  });

  it.each([[['--ud', '-']], [['--ud', 'side.html']], [[]]])('refuses %j', async (words) => {
    expect((await run(['udgiv', ...words])).code).toBe(2);
  });
});
