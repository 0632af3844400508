import { editionText, parseIsoDate, shortDate } from '../danish/index.ts';
import type { Dataset } from '../dataset/index.ts';
import { annexOf, type CommonFigures } from './annex/index.ts';
import { BlockedReport } from './blocked-report.ts';
import { figuresOf } from './figures.ts';
import { goalsTable } from './goals.ts';
import { keyFigureTables } from './key-figures.ts';
import type { Annex, Report, Subject, Title } from './report.ts';
import { type ReportTables, rowsOf } from './rows.ts';
import { fill, type Template } from './template.ts';

/**
 * The report of one subject, with an annex when `common`, what all annexes of a run share, is given. `generated` is the date of
 * generation, "2026-06-06". Throws `BlockedReport` (65) with every wrong row that may have been meant for one of its
 * cells.
 */
export function buildReport(
  dataset: Dataset,
  template: Template,
  subject: Subject,
  generated: string,
  common: CommonFigures | null = null,
): Report {
  const { edition, title, sources, publication, statusYears, periods, notes } = dataset.info;
  const context = { figures: figuresOf(dataset, common?.problems), template, subject, statusYears, periods, notes };
  context.figures.subject(subject.code);
  const { footnote } = template;
  const goals = goalsTable(context);
  const keyFigures = keyFigureTables(context);
  const tables = { subject, goals, keyFigures, footnote };
  const annex = common === null ? null : annexOf(context, tables, dataset.info, common);
  const problems = context.figures.problems();
  if (problems.length > 0) throw new BlockedReport(subject, problems);
  return {
    format: 'barometer-report/1',
    edition,
    generated,
    subject,
    title: titleOf(template, subject, edition),
    notice: usesExamples(tables) || annexUsesExamples(annex) ? template.notice : null,
    dataset: { title, sources, publication },
    goals,
    keyFigures,
    footnote,
    dateLine: fill(template.dateLine, { dato: dateText(generated) }),
    pageFoot: fill(template.pageFoot, { navn: subject.name, udgave: editionText(edition) }),
    annex,
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
const usesExamples = (tables: ReportTables): boolean =>
  rowsOf(tables)
    .flatMap((row) => row.cells)
    .some(({ cell }) => cell.figures.some(isMadeUp));

const annexUsesExamples = (annex: Annex | null): boolean =>
  (annex?.goals ?? [])
    .flatMap((goal) => goal.indicators)
    .some(
      ({ spread, status, history }) =>
        spread?.madeUp === true ||
        [status.region, status.country].some((cell) => cell?.figures.some(isMadeUp)) ||
        history.some(({ subject, region, country }) => [subject, region, country].some((one) => one && isMadeUp(one))),
    );

const isMadeUp = ({ provenance }: { readonly provenance: string | null }): boolean => provenance === 'eksempel';

function dateText(generated: string): string {
  const day = parseIsoDate(generated);
  if (day === null) throw new RangeError(`No such date: ${generated}`);
  return shortDate(day);
}
