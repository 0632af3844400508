import { capitalise, periodText } from '../danish/index.ts';
import { figureCell, figureUse } from './cells.ts';
import { aboutSeries, type Context } from './figures.ts';
import type { KeyFigure, KeyFigureTable, Subject } from './report.ts';
import { countrySubject } from './subject.ts';
import { fill, type KeyFigureTemplate } from './template.ts';

/** One table per group of the template, all with the same columns: the subject beside the whole country. */
export function keyFigureTables(context: Context): KeyFigureTable[] {
  const { subject, template } = context;
  const columns = subject.kind === 'hele-landet' ? [subject] : [subject, countrySubject(template)];
  const { groups, rowHeading } = template.keyFigures;
  return groups.map(({ heading, keyFigures }) => ({
    heading,
    rowHeading,
    columns: columns.map(({ name }) => name),
    rows: keyFigures.map((keyFigure) => rowOf(keyFigure, columns, context)),
  }));
}

function rowOf(keyFigure: KeyFigureTemplate, columns: readonly Subject[], context: Context): KeyFigure {
  const { figures, template, periods } = context;
  const { number, url, shortName: name, text, measure, capitalPeriod } = keyFigure;
  const id = String(number);
  const period = figures.newestPeriod(id);
  const printed = period === undefined ? '' : periodText(period);
  return {
    number,
    label: fill(template.keyFigures.label, { nummer: number }),
    url,
    name,
    text,
    measure,
    period: capitalPeriod ? capitalise(printed) : printed,
    ...(periods.has(id) ? { periodSet: true as const } : {}),
    cells: columns.map(({ code }) => {
      const figure = period && figures.keyFigure(code, id, period);
      return figureCell(figureUse('status', period?.code ?? '', figure), keyFigure, template.blanks);
    }),
    ...aboutSeries(id, context),
  };
}
