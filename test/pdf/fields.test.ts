import { describe, expect, test } from 'vitest';
import { checkDocument, loadFonts, missingGlyphs, renderPdf } from '../../src/pdf/index.ts';
import { pageTexts, tagTreeText } from '../helpers/pdf.ts';
import { filled, sample, sampleWithFields } from './sample.ts';

const fonts = loadFonts();
const good = sampleWithFields();

describe('a form filled in', () => {
  test('may be written, and reads as if its texts had been set', async () => {
    expect(checkDocument(good, fonts)).toEqual([]);
    const [first, second] = await pageTexts(renderPdf(good, fonts));
    const [plainFirst, plainSecond] = await pageTexts(renderPdf(sample(), fonts));
    expect(first).toBe(plainFirst);
    expect(second).toBe(`${plainSecond}\nUdviklingsrapport for Glostrup`);
  });

  test('has the same tree, where an empty cell itself says that it is empty', async () => {
    const tree = await tagTreeText(renderPdf(good, fonts));
    const plain = await tagTreeText(renderPdf(sample(), fonts));
    const asOne = plain.replace(/TD (Headers=\["c2" "r2"\])\n +Span (ActualText="Ikke oplyst")/, 'TD $2 $1');
    expect(asOne).not.toBe(plain);
    expect(tree).toBe(asOne);
  });

  test('a fill changes the cell it is for, and nothing else', async () => {
    const before = (await pageTexts(renderPdf(good, fonts))).join('\n');
    const other = filled(good, 'r1', { text: '7 pct.' });
    expect((await pageTexts(renderPdf(other, fonts))).join('\n')).toBe(before.replace('52 pct.', '7 pct.'));
    const swapped = filled(filled(good, 'r1', { text: '', spoken: 'Diskret' }), 'r2', { text: '9', spoken: null });
    const tree = await tagTreeText(renderPdf(swapped, fonts));
    expect(tree).toContain('TD ActualText="Diskret" Headers=["c2" "r1"]');
    expect(tree).toContain('TD Headers=["c2" "r2"] "9"');
  });

  test('is the same file whoever filled in the form before', () => {
    const wide = filled(good, 'titel', { text: 'Łódź' });
    const alone = (document: typeof good) =>
      Buffer.from(renderPdf({ ...document, form: { ...document.form } }, loadFonts()));
    for (const document of [good, wide, good, filled(good, 'r2', { text: '1', spoken: null }), wide]) {
      expect(Buffer.from(renderPdf(document, fonts)).equals(alone(document))).toBe(true);
    }
  });

  test('says which characters of a fill are missing', () => {
    expect(missingGlyphs(filled(good, 'r1', { text: '5漢' }), fonts)).toEqual([
      { character: '漢', font: 'regular', text: '5漢' },
    ]);
  });
});
