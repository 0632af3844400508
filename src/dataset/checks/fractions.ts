import type { Period } from '../../danish/index.ts';
import { clean } from '../../danish/index.ts';
import type { Figure } from '../figure.ts';
import { type Problem, structuralError } from '../problem.ts';
import type { Table } from '../table/table.ts';
import type { Check } from './check.ts';
import { firstOf, isPercent, seriesName, timeText } from './rows.ts';

/** So many numbers of a percentage are never all within a point of zero. */
const ENOUGH = 20;

/** Percentages and gaps that are written as fractions, 0.74 for 74: a whole series, or one year or period of it. */
export const fractions: Check = ({ indicators, keyFigures }) =>
  [indicators, keyFigures].flatMap((table) =>
    [...table.series.values()].filter(isPercent).flatMap(({ id }) => ofSeries(table, id) ?? []),
  );

function ofSeries(table: Table, id: string): Problem | null {
  const { small, isWhole } = smallNumbers(table, id);
  const all = [...small.values()].flat();
  if (isWhole && areFractions(all)) return problem(seriesName(table, id), all);
  const times = [...small].filter(([, figures]) => areFractions(figures));
  if (times.length === 0) return null;
  const name = `${seriesName(table, id)}, ${times.map(([time]) => timeText(time)).join(', ')}`;
  return problem(
    name,
    times.flatMap(([, figures]) => figures),
  );
}

/** The numbers of the times at which all lie from -1 to 1; `isWhole` when that is so at every time. */
function smallNumbers(table: Table, id: string): { small: ReadonlyMap<Period, Figure[]>; isWhole: boolean } {
  const small = new Map<Period, Figure[]>();
  const times = table.timesOf(id);
  for (const time of times.keys()) {
    const numbers = smallNumbersAt(table, id, time);
    if (numbers !== null) small.set(time, numbers);
  }
  return { small, isWhole: small.size === times.size };
}

/** The numbers of a time; null when one lies outside -1 to 1. */
function smallNumbersAt(table: Table, id: string, time: Period): Figure[] | null {
  const numbers: Figure[] = [];
  for (const byTime of table.figuresOf(id).values()) {
    const figure = byTime.get(time);
    if (figure === undefined || !table.isNumber(figure)) continue;
    if (Math.abs(Number(figure.value)) > 1) return null;
    numbers.push(figure);
  }
  return numbers;
}

const areFractions = (figures: readonly Figure[]): boolean =>
  figures.length >= ENOUGH && figures.some(({ value }) => !Number.isInteger(Number(value)));

function problem(name: string, figures: readonly Figure[]): Problem {
  const first = firstOf(figures.filter(({ value }) => !Number.isInteger(Number(value)))) as Figure;
  return structuralError(first.place, {
    rule: 'broeker',
    value: first.text,
    message: `${name}: alle ${figures.length} tal ligger mellem -1 og 1, fx ${clean(first.text)}; det er brøker, hvor der skal stå procent.`,
    remedy: 'Gang tallene med 100 (0,74 skrives 74), eller hent dem som procent.',
  });
}
