import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fontFile } from '../../src/tagged-pdf/font-file.ts';
import { type Content, Fonts, renderTagged, type TaggedDocument, tag } from '../../src/tagged-pdf/index.ts';
import { temporaryFolder } from '../helpers/command.ts';
import { attachments, metadata, objectTexts, outlineText, pageTexts, tagTreeText } from '../helpers/pdf.ts';

const sans = (weight: string) => fontFile(readFileSync(`node_modules/source-sans/TTF/SourceSans3-${weight}.ttf`));
const fonts = new Fonts({ Sans: { normal: sans('Regular'), bold: sans('Semibold') } });
const readme = readFileSync('src/tagged-pdf/README.md', 'utf8');
const base = {
  pageSize: { width: 300, height: 400 },
  pageMargins: [30, 30, 30, 30],
  info: { title: 'A title', creationDate: new Date(0) },
  language: 'en-GB',
} as const;
const rendered = (content: readonly Content[], more: Partial<TaggedDocument> = {}): Uint8Array =>
  renderTagged({ ...base, content, ...more }, fonts);
const treeOf = (...content: Content[]): Promise<string> => tagTreeText(rendered(content));

describe('the example of the README', async () => {
  const file = join(temporaryFolder(afterAll), 'invoice.pdf');
  execFileSync(process.execPath, ['scripts/tagged-example.mjs', file]);
  const bytes = readFileSync(file);

  it('is tagged throughout', async () => {
    expect(await tagTreeText(bytes)).toBe(`Document
  H1 "Invoice 2031"
  P "Please pay within 14 days, assay."
    Link Contents="our terms" "our terms"
  H2 ActualText="What was done"
  Table
    THead
      TR
        TH ID="table-1-1-1" Scope=Column "Item"
        TH ID="table-1-1-2" Scope=Column "Hours"
        TH ID="table-1-1-3" Scope=Column "Amount"
    TBody
      TR
        TH ID="table-1-2-1" Scope=Row Headers=["table-1-1-1"] "Drawings"
        TD Headers=["table-1-1-2" "table-1-2-1"] "12"
        TD Headers=["table-1-1-3" "table-1-2-1"] "€ 960"
      TR
        TH ID="table-1-3-1" Scope=Row Headers=["table-1-1-1"] "Site visit"
        TD ActualText="not counted" Headers=["table-1-1-2" "table-1-3-1"]
        TD Headers=["table-1-1-3" "table-1-3-1"] "€ 150"
      TR
        TH ID="table-1-4-1" Scope=Row Headers=["table-1-1-1" "table-1-1-2"] ColSpan=2 "Total"
        TD Headers=["table-1-1-3" "table-1-4-1"] "€ 1,110"
`);
  });

  it('is read back as it was written', async () => {
    expect((await pageTexts(bytes)).join('\n')).toContain('Please pay within 14 days, as our terms say.');
    expect(await outlineText(bytes)).toBe('Invoice 2031\n  What was done\n');
    expect((await attachments(bytes)).map((each) => Buffer.from(each.bytes).toString())).toEqual(['{"total":1110}']);
    const { info, xmp } = await metadata(bytes);
    expect(info).toMatchObject({ Title: 'Invoice 2031', Author: 'Pine & Stone', Language: 'en-GB' });
    expect(info).toMatchObject({ Producer: 'tagged-pdf', Creator: 'tagged-pdf' });
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });
});

describe('the tree', () => {
  it('is reached from links and from what is drawn', async () => {
    const objects = (await objectTexts(rendered([{ text: 'x', link: 'https://example.org' }]))).replace(/\s+/g, ' ');
    const [, element] = /Nums \[ 0 \[ (\d+ 0 R) \] 1 \1 \]/.exec(objects) ?? [];
    expect(element).toBeDefined();
    expect(objects).toMatch(/\/Subtype \/Link .*\/StructParent 1 /);
    expect(objects).toMatch(/\/S \/Link \/P \d+ 0 R \/K \[ 0 <<[^>]*\/OBJR/);
  });

  it('has lists of runs, cells of a layout and stacks in the order in which they are read', async () => {
    const tree = await treeOf(
      { text: 'One', tag: 'H1' },
      { table: { body: [[{ text: 'left' }, { stack: ['right', { text: 'below', tag: 'Caption' }], tag: 'Sect' }]] } },
      { text: ['a ', { text: 'b', actual: 'bee' }, ' c'] },
    );
    expect(tree).toBe(`Document
  H1 "One"
  P "left"
  Sect
    P "right"
    Caption "below"
  P "ac"
    Span ActualText="bee" "b"
`);
  });

  it('reaches the headers of spanning cells', async () => {
    const body = [
      [{ text: 'Who', rowSpan: 2 }, { text: 'Days', colSpan: 2 }, {}],
      [{}, 'May', 'June'],
      ['Ann', '1', '2'],
    ];
    const tree = await treeOf({ table: { headerRows: 2, headerColumns: 1, id: 't', body } });
    expect(tree).toContain('TH ID="t-1-2" Scope=Column ColSpan=2 "Days"');
    expect(tree).toContain('TD Headers=["t-1-2" "t-2-3" "t-3-1"] "2"');
  });

  it('has lists and notes by their tags', async () => {
    const [, list = '', notes = ''] = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
    const content = new Function('tag', `${list}${notes} return [list, total, note];`)(tag);
    expect(await treeOf(content)).toBe(`Document
  L
    LI
      Lbl "•"
      LBody "Drawings"
    LI
      Lbl "•"
      LBody "Site visit"
  P "In all € 1,110"
    Reference
      Link Contents="To the note" "*"
  Note ID="vat" "* VAT is not included."
`);
  });

  it('has a table without headers as a layout', async () => {
    const tree = await treeOf({ table: { body: [['a', 'b']] }, layout: 'lightHorizontalLines' });
    expect(tree).toBe('Document\n  P "a"\n  P "b"\n');
  });

  it('has a heading that is repeated on each page once', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`row ${at}`]);
    const bytes = rendered([{ table: { headerRows: 1, body: [['Head'], ...rows] } }]);
    const pages = await pageTexts(bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('Head');
    expect((await tagTreeText(bytes)).match(/"Head"/g)).toHaveLength(1);
  });
});

describe('a document', () => {
  it('has no empty first page below a heading, and none for a heading that begins a page', async () => {
    const content: Content[] = [{ text: 'One', tag: 'H1' }, 'x', { text: 'Two', tag: 'H1', pageBreak: 'before' }, 'y'];
    expect((await pageTexts(rendered(content))).map((page) => page.replace(/\s+/g, ' '))).toEqual(['One x', 'Two y']);
  });

  it('keeps a heading with what follows it', async () => {
    const filler: Content = { text: 'line\n'.repeat(23).trim() };
    const pages = await pageTexts(rendered([filler, { text: 'Head', tag: 'H1' }, 'after']));
    expect(pages.map((page) => page.includes('Head'))).toEqual([false, true]);
  });

  it('breaks lines where it is told to', async () => {
    expect(await pageTexts(rendered(['one\ntwo']))).toEqual(['one\ntwo']);
  });

  it('is the same bytes each time, whatever its fonts drew before', () => {
    const once = Buffer.from(rendered(['The same']));
    rendered(['Something else: ÆØÅ']);
    expect(Buffer.from(rendered(['The same'])).equals(once)).toBe(true);
  });

  it('is told apart by what is in it', () => {
    const identifier = (text: string) =>
      /\/ID \[<(\w+)>/.exec(Buffer.from(rendered([text])).toString('latin1'))?.[1] ?? '';
    expect(identifier('one')).toMatch(/^\w{32}$/);
    expect(identifier('one')).not.toBe(identifier('two'));
  });

  it('carries files of any name', async () => {
    const names = ['a (1).csv', 'ø.txt', 'plain.txt'];
    const files = names.map((name) => ({ name, type: 'text/plain', description: 'x', content: name }));
    const found = await attachments(rendered(['x'], { attachments: files }));
    expect(found.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]).sort()).toEqual(
      names.map((name) => [name, name]).sort(),
    );
  });

  it('takes looks from its own', async () => {
    const bytes = rendered(['x'], { defaultStyle: { bold: true, color: '#aa0000' } });
    expect(await objectTexts(bytes)).toContain('SourceSans3-Semibold');
  });

  it('tells a footer what markers its page has', () => {
    const told: (string | undefined)[][] = [];
    const footer = (_page: number, _count: number, markers: ReadonlySet<string | undefined>) => {
      told.push([...markers]);
      return [];
    };
    rendered([{ text: [{ text: 'x', marker: 'draft' }] }, { text: 'y', pageBreak: 'before' }], { footer });
    expect(told).toEqual([['draft'], [undefined]]);
  });
});
