import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { attachedFiles, UnreadablePdf } from '../../src/pdf-reader/index.ts';

const stream = (dictionary: string, bytes: Uint8Array): string =>
  `<< ${dictionary} /Length ${bytes.length} >>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`;

/** A PDF of these objects, numbered from 1; the first is its catalog. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const places: number[] = [];
  let text = '%PDF-1.7\n';
  for (const [i, object] of objects.entries()) {
    places.push(text.length);
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const head = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + head + end, 'latin1');
}

const catalog = (names: string): string => `<< /Type /Catalog /Names << /EmbeddedFiles << ${names} >> >> >>`;
const specification = (name: string, file: number): string => `<< /UF ${name} /EF << /F ${file} 0 R >> >>`;
const packed = (bytes: Uint8Array, size = bytes.length): string =>
  stream(`/Filter /FlateDecode /Params << /Size ${size} >>`, deflateSync(bytes));

const text = Buffer.from('kommunekode;vaerdi\n');
const one = pdfOf([catalog('/Names [(a.csv) 2 0 R]'), specification('(a.csv)', 3), packed(text)]);

/** A PDF whose table is a stream with this dictionary. */
const withTable = (dictionary: string, rows: Uint8Array): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n${stream(dictionary, rows)}\nendobj\nstartxref\n9\n%%EOF\n`, 'latin1');

describe('the files of a PDF', () => {
  it('are given with their names, however these are written', () => {
    expect(attachedFiles(one, 1000)).toEqual([{ name: 'a.csv', bytes: text }]);
    const names = ['(a\\056csv)', '(a.c\\\nsv)', '<612E6373 7 6>', '<FEFF0061002E006300730076>'];
    for (const name of names) {
      const pdf = pdfOf([catalog(`/Names [${name} 2 0 R]`), specification('(a.csv)', 3), packed(text)]);
      expect(attachedFiles(pdf, 1000).map((file) => file.name)).toEqual(['a.csv']);
    }
  });

  it('are found in a tree of names', () => {
    const tree = ['<< /Kids [5 0 R] >>', '<< /Names [(a.csv) 2 0 R (b.csv) 2 0 R] >>'];
    const files = ['<< /UF 6 0 R /EF << /F 3 0 R >> >>', packed(text)];
    const pdf = pdfOf([catalog('/Kids [4 0 R]'), ...files, ...tree, '(a.csv)']);
    // One specification cannot be of two names.
    expect(() => attachedFiles(pdf, 1000)).toThrow(UnreadablePdf);
    const single = pdfOf([
      catalog('/Kids [4 0 R]'),
      ...files,
      '<< /Kids [5 0 R] >>',
      '<< /Names [6 0 R 2 0 R] >>',
      '(a.csv)',
    ]);
    expect(attachedFiles(single, 1000)).toHaveLength(1);
  });

  it('are none in a PDF without any', () => {
    expect(attachedFiles(pdfOf(['<< /Type /Catalog >>']), 1000)).toEqual([]);
  });
});

const bomb = deflateSync(Buffer.alloc(60_000_000));
const sixty = Array.from({ length: 60 }, (_, i) => i + 2);

describe('a PDF that is made to exhaust the machine', () => {
  it.each<[string, Buffer]>([
    ['a table without widths', withTable('/Type /XRef /Size 9 /Root 1 0 R /Index [0 999999999]', Buffer.alloc(9))],
    ['a table of widths of nothing', withTable('/W [0 0 0] /Root 1 0 R', Buffer.alloc(9))],
    [
      'a table of millions of objects',
      withTable('/W [0 1 0] /Filter /FlateDecode', deflateSync(Buffer.alloc(9_000_000))),
    ],
    ['a table that unpacks to much', withTable('/W [1 1 1] /Filter /FlateDecode', bomb)],
    [
      'sixty files of 60 MB',
      pdfOf([
        catalog(`/Names [${sixty.map((n) => `(${n}) ${n} 0 R`).join(' ')}]`),
        ...sixty.map((n) => specification(`(${n})`, 62)),
        stream('/Filter /FlateDecode /Params << /Size 60000000 >>', bomb),
      ]),
    ],
    [
      'a thousand files',
      pdfOf([catalog(`/Names [${'(a.csv) 2 0 R '.repeat(1_000)}]`), specification('(a.csv)', 3), packed(text)]),
    ],
    [
      'another size than it says',
      pdfOf([catalog('/Names [(a.csv) 2 0 R]'), specification('(a.csv)', 3), packed(text, 3)]),
    ],
    [
      'a tree of names without an end',
      pdfOf([catalog(`/Kids [${'2 0 R '.repeat(90)}]`), `<< /Kids [${'2 0 R '.repeat(90)}] >>`]),
    ],
    ['a length that is its own', pdfOf([catalog('/Names [(a) 2 0 R]'), '<< /Length 2 0 R >>\nstream\nx\nendstream'])],
    ['a catalog that is itself', pdfOf(['1 0 R'])],
    [
      'a stream of objects that is in itself',
      withTable('/W [1 1 1] /Root 2 0 R', Buffer.from([0, 0, 0, 1, 9, 0, 2, 2, 0])),
    ],
    ['lists in lists', pdfOf(['['.repeat(1_000_000)])],
    ['millions of values', pdfOf([`<< /Names [${'0 '.repeat(3_000_000)}] >>`])],
    [
      'an earlier table that is the same',
      Buffer.from(one.toString('latin1').replace('/Size', '/Prev 0 /Size'), 'latin1'),
    ],
    ['a password', pdfOf(['<< >>'], '/Encrypt << /V 4 >>')],
    [
      'a filter of another kind',
      pdfOf([
        catalog('/Names [(a) 2 0 R]'),
        specification('(a)', 3),
        stream('/Filter /LZWDecode /Params << /Size 1 >>', text),
      ]),
    ],
  ])('is refused with %s', (_, pdf) => {
    expect(() => attachedFiles(pdf, 32_000_000)).toThrow(UnreadablePdf);
  });

  it('is refused wherever it is cut', () => {
    for (let length = 0; length < one.length - 1; length++)
      expect(() => attachedFiles(one.subarray(0, length), 1000)).toThrow(UnreadablePdf);
  });
});
