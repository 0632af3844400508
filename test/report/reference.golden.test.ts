import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { municipality } from '../helpers/report.ts';
import { shippedReport } from '../helpers/shipped.ts';

const reference = readFileSync('test/report/golden/reference-glostrup-juni-2026.txt', 'utf8');
const report = shippedReport(municipality('Glostrup'));
const { title, footnote, dateLine, keyFigures } = report;
const { columns, goals } = report.goals;

/** Words and tabs of a text; the reference's marks of paragraphs and links are left out. */
const words = (text: string): string[] => text.replace(/<\/?p>|\]\(#\)|[[<>]/g, ' ').match(/\t|\S+/g) ?? [];

const headings = ['', columns.status, columns.change].join('\t');

/** Its first page is a table row by row; its second has a row a goal, whose cells hold all of the goal's. */
const firstPage = goals
  .filter(({ number }) => number < 6)
  .flatMap(({ text, statusText, baselineText, indicators }) => [
    [text, statusText, baselineText].join('\t'),
    ...indicators.map(({ text, status, change }) => [text, status.text, change.text].join('\t')),
  ]);
const secondPage = goals
  .filter(({ number }) => number >= 6)
  .map(({ text, statusText, baselineText, indicators }) => {
    const texts = [text, ...indicators.map((indicator) => indicator.text)].join(' ');
    const status = [statusText, ...indicators.map((indicator) => indicator.status.text)].join(' ');
    const change = [baselineText, ...indicators.map((indicator) => indicator.change.text)].join(' ');
    return [texts, status, change].join('\t');
  });

describe('the reference report, Glostrup, June 2026', () => {
  it('has the words of the published report, in its order and in its cells', () => {
    const { mark, before, linkText, after } = footnote;
    const texts = [
      ...[title.text, headings, ...firstPage, headings, ...secondPage],
      ...keyFigures.flatMap(({ heading, columns, rows }) => [
        heading,
        ...rows.map(({ label, text, period }) => `${label} - ${text} - ${period}`),
        ...columns,
        ...rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')),
      ]),
      `${mark} ${before}<${linkText}>${after}`,
      dateLine,
    ];
    expect(words(texts.join('\n'))).toEqual(words(reference));
  });

  it('has a title in three parts, its page break, and no made-up data', () => {
    expect(`${title.heading} ${title.subject} ${title.edition}`).toBe(title.text);
    expect(goals.filter((goal) => goal.pageBreakBefore).map((goal) => goal.number)).toEqual([6]);
    expect(report.notice).toBeNull();
  });
});
