import { capitalise, periodText } from '../danish/index.ts';
import { COUNTRY } from '../dataset/index.ts';
import { type FigureAt, figureCell } from './cells.ts';
import type { Context } from './figures.ts';
import type { KeyFigure, KeyFigureTable } from './report.ts';
import { fill, type KeyFigureTemplate } from './template.ts';

/** Whose figures a column shows. */
interface Column {
  readonly code: string;
  readonly heading: string;
}

/** One table per group of the template, all with the same columns. */
export function keyFigureTables(context: Context): KeyFigureTable[] {
  const columns = columnsFor(context);
  const { groups, rowHeading } = context.template.keyFigures;
  return groups.map(({ heading, keyFigures }) => ({
    heading,
    rowHeading,
    columns: columns.map((column) => column.heading),
    rows: keyFigures.map((keyFigure) => rowOf(keyFigure, columns, context)),
  }));
}

/** A municipality stands beside the whole country, the whole country alone. */
function columnsFor({ template, subject }: Context): Column[] {
  const country = { code: COUNTRY, heading: template.country };
  return subject.kind === 'hele-landet' ? [country] : [{ code: subject.code, heading: subject.name }, country];
}

function rowOf(keyFigure: KeyFigureTemplate, columns: readonly Column[], context: Context): KeyFigure {
  const { figures, template, periods } = context;
  const { number, url, text, capitalPeriod } = keyFigure;
  const id = String(number);
  const period = figures.newestPeriod(id);
  const printed = period === undefined ? '' : periodText(period);
  const at = (subject: string): FigureAt => ({
    time: period?.code ?? '',
    figure: period && figures.keyFigure(subject, id, period),
  });
  return {
    number,
    label: fill(template.keyFigures.label, { nummer: number }),
    url,
    text,
    period: capitalPeriod ? capitalise(printed) : printed,
    ...(periods.has(id) ? { periodSet: true as const } : {}),
    cells: columns.map(({ code }) => figureCell(at(code), keyFigure, template.blanks)),
  };
}
