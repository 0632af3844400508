import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallDataset } from '../helpers/changed-dataset.ts';
import { documentOf } from '../helpers/command.ts';
import { outlineText, pageTexts, tagTreeText } from '../helpers/pdf.ts';
import { differentTiles, pagePicture } from '../helpers/picture.ts';

const glostrup = await documentOf('--kommune', 'Glostrup');
const country = await documentOf('--hele-landet');

/** Words of the text with one space between them, page feet left out. */
const words = (text: string): string[] =>
  text
    .replace(/^Glostrup · Juni 2026 · Side \d+ af \d+/gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');

describe('the report for Glostrup', () => {
  it('reads in order as the published report of June 2026', async () => {
    // One row of the report a line, its printed cells parted by " | ".
    const golden = readFileSync('test/cli/golden/glostrup.txt', 'utf8').replaceAll(' | ', ' ');
    expect(words((await pageTexts(glostrup)).join('\n'))).toEqual(words(golden));
  });

  it('ends its first page after goal 5 and names and numbers its pages', async () => {
    const pages = await pageTexts(glostrup);
    expect(words(pages[0] ?? '').slice(-2)).toEqual(['Opgøres', 'ikke']);
    expect(words(pages[1] ?? '').slice(5, 6)).toEqual(['Selvbestemmelse']);
    expect(pages.map((page) => /^Glostrup · Juni 2026 · Side .*/m.exec(page)?.[0])).toEqual(
      [1, 2, 3].map((number) => `Glostrup · Juni 2026 · Side ${number} af 3`),
    );
  });

  it('has bookmarks to sections and goals', async () => {
    await expect(await outlineText(glostrup)).toMatchFileSnapshot('golden/glostrup-bookmarks.txt');
  });
});

it.each([
  ['glostrup', glostrup],
  ['hele-landet', country],
])('the tag tree of %s', async (name, pdf) => {
  await expect(await tagTreeText(pdf)).toMatchFileSnapshot(`golden/${name}-tags.txt`);
});

it.each([
  ['glostrup', glostrup, 1],
  ['glostrup', glostrup, 2],
  ['glostrup', glostrup, 3],
  ['hele-landet', country, 1],
])('%s looks as before', async (name, pdf, page) => {
  expect(await differentTiles(await pagePicture(pdf, page), `test/cli/golden/${name}-${page}.png`)).toEqual([]);
});

it('a municipality’s report with made-up figures says so on its first page', async () => {
  expect((await pageTexts(await documentOf('--kommune', 'Herlev')))[0]).toContain('indeholder opdigtede tal');
});

it('a changed figure changes only its own cells', async () => {
  const changes = {
    'indikatorer.csv': [
      ['161;1.2;2012;64;beregnet', '161;1.2;2012;60;beregnet'],
      ['161;9.1;2023;2;officiel', '161;9.1;2023;3;officiel'],
    ],
    'noegletal.csv': [['161;4;2026-02-06;80;officiel', '161;4;2026-02-06;81;officiel']],
  } as const;
  const folder = smallDataset();
  for (const [file, rows] of Object.entries(changes))
    for (const [before, after] of rows) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(`${before}\n`);
      writeFileSync(join(folder, file), text.replace(`${before}\n`, `${after}\n`));
    }
  const old = words((await pageTexts(glostrup)).join('\n'));
  const now = words((await pageTexts(await documentOf('--kommune', 'Glostrup', '--data', folder))).join('\n'));
  expect(now).toHaveLength(old.length);
  const different = old.flatMap((word, index) => (word === now[index] ? [] : [`${word} ${now[index]}`]));
  expect(different).toEqual(['10 14', '2 3', '-1 0', '80 81']);
});
