import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import { pageTexts } from '../helpers/pdf.ts';
import { tries } from '../helpers/tries.ts';
import { codedDataset, countOf, countryCount, countryShare, shareOf } from './support/coded-dataset.ts';
import { seeded, shuffled } from './support/random.ts';
import { manifestOf, type WrittenEntry } from './support/truth.ts';

const random = seeded(20260606);
const some = shuffled(municipalities, random).slice(0, tries(15, 98));
const broken = new Set(
  shuffled(some, random)
    .slice(0, tries(2, 7))
    .map(({ code }) => code),
);
const data = codedDataset(temporaryFolder(afterAll), { broken });
const list = join(data, 'liste.txt');

/** Municipalities in some order; a few of them cannot be made. */
async function makeIn(folder: string): Promise<readonly WrittenEntry[]> {
  const codes = shuffled(some, random).map(({ code }) => code);
  writeFileSync(list, codes.join('\n'));
  expect((await run(['--fil', list, '--data', data, '--ud', folder, '--dato', '2026-06-06'])).code).toBe(1);
  return manifestOf(folder).rapporter;
}

/** A printed figure: a number and its unit. */
const figure =
  /(-?\d[\d.]*(?:,\d+)?)\s+(?:pct|person|deltager|parallelsamfund|omdannelsesområde|boligområde|forløb|uledsaged|kvote|tilkendt|sager)/g;

const numbersIn = (text: string): number[] =>
  [...text.matchAll(figure)].map(([, number = '']) => Number(number.replaceAll('.', '').replace(',', '.')));

const folder = temporaryFolder(afterAll);
const reports = await makeIn(folder);
const made = reports.filter(({ tilstand }) => tilstand === 'skrevet');
/** Those that are read: any of them may have got something of one that was made before it. */
const read = made.filter((_, index) => index % tries(2, 1) === 0);

describe('reports, each of whose figures tells whose it is', () => {
  it('are made or named, each under its own name', () => {
    expect(reports).toHaveLength(some.length);
    const failed = reports.filter(({ tilstand }) => tilstand === 'fejl').map(({ kode }) => kode);
    expect(new Set(failed)).toEqual(broken);
    expect(made).toHaveLength(some.length - broken.size);
  });

  it('print their own figures and no other', { timeout: 120_000 }, async () => {
    for (const { kode, navn, fil } of read) {
      const text = (await pageTexts(readFileSync(join(folder, fil)))).join('\n');
      expect(text.replace(/\s+/g, ' ')).toContain(`${navn}. Juni 2026.`);
      const numbers = numbersIn(text);
      expect(numbers.length, navn).toBeGreaterThan(40);
      expect(new Set(numbers), navn).toEqual(new Set([shareOf(kode), countOf(kode), countryShare, countryCount]));
    }
  });

  it('carry their own data and no other', async () => {
    for (const { kode, fil } of read) {
      const report = await formats.pdf.reportIn(readFileSync(join(folder, fil)));
      if (report === null) throw new Error(`No data in ${fil}`);
      expect(report.subject.code).toBe(kode);
      const own = report.goals.goals.flatMap((goal) => goal.indicators.flatMap(({ status }) => status.figures));
      const values = new Set(own.map(({ value }) => value));
      for (const value of values) expect([null, String(shareOf(kode)), String(countOf(kode))]).toContain(value);
      expect(values).toContain(String(shareOf(kode)));
    }
  });

  it('are the same bytes in another order', async () => {
    const digests = ({ kode, fil, sha256 }: WrittenEntry) => ({ kode, fil, sha256 });
    expect((await makeIn(temporaryFolder())).map(digests)).toEqual(reports.map(digests));
  });
});
