import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { datasetWith } from '../helpers/changed-dataset.ts';
import { run } from '../helpers/command.ts';
import { pageTexts } from '../helpers/pdf.ts';

function pdfOf(args: readonly string[]): Buffer {
  const outcome = run([...args, '--ud', '-', '--dato', '2026-06-06']);
  expect(outcome.stderr).toBe('');
  return outcome.stdout;
}

/** Words of the text with one space between them, page feet left out. */
const words = (text: string): string[] =>
  text
    .replace(/^Glostrup · Juni 2026 · Side \d+ af \d+/gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');

/** The golden file: one row of the report a line, its printed cells parted by " | ". */
const golden = (name: string): string[] =>
  words(readFileSync(`test/cli/golden/${name}.txt`, 'utf8').replaceAll(' | ', ' '));

describe('the report for Glostrup', () => {
  test('reads in order as the published report of June 2026', async () => {
    const pages = await pageTexts(pdfOf(['--kommune', 'Glostrup']));
    expect(words(pages.join('\n'))).toEqual(golden('glostrup'));
  });

  test('ends its first page after goal 5 and names and numbers its pages', async () => {
    const pages = await pageTexts(pdfOf(['--kommune', 'Glostrup']));
    expect(pages).toHaveLength(3);
    expect(words(pages[0] ?? '').slice(-2)).toEqual(['Opgøres', 'ikke']);
    expect(
      words(pages[1] ?? '')
        .slice(0, 6)
        .join(' '),
    ).toBe('Aktuel status Udvikling siden basismåling* Selvbestemmelse');
    for (const [index, page] of pages.entries())
      expect(page).toContain(`Glostrup · Juni 2026 · Side ${index + 1} af 3`);
  });

  test('shows no made-up figure and says nothing of any', async () => {
    expect((await pageTexts(pdfOf(['--kommune', 'Glostrup']))).join(' ')).not.toMatch(/eksempel/i);
  });
});

describe('a report with made-up figures', () => {
  test.each([['--kommune', 'Herlev'], ['--hele-landet']])('says so on its first page: %s %s', async (...args) => {
    const [first] = await pageTexts(pdfOf(args.filter((arg) => typeof arg === 'string')));
    expect(first).toContain('opdigtede eksempeldata');
  });
});

describe('a changed figure', () => {
  test.each([
    ['indikatorer.csv', '161;1.2;2012;64;beregnet', '161;1.2;2012;60;beregnet', ['10', '14']],
    ['indikatorer.csv', '161;9.1;2023;2;officiel', '161;9.1;2023;3;officiel', ['2', '-1', '3', '0']],
    ['noegletal.csv', '161;4;2026-02-06;80;officiel', '161;4;2026-02-06;81;officiel', ['80', '81']],
  ])('in %s changes only its own cells: %s', async (file, before, after, changed) => {
    const folder = datasetWith(file, (text) => {
      expect(text).toContain(`${before}\n`);
      return text.replace(`${before}\n`, `${after}\n`);
    });
    const old = words((await pageTexts(pdfOf(['--kommune', 'Glostrup']))).join('\n'));
    const now = words((await pageTexts(pdfOf(['--kommune', 'Glostrup', '--data', folder]))).join('\n'));
    expect(now).toHaveLength(old.length);
    const different = old.flatMap((word, index) => (word === now[index] ? [] : [index]));
    const [was, is] = [different.map((index) => old[index]), different.map((index) => now[index])];
    expect([...was, ...is]).toEqual(changed);
  });
});
