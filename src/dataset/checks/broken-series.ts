import type { Period } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Figure } from '../figure.ts';
import { rangesText } from '../problems.ts';
import { seriesBroken } from '../rules/missing.ts';
import type { Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import { type Check, oneByOne, timesOf } from './check.ts';

/** Years that a series may lack and still be one with a break, not two points apart. */
const BREAK_YEARS = 3;

/** Years that a subject lacks, "2013-2015, 2020", and its row after them. */
interface Break {
  readonly subject: string;
  readonly missing: string;
  readonly after: Figure;
}

/** Years that subjects lack between two that they have, though most others have them. */
export const brokenSeries: Check = ({ tables: { indicators }, catalogue }) =>
  [...indicators.series.keys()].flatMap((id) => {
    const times = timesOf(indicators, [id]);
    const usual = usualOf(indicators, id, times);
    const breaks = [...indicators.figuresOf(id)].flatMap(([subject, byTime]) =>
      usual.every((time) => byTime.has(time)) ? [] : breaksOf(subject, byTime, times, usual.map(yearOf)),
    );
    return [...grouped(breaks, ({ missing }) => missing).values()].flatMap(oneByOne).map((group) => {
      const [{ missing, after }] = group;
      const codes = group.map(({ subject }) => subject);
      return seriesBroken.at(after.place, id, missing, codes, after.text, catalogue);
    });
  });

/** The usual years that are missing between two rows of a subject. */
function breaksOf(
  subject: string,
  byTime: ReadonlyMap<Period, Figure>,
  times: readonly Period[],
  usual: readonly number[],
): Break[] {
  const rows = times.flatMap((time) => {
    const figure = byTime.get(time);
    return figure === undefined ? [] : [{ figure, year: yearOf(time) }];
  });
  return rows.flatMap(({ figure: after, year }, i) => {
    const last = rows[i - 1]?.year ?? year;
    const years = usual.filter((other) => other > last && other < year);
    const isBreak = years.length > 0 && years.length <= BREAK_YEARS;
    return isBreak ? [{ subject, missing: rangesText(years), after }] : [];
  });
}

/** The times at which at least half of the subjects that have the series have a row. */
function usualOf(table: Table, id: string, times: readonly Period[]): Period[] {
  const subjects = table.figuresOf(id).size;
  return times.filter((time) => {
    const count = table.timesOf(id).get(time) ?? 0;
    return count >= subjects / 2 && count > 1;
  });
}
