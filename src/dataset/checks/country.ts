import { clean, type Period, periodText } from '../../danish/index.ts';
import { type Catalogue, COUNTRY, type Series } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { type Problem, warning } from '../problem.ts';
import type { Table } from '../table/table.ts';
import { type Check, isPercent, MANY, municipalitiesOf, seriesName, subjectName } from './check.ts';

/** What contradicts a figure of the whole country, as the end of a sentence, and by how much. */
interface Contradiction {
  readonly text: string;
  readonly excess: number;
}

/** A municipality's number. */
interface Local {
  readonly code: string;
  readonly figure: Figure;
  readonly value: number;
}

/** A municipality and its figures, if it has any. */
type Municipality = readonly [code: string, byTime: ReadonlyMap<Period, Figure> | undefined];

interface Locals {
  readonly lowest: Local;
  readonly highest: Local;
  readonly count: number;
  readonly sum: number;
}

/**
 * Figures of the whole country that its municipalities contradict: a percentage or gap below the lowest or above the
 * highest of them (at least half of the municipalities are needed to tell), a count below the largest of them or below
 * their sum. The worst of each series is told.
 */
export const countryOutside: Check = ({ indicators, keyFigures }, catalogue) =>
  [indicators, keyFigures].flatMap((table) =>
    [...table.series.values()].flatMap((series) => ofSeries(table, series, catalogue)),
  );

function ofSeries(table: Table, series: Series, catalogue: Catalogue): Problem[] {
  const figures = table.figuresOf(series.id);
  const municipalities = municipalitiesOf(catalogue).map((code): Municipality => [code, figures.get(code)]);
  const needed = isPercent(series) ? Math.max(MANY, municipalities.length / 2) : 1;
  const found = [...(figures.get(COUNTRY) ?? [])].flatMap(([time, figure]) => {
    const local = table.isNumber(figure) ? localsAt(table, municipalities, time) : null;
    const contradiction =
      local === null || local.count < needed ? null : compare(Number(figure.value), local, series, catalogue);
    return contradiction === null ? [] : [{ time, figure, ...contradiction }];
  });
  if (found.length === 0) return [];
  const { time, figure, text } = found.reduce((worst, other) => (other.excess > worst.excess ? other : worst));
  const message = `${seriesName(table, series.id)}, ${periodText(time)}: hele landet har ${clean(figure.text)}, men ${text}.`;
  return [
    warning(figure.place, {
      rule: 'landet-uden-for',
      value: figure.text,
      message: message + others(table, found.length - 1),
      remedy: 'Se efter, om tallene er af samme slags, og om et af dem er tastet forkert.',
    }),
  ];
}

/** The municipalities' numbers at a time; null when there is none. */
function localsAt(table: Table, municipalities: readonly Municipality[], time: Period): Locals | null {
  let lowest: Local | null = null;
  let highest: Local | null = null;
  let [count, sum] = [0, 0];
  for (const [code, byTime] of municipalities) {
    const figure = byTime?.get(time);
    if (figure === undefined || !table.isNumber(figure)) continue;
    const value = Number(figure.value);
    if (lowest === null || value < lowest.value) lowest = { code, figure, value };
    if (highest === null || value > highest.value) highest = { code, figure, value };
    count++;
    sum += value;
  }
  return lowest === null || highest === null ? null : { lowest, highest, count, sum };
}

/** What contradicts the country's `value`, null when nothing does. */
function compare(
  value: number,
  { lowest, highest, count, sum }: Locals,
  series: Series,
  catalogue: Catalogue,
): Contradiction | null {
  const nameOf = ({ code }: Local): string => subjectName(code, catalogue);
  const textOf = ({ figure }: Local): string => clean(figure.text);
  if (isPercent(series)) {
    const [end, excess, word] =
      value < lowest.value ? [lowest, lowest.value - value, 'lavest'] : [highest, value - highest.value, 'højest'];
    return excess > 0 ? { text: `${word} af kommunerne er ${nameOf(end)} med ${textOf(end)}`, excess } : null;
  }
  const excess = (number: number): number => number / (value + 1);
  if (value < highest.value) {
    return { text: `${nameOf(highest)} alene har ${textOf(highest)}`, excess: excess(highest.value) };
  }
  return sum > value ? { text: `${count} kommuner har tilsammen ${sum}`, excess: excess(sum) } : null;
}

function others({ name }: Table, count: number): string {
  if (count === 0) return '';
  const [one, many] = name === 'indikatorer' ? ['andet år', 'andre år'] : ['anden periode', 'andre perioder'];
  return ` Det samme gælder for ${count} ${count === 1 ? one : many}.`;
}
