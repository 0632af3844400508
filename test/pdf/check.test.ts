import { describe, expect, test } from 'vitest';
import { InternalError } from '../../src/errors.ts';
import { checkDocument, loadFonts, missingGlyphs, renderPdf } from '../../src/pdf/index.ts';
import { renderUnchecked } from '../../src/pdf/render.ts';
import { brokenDocuments } from './broken.ts';
import { sample, withForm } from './sample.ts';

const fonts = loadFonts();

describe('checkDocument', () => {
  test('has nothing to say of a good document', () => {
    expect(checkDocument(sample(), fonts)).toEqual([]);
  });

  test.each(brokenDocuments())('refuses $name', ({ document, says }) => {
    expect(checkDocument(document, fonts).join('\n')).toMatch(says);
    expect(() => renderPdf(document, fonts)).toThrow(InternalError);
  });

  test('names all faults in one message', () => {
    const good = sample();
    const document = { ...good, metadata: { ...good.metadata, title: '', language: '', date: '2026-02-30' } };
    expect(() => renderPdf(document, fonts)).toThrow(/mangler en titel.*sprogkode.*2026-02-30/s);
  });

  test('judges contrast against what lies beneath', () => {
    const good = sample();
    const dark = { kind: 'artifact', type: 'Background' } as const;
    const rect = { kind: 'rect', x: 0, y: 0, width: 595, height: 100, color: '#202020', owner: dark } as const;
    const pages = good.form.pages.map((page) => ({ ...page, marks: [rect, ...page.marks] }));
    expect(checkDocument(withForm(good, { pages }), fonts).join('\n')).toContain(
      '»Udviklingsrapport for Glostrup« har for lille',
    );
  });

  test('says which characters are missing, with their text', () => {
    const [broken] = brokenDocuments().filter(({ name }) => name === 'missing-glyph');
    expect(broken && missingGlyphs(broken.document, fonts)).toEqual([{ character: '漢', font: 'regular', text: '漢' }]);
  });
});

test('what the check refuses can still be written for validators to refuse', () => {
  for (const { document } of brokenDocuments()) {
    expect(Buffer.from(renderUnchecked(document, fonts).subarray(0, 8)).toString()).toBe('%PDF-1.7');
  }
});
