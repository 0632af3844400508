import { describe, expect, test } from 'vitest';
import { InternalError, UserError } from '../../../src/errors.ts';
import { checkLayout } from '../../../src/formats/pdf/check.ts';
import { contentOf } from '../../../src/formats/pdf/content/index.ts';
import { PdfFile } from '../../../src/formats/pdf/document.ts';
import { draw, drawnPage } from '../../../src/formats/pdf/draw.ts';
import { fontChooser } from '../../../src/formats/pdf/faces.ts';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import { layOut, type Mark, type Page } from '../../../src/formats/pdf/layout.ts';
import { leavesOf, runsIn, type Tag } from '../../../src/formats/pdf/node.ts';
import { color } from '../../../src/formats/pdf/style.ts';
import { type Values, valuesOf } from '../../../src/formats/pdf/values.ts';
import type { Report } from '../../../src/report/index.ts';
import type { FakeOptions } from '../../helpers/fake-dataset.ts';
import { annexReportOf } from '../../helpers/report.ts';
import { codedReport, filledReport, withFirstIndicator, withNotice } from './support/reports.ts';

const render = pdfRenderer('barometer-report 0.0.0');
const good = codedReport(0);
const annexRows: FakeOptions = {
  indicators: [2012, 2013, 2024].map((year) => ['161', '1.1', year, String(year - 2000)] as const),
};

describe('a report that the user can mend is refused with code 65, in Danish', () => {
  const digits = '1.234.567.890.123.456.789.012.345.678.901';
  test.each<[string, Report, RegExp]>([
    ['a character without a glyph', withNotice(good, 'Tal 😀 og 漢 og 😀'), /U\+1F600 i "Tal 😀 og 漢 og 😀"/],
    ['a control character', withNotice(good, 'før\tefter'), /U\+0009/],
    ['a figure in a glyph we lack', filledReport('Greve', () => '漢 pct.'), /U\+6F22 i "漢 pct\."/],
    ['a number wider than its column', filledReport('Greve', () => `${digits} pct.`), /Tallet 1\.234.*for langt/],
    [
      'a name that no page has room for at its foot',
      { ...good, subject: { ...good.subject, name: 'Et meget langt navn '.repeat(12) } },
      /er for langt til sidens fod/,
    ],
    [
      'a row higher than a page',
      withFirstIndicator(good, { text: 'meget lang tekst '.repeat(1200) }),
      /Teksten ved "1\.1" er for lang: rækken fylder mere end en side/,
    ],
  ])('%s', async (_, report, said) => {
    const refused = await render(report).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toMatchObject({ code: 65, message: expect.stringMatching(said) });
  });

  test('a glyph that is missing twice is named once', async () => {
    const twice = await render(withNotice(good, '😀 og 😀')).catch((fault: Error) => fault.message);
    expect(String(twice).match(/U\+1F600/g)).toHaveLength(1);
  });
});

describe('a report that not all could read is refused as a fault of the program', () => {
  test.each<[string, Report, RegExp]>([
    [
      'an empty cell with nothing to read aloud',
      withFirstIndicator(good, { status: { ...good.goals.goals[0]?.indicators[0]?.status, text: '', spoken: null } }),
      /»indikator-1\.1-k1« har hverken synlig tekst eller tekst til oplæsning/,
    ],
    ['two rows of one id', withFirstIndicator(good, { id: '1.2' }), /»indikator-1\.2« er brugt flere gange/],
    [
      'a table without a name',
      { ...good, goals: { ...good.goals, caption: ' ' } },
      /Caption har hverken synlig tekst eller tekst til oplæsning/,
    ],
  ])('%s', async (_, report, said) => {
    const refused = await render(report).catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(InternalError);
    expect(String(refused)).toMatch(said);
  });
});

describe('the check of a layout', async () => {
  const fonts = fontChooser('fonts')([]);
  const content = contentOf(good).flat();
  const values = valuesOf(leavesOf(content).flatMap(runsIn), fonts);
  const pages = await layOut(content, fonts);
  const changed = (change: (mark: Mark) => Mark): Page[] =>
    pages.map((page) => ({ ...page, marks: page.marks.map(change) }));
  const tagged = (change: (tag: Tag) => Partial<Tag>) =>
    changed((mark) => ({ ...mark, tag: { ...mark.tag, ...change(mark.tag) } }));

  const annexed = layOut(contentOf(annexReportOf(annexRows)).flat(), fonts);

  test.each<[string, (mark: Mark) => Mark, RegExp]>([
    [
      'a picture without a text in its place',
      (mark) => ('shapes' in mark ? { ...mark, tag: { ...mark.tag, alt: ' ' } } : mark),
      /En Figure mangler alternativ tekst/,
    ],
    [
      'a picture without room',
      (mark) => ('shapes' in mark ? { ...mark, width: 0 } : mark),
      /En Figure mangler sin plads på siden \(BBox\)/,
    ],
    [
      'a picture that is no Figure',
      (mark) => ('shapes' in mark ? { ...mark, tag: { ...mark.tag, type: 'P' } } : mark),
      /En tegning er mærket som P/,
    ],
    [
      'a picture outside the page',
      (mark) => ('shapes' in mark ? { ...mark, x: mark.x + 500 } : mark),
      /»Kurve.*står uden for siden/,
    ],
    [
      'a Figure without a picture',
      (mark) => (mark.tag.type === 'Lbl' ? { ...mark, tag: { ...mark.tag, type: 'Figure' } } : mark),
      /En Figure har ingen tegning/,
    ],
  ])('refuses %s', async (_, change, said) => {
    const pages = await annexed;
    expect(() => checkLayout(pages)).not.toThrow();
    const broken = pages.map((page) => ({ ...page, marks: page.marks.map(change) }));
    expect(() => checkLayout(broken)).toThrow(said);
  });

  test('passes what is drawn', () => {
    expect(() => checkLayout(pages)).not.toThrow();
  });

  test.each<[string, Page[], RegExp]>([
    ['text outside the page', changed((mark) => ({ ...mark, x: mark.x + 400 })), /står uden for siden/],
    ['text below the page', changed((mark) => ({ ...mark, y: mark.y + 400 })), /står uden for siden/],
    [
      'a data cell without a header',
      tagged(({ type }) => (type === 'TD' ? { headers: [] } : type === 'TH' ? { scope: 'Column' } : {})),
      /TD har ingen overskriftscelle/,
    ],
    [
      'a header that is not there',
      tagged(({ type }) => (type === 'TD' ? { headers: ['væk'] } : {})),
      /»væk«, som ikke er en TH/,
    ],
    [
      'a heading that skips a level',
      tagged(({ type }) => (type === 'H2' ? { type: 'H3' } : {})),
      /H3 springer et niveau over/,
    ],
    [
      'a heading without one above',
      tagged(({ type }) => (type === 'H1' ? { type: 'P' } : {})),
      /H2 springer et niveau over/,
    ],
  ])('refuses %s', (_, broken, said) => {
    expect(() => checkLayout(broken)).toThrow(said);
    expect(() => checkLayout(broken)).toThrow(InternalError);
  });

  const texts = { Title: 'x', Author: 'x', Subject: 'x', Keywords: 'x', Creator: 'x', Producer: 'x' };
  const file = (): PdfFile => new PdfFile({ ...texts, CreationDate: new Date(0) }, Buffer.alloc(16));
  const ready = pages.map((page) => drawnPage(page, fonts));
  const drawn = (values: Values) => () => draw(file(), ready, { values, foot: () => 'Side 1' }, fonts);

  test('a value without a place, and a place without a value, are refused', () => {
    const [[name, value] = ['', undefined]] = values;
    if (value === undefined) throw new Error('A report without values');
    const more = new Map([...values, ['nyt', value]]);
    expect(drawn(more)).toThrow(/intet felt til »nyt«/);
    const fewer = new Map([...values].filter(([each]) => each !== name));
    expect(drawn(fewer)).toThrow(`Feltet »${name}« er ikke udfyldt`);
    const outside = new Map([...values, [name, { ...value, inset: 900 }]]);
    expect(drawn(outside)).toThrow(/står uden for siden/);
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
  for (const ink of [color.ink, color.heading, color.link, color.foot, color.negative]) {
    for (const ground of [color.paper, color.band, color.negativeBand, color.notice]) {
      expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  for (const beside of [color.paper, color.heading]) {
    expect(contrast(color.country, beside), `a line beside ${beside}`).toBeGreaterThanOrEqual(3);
  }
});
