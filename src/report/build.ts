import { editionText, parseIsoDate, shortDate } from '../danish/index.ts';
import type { Dataset } from '../dataset/index.ts';
import { BlockedReport, figuresOf } from './figures.ts';
import { goalsTable } from './goals.ts';
import { keyFigureTables } from './key-figures.ts';
import type { Report, Subject, Title } from './report.ts';
import { rowsOf, type Tables } from './rows.ts';
import { fill, type Template } from './template.ts';

/**
 * The report of one subject. `generated` is the date of generation, "2026-06-06".
 * Throws `BlockedReport` (65) with every wrong row that may have been meant for one of its cells.
 */
export function buildReport(dataset: Dataset, template: Template, subject: Subject, generated: string): Report {
  const { edition, title, sources, statusYears, periods } = dataset.info;
  const context = { figures: figuresOf(dataset), template, subject, statusYears, periods };
  context.figures.subject(subject.code);
  const goals = goalsTable(context);
  const keyFigures = keyFigureTables(context);
  const problems = context.figures.problems();
  if (problems.length > 0) throw new BlockedReport(subject, problems);
  const { footnote } = template;
  return {
    format: 'barometer-report/1',
    edition,
    generated,
    subject,
    title: titleOf(template, subject, edition),
    notice: usesExamples({ subject, goals, keyFigures, footnote }) ? template.notice : null,
    dataset: { title, sources },
    goals,
    keyFigures,
    footnote,
    dateLine: fill(template.dateLine, { dato: dateText(generated) }),
  };
}

function titleOf({ title }: Template, subject: Subject, edition: string): Title {
  const isCountry = subject.kind === 'hele-landet';
  const parts = {
    heading: isCountry ? title.national : title.local,
    subject: isCountry ? '' : fill(title.subject, { navn: subject.name }),
    edition: fill(title.edition, { udgave: editionText(edition) }),
  };
  const text = [parts.heading, parts.subject, parts.edition].filter((part) => part !== '').join(' ');
  return { text, ...parts };
}

/** A made-up figure counts even where its cell is blank: a blank of made-up data is made up too. */
const usesExamples = (tables: Tables): boolean =>
  rowsOf(tables)
    .flatMap((row) => row.cells)
    .some(({ cell }) => cell.figures.some((figure) => figure.provenance === 'eksempel'));

function dateText(generated: string): string {
  const day = parseIsoDate(generated);
  if (day === null) throw new RangeError(`No such date: ${generated}`);
  return shortDate(day);
}
