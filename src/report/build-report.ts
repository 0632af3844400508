import { editionText, parseIsoDate, shortDate } from '../danish/index.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { BlockedReport } from './blocked.ts';
import { figuresOf } from './figures.ts';
import { goalsTable } from './goals.ts';
import { keyFigureTables } from './key-figures.ts';
import type { Cell, GoalsTable, KeyFigureTable, Report, Subject, Title } from './report.ts';
import { fill, type Template } from './template.ts';

/**
 * The report of one subject. `generated` is the date of generation, "2026-06-06".
 * Throws `BlockedReport` (65) with every wrong row that may have been meant for one of its cells.
 */
export function buildReport(dataset: Dataset, template: Template, subject: Subject, generated: string): Report {
  const figures = figuresOf(dataset);
  const context = { figures, template, subject, statusYears: dataset.info.statusYears };
  const goals = goalsTable(context);
  const keyFigures = keyFigureTables(context);
  const faults = figures.faults();
  if (faults.length > 0) throw new BlockedReport(subject, faults);
  return {
    format: 'barometer-report/1',
    edition: dataset.info.edition,
    generated,
    subject,
    title: titleOf(template, subject, dataset.info.edition),
    notice: usesExamples(goals, keyFigures) ? template.notice : null,
    dataset: { title: dataset.info.title, sources: dataset.info.sources },
    goals,
    keyFigures,
    footnote: template.footnote,
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

function dateText(generated: string): string {
  const day = parseIsoDate(generated);
  if (day === null) throw new RangeError(`No such date: ${generated}`);
  return shortDate(day);
}

/** A made-up figure counts even where its cell is blank: a blank of made-up data is made up too. */
function usesExamples(goals: GoalsTable, keyFigures: readonly KeyFigureTable[]): boolean {
  const isMadeUp = ({ figures }: Cell): boolean => figures.some((figure) => figure.provenance === 'eksempel');
  const indicators = goals.goals.flatMap((goal) => goal.indicators);
  const rows = keyFigures.flatMap((table) => table.rows);
  return (
    indicators.some(({ status, change }) => isMadeUp(status) || isMadeUp(change)) ||
    rows.some((row) => row.cells.some(isMadeUp))
  );
}
