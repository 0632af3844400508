import { comparePeriods } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Declaration, ExportMapping } from '../declaration.ts';
import { seriesIn } from '../mapping/mapping.ts';
import { type Replacing, replacedByLess } from '../rules/missing.ts';
import type { Table } from '../table/table.ts';
import { type Check, subjectsIn, timesOf } from './check.ts';

/** Series of which the file that replaces them has far fewer areas, or not the newest time: a part of a table. */
export const replacedSeries: Check = ({ tables: { indicators, keyFigures }, declaration }) =>
  [indicators, keyFigures].flatMap((table) => {
    const all = [...table.replaced.keys()].flatMap((id) => replacing(table, id, declaration) ?? []);
    return (['areas', 'newest'] as const).flatMap((what) => {
      const found = all.filter((one) => (what === 'areas' ? isByFew(table, one.id) : isOlder(one)));
      const alike = grouped(found, ({ file, areas, newest }) => JSON.stringify([file, what, areas, newest]));
      return [...alike.values()].map(([first, ...others]) =>
        replacedByLess.at(first.mapping.place(['erstatter']), first, what, first, others),
      );
    });
  });

/** Whether a series is replaced by rows of fewer than half as many subjects. */
export function isByFew(table: Table, id: string): boolean {
  const before = table.replaced.get(id)?.subjects.size ?? 0;
  return subjectsIn(table, id).size * 2 < before;
}

const isOlder = ({ newest: [now, before] }: Replacing): boolean => comparePeriods(now, before) < 0;

interface ReplacedSeries extends Replacing {
  readonly table: Table['name'];
  readonly id: string;
  readonly mapping: ExportMapping;
}

/** What has come in place of a series; null where nothing has, which is told of the mapping. */
function replacing(table: Table, id: string, { exports }: Declaration): ReplacedSeries | null {
  const rows = table.replaced.get(id);
  const mapping = exports.find((one) => one.table === table.name && one.replaces && seriesIn(one).includes(id));
  const now = timesOf(table, [id]).at(-1);
  const before = [...(rows?.times ?? [])].sort(comparePeriods).at(-1);
  if (rows === undefined || mapping === undefined || now === undefined || before === undefined) return null;
  const areas = [subjectsIn(table, id).size, rows.subjects.size] as const;
  return { table: table.name, id, mapping, file: mapping.file, areas, newest: [now, before] };
}
