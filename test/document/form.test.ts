import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut, makeKit } from '../../src/document/index.ts';
import { type Fill, loadFonts, renderPdf } from '../../src/pdf/index.ts';
import type { Cell, Report } from '../../src/report/report.ts';
import { pageTexts } from '../helpers/pdf.ts';
import { reports } from '../performance/support.ts';
import { readDocument } from './support/read-document.ts';

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

/** The report of a subject of another name. */
const named = (report: Report, name: string): Report => ({
  ...report,
  title: { ...report.title, subject: `${name}.` },
  keyFigures: report.keyFigures.map((table) => ({ ...table, columns: [name, ...table.columns.slice(1)] })),
});

const indicators = (report: Report) => report.goals.goals.flatMap((goal) => goal.indicators);
const keyFigures = (report: Report) => report.keyFigures.flatMap((table) => table.rows);
const values = 2 * indicators(some).length + keyFigures(some).reduce((sum, row) => sum + row.cells.length, 0);

/** What a reader should meet, read from the report alone. */
function expected({ title, ...report }: Report) {
  const said = (cell: Cell): string => (cell.text === '' ? `(${cell.spoken})` : cell.text);
  const rows = new Map<string, string[]>();
  for (const { id, status, change } of indicators(report as Report))
    rows.set(`indikator-${id}`, [said(status), said(change)]);
  for (const { number, cells } of keyFigures(report as Report)) rows.set(`noegletal-${number}`, cells.map(said));
  const name = [title.subject, title.edition].filter((part) => part !== '').join(' ');
  const headers = report.keyFigures.flatMap(({ columns }, table) =>
    columns.map((text, column): [string, string] => [`noegletabel-${table}-k${column + 1}`, text]),
  );
  return { title: `${title.heading} ${name}`, rows, headers: new Map(headers) };
}

/** Each text of the report stands at its place in the document, however it came there. */
function expectAllInPlace(report: Report, document: ReturnType<typeof layOut>): void {
  const { title, rows, headers } = expected(report);
  const read = readDocument(document);
  expect(read.title).toBe(title);
  for (const [id, cells] of rows) expect(read.rows.get(id), id).toEqual(cells);
  for (const [id, text] of headers) expect(read.headers.get(id), id).toBe(text);
}

describe('the form of a report', () => {
  test('is one for all reports of a batch that have a notice, and another without', () => {
    const formOf = (report: Report) => layOut(report, kit, options).form;
    const [with_, without] = [true, false].map((has) => all.filter(({ notice }) => (notice !== null) === has));
    expect(with_?.length).toBeGreaterThan(90);
    expect(new Set(with_?.map(formOf)).size).toBe(1);
    expect(without?.map(formOf)).toHaveLength(1);
    expect(formOf(without?.[0] as Report)).not.toBe(formOf(some));
  });

  test('has a field for the name, each heading and each value, and no two of one name', () => {
    const { fills } = layOut(some, kit, options);
    const headings = some.keyFigures.reduce((sum, table) => sum + table.columns.length, 0);
    expect(fills.size).toBe(1 + headings + values);
  });

  test('holds nothing of a report whose texts need one line each but words', () => {
    const marked = withCells(some, (cell, index) => ({ ...cell, text: `${index + 10_000} stk.`, spoken: null }));
    const { form, fills } = layOut(named(marked, 'Ingensteds'), makeKit(fonts), options);
    expect(JSON.stringify(form)).not.toMatch(/1\d{4} stk|Ingensteds/);
    expect([...fills.values()].filter(({ text }) => /^1\d{4} stk\.$/.test(text))).toHaveLength(values);
  });

  test('is another when any of its words is another', () => {
    const words = readDocument(layOut(some, kit, options));
    const { form } = layOut(some, kit, options);
    for (const change of wordChanges(some)) {
      const changed = layOut(change, kit, options);
      expect(changed.form).not.toBe(form);
      expectAllInPlace(change, changed);
      expect(layOut(some, kit, options).form).toBe(form);
    }
    expect(readDocument(layOut(some, kit, options))).toEqual(words);
  });

  test('numbers of a column end at one line, whose place is the report´s own', () => {
    const width = (text: string): number => fonts.measure(text.split(' ')[0] ?? '', 'regular', 9.5);
    const endOf = (fill: Fill | undefined): number => (fill?.x ?? 0) + width(fill?.text ?? '');
    const report = withCells(some, (cell, index) => ({ ...cell, text: `${10 ** (index % 5)} pct.`, spoken: null }));
    const { fills } = layOut(report, kit, options);
    const ends = ['1.1', '2.1', '3.1'].map((id) => endOf(fills.get(`indikator-${id}-k1`)));
    for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? 0, 6);
  });

  test('a number that is too long for one line with its text moves the axis all the same', () => {
    const wordy = `1.234.567 ${'ord '.repeat(12).trim()}`;
    const short = withCells(some, (cell) => ({ ...cell, text: '1 pct.', spoken: null }));
    const report = withCells(short, (cell, index) => (index === 0 ? { ...cell, text: wordy } : cell));
    const xOf = (one: Report) => layOut(one, kit, options).fills.get('indikator-2.1-k1')?.x ?? 0;
    const difference = fonts.measure('1.234.567', 'regular', 9.5) - fonts.measure('1', 'regular', 9.5);
    expect(xOf(report) - xOf(short)).toBeCloseTo(difference, 6);
  });

  test('a value that would not fit behind the axis begins at the column´s edge, and ends inside it', () => {
    const wide = 'personer i alt og';
    const report = withCells(some, (cell, index) => ({
      ...cell,
      text: index % 2 === 0 ? '1.234.567.890' : `1 ${wide}`,
      spoken: null,
    }));
    const swapped = withCells(report, (cell, index) => (index === 0 ? { ...cell, text: `1 ${wide}` } : cell));
    const fill = layOut(swapped, kit, options).fills.get('indikator-1.1-k1');
    expect(fill?.text).toBe(`1 ${wide}`);
    expect((fill?.x ?? 0) + fonts.measure(fill?.text ?? '', 'regular', 9.5)).toBeLessThanOrEqual(42 + 307 + 97);
  });
});

/** The report with one word of its form changed, for each kind of word that there is. */
function wordChanges(report: Report): Report[] {
  const { goals, footnote, title } = report;
  const goal = (change: object): Report => ({
    ...report,
    goals: { ...goals, goals: goals.goals.map((one, at) => (at === 1 ? { ...one, ...change } : one)) },
  });
  const row = (change: object): Report => ({
    ...report,
    keyFigures: report.keyFigures.map((table, at) =>
      at === 0 ? { ...table, rows: table.rows.map((one, nth) => (nth === 0 ? { ...one, ...change } : one)) } : table,
    ),
  });
  const table = (change: object): Report => ({
    ...report,
    keyFigures: report.keyFigures.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
  });
  const long = 'et navn så langt, at det ikke kan stå på én linje i nogen af rapportens kolonner, heller ikke i titlen';
  return [
    { ...report, notice: null },
    { ...report, notice: 'En anden oplysning.' },
    { ...report, dateLine: 'Rapport dannet d. 7/6-2026.' },
    { ...report, title: { ...title, heading: 'En anden rapport.' } },
    ...(['mark', 'before', 'linkText', 'after'] as const).map((key) => ({
      ...report,
      footnote: { ...footnote, [key]: `${footnote[key]}x` },
    })),
    { ...report, footnote: { ...footnote, url: 'https://example.org/' } },
    { ...report, goals: { ...goals, caption: 'Andre mål' } },
    ...(['goal', 'status', 'change'] as const).map((key) => ({
      ...report,
      goals: { ...goals, columns: { ...goals.columns, [key]: 'Andet' } },
    })),
    ...[{ number: 99 }, { name: 'Andet' }, { text: 'Et andet mål.' }, { statusText: '1999' }, { statusText: '' }].map(
      goal,
    ),
    ...[{ baselineText: 'Siden 1999' }, { pageBreakBefore: !goals.goals[1]?.pageBreakBefore }].map(goal),
    goal({ indicators: goals.goals[1]?.indicators.map((one) => ({ ...one, text: `${one.text}x` })) }),
    goal({ indicators: goals.goals[1]?.indicators.slice(1) }),
    ...[{ heading: 'Andre tal' }, { rowHeading: 'Andre rækker' }].map(table),
    ...[{ label: 'Tal 1' }, { url: 'https://example.org/1' }, { text: 'Andet' }, { period: '1999' }].map(row),
    named(report, long),
    withCells(report, (cell, index) => (index === 0 ? { ...cell, text: long, spoken: null } : cell)),
    withCells(report, (cell, index) => (index === values - 1 ? { ...cell, text: long, spoken: null } : cell)),
  ];
}

describe('a text that needs several lines', () => {
  const long = 'Nordre og Søndre Herred med de sammenlagte sogne omkring fjorden og øerne';
  const report = named(
    withCells(some, (cell, index) => (index < 3 ? { ...cell, text: `${index} ${long}`, spoken: null } : cell)),
    long,
  );

  test('is part of the form, and no field', () => {
    const { form, fills } = layOut(report, kit, options);
    const headings = report.keyFigures.length;
    expect(fills.size).toBe(layOut(some, kit, options).fills.size - 1 - headings - 3);
    expect(JSON.stringify(form)).toContain('Søndre Herred');
  });

  test('is printed whole at its place', async () => {
    const document = layOut(report, kit, options);
    expectAllInPlace(report, document);
    const text = (await pageTexts(renderPdf(document, fonts))).join('\n').replace(/\s+/g, ' ');
    // In the title, over each table, over what goes on on a new page, and in the three cells.
    expect(text.split(long).length - 1).toBeGreaterThanOrEqual(1);
    expect(text).toContain(`${long}. Juni 2026.`);
  });
});

test('a name that needs the wide fonts is drawn with them', async () => {
  const report = named(some, 'Łódź');
  const [first] = await pageTexts(renderPdf(layOut(report, kit, options), fonts));
  expect(first).toContain('Łódź. Juni 2026.');
});

describe('a form that is used again', () => {
  const text = fc.oneof(
    fc.integer({ min: -99_999, max: 99_999 }).map((number) => `${number} pct. point`),
    fc.constantFrom('', '1.234.567 personer', 'måles ikke lokalt', '3 pct. af Łódź', 'to ord '.repeat(6).trim()),
  );
  const name = fc.option(fc.constantFrom('Ærø', 'Łódź', 'Et meget langt navn på en meget lille kommune langt væk'));
  const changes = fc.array(fc.tuple(fc.nat(values - 1), text), { maxLength: 12 });
  const cell = (old: Cell, printed: string): Cell => ({
    ...old,
    text: printed,
    spoken: printed === '' ? 'Skjult' : null,
  });

  test('has each text at its place, and gives the file that a form of the report´s own would have given', () => {
    const shared = makeKit(fonts);
    fc.assert(
      fc.property(fc.nat(all.length - 1), changes, name, (which, list, other) => {
        const changed = new Map(list);
        const one = all[which] as Report;
        const kept = other === null ? one : named(one, other);
        const report = withCells(kept, (old, index) => cell(old, changed.get(index) ?? old.text));
        const alone = layOut(report, makeKit(fonts), options);
        const used = layOut(report, shared, options);
        expectAllInPlace(report, used);
        expect(Buffer.from(renderPdf(used, fonts)).equals(Buffer.from(renderPdf(alone, loadFonts())))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
