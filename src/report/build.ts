import { editionText, parseIsoDate, shortDate } from '../danish/index.ts';
import { type Dataset, type Problem, renderSome } from '../dataset/index.ts';
import { exitCode, UserError } from '../errors.ts';
import { annexOf, type CommonFigures, madeUpOf } from './annex/index.ts';
import { figuresOf } from './figures.ts';
import { goalsTable } from './goals.ts';
import { keyFigureTables } from './key-figures.ts';
import type { Report, Subject, Title } from './report.ts';
import { fill, type Template } from './template.ts';

/** A report that is not made because rows that it may need are wrong (code 65); `problems` are all of them. */
export class BlockedReport extends UserError {
  readonly problems: readonly Problem[];

  constructor(subject: Subject, problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'en fejl' : `${problems.length} fejl`;
    const heading = `Rapporten for ${subject.name} kan ikke laves, fordi datasættet har ${count}:`;
    super(exitCode.data, `${heading}\n${renderSome(problems)}`);
    this.name = 'BlockedReport';
    this.problems = problems;
  }
}

/**
 * The report of one subject, with an annex when `common`, what the annexes of a run share, is given. `generated` is the
 * date of generation, "2026-06-06". Throws `BlockedReport` (65) with every wrong row that may have been meant for one
 * of its cells.
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
  const madeUp = madeUpOf(tables, annex?.goals ?? []);
  const problems = context.figures.problems();
  if (problems.length > 0) throw new BlockedReport(subject, problems);
  return {
    format: 'barometer-report/1',
    edition,
    generated,
    subject,
    title: titleOf(template, subject, edition),
    notice: madeUp.goals || madeUp.keyFigures ? template.notice : null,
    madeUp,
    dataset: { title, sources, publication },
    goals,
    keyFigures,
    footnote,
    dateLine: fill(template.dateLine, { dato: dateText(generated) }),
    madeUpFoot: template.madeUpFoot,
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

function dateText(generated: string): string {
  const day = parseIsoDate(generated);
  if (day === null) throw new RangeError(`No such date: ${generated}`);
  return shortDate(day);
}
