import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadFonts, type Mark, type PdfDocument, type TextRun } from '../../src/pdf/index.ts';
import { joinRuns } from '../../src/pdf/pen.ts';
import { renderUnchecked } from '../../src/pdf/render.ts';
import { filled, footer, sample, sampleWithFields, textMark, withForm } from './sample.ts';

const run = (text: string, more: Partial<TextRun> = {}): TextRun => ({
  text,
  font: 'regular',
  size: 10,
  color: '#000000',
  ...more,
});

test('neighbouring runs that look the same are one text operator', () => {
  expect(joinRuns([run('a'), run(' '), run('b')])).toEqual([run('a b')]);
  const mixed = [run('a'), run('b', { font: 'semibold' }), run('c', { size: 9 }), run('d', { color: '#ff0000' })];
  expect(joinRuns(mixed)).toEqual(mixed);
});

/** The operators of each page. */
function contentsOf(document: PdfDocument): string[] {
  const pdf = Buffer.from(renderUnchecked(document, loadFonts()));
  const streams = [...pdf.toString('latin1').matchAll(/obj\n<<\/Filter\/FlateDecode\/Length (\d+)>>\nstream\n/g)];
  return streams
    .map((match) => {
      const from = match.index + match[0].length;
      return inflateSync(pdf.subarray(from, from + Number(match[1]))).toString('latin1');
    })
    .filter((each) => each.includes('BDC'));
}

test('a field that is blank still chooses the look that the next line goes on with', () => {
  const good = sampleWithFields();
  const larger = (mark: Mark): Mark[] =>
    mark.kind === 'field' && mark.name === 'r1'
      ? [
          { ...mark, size: 12 },
          { ...textMark('efter', 50, 300, footer), runs: [run('efter', { size: 12, color: '#1a1a1a' })] },
        ]
      : [mark];
  const pages = good.form.pages.map((page) => ({ ...page, marks: page.marks.flatMap(larger) }));
  for (const text of ['52 pct.', '']) {
    const [first = ''] = contentsOf(filled(withForm(good, { pages }), 'r1', { text }));
    expect(first.match(/ 12 Tf /g), text).toHaveLength(1);
  }
});

test('lines of one owner share a marked-content sequence, and fonts and colours are set once', () => {
  const contents = contentsOf(sample());
  expect(contents).toHaveLength(2);
  const [first = ''] = contents;
  expect(first.match(/ Tf /g)).toHaveLength(1);
  expect(first.match(/BDC/g)).toHaveLength(first.match(/EMC/g)?.length ?? 0);
  expect(first.match(/\/P<<\/MCID 1>>BDC\n(BT .*?ET\n){2}EMC/s)).not.toBeNull();
});
