import { expect, it } from 'vitest';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import { color, textStyles } from '../../../src/formats/pdf/style.ts';
import type { Report } from '../../../src/report/index.ts';
import { codedReport, filledReport, withFirstIndicator, withNotice } from './support/reports.ts';

const render = pdfRenderer('barometer-report 0.0.0');
const good = codedReport(0);

const digits = '1.234.567.890.123.456.789.012.345.678.901';

it.each<[string, number, Report, RegExp]>([
  ['a character without a glyph', 65, withNotice(good, 'Tal 😀 og 漢 og 😀'), /U\+1F600 i "Tal 😀 og 漢 og 😀"/],
  ['a control character', 65, withNotice(good, 'før\tefter'), /U\+0009/],
  ['a figure in a glyph we lack', 65, filledReport('Greve', () => '漢 pct.'), /U\+6F22 i "漢 pct\."/],
  ['a number wider than its column', 65, filledReport('Greve', () => `${digits} pct.`), /Tallet 1\.234.*for langt/],
  [
    'a name that no page has room for at its foot',
    65,
    { ...good, pageFoot: `${'Et meget langt navn '.repeat(12)} Side {side} af {antal}` },
    /er for langt til sidens fod/,
  ],
  [
    'a row higher than a page',
    65,
    withFirstIndicator(good, { text: 'meget lang tekst '.repeat(1200) }),
    /Teksten ved "1\.1" er for lang: rækken fylder mere end en side/,
  ],
  [
    'an empty cell with nothing to read aloud',
    70,
    withFirstIndicator(good, { status: { ...good.goals.goals[0]?.indicators[0]?.status, text: '', spoken: null } }),
    /"indikator-1\.1-k1" har hverken synlig tekst eller tekst til oplæsning/,
  ],
  ['two rows of one id', 70, withFirstIndicator(good, { id: '1.2' }), /"indikator-1\.2" er brugt flere gange/],
  [
    'a heading without a name',
    70,
    { ...good, goals: { ...good.goals, caption: ' ' } },
    /H2 har hverken synlig tekst eller tekst til oplæsning/,
  ],
])('a report is refused for %s, with code %i', async (_, code, report, said) => {
  await expect(render(report)).rejects.toMatchObject({ code, message: expect.stringMatching(said) });
});

it('a glyph that is missing twice is named once', async () => {
  const twice = await render(withNotice(good, '😀 og 😀')).catch((fault: Error) => fault.message);
  expect(String(twice).match(/U\+1F600/g)).toHaveLength(1);
});

it('every colour of text can be read on every ground, and every line be seen', () => {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  for (const ink of new Set(Object.values(textStyles).map((style) => style.color))) {
    for (const ground of [color.paper, color.band, color.notice]) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  for (const beside of [color.paper, color.heading]) {
    expect(contrast(color.country, beside), `a line beside ${beside}`).toBeGreaterThanOrEqual(3);
  }
});
