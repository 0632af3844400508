import { clean, type Period, periodText } from '../../danish/index.ts';
import type { Figure } from '../figure.ts';
import { comparePlaces, type Problem, structuralError } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { type Check, isPercent, seriesName } from './check.ts';

/** So many numbers of a percentage are never all within a point of zero. */
const ENOUGH = 20;

/** Percentages and gaps that are written as fractions, 0.74 for 74: a whole series, or one year or period of it. */
export const fractions: Check = ({ indicators, keyFigures }) =>
  [indicators, keyFigures].flatMap((table) =>
    [...table.series.values()].filter(isPercent).flatMap(({ id }) => ofSeries(table, id) ?? []),
  );

function ofSeries(table: Table, id: string): Problem | null {
  const times = [...table.timesOf(id).keys()];
  const small = times.flatMap((time) => {
    const figures = smallNumbersAt(table, id, time);
    return figures === null ? [] : [{ time, figures }];
  });
  const all = small.flatMap(({ figures }) => figures);
  if (small.length === times.length && areFractions(all)) return problem(seriesName(table, id), all);
  const some = small.filter(({ figures }) => areFractions(figures));
  if (some.length === 0) return null;
  const name = `${seriesName(table, id)}, ${some.map(({ time }) => periodText(time)).join(', ')}`;
  return problem(
    name,
    some.flatMap(({ figures }) => figures),
  );
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

const isWhole = ({ value }: Figure): boolean => Number.isInteger(Number(value));

const areFractions = (figures: readonly Figure[]): boolean => figures.length >= ENOUGH && !figures.every(isWhole);

function problem(name: string, figures: readonly Figure[]): Problem {
  const written = figures.filter((figure) => !isWhole(figure));
  const first = written.reduce((a, b) => (comparePlaces(b.place, a.place) < 0 ? b : a));
  return structuralError(first.place, {
    rule: 'broeker',
    value: first.text,
    message: `${name}: alle ${figures.length} tal ligger mellem -1 og 1, fx ${clean(first.text)}; det er brøker, hvor der skal stå procent.`,
    remedy: 'Gang tallene med 100 (0,74 skrives 74), eller hent dem som procent.',
  });
}
