import { describe, expect, test } from 'vitest';
import { readAttachments } from '../../src/pdf/attachments.ts';
import { loadFonts, type PdfDocument, renderPdf } from '../../src/pdf/index.ts';
import { attachments, metadata, outlineText, pageTagTrees, pageTexts, tagTreeText } from '../helpers/pdf.ts';
import { sample, textMark, withForm } from './sample.ts';

const fonts = loadFonts();

function withText(text: string): PdfDocument {
  const good = sample();
  const mark = textMark(text, 50, 700, { kind: 'artifact', type: 'Layout' });
  return withForm(good, { pages: good.form.pages.map((page) => ({ ...page, marks: [...page.marks, mark] })) });
}

describe('renderPdf', () => {
  const bytes = renderPdf(sample(), fonts);

  test('gives the same bytes each time, whatever was written before', () => {
    renderPdf(withText('Łódź'), fonts);
    expect(Buffer.from(renderPdf(sample(), loadFonts())).equals(Buffer.from(bytes))).toBe(true);
    expect(Buffer.from(renderPdf(sample(), fonts)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('gives another identifier to another content', () => {
    const id = (pdf: Uint8Array) => /\/ID\[<([0-9A-F]{32})>/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
    expect(id(bytes)).toBeDefined();
    expect(id(renderPdf(withText('mere'), fonts))).not.toBe(id(bytes));
  });

  test('holds more than 64 KB, and refuses to be larger than its own table of contents can tell', async () => {
    const noise = (length: number): Uint8Array => {
      let state = 1;
      return Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        return state >>> 16;
      });
    };
    const holding = (content: Uint8Array): PdfDocument => {
      const good = sample();
      const file = { name: 'a.bin', mimeType: 'application/octet-stream', description: 'Prøve', bytes: content };
      return { ...good, attachments: [file] };
    };
    const large = noise(200_000);
    // Our own reader goes by the offsets; pdf.js would find its way without them.
    const [file] = readAttachments(renderPdf(holding(large), fonts));
    expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(large))).toBe(true);
    expect(() => renderPdf(holding(noise(17_000_000)), fonts)).toThrow('for stor');
  });

  test('draws lines that read as lines', async () => {
    expect(await pageTexts(bytes)).toEqual([
      'Udviklingsrapport for Glostrup\nAndelen af flygtninge og\nfamiliesammenførte.\nIndikator Status\n1.1 Beskæftigelse 52 pct.\nSide 1 af 2',
      '1.2 Ikke-vestlige\nintegrationsbarometer.dk\n* Tallet er foreløbigt.\nSide 2 af 2',
    ]);
  });

  test('reads spaces and hyphens that do not break as those that a reader types', async () => {
    const [page] = await pageTexts(renderPdf(withText('a\u00a0b\u202fc\u2011d\u2212e'), fonts));
    expect(page).toContain('a b c-d\u2212e');
  });

  test('tags everything that is not an artifact', async () => {
    expect(await tagTreeText(bytes)).toMatchInlineSnapshot(`
      "Document
        H1 "Udviklingsrapport for Glostrup"
        P "Andelen af flygtninge og familiesammenførte."
        Table
          THead
            TR
              TH ID="c1" Scope=Column "Indikator"
              TH ID="c2" Scope=Column "Status"
          TBody
            TR
              TH ID="r1" Scope=Row "1.1 Beskæftigelse"
              TD Headers=["c2" "r1"] "52 pct."
            TR
              TH ID="r2" Scope=Row "1.2 Ikke-vestlige"
              TD Headers=["c2" "r2"]
                Span ActualText="Ikke oplyst"
        P
          Link Contents="Nøgletal på integrationsbarometer.dk" "integrationsbarometer.dk"
        Note ID="note-1" "* Tallet er foreløbigt."
      "
    `);
  });

  test('shows pdf.js the same tree, with the text of an empty cell', async () => {
    const [, second] = await pageTagTrees(bytes);
    expect(second).toContain('Span alt="Ikke oplyst"');
    expect(second).not.toContain('Side 2');
  });

  test('carries files, metadata and bookmarks', async () => {
    const files = await attachments(bytes);
    expect(files.map(({ name, bytes: content }) => [name, Buffer.from(content).toString()])).toEqual(
      sample()
        .attachments.map(({ name, bytes: content }) => [name, Buffer.from(content).toString()])
        .reverse(),
    );
    const { info, xmp } = await metadata(bytes);
    expect(info).toMatchObject({
      Title: 'Udviklingsrapport for Glostrup & <omegn>',
      Subject: 'Nøgletal "2026" – flygtninge',
    });
    expect(xmp).toContain('Glostrup &amp; &lt;omegn&gt;');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(await outlineText(bytes)).toBe('Målsætninger\n  1.2\n');
  });

  test('embeds the wide font only where the text needs it', async () => {
    const wide = renderPdf(withText('Łódź ή Ж'), fonts);
    expect(bytes.length).toBeLessThan(20_000);
    expect(wide.length).toBeGreaterThan(40_000);
    expect((await pageTexts(wide))[0]).toContain('Łódź ή Ж');
  });

  test('keeps metadata readable whatever it holds', async () => {
    const good = sample();
    const title = '\u0000<a>&"\ud800 (\\) \r\n þÿ 漢😀';
    const { info } = await metadata(renderPdf({ ...good, metadata: { ...good.metadata, title } }, fonts));
    expect(String(info['Title'])).toContain('(\\)');
    expect(String(info['Title'])).toContain('漢😀');
  });
});
