import { describe, expect, it } from 'vitest';
import { pdfRenderer } from '../../../src/formats/pdf/index.ts';
import type { Report } from '../../../src/report/index.ts';
import { seeded, shuffled } from '../../batch/support/random.ts';
import type { Row } from '../../helpers/fake-dataset.ts';
import { pageTexts } from '../../helpers/pdf.ts';
import { annexReportOf, municipality } from '../../helpers/report.ts';
import { tries } from '../../helpers/tries.ts';
import { codedReport, codeOf, filledReport, nameOf, withNotice } from './support/reports.ts';

// Reports of one wording share a layout. None may ever show what belongs to another.

const creator = 'barometer-report 0.0.0';
const textOf = async (bytes: Uint8Array): Promise<string> => (await pageTexts(bytes)).join('\n');

async function sameAlone(made: readonly { readonly report: Report; readonly bytes: Uint8Array }[]): Promise<void> {
  for (const { report, bytes } of made) {
    const alone = await pdfRenderer(creator)(report);
    expect(Buffer.from(alone.bytes).equals(Buffer.from(bytes)), report.subject.name).toBe(true);
  }
}

describe('many reports from one renderer, in random order, some of them failing', async () => {
  const random = seeded(11);
  const render = pdfRenderer(creator);
  const indices = shuffled(
    Array.from({ length: tries(8, 30) }, (_, at) => at * 3),
    random,
  );
  const made = await Promise.all(
    indices.map(async (index, at) => {
      const own = codedReport(index);
      const report = at % 5 === 1 ? withNotice(own, `Gælder ${nameOf(index)}.`) : own;
      if (at % 4 === 2) await expect(render(withNotice(report, '漢字'))).rejects.toThrow(/U\+6F22/);
      return { index, report, ...(await render(report)) };
    }),
  );

  it('print their own name and figures, each in its place, and no other', async () => {
    for (const { index, bytes } of made) {
      const text = await textOf(bytes);
      const figures = [...text.matchAll(/(\d{3})(\d{3}) pct\./g)];
      expect(new Set(figures.map(([, code]) => code)), nameOf(index)).toEqual(new Set([codeOf(index)]));
      const cells = figures.map(([, , cell]) => Number(cell));
      expect(cells, nameOf(index)).toEqual(cells.map((_, at) => at));
      expect(text).toContain(`${nameOf(index)}. Juni 2026.`);
      const feet = [...text.matchAll(/^(.*) · Juni 2026 · Side \d af (\d)$/gm)];
      expect(feet.map(([, name, count]) => [name, count])).toEqual(feet.map(() => [nameOf(index), `${feet.length}`]));
      expect(feet.length).toBeGreaterThan(2);
      for (const other of indices) {
        if (other !== index && !nameOf(index).includes(nameOf(other)))
          expect(text).not.toMatch(new RegExp(`\\b${nameOf(other)}\\b`));
      }
    }
  });

  it('are the bytes that a renderer of their own gives', () => sameAlone(made.slice(0, tries(2, 4))));
});

describe('annexes from one renderer', async () => {
  const render = pdfRenderer(creator);
  const years = Array.from({ length: 13 }, (_, at) => 2012 + at);
  const ids = ['1.1', '1.2', '2.1', '7.1', '9.1'];
  // Of different length, with and without gaps; the years of every municipality tell its code.
  const made = await Promise.all(
    [3, 30, 60, 4].map(async (index) => {
      const subject = municipality(nameOf(index));
      const own = years.filter((year) => year % 5 !== index % 7);
      const indicators = ids
        .slice(0, 2 + (index % 4))
        .flatMap((id) => own.map((year): Row => [subject.code, id, year, codeOf(index)]));
      const report = annexReportOf({ indicators }, subject);
      return { index, report, ...(await render(report)) };
    }),
  );

  it('print their own name and figures, and no other', async () => {
    for (const { index, bytes, pages } of made) {
      const text = await textOf(bytes);
      expect(text.match(/^.* · Juni 2026 · Side \d+ af \d+$/gm)).toHaveLength(pages);
      for (const other of made.filter((one) => one.index !== index)) {
        expect(text).not.toContain(nameOf(other.index));
        expect(text).not.toMatch(new RegExp(`\\b${codeOf(other.index)}\\b`));
      }
      expect(text.match(new RegExp(`\\b${codeOf(index)}\\b`, 'g'))?.length).toBeGreaterThan(20);
    }
  });

  it('are the bytes that a renderer of their own gives', () => sameAlone(made.slice(0, tries(2, 4))));
});

it('a heading that is repeated on a new page shows the name of its own report', async () => {
  const render = pdfRenderer(creator);
  const long = (report: Report): Report => {
    const [table, ...others] = report.keyFigures;
    if (table === undefined) throw new Error('A report without key figures');
    const rows = Array.from({ length: 80 }, (_, at) => ({ ...table.rows[0], number: 100 + at })) as typeof table.rows;
    return { ...report, keyFigures: [{ ...table, rows }, ...others] };
  };
  for (const index of [3, 4, 5]) {
    const pages = await pageTexts((await render(long(codedReport(index)))).bytes);
    const headed = pages.slice(pages.findIndex((page) => page.includes('Hele landet')));
    expect(headed.length).toBeGreaterThan(3);
    for (const page of headed) expect(page).toMatch(new RegExp(`${nameOf(index)}\\s+Hele landet`));
  }
});

describe('a value that does not fit its line', () => {
  const wide = 'en meget lang oplysning om tallet';
  const withWide = (index: number): Report =>
    filledReport(nameOf(index), (cell) => (cell === 4 ? `${wide} fra ${codeOf(index)}` : `${codeOf(index)} pct.`));

  it('is printed whole, in a layout that no other report gets', async () => {
    const render = pdfRenderer(creator);
    for (const index of [7, 8, 7, 9]) {
      const text = (await textOf((await render(withWide(index))).bytes)).replace(/\s+/g, ' ');
      expect(text).toContain(`${wide} fra ${codeOf(index)}`);
      expect(text.match(/fra \d{3}/g)).toEqual([`fra ${codeOf(index)}`]);
      const plain = (await textOf((await render(codedReport(index))).bytes)).replace(/\s+/g, ' ');
      expect(plain).not.toContain(wide);
    }
  });

  it('leaves the name of a municipality whole, however long', async () => {
    const report = codedReport(1);
    const subject = `${'Meget lang '.repeat(12)}kommune.`;
    const { bytes } = await pdfRenderer(creator)({ ...report, title: { ...report.title, subject } });
    expect((await textOf(bytes)).replace(/\s+/g, ' ')).toContain(subject);
  });
});
