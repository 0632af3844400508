import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { pdfsIn } from '../batch/support/truth.ts';
import { shippedDataset } from '../helpers/changed-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import { attributesIn } from '../helpers/html.ts';
import { templateText } from '../helpers/report.ts';

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

/** Options for a dataset and a template of one indicator and one key figure; `change` gets the text of each table. */
function oneOfEach(change: (text: string) => string = (text) => text): string[] {
  const data = temporaryFolder();
  cpSync(join(shippedDataset, 'datasaet.json'), join(data, 'datasaet.json'));
  for (const name of ['indikatorer.csv', 'noegletal.csv']) {
    const text = readFileSync(join(shippedDataset, name), 'utf8');
    const kept = text.replace(/^(?!kommunekode|\d+;1\.1;(?:201[23]|2024)|\d+;1;).*\n/gm, '');
    writeFileSync(join(data, name), change(kept));
  }
  const template = JSON.parse(templateText);
  const { maalsaetninger, noegletal } = template;
  maalsaetninger.maal = [maalsaetninger.maal[0]];
  maalsaetninger.maal[0].indikatorer.splice(1);
  noegletal.grupper = [noegletal.grupper[0]];
  noegletal.grupper[0].noegletal.splice(1);
  const file = join(data, 'skabelon.json');
  writeFileSync(file, JSON.stringify(template));
  return ['--data', data, '--skabelon', file];
}

describe('udgiv', () => {
  it('leaves no page that leads to nothing when it is killed at the pages, and is whole after the next run', {
    timeout: 180_000,
  }, async () => {
    const folder = temporaryFolder();
    // Of two municipalities, of which a row of a year between stops the report of one.
    const data = oneOfEach((text) =>
      text.replace(/^(?!kommunekode|0|16[13]).*\n/gm, '').replace(/^163;1\.1;2013;.*$/m, '163;1.1;2013;7O;eksempel'),
    );
    const words = ['udgiv', '--ud', folder, ...data, '--dato', '2026-06-06'];
    const child = spawn(process.execPath, ['bin/barometer-report.js', ...words], { stdio: 'ignore' });
    // The files of pages are beside their places before any of them comes there.
    const pages = join(folder, 'kommune');
    while (!existsSync(pages) || readdirSync(pages).length === 0) await setTimeout(5);
    child.kill('SIGKILL');
    await once(child, 'close');
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

  it('puts its pages in place at once, and ends with 0 when it has made everything', async () => {
    const folder = temporaryFolder();
    const pages = join(folder, 'kommune');
    const isPage = (name: string): boolean => name.endsWith('.html');
    const counts = new Set<number>();
    let isOver = false;
    const watched = (async () => {
      for (; !isOver; await setImmediate()) if (existsSync(pages)) counts.add(readdirSync(pages).filter(isPage).length);
    })();
    const { code, stderr } = await run(['udgiv', ...oneOfEach(), '--ud', folder]);
    isOver = true;
    await watched;
    expect(code, stderr).toBe(0);
    expect([...counts]).toEqual([0, 98]);
    expect(pdfsIn(join(folder, 'rapporter'))).toHaveLength(99);
    expect(deadLinks(folder)).toEqual([]);
  });

  it.each([[['--ud', '-']], [['--ud', '']], [['--ud', 'side.html']], [[]]])('refuses %j', async (words) => {
    expect((await run(['udgiv', ...words])).code).toBe(2);
  });
});
