import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { municipality } from '../helpers/report.ts';
import { shippedReport } from '../helpers/shipped.ts';

const reference = readFileSync('test/report/golden/reference-glostrup-juni-2026.txt', 'utf8');
const report = shippedReport(municipality('Glostrup'));

/** Lines of the goals table: three columns between tabs, of which some hold several paragraphs. */
const goalLines = reference
  .slice(reference.indexOf('\tAktuel status'), reference.indexOf('Fordrevne fra Ukraine'))
  .split('\n')
  .filter((line) => line.includes('\t'))
  .map((line) => line.split('\t').map(paragraphs));

function paragraphs(text: string): string[] {
  return text
    .split(/<\/?p>/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The same of the report; the headings stand over the table and again on the second page. */
const { columns, goals } = report.goals;
const headingLine = [[], [columns.status], [columns.change]];
const printed = (...texts: string[]): string[] => texts.filter((text) => text !== '');

describe('the reference report, Glostrup, June 2026', () => {
  it('has the title', () => {
    expect(reference).toContain(`\n${report.title.text}\n`);
    const { heading, subject, edition } = report.title;
    expect(`${heading} ${subject} ${edition}`).toBe(report.title.text);
  });

  it('has the goals of its first page, row by row', () => {
    const rows = goals
      .filter((goal) => goal.number < 6)
      .flatMap((goal) => [
        [printed(goal.text), printed(goal.statusText), printed(goal.baselineText)],
        ...goal.indicators.map(({ text, status, change }) => [
          printed(text),
          printed(status.text),
          printed(change.text),
        ]),
      ]);
    expect([headingLine, ...rows]).toEqual(goalLines.slice(0, rows.length + 1));
    expect(goals.filter((goal) => goal.pageBreakBefore).map((goal) => goal.number)).toEqual([6]);
  });

  it('has the goals of its second page, column by column', () => {
    const blocks = goals
      .filter((goal) => goal.number >= 6)
      .map(({ text, statusText, baselineText, indicators }) => [
        printed(text, ...indicators.map((indicator) => indicator.text)),
        printed(statusText, ...indicators.map((indicator) => indicator.status.text)),
        printed(baselineText, ...indicators.map((indicator) => indicator.change.text)),
      ]);
    expect([headingLine, ...blocks]).toEqual(goalLines.slice(-5));
  });

  it('has the key figures, their periods and values', () => {
    const texts = report.keyFigures
      .flatMap((table) => table.rows)
      .map((row) => `[${row.label}](#) - ${row.text} - ${row.period}`);
    expect(texts).toEqual(reference.split('\n').filter((line) => line.startsWith('[Nøgletal')));

    const after = reference.slice(reference.indexOf('Fordrevne fra Ukraine')).split('\n');
    const values = report.keyFigures
      .flatMap((table) => table.rows)
      .map((row) => row.cells.map((cell) => cell.text).join('\t'));
    expect(values).toEqual(after.filter((line) => line.includes('\t')));

    const plainLines = after.filter((line) => /^(?!Nøgletal \d)[A-ZÆØÅ][^\t[*.]*$/.test(line));
    expect(report.keyFigures.flatMap((table) => [table.heading, ...table.columns])).toEqual(plainLines);
  });

  it('has the footnote and the date line', () => {
    const { mark, before, linkText, after } = report.footnote;
    expect(reference).toContain(`\n${mark} ${before}<${linkText}>${after}\n`);
    expect(reference.trimEnd().endsWith(`\n${report.dateLine}`)).toBe(true);
  });

  it('is no report of made-up data', () => {
    expect(report.notice).toBeNull();
  });
});
