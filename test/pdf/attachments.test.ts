import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { readAttachments } from '../../src/pdf/attachments.ts';
import { loadFonts, renderPdf } from '../../src/pdf/index.ts';
import { sample } from './sample.ts';

const fonts = loadFonts();
const whole = renderPdf(sample(), fonts);

/** Anything but files or a UserError is a fault. */
function read(bytes: Uint8Array): ReturnType<typeof readAttachments> | null {
  try {
    return readAttachments(bytes);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

describe('readAttachments', () => {
  test('gives back what was attached', () => {
    const expected = sample().attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
    const found = readAttachments(whole).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);
    expect(found.sort()).toEqual(expected.sort());
  });

  test('gives back any bytes under any name', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((each) => !/[\p{Cc}\p{Cs}/\\:*?"<>|.]/u.test(each));
    fc.assert(
      fc.property(name, fc.uint8Array({ maxLength: 2000 }), (each, bytes) => {
        const attachments = [{ name: each, bytes, mimeType: 'text/csv', description: 'x' }];
        expect(readAttachments(renderPdf({ ...sample(), attachments }, fonts))).toEqual([
          { name: each, bytes: Buffer.from(bytes) },
        ]);
      }),
      { seed: 2, numRuns: 50 },
    );
  });

  test.each([
    ['nothing', ''],
    ['text', 'kommunekode;indikator'],
    ['another PDF', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n'],
    ['a startxref beyond the end', '%PDF-1.7\nstartxref\n9999999999\n%%EOF\n'],
  ])('refuses %s in Danish', (_, text) => {
    expect(() => readAttachments(Buffer.from(text))).toThrow(/Filen er ikke en hel PDF fra barometer-report/);
  });

  test('says so when a report carries no files', () => {
    expect(() => readAttachments(renderPdf({ ...sample(), attachments: [] }, fonts))).toThrow(/ingen vedhæftede data/);
  });

  test('refuses a report that was cut short', () => {
    for (let length = 0; length < whole.length; length += 97) expect(read(whole.subarray(0, length))).toBeNull();
  });

  test('survives any damage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        (hits) => {
          const bytes = new Uint8Array(whole);
          for (const [at, value] of hits) bytes[at] = value;
          read(bytes);
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});
