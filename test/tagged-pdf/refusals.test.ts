import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontFile } from '../../src/tagged-pdf/font-file.ts';
import {
  type Content,
  type DrawnPage,
  type Fault,
  type Font,
  Fonts,
  joined,
  layOut,
  renderTagged,
  type SlotValue,
  type TaggedDocument,
  TaggedPdfError,
  tag,
  writePages,
} from '../../src/tagged-pdf/index.ts';

const normal = fontFile(readFileSync('node_modules/source-sans/TTF/SourceSans3-Regular.ttf'));
const fonts = new Fonts({ Sans: { normal } });
const paper = { pageSize: { width: 300, height: 400 }, pageMargins: [30, 30, 30, 30] } as const;
const file = { info: { title: 'A title', creationDate: new Date(0) }, language: 'en-GB' };

/** The faults of what must be refused. */
function faultsOf(made: () => unknown): readonly Fault[] {
  try {
    made();
  } catch (error) {
    if (error instanceof TaggedPdfError) return error.faults;
    throw error;
  }
  return [];
}

const faultsIn = (content: unknown, more: object = {}): readonly Fault[] =>
  faultsOf(() => renderTagged({ content: [content as Content], ...paper, ...file, ...more } as TaggedDocument, fonts));

const unknown = (where: string, property: string): Fault => ({ code: 'unknown-property', where, property });
const missing = (where: string, property: string): Fault => ({ code: 'missing-property', where, property });
const unknownValue = (property: string, value: string): Fault => ({ code: 'unknown-value', property, value });

describe('what of pdfmake is not known is refused', () => {
  it.each<[unknown, Fault]>([
    [{ image: 'a.png' }, unknown('content', 'image')],
    [{ ul: ['one'] }, unknown('content', 'ul')],
    [{ toc: {} }, unknown('content', 'toc')],
    [{ text: 'x', lineHeight: 2 }, unknown('text', 'lineHeight')],
    [{ text: 'x', style: 'loud' }, unknown('text', 'style')],
    [{ text: 'x', outline: true }, unknown('text', 'outline')],
    [{ text: 'x', absolutePosition: { x: 1, y: 1 } }, unknown('text', 'absolutePosition')],
    [{ text: [{ text: 'x', sup: true }] }, unknown('run', 'sup')],
    [{ stack: ['x'], relativePosition: {} }, unknown('stack', 'relativePosition')],
    [{ columns: ['x'] }, unknown('content', 'columns')],
    [{ table: { body: [['x']], heights: 9 } }, unknown('table', 'heights')],
    [{ table: { body: [['x']], caption: 'x' } }, unknown('table', 'caption')],
    [{ table: { body: [['x']] }, layout: { hLineStyle: () => null } }, unknown('layout', 'hLineStyle')],
    [{ text: ['a', 'b'], link: 'https://example.org' }, unknown('text of several runs', 'link')],
    [{ canvas: [] }, unknown('content', 'canvas')],
    [{ text: 'x', alignment: 'justify' }, unknownValue('alignment', 'justify')],
    [{ text: 'x', decoration: 'lineThrough' }, unknownValue('decoration', 'lineThrough')],
    [{ text: 'x', color: 'red' }, unknownValue('color', 'red')],
    [{ text: 'x', pageBreak: 'after' }, unknownValue('pageBreak', 'after')],
    [{ table: { body: [['x']] }, layout: 'zebra' }, unknownValue('layout', 'zebra')],
    [
      { text: 'x', font: 'Serif' },
      { code: 'unknown-font', font: 'Serif normal' },
    ],
    [
      { text: 'x', bold: true },
      { code: 'unknown-font', font: 'Sans bold' },
    ],
  ])('%j', (content, fault) => {
    expect(faultsIn(content)).toEqual([fault]);
  });

  it.each<[object, Fault]>([
    [{ header: 'x' }, unknown('document', 'header')],
    [{ watermark: 'x' }, unknown('document', 'watermark')],
    [{ styles: { a: { bold: true } } }, unknown('document', 'styles')],
    [{ defaultStyle: { lineHeight: 2 } }, unknownValue('defaultStyle', '{ lineHeight: 2 }')],
    [{ defaultStyle: { alignment: 'justify' } }, unknownValue('defaultStyle', "{ alignment: 'justify' }")],
    [{ info: { ...file.info, trapped: true } }, unknown('info', 'trapped')],
    [{ info: { creationDate: new Date(0) } }, missing('info', 'title')],
    [{ language: '' }, unknownValue('language', "''")],
  ])('of a document: %j', (more, fault) => {
    expect(faultsIn('x', more)).toEqual([fault]);
  });
});

describe('what is missing, or not what it must be, is refused', () => {
  const attachment = { name: 'a.csv', type: 'text/csv', description: 'Data', content: 'x' };
  const wrongInfo = (more: object) => ({ info: { ...file.info, ...more } });
  const two = (...body: unknown[][]) => ({ table: { headerRows: 1, headerColumns: 1, body } });
  const linked = (link: unknown) => ({ text: [{ text: '1', tag: { type: 'Link', parent: null, link } }] });
  const shape = { kind: 'text', text: 'x', at: [0, 9], anchor: 'start' };
  const unequal = (...widths: number[]): Fault => ({ code: 'rows-unequal', widths });

  it.each<[unknown, Fault]>([
    [5, unknownValue('content', '5')],
    [null, unknownValue('content', 'null')],
    [undefined, unknownValue('content', 'undefined')],
    [{}, { code: 'nothing-to-read', type: 'P' }],
    [{ text: 5 }, unknownValue('text', '5')],
    [{ text: null }, unknownValue('text', 'null')],
    [{ text: [5] }, unknownValue('run', '5')],
    [{ text: [{ text: ['a'] }] }, unknownValue('text', "[ 'a' ]")],
    [{ text: [{ bold: true }] }, missing('run', 'text')],
    [{ text: 'x', fontSize: '12' }, unknownValue('fontSize', '12')],
    [{ text: 'x', margin: [1, 2, 3] }, unknownValue('margin', '[ 1, 2, 3 ]')],
    [{ text: 'x', alt: 'y' }, unknown('text without a link', 'alt')],
    [{ text: 'x', tag: 5 }, unknownValue('tag', '5')],
    [{ text: 'x', tag: { type: 'P' } }, missing('tag', 'parent')],
    [{ text: 'x', tag: { type: 'P', parent: { type: 'Sect' } } }, missing('tag', 'parent')],
    [linked('https://example.org'), unknownValue('link', 'https://example.org')],
    [linked({ to: { id: 'gone' }, contents: 'The note' }), { code: 'link-unknown', id: 'gone' }],
    [{ stack: 'x' }, unknownValue('stack', 'x')],
    [{ table: null }, unknownValue('table', 'null')],
    [{ table: {} }, missing('table', 'body')],
    [{ table: { body: [] } }, unequal()],
    [{ table: { body: [['x', 5]] } }, unknownValue('content', '5')],
    [{ table: { widths: [20], body: [['x', 'y']] } }, unknownValue('widths', '[ 20 ]')],
    [{ table: { headerRows: 2, body: [['x']] } }, unknownValue('headerRows', '2')],
    [two(['a', 'b'], ['c']), unequal(2, 1)],
    [two(['a', 'b'], [{ text: 'c', colSpan: 3 }, {}]), unequal(2, 3)],
    [two(['a', 'b'], [{ text: 'c', rowSpan: 2 }, 'd']), unequal(2, 2)],
    [two([{}, 'b'], ['c', 'd']), { code: 'nothing-to-read', type: 'TH' }],
    [two([{ text: 'a', colSpan: 2 }, 'lost'], ['c', 'd']), expect.objectContaining({ code: 'text-lost' })],
    [{ shapes: [], alt: 'x', height: 9 }, missing('picture', 'width')],
    [{ shapes: [{ kind: 'circle' }], alt: 'x', width: 9, height: 9 }, unknownValue('shapes', "{ kind: 'circle' }")],
    [{ shapes: [shape], alt: 'x', width: 9, height: 9 }, missing('text shape', 'style')],
  ])('%j', (content, fault) => {
    expect(faultsIn(content)).toEqual([fault]);
  });

  it.each<[object, Fault]>([
    [{ content: 'x' }, unknownValue('content', 'x')],
    [{ content: { text: 'x' } }, unknownValue('content', "{ text: 'x' }")],
    [{ content: [] }, unknownValue('content', '[]')],
    [{ content: [[], { text: [] }] }, expect.objectContaining({ code: 'unknown-value', property: 'content' })],
    [{ info: undefined }, missing('document', 'info')],
    [wrongInfo({ creationDate: '2026-06-06' }), unknownValue('creationDate', '2026-06-06')],
    [wrongInfo({ creationDate: new Date('soon') }), unknownValue('creationDate', 'Invalid Date')],
    [wrongInfo({ author: 5 }), unknownValue('author', '5')],
    [{ language: 'en_GB' }, unknownValue('language', 'en_GB')],
    [{ pageSize: 'A4' }, unknownValue('pageSize', 'A4')],
    [{ pageMargins: undefined }, missing('document', 'pageMargins')],
    [{ pageMargins: 40 }, unknownValue('pageMargins', '40')],
    [{ footer: () => 'Page' }, unknownValue('shapes', 'Page')],
    [{ attachments: [{ ...attachment, type: undefined }] }, missing('attachment', 'type')],
    [{ attachments: [{ ...attachment, type: 'csv' }] }, unknownValue('type', 'csv')],
    [{ attachments: [attachment, attachment] }, { code: 'attachment-repeated', name: 'a.csv' }],
    [{ identifier: new Uint8Array(3) }, unknownValue('identifier', 'Uint8Array(3) [ 0, 0, 0 ]')],
  ])('of a document: %j', (more, fault) => {
    expect(faultsIn('x', more)).toEqual([fault]);
  });

  it('all that is missing is told at once', () => {
    const names = ['content', 'pageSize', 'pageMargins', 'info', 'language'];
    const fault = (property: string) => missing('document', property);
    expect(faultsOf(() => renderTagged({} as TaggedDocument, fonts))).toEqual(names.map(fault));
  });

  it('fonts that are bytes, or none', () => {
    const bytes = Buffer.from('no font') as unknown as Font;
    expect(faultsOf(() => new Fonts({ Sans: { normal: bytes } }))).toEqual([
      { code: 'unknown-font', font: 'Sans normal' },
    ]);
    const none = undefined as unknown as Fonts;
    expect(faultsOf(() => renderTagged({ content: ['x'], ...paper, ...file }, none))).toEqual([
      unknownValue('fonts', 'undefined'),
    ]);
  });
});

describe('what cannot be drawn is refused', () => {
  it('a character that the font lacks', () => {
    expect(faultsIn('a 漢')).toEqual([{ code: 'missing-glyph', character: '漢', text: expect.stringContaining('漢') }]);
  });

  it('a row that no page can hold', () => {
    const cell = { text: 'word '.repeat(2000), tag: tag('P', null, { place: 'the long row' }) };
    const [fault] = faultsIn({ table: { body: [[cell]], dontBreakRows: true } });
    expect(fault).toMatchObject({ code: 'text-lost', place: 'the long row' });
  });

  it('a font that is none, and one that is not static TrueType', () => {
    for (const bytes of [
      Buffer.from('no font'),
      readFileSync('node_modules/source-sans/OTF/SourceSans3-Regular.otf'),
    ]) {
      expect(faultsOf(() => fontFile(bytes))).toMatchObject([{ code: 'unreadable-font' }]);
    }
  });

  it('a footer outside the page', () => {
    const style = { fontSize: 9, color: '#000000' };
    const footer = () => [{ kind: 'text', text: 'far', at: [295, 390], anchor: 'start', style }];
    expect(faultsIn('x', { footer })).toEqual([{ code: 'outside-page', text: 'far' }]);
  });
});

/** A table of header cells, tagged by hand. */
function tableOf(...rows: { readonly colSpan?: number; readonly rowSpan?: number }[][]): Content {
  const table = tag('Table', null);
  const cells = rows.flatMap((row) => {
    const tr = tag('TR', table);
    return row.map((spans) => ({ text: 'x', tag: tag('TH', tr, { scope: 'Column', ...spans }) }));
  });
  return { stack: cells };
}

describe('what not all could read is refused', () => {
  const style = { fontSize: 9, color: '#000000' };
  const label = (text: string, x: number) => ({ kind: 'text', text, at: [x, 10], anchor: 'start', style }) as const;
  const link = tag('Link', tag('P', null), { link: { to: { url: 'https://example.org' }, contents: 'An example' } });

  it.each<[string, unknown, Fault]>([
    ['a text without a letter', { text: ' ' }, { code: 'nothing-to-read', type: 'P' }],
    [
      'an empty cell that nothing is said of',
      {
        table: {
          headerRows: 1,
          body: [
            ['Item', 'Price'],
            ['A', { text: [] }],
          ],
        },
      },
      { code: 'nothing-to-read', type: 'TD' },
    ],
    ['a heading without one above', { text: 'x', tag: 'H2' }, { code: 'heading-skips-level', type: 'H2' }],
    ['an element that PDF 1.7 lacks', { text: 'x', tag: 'Strong' }, { code: 'unknown-type', type: 'Strong' }],
    ['a Figure without a picture', { text: 'x', tag: 'Figure' }, { code: 'figure-without-picture' }],
    ['a picture without a text', { shapes: [], width: 9, height: 9 }, { code: 'figure-without-alt' }],
    [
      'a picture that is no Figure',
      { shapes: [], width: 9, height: 9, alt: 'x', tag: tag('P', null) },
      { code: 'picture-no-figure', type: 'P' },
    ],
    ['a picture without room', { shapes: [], width: 0, height: 9, alt: 'x' }, { code: 'figure-without-room' }],
    [
      'a picture outside the page',
      { shapes: [], width: 400, height: 9, alt: 'x' },
      { code: 'outside-page', text: 'x' },
    ],
    [
      'texts of a picture on top of each other',
      { shapes: [label('12', 0), label('24', 5)], width: 90, height: 20, alt: 'A chart' },
      { code: 'texts-overlap', one: '12', two: '24', picture: 'A chart' },
    ],
    [
      'a text that is wider than its picture',
      { shapes: [label('Twelve and a half', 40)], width: 90, height: 20, alt: 'A chart' },
      { code: 'text-outside-picture', text: 'Twelve and a half', place: null },
    ],
    [
      'a text that is heard in place of elements',
      { text: ['a ', { text: 'b', link: 'https://example.org' }], actual: 'c' },
      { code: 'actual-hides-elements', type: 'P' },
    ],
    ['a header without a scope', { text: 'x', tag: tag('TH', null) }, { code: 'header-without-scope' }],
    ['a data cell without a header', { text: 'x', tag: tag('TD', null) }, { code: 'cell-without-header' }],
    [
      'a header that is not there',
      { text: 'x', tag: tag('TD', null, { headers: ['gone'] }) },
      { code: 'header-unknown', type: 'TD', id: 'gone' },
    ],
    ['a row without its last cell', tableOf([{}, {}], [{}]), { code: 'rows-unequal', widths: [2, 1] }],
    [
      'a row with a column too many',
      tableOf([{ colSpan: 2 }], [{}, { colSpan: 2 }]),
      { code: 'rows-unequal', widths: [2, 3] },
    ],
    [
      'a row that a cell above takes a column of',
      tableOf([{ rowSpan: 2 }, {}], [{}, {}]),
      { code: 'rows-unequal', widths: [2, 3] },
    ],
    [
      'a cell that reaches below its table',
      tableOf([{ rowSpan: 2 }, { rowSpan: 2 }]),
      { code: 'rows-unequal', widths: [2, 2] },
    ],
    [
      'an id that is used twice',
      { stack: [1, 2].map((each) => ({ text: `${each}`, tag: tag('P', null, { id: 'own' }) })) },
      { code: 'id-repeated', id: 'own' },
    ],
  ])('%s', (_, content, fault) => {
    expect(faultsIn(content)).toEqual([fault]);
  });

  it('and texts of a picture side by side, and a link in a paragraph, are not', () => {
    const picture = { shapes: [label('12', 0), label('24', 30)], width: 90, height: 20, alt: 'A chart' };
    expect(faultsIn([picture, { text: [{ text: 'there', tag: link }] }])).toEqual([]);
  });

  it('and rows of one width by their spans are not', () => {
    expect(faultsIn(tableOf([{ rowSpan: 2 }, { colSpan: 2 }], [{}, {}]))).toEqual([]);
  });

  it('every fault is told at once', () => {
    expect(faultsIn([{ text: ' ' }, { text: 'x', tag: 'Strong' }]).map(({ code }) => code)).toEqual([
      'nothing-to-read',
      'unknown-type',
    ]);
  });

  it('in pages that do not fit each other', () => {
    const title = layOut([{ text: 'Title', tag: 'H1' }], paper, fonts);
    const deep = layOut([{ text: 'Deep', tag: 'H3' }], paper, fonts);
    const own = layOut([{ text: 'x', tag: tag('P', null, { id: 'own' }) }], paper, fonts);
    const again = layOut([{ text: 'y', tag: tag('P', null, { id: 'own' }) }], paper, fonts);
    const faultsOfAll = (...all: (readonly DrawnPage[])[]) => faultsOf(() => writePages(all.flat(), file, fonts));
    expect(faultsOfAll(title, own)).toEqual([]);
    expect(faultsOfAll(title, deep)).toEqual([{ code: 'heading-skips-level', type: 'H3' }]);
    expect(faultsOfAll(own, again)).toEqual([{ code: 'id-repeated', id: 'own' }]);
    expect(faultsOf(() => writePages(joined(title, deep), file, fonts))).toEqual([
      { code: 'heading-skips-level', type: 'H3' },
    ]);
  });
});

describe('slots and values', () => {
  const pages = layOut([{ text: [{ text: '0', slot: 'sum' }] }], paper, fonts);
  const value: SlotValue = { text: '42', actual: undefined, inset: 0, width: 12 };
  const faultsWith = (values: [string, SlotValue][]) =>
    faultsOf(() => writePages(pages, { ...file, values: new Map(values) }, fonts));

  it('fit each other', () => {
    expect(faultsWith([['sum', value]])).toEqual([]);
    expect(faultsWith([])).toEqual([{ code: 'slot-unfilled', slot: 'sum' }]);
    expect(faultsWith([['sum', '42' as unknown as SlotValue]])).toEqual([{ code: 'slot-unfilled', slot: 'sum' }]);
    expect(
      faultsWith([
        ['sum', value],
        ['tax', value],
      ]),
    ).toEqual([{ code: 'slot-unknown', slot: 'tax' }]);
  });

  it('may be pictures, or nothing', () => {
    const place = layOut(['x', { shapes: [], width: 90, height: 20, slot: 'chart' }], paper, fonts);
    const faultsWith = (value: SlotValue) =>
      faultsOf(() => writePages(place, { ...file, values: new Map([['chart', value]]) }, fonts));
    const style = { fontSize: 9, color: '#000000' };
    const label = (text: string, x: number) => ({ kind: 'text', text, at: [x, 10], anchor: 'start', style }) as const;
    expect(faultsWith({ shapes: [label('12', 0)], alt: 'A chart' })).toEqual([]);
    expect(faultsWith(null)).toEqual([]);
    expect(faultsWith(value)).toEqual([{ code: 'slot-unfilled', slot: 'chart' }]);
    expect(faultsWith({ shapes: [], alt: ' ' })).toEqual([{ code: 'figure-without-alt' }]);
    expect(faultsWith({ shapes: [label('12', 0), label('24', 5)], alt: 'A chart' })).toEqual([
      { code: 'texts-overlap', one: '12', two: '24', picture: 'A chart' },
    ]);
  });

  it('are checked as what they make of a file', () => {
    const link = { text: 'there', link: 'https://example.org' };
    const mixed = layOut([{ text: [{ text: '0', slot: 'sum' }, link] }], paper, fonts);
    const faultsOfSum = (actual?: string) =>
      faultsOf(() => writePages(mixed, { ...file, values: new Map([['sum', { ...value, actual }]]) }, fonts));
    expect(faultsOfSum()).toEqual([]);
    expect(faultsOfSum('all of it')).toEqual([{ code: 'actual-hides-elements', type: 'P' }]);
    const to = { text: '*', tag: tag('Link', tag('P'), { link: { to: { id: 'n' }, contents: 'The note' } }) };
    const note = { shapes: [], width: 9, height: 9, slot: 'note', tag: tag('Figure', tag('Note', null, { id: 'n' })) };
    const empty = new Map([['note', null]]);
    expect(faultsOf(() => writePages(layOut([to, note], paper, fonts), { ...file, values: empty }, fonts))).toEqual([
      { code: 'link-unknown', id: 'n' },
    ]);
  });

  it('hold something to read, on the page', () => {
    expect(faultsWith([['sum', { ...value, text: '' }]])).toEqual([{ code: 'slot-silent', slot: 'sum' }]);
    expect(faultsWith([['sum', { ...value, text: '', actual: 'none' }]])).toEqual([]);
    expect(faultsWith([['sum', { ...value, inset: 500 }]])).toEqual([{ code: 'outside-page', text: '42' }]);
  });
});
