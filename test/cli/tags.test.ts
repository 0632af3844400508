import { describe, expect, test } from 'vitest';
import { run } from '../helpers/command.ts';
import { outlineText, tagTreeText } from '../helpers/pdf.ts';

const pdfOf = (...args: string[]): Buffer => run([...args, '--ud', '-', '--dato', '2026-06-06']).stdout;

describe('the tag tree of a report', () => {
  test('of a municipality', async () => {
    await expect(await tagTreeText(pdfOf('--kommune', 'Glostrup'))).toMatchFileSnapshot('golden/glostrup-tags.txt');
  });

  test('of the whole country, with the notice on made-up figures', async () => {
    await expect(await tagTreeText(pdfOf('--hele-landet'))).toMatchFileSnapshot('golden/hele-landet-tags.txt');
  });
});

test('bookmarks lead to sections and goals', async () => {
  await expect(await outlineText(pdfOf('--kommune', 'Glostrup'))).toMatchFileSnapshot('golden/glostrup-bookmarks.txt');
});
