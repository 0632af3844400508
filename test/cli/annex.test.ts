import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/index.ts';
import { datasetWith } from '../helpers/changed-dataset.ts';
import { documentOf, run, temporaryFolder } from '../helpers/command.ts';
import { attachments, outlineText, pageTexts, tagTreeText } from '../helpers/pdf.ts';
import { differentTiles, pagePicture } from '../helpers/picture.ts';

const annexOf = async (...args: string[]) =>
  (JSON.parse((await documentOf(...args, '--bilag', '--format', 'json')).toString()) as Report).annex;
const glostrup = await documentOf('--kommune', 'Glostrup', '--bilag');
const withoutAnnex = await documentOf('--kommune', 'Glostrup');
const lemvig = await documentOf('--kommune', 'Lemvig', '--bilag');

describe('the annex of Glostrup', () => {
  it('reads in order', async () => {
    const pages = (await pageTexts(glostrup)).slice(3);
    const text = pages.map((page, index) => `--- page ${index + 4}\n${page}\n`).join('');
    await expect(text).toMatchFileSnapshot('golden/glostrup-bilag.txt');
  });

  it('has tags and texts for readers', async () => {
    const tree = await tagTreeText(glostrup);
    await expect(tree.slice(tree.lastIndexOf('  H1'))).toMatchFileSnapshot('golden/glostrup-bilag-tags.txt');
  });

  it('has its bookmarks after those of the report', async () => {
    const report = await outlineText(withoutAnnex);
    const both = await outlineText(glostrup);
    expect(both.startsWith(report)).toBe(true);
    await expect(both.slice(report.length)).toMatchFileSnapshot('golden/glostrup-bilag-bookmarks.txt');
  });

  it('leaves the pages of the report as they are but for the number of pages', async () => {
    const without = await pageTexts(withoutAnnex);
    const pages = (await pageTexts(glostrup)).slice(0, without.length);
    expect(pages.map((page) => page.replace(/af \d$/m, 'af 3'))).toEqual(without);
  });

  it('takes three pages, of which the first says where the table of all years is', async () => {
    const pages = await pageTexts(glostrup);
    expect(pages).toHaveLength(6);
    expect(pages[3]).toContain('Alle årene står i tabellen på side 5.');
    expect(pages[4]).toContain('Alle årene\nIndikator og område');
  });

  it('says what is made up on the pages that show it, and on no other', async () => {
    const pages = await pageTexts(glostrup);
    expect(pages.map((page) => page.includes('Indeholder opdigtede tal'))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('comes with its years as CSV', async () => {
    const names = (await attachments(glostrup)).map(({ name }) => name);
    const base = 'udviklingsrapport-glostrup-2026-06';
    expect(names.sort()).toEqual([`${base}-aarstal.csv`, `${base}.csv`, `${base}.json`]);
  });
});

/** A municipality with lines, gaps, a goal that moves the wrong way and a mixed one. */
describe('the annex of Lemvig', () => {
  it('looks as before', async () => {
    expect(await differentTiles(await pagePicture(lemvig, 4), 'test/cli/golden/lemvig-bilag-4.png')).toEqual([]);
  });
});

describe('the annex of a dataset with rows of a region', () => {
  const rows = [2012, 2013, 2024].map((year) => `081;1.2;${year};${year - 1950};officiel\n`).join('');
  const data = datasetWith('indikatorer.csv', (text) => text + rows, { whenDone: afterAll });
  it('has its figures beside those of the municipality, in every form', async () => {
    const pdf = await documentOf('--kommune', 'Morsø', '--data', data, '--bilag');
    const attached = new Map(
      (await attachments(pdf)).map(({ name, bytes }) => [name.replace(/.*2026-06/, ''), Buffer.from(bytes).toString()]),
    );
    const { annex } = JSON.parse(attached.get('.json') ?? '') as Report;
    const indicator = annex?.goals[0]?.indicators[1];
    expect(annex?.names.region).toBe('Region Nordjylland');
    expect(indicator?.status.region?.text).toBe('74 pct.');
    expect(indicator?.history.filter(({ region }) => region?.value != null).map(({ year }) => year)).toEqual([
      2012, 2013, 2024,
    ]);
    expect((await pageTexts(pdf)).join('\n')).toMatch(/Region Nordjylland\s+74/);
    expect(attached.get('-aarstal.csv')).toContain(';2013;region;Region Nordjylland;63;');
  });

  it('is as before elsewhere', async () => {
    expect(await annexOf('--kommune', 'Glostrup', '--data', data)).toEqual(await annexOf('--kommune', 'Glostrup'));
  });
});

it('an annex tells the year of a figure that is older than its goal’s', async () => {
  const data = datasetWith('indikatorer.csv', (text) => text.replace(/^\d+;1\.1;2024;.*\n/gm, ''));
  const pages = await pageTexts(await documentOf('--kommune', 'Morsø', '--data', data, '--bilag', '--stille'));
  expect(pages[3]).toContain('Hele landet 18 (2023)');
});

it('a report with and one without an annex are two files', async () => {
  const folder = temporaryFolder();
  const args = ['-k', 'Glostrup', '--format', 'json', '--ud', folder];
  for (const more of [[], ['--bilag']]) expect((await run([...args, ...more])).code).toBe(0);
  const name = 'udviklingsrapport-glostrup-2026-06';
  expect(readdirSync(folder).sort()).toEqual(['rapporter.json', `${name}-bilag.json`, `${name}.json`]);
});

it('forklar answers for each municipality that is named', async () => {
  const both = ['forklar', '-k', 'Glostrup', '-k', 'Herlev', '3.3'];
  const { code, text } = await run(both);
  expect(code).toBe(0);
  expect(text).toContain('Andelen er faldet fra 75 pct. i 2012 til 38 pct. i 2024; højere er bedre.');
  expect(text).toMatch(/3\.3 for Glostrup.*3\.3 for Herlev/s);
  const data = JSON.parse((await run([...both, '--format', 'json'])).text) as { subject: { code: string } }[];
  expect(data.map(({ subject }) => subject.code)).toEqual(['161', '163']);
});
