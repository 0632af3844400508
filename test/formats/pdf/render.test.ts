import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../../src/formats/csv.ts';
import { fileName } from '../../../src/formats/index.ts';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import { attachments, metadata, objectTexts, pageTexts } from '../../helpers/pdf.ts';
import { codedReport, withNotice } from './support/reports.ts';
import { srgbProfile } from './support/srgb-profile.ts';

const creator = 'barometer-report 1.2.3';
const report = codedReport(2);
const { bytes } = await pdfRenderer(creator)(report);
const latin1 = Buffer.from(bytes).toString('latin1');

describe('a rendered report', () => {
  it('is the same bytes each time, whatever was rendered before', async () => {
    const render = pdfRenderer(creator);
    await render(withNotice(report, 'Łódź'));
    for (let again = 0; again < 2; again++) {
      expect(Buffer.from((await render(report)).bytes).equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it('has another identifier when its contents differ', async () => {
    const id = (pdf: string): string | undefined => /\/ID \[<([0-9a-f]{32})>/.exec(pdf)?.[1];
    const other = await pdfRenderer(creator)({ ...report, dateLine: 'En anden dag.' });
    expect(id(latin1)).toBeDefined();
    expect(id(Buffer.from(other.bytes).toString('latin1'))).not.toBe(id(latin1));
  });

  it('names itself in Info and XMP alike, with all that XML must not hold', async () => {
    const title = 'Rapport: "A & B" <i>\u0001 – "citat" ]]>';
    const source = { navn: 'Kilde & <søn>', url: 'https://example.org' };
    const dataset = { title: 'Tal > alt', sources: [source, source], publication: null };
    const odd = { ...report, title: { ...report.title, text: title }, dataset };
    const { info, xmp } = await metadata((await pdfRenderer(creator)(odd)).bytes);
    expect(info).toMatchObject({
      Title: title,
      Author: 'Kilde & <søn>; Kilde & <søn>',
      Subject: 'Tal > alt',
      Creator: creator,
      Producer: creator,
      CreationDate: 'D:20260606120000Z',
      Language: 'da-DK',
      PDFFormatVersion: '1.7',
    });
    expect(xmp).toContain('Rapport: &quot;A &amp; B&quot; &lt;i&gt;\ufffd – &quot;citat&quot; ]]&gt;');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('carries its numbers as CSV and JSON', async () => {
    const found = new Map((await attachments(bytes)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
    const name = fileName(report.subject, report.edition, 'pdf').replace('.pdf', '');
    expect([...found.keys()].sort()).toEqual([`${name}.csv`, `${name}.json`]);
    const texts = [...found.values()].sort();
    expect(texts).toEqual([reportCsv(report), `${JSON.stringify(report)}\n`].sort());
  });

  it('has the colours of a profile of our own', async () => {
    const { catalog } = await PDFDocument.load(bytes);
    const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    const stream = intent.lookup(PDFName.of('DestOutputProfile'));
    if (!(stream instanceof PDFRawStream)) throw new Error('No profile');
    expect(Buffer.from(decodePDFRawStream(stream).decode())).toEqual(srgbProfile());
  });
});

it('a web address is written in ASCII', async () => {
  const url = 'https://integrationsbarometer.dk/ø?a=1&b=(2)';
  const { bytes } = await pdfRenderer(creator)({ ...report, footnote: { ...report.footnote, url } });
  expect(await objectTexts(bytes)).toContain('https://integrationsbarometer.dk/%C3%B8?a=1&b=\\(2\\)');
});

it('words part at spaces only, and a dash between spaces stays with the word before it', async () => {
  const text = `${'zoo-zebra/zink (zone), '.repeat(12)}zar - ${'0-16-zoner – '.repeat(16)}`;
  const printed = (await pageTexts((await pdfRenderer(creator)(withNotice(report, text))).bytes))[0]?.split('\n') ?? [];
  const lines = printed.map((line) => line.trim()).filter((line) => /z/.test(line));
  expect(lines.length).toBeGreaterThan(3);
  const words = ['zoo-zebra/zink', '(zone),', 'zar', '-', '0-16-zoner', '–'];
  for (const line of lines) {
    expect(line.split(' ').filter((word) => !words.includes(word))).toEqual([]);
    expect(line).not.toMatch(/^[-–]/);
  }
});
