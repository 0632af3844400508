import type { Period } from '../danish/index.ts';
import type { Declaration } from './datasaet.ts';
import type { Table } from './table/table.ts';

/** The period that a key figure is shown for in all reports: the owner's, else the newest with a number. */
export function shownPeriod(
  keyFigures: Table,
  { periods }: Pick<Declaration, 'periods'>,
  id: string,
): Period | undefined {
  const code = periods.get(id);
  return code === undefined ? keyFigures.newest([id]) : keyFigures.times.find(code);
}
