import { capitalise, type Period, periodText } from '../danish/index.ts';
import { COUNTRY } from '../dataset/catalogue.ts';
import { type Asked, figureCell } from './cell.ts';
import type { Figures } from './figures.ts';
import type { KeyFigure, KeyFigureTable, Subject } from './report.ts';
import { fill, type KeyFigureGroup, type KeyFigureTemplate, perTemplate, type Template } from './template.ts';

interface Context {
  readonly figures: Figures;
  readonly template: Template;
  readonly subject: Subject;
}

interface Column {
  readonly code: string;
  readonly heading: string;
}

/** One table per group: a municipality stands beside the whole country, the whole country alone. */
export function keyFigureTables(context: Context): KeyFigureTable[] {
  const { template, subject } = context;
  const country = { code: COUNTRY, heading: template.country };
  const own = { code: subject.code, heading: subject.name };
  const columns = subject.kind === 'hele-landet' ? [country] : [own, country];
  return template.keyFigures.groups.map((group) => tableOf(group, columns, context));
}

function tableOf(group: KeyFigureGroup, columns: readonly Column[], context: Context): KeyFigureTable {
  return {
    heading: group.heading,
    rowHeading: context.template.keyFigures.rowHeading,
    columns: columns.map((column) => column.heading),
    rows: group.keyFigures.map((keyFigure) => rowOf(keyFigure, columns, context)),
  };
}

function rowOf(keyFigure: KeyFigureTemplate, columns: readonly Column[], { figures, template }: Context): KeyFigure {
  const period = figures.newestPeriod(String(keyFigure.number));
  const ask = (subject: string): Asked => ({
    time: period?.code ?? '',
    figure: period && figures.keyFigure(subject, String(keyFigure.number), period),
  });
  return {
    number: keyFigure.number,
    label: labelOf(template)(keyFigure),
    url: keyFigure.url,
    text: keyFigure.text,
    period: period === undefined ? '' : printedPeriod(period, keyFigure),
    cells: columns.map(({ code }) => figureCell(ask(code), keyFigure, template.blanks)),
  };
}

const labelOf = perTemplate(({ keyFigures }, { number }: KeyFigureTemplate) =>
  fill(keyFigures.label, { nummer: number }),
);

function printedPeriod(period: Period, { capitalPeriod }: KeyFigureTemplate): string {
  const text = periodText(period);
  return capitalPeriod ? capitalise(text) : text;
}
