import { describe, expect, test } from 'vitest';
import { InternalError } from '../../../src/errors.ts';
import { checkLayout } from '../../../src/formats/pdf/check.ts';
import { contentOf } from '../../../src/formats/pdf/content/index.ts';
import { PdfFile } from '../../../src/formats/pdf/document.ts';
import { draw, drawnPage } from '../../../src/formats/pdf/draw.ts';
import { fontChooser } from '../../../src/formats/pdf/faces.ts';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import { layOut, type Mark } from '../../../src/formats/pdf/layout.ts';
import { leavesOf, runsIn, type Tag } from '../../../src/formats/pdf/node.ts';
import { color, textStyles } from '../../../src/formats/pdf/style.ts';
import { type Values, valuesOf } from '../../../src/formats/pdf/values.ts';
import type { Report } from '../../../src/report/index.ts';
import { annexReportOf } from '../../helpers/report.ts';
import { codedReport, filledReport, withFirstIndicator, withNotice } from './support/reports.ts';

const render = pdfRenderer('barometer-report 0.0.0');
const good = codedReport(0);

const digits = '1.234.567.890.123.456.789.012.345.678.901';

test.each<[string, number, Report, RegExp]>([
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
    /»indikator-1\.1-k1« har hverken synlig tekst eller tekst til oplæsning/,
  ],
  ['two rows of one id', 70, withFirstIndicator(good, { id: '1.2' }), /»indikator-1\.2« er brugt flere gange/],
  [
    'a heading without a name',
    70,
    { ...good, goals: { ...good.goals, caption: ' ' } },
    /H2 har hverken synlig tekst eller tekst til oplæsning/,
  ],
])('a report is refused for %s, with code %i', async (_, code, report, said) => {
  await expect(render(report)).rejects.toMatchObject({ code, message: expect.stringMatching(said) });
});

test('a glyph that is missing twice is named once', async () => {
  const twice = await render(withNotice(good, '😀 og 😀')).catch((fault: Error) => fault.message);
  expect(String(twice).match(/U\+1F600/g)).toHaveLength(1);
});

describe('the check of a layout', async () => {
  const fonts = fontChooser('fonts')([]);
  const years = [2012, 2013, 2024].flatMap((year) =>
    ['161', '000'].map((code) => [code, '1.1', year, String(year - 2000)] as const),
  );
  const content = contentOf(annexReportOf({ indicators: years })).flatMap(({ nodes }) => nodes);
  const pages = await layOut(content, fonts);
  const values = valuesOf(leavesOf(content).flatMap(runsIn), fonts);

  type Change = (mark: Mark) => Mark;
  const retag = (type: string, change: Partial<Tag>): Change => {
    return (mark) => (mark.tag.type === type ? { ...mark, tag: { ...mark.tag, ...change } } : mark);
  };

  test('passes what is drawn', () => {
    expect(() => checkLayout(pages, fonts)).not.toThrow();
  });

  test.each<[string, Change[], RegExp]>([
    [
      'text outside the page',
      [(mark) => ({ ...mark, x: mark.x + 400 })],
      /»Udviklingen er beregnet.*« står uden for siden/,
    ],
    [
      'text below the page',
      [(mark) => ({ ...mark, y: mark.y + 700 })],
      /»Udviklingen er beregnet.*« står uden for siden/,
    ],
    [
      'a data cell without a header',
      [retag('TD', { headers: [] }), retag('TH', { scope: 'Column' })],
      /TD har ingen overskriftscelle/,
    ],
    ['a header that is not there', [retag('TD', { headers: ['væk'] })], /»væk«, som ikke er en TH/],
    ['a heading that skips a level', [retag('H2', { type: 'H3' })], /H3 springer et niveau over/],
    ['a heading without one above', [retag('H1', { type: 'P' })], /H2 springer et niveau over/],
    ['a picture without a text in its place', [retag('Figure', { alt: ' ' })], /En Figure mangler alternativ tekst/],
    ['a picture that is no Figure', [retag('Figure', { type: 'P' })], /En tegning er mærket som P/],
    ['a Figure without a picture', [retag('Lbl', { type: 'Figure' })], /En Figure har ingen tegning/],
    [
      'a picture without room',
      [(mark) => ('shapes' in mark ? { ...mark, width: 0 } : mark)],
      /En Figure mangler sin plads på siden \(BBox\)/,
    ],
    [
      'texts of a picture on top of each other',
      [
        (mark) =>
          'shapes' in mark
            ? {
                ...mark,
                shapes: mark.shapes.map((shape) =>
                  shape.kind === 'text' ? { ...shape, at: [9, 9], anchor: 'start' } : shape,
                ),
              }
            : mark,
      ],
      /»12« og »24« står oven i hinanden i »Kurve/,
    ],
    [
      'a text that is heard in place of a whole cell',
      [
        (mark) =>
          'text' in mark && mark.text.startsWith('24 pct') && mark.tag.parent?.type === 'TD'
            ? { ...mark, tag: mark.tag.parent, spoken: 'noget' }
            : mark,
      ],
      /TD har tekst til oplæsning i stedet for andre dele/,
    ],
    [
      'a picture outside the page',
      [(mark) => ('shapes' in mark ? { ...mark, x: mark.x + 500 } : mark)],
      /»Kurve .*« står uden for siden/,
    ],
  ])('refuses %s', (_, changes, said) => {
    const changed = (mark: Mark): Mark => changes.reduce((made, change) => change(made), mark);
    const broken = pages.map((page) => ({ ...page, marks: page.marks.map(changed) }));
    expect(() => checkLayout(broken, fonts)).toThrow(said);
    expect(() => checkLayout(broken, fonts)).toThrow(InternalError);
  });

  test('a value without a place, and a place without a value, are refused', () => {
    const texts = { Title: 'x', Author: 'x', Subject: 'x', Keywords: 'x', Creator: 'x', Producer: 'x' };
    const ready = pages.map((page) => drawnPage(page, fonts));
    const drawn = (values: Values) => () => {
      const file = new PdfFile({ ...texts, CreationDate: new Date(0) }, Buffer.alloc(16));
      return draw(file, ready, { values, foot: () => ({ left: '', right: 'Side 1' }) }, fonts);
    };
    const [[name, value] = ['', undefined]] = values;
    if (value === undefined) throw new Error('A report without values');
    expect(drawn(values)).not.toThrow();
    expect(drawn(new Map([...values, ['nyt', value]]))).toThrow(/intet felt til »nyt«/);
    expect(drawn(new Map([...values].slice(1)))).toThrow(`Feltet »${name}« er ikke udfyldt`);
    expect(drawn(new Map([...values, [name, { ...value, inset: 900 }]]))).toThrow(/står uden for siden/);
  });
});

test('every colour of text can be read on every ground, and every line be seen', () => {
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
    for (const ground of [color.paper, color.band, color.negativeBand, color.notice]) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  for (const beside of [color.paper, color.heading]) {
    expect(contrast(color.country, beside), `a line beside ${beside}`).toBeGreaterThanOrEqual(3);
  }
});
