import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/batch/manifest.ts';
import { readAttachments } from '../../src/formats/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import type { Report } from '../../src/report/index.ts';
import { run } from '../helpers/command.ts';
import { pageTexts } from '../helpers/pdf.ts';
import { codedDataset, countOf, countryCount, countryShare, shareOf } from './support/coded-dataset.ts';
import { seeded, shuffled } from './support/random.ts';
import { suiteFolders } from './support/suite-folder.ts';

const random = seeded(20260606);
const broken = new Set(
  shuffled(municipalities, random)
    .slice(0, 7)
    .map(({ code }) => code),
);
const folderFor = suiteFolders();
const data = codedDataset(folderFor(), { broken });

/** All municipalities in some order; seven of them cannot be made. */
function batch(): { folder: string; manifest: Manifest } {
  const folder = folderFor();
  const list = join(folderFor(), 'liste.txt');
  writeFileSync(
    list,
    shuffled(municipalities, random)
      .map(({ code }) => code)
      .join('\n'),
  );
  const args = ['--fil', list, '--data', data, '--ud', folder, '--dato', '2026-06-06'];
  expect(run(args).code).toBe(1);
  return { folder, manifest: JSON.parse(readFileSync(join(folder, 'rapporter.json'), 'utf8')) as Manifest };
}

const digests = ({ rapporter }: Manifest) => rapporter.map(({ kode, fil, sha256 }) => ({ kode, fil, sha256 }));

/** A printed figure: a number and its unit. */
const figure =
  /(-?\d[\d.]*(?:,\d+)?)\s+(?:pct|person|deltager|parallelsamfund|omdannelsesområde|boligområde|forløb|uledsaged|kvote|tilkendt|sager)/g;

const numbersIn = (text: string): number[] =>
  [...text.matchAll(figure)].map(([, number = '']) => Number(number.replaceAll('.', '').replace(',', '.')));

describe('98 reports, each of whose figures tells whose it is', () => {
  const { folder, manifest } = batch();

  test('are made or named, each under its own name', () => {
    expect(manifest.rapporter).toHaveLength(98);
    const failed = manifest.rapporter.filter(({ tilstand }) => tilstand === 'fejl').map(({ kode }) => kode);
    expect(new Set(failed)).toEqual(broken);
  });

  test('print their own figures and no other', { timeout: 120_000 }, async () => {
    for (const { kode, navn, fil, sha256 } of manifest.rapporter) {
      if (sha256 === null) continue;
      const bytes = readFileSync(join(folder, fil));
      const text = (await pageTexts(bytes)).join('\n');
      expect(text.replace(/\s+/g, ' ')).toContain(`${navn}. Juni 2026.`);
      const numbers = numbersIn(text);
      expect(numbers.length, navn).toBeGreaterThan(40);
      expect(
        [...new Set(numbers)].sort((a, b) => a - b),
        navn,
      ).toEqual([shareOf(kode), countOf(kode), countryShare, countryCount].sort((a, b) => a - b));
    }
  });

  test('carry their own data and no other', async () => {
    for (const { kode, fil, sha256 } of manifest.rapporter) {
      if (sha256 === null) continue;
      const files = await readAttachments(readFileSync(join(folder, fil)));
      const report = JSON.parse(
        Buffer.from(files.find(({ name }) => name.endsWith('.json'))?.bytes ?? []).toString(),
      ) as Report;
      expect(report.subject.code).toBe(kode);
      const own = report.goals.goals.flatMap((goal) => goal.indicators.flatMap(({ status }) => status.figures));
      const values = new Set(own.map(({ value }) => value));
      for (const value of values) expect([null, String(shareOf(kode)), String(countOf(kode))]).toContain(value);
      expect(values).toContain(String(shareOf(kode)));
    }
  });

  test('are the same bytes in another order', () => {
    expect(digests(batch().manifest)).toEqual(digests(manifest));
  });
});
