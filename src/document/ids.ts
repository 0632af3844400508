import { remember } from '../remember.ts';
import type { Goal, Indicator, KeyFigure } from '../report/report.ts';

/** Ids of the header cells, which the cells that they head name. Columns count from 0, the one of the texts. */
export const id = {
  column: (column: number) => `maal-k${column}`,
  goal: ({ number }: Pick<Goal, 'number'>) => `maal-${number}`,
  goalYear: ({ number }: Pick<Goal, 'number'>, column: number) => `maal-${number}-k${column}`,
  indicator: (indicator: Pick<Indicator, 'id'>) => `indikator-${indicator.id}`,
  keyFigureColumn: (table: number, column: number) => `noegletabel-${table}-k${column}`,
  keyFigure: ({ number }: Pick<KeyFigure, 'number'>) => `noegletal-${number}`,
};

/** Names of the fields of a form: each tells the one place that it stands in. */
export const field = {
  title: 'titel',
  /** The heading of a column with values. */
  keyFigureColumn: id.keyFigureColumn,
  indicator: (indicator: Pick<Indicator, 'id'>, column: number) => indicatorNames(indicator.id)(column),
  keyFigure: ({ number }: Pick<KeyFigure, 'number'>, column: number) => keyFigureNames(number)(column),
};

/** The same texts for all reports: V8 is quick to find by a text that it has met before. */
const indicatorNames = remember((indicator) => namesIn(id.indicator({ id: indicator })));
const keyFigureNames = remember((number: number) => namesIn(id.keyFigure({ number })));

/** By column of one row. */
const namesIn = (row: string) => remember((column: number) => `${row}-k${column}`);
