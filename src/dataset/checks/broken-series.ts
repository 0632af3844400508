import { clean, type Period } from '../../danish/index.ts';
import type { Figure } from '../figure.ts';
import { type Problem, warning } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import type { Check } from './check.ts';
import { inOrder, namesOf, subjectsText } from './rows.ts';

/** Years that a series may lack and still be one with a break, not two points apart. */
const BREAK_YEARS = 3;
/** Of one series and the same years so many breaks are told one by one; more have a cause in common. */
const SCATTERED = 3;

/** Years that subjects lack between two that they have, though most others have them. */
export const brokenSeries: Check = ({ indicators }, catalogue) =>
  [...indicators.series.keys()].flatMap((id) => {
    const times = inOrder(indicators, id);
    const usual = usualOf(indicators, id, times);
    const breaks = new Map<string, { subject: string; after: Figure }[]>();
    for (const [subject, byTime] of indicators.figuresOf(id)) {
      for (const { missing, after } of breaksOf(byTime, times, usual)) {
        breaks.set(missing, [...(breaks.get(missing) ?? []), { subject, after }]);
      }
    }
    return [...breaks].flatMap(([missing, group]) => {
      const codes = group.map(({ subject }) => subject);
      const [first] = group;
      if (group.length > SCATTERED && first !== undefined) {
        const message = `Indikator ${id}: ${missing} mangler for ${subjectsText(codes, catalogue)}, men står hos de fleste andre: ${namesOf(codes, catalogue)}.`;
        return [problem(first.after, message)];
      }
      return group.map(({ subject, after }) => {
        const name = clean(catalogue.subjects.get(subject) ?? '');
        return problem(after, `${name}, indikator ${id}: ${missing} mangler, men står hos de fleste andre.`);
      });
    });
  });

const problem = (after: Figure, message: string): Problem =>
  warning(after.place, {
    rule: 'brudt-serie',
    value: after.text,
    message,
    remedy: 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret.',
  });

/** The usual years that are missing between two rows, and the row after them. */
function breaksOf(
  byTime: ReadonlyMap<Period, Figure>,
  times: readonly Period[],
  usual: readonly Period[],
): { readonly missing: string; readonly after: Figure }[] {
  const breaks: { missing: string; after: Figure }[] = [];
  if (usual.every((time) => byTime.has(time))) return breaks;
  const years = usual.map(yearOf);
  let last: number | null = null;
  for (const time of times) {
    const figure = byTime.get(time);
    if (figure === undefined) continue;
    const year = yearOf(time);
    if (last !== null && year > last + 1) {
      const from = last;
      const missing = years.filter((other) => other > from && other < year);
      if (missing.length > 0 && missing.length <= BREAK_YEARS)
        breaks.push({ missing: yearRanges(missing), after: figure });
    }
    last = year;
  }
  return breaks;
}

/** The times at which at least half of the subjects that have the series have a row. */
function usualOf(table: Table, id: string, times: readonly Period[]): Period[] {
  const counts = table.timesOf(id);
  const subjects = table.figuresOf(id).size;
  return times.filter((time) => {
    const count = counts.get(time) ?? 0;
    return count >= subjects / 2 && count > 1;
  });
}

/** Years in order, runs of them as one: "2013-2015, 2020". */
function yearRanges(years: readonly number[]): string {
  const firsts = years.filter((year) => !years.includes(year - 1));
  const lasts = years.filter((year) => !years.includes(year + 1));
  return firsts.map((first, i) => (first === lasts[i] ? `${first}` : `${first}-${lasts[i]}`)).join(', ');
}
