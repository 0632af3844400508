import type { Period } from '../../danish/index.ts';
import type { Problem } from '../rules/rule.ts';
import { type Contradiction, countryContradicted } from '../rules/wholes.ts';
import { type Check, localCodes, MANY, oneByOne } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';
import { isExplained } from './wrong-columns.ts';

/**
 * Figures of the whole country that its municipalities contradict: a percentage or gap below the lowest or above the
 * highest of them (at least half of the municipalities are needed to tell), a count below the largest of them or below
 * their sum. The worst of each series is told.
 */
export const countryOutside: Check = ({ series, catalogue, suspicions }) => {
  const half = localCodes(catalogue).length / 2;
  const worst = series.flatMap((one) => {
    const needed = one.isPercent ? Math.max(MANY, half) : 1;
    const times = one.times.filter(({ code }) => !isExplained(suspicions, one, code));
    const found = times.flatMap((time) => contradictionAt(one, time, needed) ?? []);
    const [first] = found;
    if (first === undefined) return [];
    const most = found.reduce((worst, other) => (other.excess > worst.excess ? other : worst), first);
    return [{ ...most, series: one, others: found.length - 1 }];
  });
  const [first] = worst;
  if (first === undefined) return [];
  return oneByOne([first, ...worst.slice(1)]).map(([one, ...rest]): Problem => {
    const { time, figure } = one.country;
    const { table, id } = one.series;
    const alike = rest.map((other) => other.series);
    return countryContradicted.at(
      figure.place,
      table,
      id,
      time,
      figure,
      one.contradiction,
      one.others,
      alike,
      catalogue,
    );
  });
};

/** What contradicts the country's number, and by how much. */
interface Contradicted {
  readonly country: NumberOf;
  readonly contradiction: Contradiction;
  readonly excess: number;
}

function contradictionAt(series: SeriesNumbers, time: Period, needed: number): Contradicted | null {
  const country = series.country(time);
  const locals = [...series.at(time).values()];
  if (country === undefined || locals.length === 0 || locals.length < needed) return null;
  const lowest = locals.reduce((best, one) => (one.value < best.value ? one : best));
  const highest = locals.reduce((best, one) => (one.value > best.value ? one : best));
  const { value } = country;
  if (series.isPercent) {
    if (value < lowest.value)
      return { country, contradiction: { kind: 'lowest', ...lowest }, excess: lowest.value - value };
    if (value <= highest.value) return null;
    return { country, contradiction: { kind: 'highest', ...highest }, excess: value - highest.value };
  }
  const sum = locals.reduce((total, one) => total + one.value, 0);
  if (value < highest.value)
    return { country, contradiction: { kind: 'part', ...highest }, excess: highest.value / (value + 1) };
  if (sum <= value) return null;
  return { country, contradiction: { kind: 'sum', count: locals.length, sum }, excess: sum / (value + 1) };
}
