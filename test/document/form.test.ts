import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, makeKit } from '../../src/document/index.ts';
import { type Fill, loadFonts, type PdfDocument, renderPdf } from '../../src/pdf/index.ts';
import type { Cell, Report } from '../../src/report/report.ts';
import { reports } from '../performance/support.ts';

const fonts = loadFonts();
const options = { creator: 'barometer-report', attachments: [] };
const all = reports(98);
const [some] = all as [Report, ...Report[]];
const kit = makeKit(fonts);

/** The report with each of its value cells changed; `index` counts them from 0. */
function withCells(report: Report, change: (cell: Cell, index: number) => Cell): Report {
  let index = 0;
  const next = (cell: Cell): Cell => change(cell, index++);
  const goals = report.goals.goals.map((goal) => ({
    ...goal,
    indicators: goal.indicators.map((one) => ({ ...one, status: next(one.status), change: next(one.change) })),
  }));
  const keyFigures = report.keyFigures.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(next) })),
  }));
  return { ...report, goals: { ...report.goals, goals }, keyFigures };
}

const values = some.goals.goals.reduce((sum, goal) => sum + 2 * goal.indicators.length, 0) + keyFigureCells(some);

function keyFigureCells({ keyFigures }: Report): number {
  return keyFigures.flatMap((table) => table.rows).reduce((sum, row) => sum + row.cells.length, 0);
}

const texts = ({ fills }: PdfDocument): string[] => [...fills.values()].map(({ text }) => text);

describe('the form of a report', () => {
  test('is one for all reports of a batch but those whose name needs another line', () => {
    const forms = new Set(all.map((report) => layOut(report, kit, options).form));
    expect(forms.size).toBe(2);
  });

  test('has a field for the name, each heading and each value, and no two of one name', () => {
    const { fills } = layOut(some, kit, options);
    const headings = some.keyFigures.reduce((sum, table) => sum + table.columns.length, 0);
    expect(fills.size).toBe(1 + headings + values);
  });

  test('holds nothing of the report that it was made for but words', () => {
    const marked = withCells(some, (cell, index) => ({ ...cell, text: `${index + 10_000} stk.`, spoken: null }));
    const named: Report = { ...marked, title: { ...marked.title, subject: 'Ingensteds.' } };
    const { form, fills } = layOut(named, makeKit(fonts), options);
    expect(JSON.stringify(form)).not.toMatch(/1\d{4} stk|Ingensteds/);
    expect([...fills.values()].filter(({ text }) => /^1\d{4} stk\.$/.test(text))).toHaveLength(values);
  });

  test('a text that needs several lines is part of it, and no field', () => {
    const long = withCells(some, (cell, index) =>
      index === 0 ? { ...cell, text: 'måles først fra næste år og kun på landsplan' } : cell,
    );
    const { form, fills } = layOut(long, kit, options);
    expect(fills.size).toBe(layOut(some, kit, options).fills.size - 1);
    expect(JSON.stringify(form)).toContain('måles først');
    expect(form).not.toBe(layOut(some, kit, options).form);
  });

  test('numbers of a column end at one line, whose place is the report´s own', () => {
    const width = (text: string): number => fonts.measure(text.split(' ')[0] ?? '', 'regular', 9.5);
    const endOf = (fill: Fill | undefined): number => (fill?.x ?? 0) + width(fill?.text ?? '');
    const report = withCells(some, (cell, index) => ({ ...cell, text: `${10 ** (index % 5)} pct.`, spoken: null }));
    const { fills } = layOut(report, kit, options);
    const ends = ['1.1', '2.1', '3.1'].map((id) => endOf(fills.get(`indikator-${id}-k1`)));
    for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? 0, 6);
  });
});

describe('a form that is used again', () => {
  const text = fc.oneof(
    fc.integer({ min: -99_999, max: 99_999 }).map((number) => `${number} pct. point`),
    fc.constantFrom('', '1.234.567 personer', 'måles ikke lokalt', '3 pct. af Łódź', 'to ord '.repeat(6).trim()),
  );
  const changes = fc.array(fc.tuple(fc.nat(values - 1), text), { maxLength: 12 });
  const cell = (old: Cell, printed: string): Cell => ({
    ...old,
    text: printed,
    spoken: printed === '' ? 'Skjult' : null,
  });

  test('gives the file that a form of the report´s own would have given', () => {
    const shared = makeKit(fonts);
    fc.assert(
      fc.property(fc.nat(all.length - 1), changes, (which, list) => {
        const changed = new Map(list);
        const report = withCells(all[which] as Report, (old, index) => cell(old, changed.get(index) ?? old.text));
        const alone = layOut(report, makeKit(fonts), options);
        const used = layOut(report, shared, options);
        expect(texts(used)).toEqual(texts(alone));
        expect(Buffer.from(renderPdf(used, fonts)).equals(Buffer.from(renderPdf(alone, loadFonts())))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
