import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { json } from '../../../src/formats/json.ts';
import { pdf, pdfRenderer, readAttachments } from '../../../src/formats/pdf/index.ts';
import { tries } from '../../helpers/tries.ts';
import { codedReport } from './support/reports.ts';

const { bytes: whole } = await pdfRenderer('barometer-report 0.0.0')(codedReport(0));

/** Names and contents, the latter as text, which is compared fast. Anything but files or a UserError is a fault. */
function read(bytes: Uint8Array): readonly object[] | null {
  try {
    return readAttachments(bytes).map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString('latin1') }));
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

describe('readAttachments', () => {
  it.each([
    ['nothing', ''],
    ['text', 'kommunekode;indikator'],
    ['a PDF without a catalog', '%PDF-1.4\nstartxref\n9\n%%EOF\n'],
    ['a startxref beyond the end', '%PDF-1.7\nstartxref\n9999999999\n%%EOF\n'],
  ])('refuses %s in Danish', async (_, text) => {
    expect(() => readAttachments(Buffer.from(text))).toThrow(/Filen er ikke en hel PDF fra barometer-report/);
  });

  it('refuses a PDF without files', async () => {
    const bytes = await (await PDFDocument.create()).save();
    expect(() => readAttachments(bytes)).toThrow('Den har ingen vedhæftede data.');
    expect(await pdf.reportIn(bytes)).toBeNull();
  });

  it('reads a report that another program has packed in its own way', async () => {
    const bytes = await (await PDFDocument.load(whole)).save();
    expect(await pdf.reportIn(bytes)).toEqual(codedReport(0));
  });

  it('takes no report from JSON that is far too long, or of another version', async () => {
    const text = JSON.stringify(codedReport(0));
    expect(await json.reportIn(Buffer.from(text))).toEqual(codedReport(0));
    expect(await json.reportIn(Buffer.from(text.padEnd(6_000_000)))).toBeNull();
    expect(await json.reportIn(Buffer.from(text.replace('barometer-report/1', 'barometer-report/2')))).toBeNull();
  });

  it('refuses a report that was cut short', async () => {
    for (let length = 0; length < whole.length; length += 997) expect(read(whole.subarray(0, length))).toBeNull();
  });

  it('gives whole files or none, whatever the damage', async () => {
    const files = read(whole);
    const hit = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 40 }), async (hits) => {
        const bytes = new Uint8Array(whole);
        for (const [at, value] of hits) bytes[at] = value;
        const found = read(bytes);
        if (found !== null && found.length > 0) expect(found).toEqual(files);
      }),
      { seed: 3, numRuns: tries(10, 40) },
    );
  });
});
