import { describe, expect, it } from 'vitest';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import { pageTexts } from '../../helpers/pdf.ts';
import { annexReportOf, changedTemplate, municipality } from '../../helpers/report.ts';

const word = 'Beskæftigelsesfrekvens'.repeat(8).slice(0, 160);
const sentence = 'En meget lang tekst om beskæftigelse og uddannelse '.repeat(5).trim();
const indicators = [2012, 2013, 2024].flatMap((year) =>
  ['161', '000'].map((code) => [code, '1.1', year, String(year - 2000)] as const),
);

/** All that is printed, without the breaks between lines. */
async function printed(change: Parameters<typeof changedTemplate>[0]): Promise<string> {
  const report = annexReportOf({ indicators }, municipality('Glostrup'), changedTemplate(change));
  const { bytes } = await pdfRenderer('barometer-report 0.0.0')(report);
  return (await pageTexts(bytes)).join('').replace(/\s/g, '');
}

describe.each([
  ['a word of 160 letters', word],
  ['a sentence of 250 letters', sentence],
])('%s is set in lines', (_, long) => {
  const bare = long.replace(/\s/g, '');

  it('in the short name of an indicator, which is in the annex alone', async () => {
    const text = await printed(({ maalsaetninger }) => {
      maalsaetninger.maal[0].indikatorer[0].kort = long;
    });
    expect(text).toContain(bare);
  });

  it('in the name of a goal and the text of an indicator', async () => {
    const text = await printed(({ maalsaetninger }) => {
      maalsaetninger.maal[0].navn = long;
      maalsaetninger.maal[0].indikatorer[0].tekst = long;
    });
    expect(text.split(bare).length).toBeGreaterThan(2);
  });

  it('in the label of a key figure', async () => {
    const text = await printed(({ noegletal }) => {
      noegletal.betegnelse = `${long} {nummer}`;
    });
    expect(text).toContain(bare);
  });
});

describe('a text that is wider than its picture in the annex', () => {
  it.each<[string, Parameters<typeof changedTemplate>[0]]>([
    [
      '"Bevæger sig fremad" (bilag.bevaegelser i skabelonen)',
      ({ bilag }) => {
        bilag.bevaegelser.negativ.ord = 'Bevæger sig fremad';
      },
    ],
    [
      '"Danmark som helhed, alle 98" (bilag.signatur i skabelonen)',
      ({ bilag }) => {
        bilag.signatur.heleLandet = 'Danmark som helhed, alle 98';
      },
    ],
  ])('is refused: %s', async (said, change) => {
    await expect(printed(change)).rejects.toMatchObject({ code: 65, message: expect.stringContaining(said) });
  });
});

describe('numbers of many digits in the table of all years', () => {
  it.each(['9999', '12345', '1234567'])('are printed whole: %s', async (value) => {
    const years = Array.from({ length: 9 }, (_, at) => 2018 + at);
    const rows = years.map((year) => ['161', '8.1', year, `${value.slice(0, -1)}${year % 10}`] as const);
    const report = annexReportOf({ indicators: rows }, municipality('Glostrup'));
    const { bytes } = await pdfRenderer('barometer-report 0.0.0')(report);
    const text = (await pageTexts(bytes)).join('\n');
    for (const [, , , number] of rows) expect(text).toContain(Number(number).toLocaleString('da-DK'));
  });
});

describe('a text that is longer than its field may be', () => {
  it.each<[string, (template: Parameters<Parameters<typeof changedTemplate>[0]>[0]) => void]>([
    [
      'maalsaetninger.maal[0].navn: må højst have 300 tegn',
      ({ maalsaetninger }) => {
        maalsaetninger.maal[0].navn = 'x'.repeat(301);
      },
    ],
    [
      'maalsaetninger.maal[0].indikatorer[0].enhed: må højst have 60 tegn',
      ({ maalsaetninger }) => {
        maalsaetninger.maal[0].indikatorer[0].enhed = 'x'.repeat(61);
      },
    ],
    [
      'eksempeldata: må højst have 1000 tegn',
      (template) => {
        template.eksempeldata = 'x'.repeat(1001);
      },
    ],
  ])('is refused where it is read: %s', (said, change) => {
    expect(() => changedTemplate(change)).toThrow(
      expect.objectContaining({ code: 65, message: expect.stringContaining(said) }),
    );
  });
});
