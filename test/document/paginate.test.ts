import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/document/block.ts';
import { pageRoom, paginate } from '../../src/document/paginate.ts';
import { page } from '../../src/document/style.ts';
import { content } from '../../src/document/tree.ts';
import type { Mark, TextMark } from '../../src/pdf/index.ts';

/** A block whose only mark is its name, so that pages can be read back. */
function block(name: string, height: number, options: Partial<Block> = {}): Block {
  const runs = [{ text: name, font: 'regular', size: 10, color: '#000000' }] as const;
  return { name, height, marks: [{ kind: 'text', x: 0, y: 0, runs, owner: content() }], ...options };
}

const texts = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text');
const names = (pages: readonly (readonly Mark[])[]): string[][] =>
  pages.map((marks) => texts(marks).map((mark) => mark.runs.map((run) => run.text).join('')));

const half = pageRoom / 2;

describe('paginate', () => {
  test('begins a page when a block does not fit, and where one asks for it', () => {
    const blocks = [block('a', half), block('b', half), block('c', 10), block('d', 10, { breakBefore: true })];
    expect(names(paginate(blocks))).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  test('keeps a heading with what it heads', () => {
    const blocks = [block('a', pageRoom - 30), block('heading', 20, { keepWithNext: true }), block('row', 20)];
    expect(names(paginate(blocks))).toEqual([['a'], ['heading', 'row']]);
  });

  test('repeats the column heading as an artifact on every page that the table goes on to', () => {
    const head = block('head', 20);
    const rows = ['1', '2', '3'].map((name) => block(name, half - 15, { repeat: head }));
    const pages = paginate([{ ...head, keepWithNext: true }, ...rows]);
    expect(names(pages)).toEqual([
      ['head', '1', '2'],
      ['head', '3'],
    ]);
    const owners = pages.map((marks) => texts(marks)[0]?.owner);
    expect(owners[0]).toEqual({ kind: 'content' });
    expect(owners[1]).toEqual({ kind: 'artifact', type: 'Pagination', subtype: 'Header' });
  });

  test('says which row is too long for a page', () => {
    expect(() => paginate([block('5.1', pageRoom + 1)])).toThrow(/"5\.1" er for lang/);
  });

  test('draws every block once, in order, inside the page', () => {
    const any = fc.array(
      fc.record({ height: fc.integer({ min: 5, max: 300 }), keepWithNext: fc.boolean(), breakBefore: fc.boolean() }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(any, (list) => {
        const pages = paginate(list.map(({ height, ...options }, index) => block(String(index), height, options)));
        expect(names(pages).flat()).toEqual(list.map((_, index) => String(index)));
        for (const mark of pages.flatMap(texts)) {
          const height = list[Number(mark.runs[0]?.text)]?.height ?? 0;
          expect(mark.y).toBeGreaterThanOrEqual(page.top);
          expect(mark.y + height).toBeLessThanOrEqual(page.height - page.bottom + 0.02);
        }
      }),
      { seed: 20260606, numRuns: 300 },
    );
  });
});
