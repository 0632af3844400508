import type { Period } from '../../danish/index.ts';
import type { Problem } from '../rules/rule.ts';
import { type Contradiction, countryContradicted } from '../rules/wholes.ts';
import { type Check, localCodes, MANY } from './check.ts';
import type { NumberOf, SeriesNumbers } from './series-numbers.ts';

/**
 * Figures of the whole country that its municipalities contradict: a percentage or gap below the lowest or above the
 * highest of them (at least half of the municipalities are needed to tell), a count below the largest of them or below
 * their sum. The worst of each series is told.
 */
export const countryOutside: Check = ({ series, catalogue }) => {
  const half = localCodes(catalogue).length / 2;
  return series.flatMap((one): Problem[] => {
    const needed = one.isPercent ? Math.max(MANY, half) : 1;
    const found = one.times.flatMap((time) => contradictionAt(one, time, needed) ?? []);
    const [first] = found;
    if (first === undefined) return [];
    const { country, contradiction } = found.reduce(
      (worst, other) => (other.excess > worst.excess ? other : worst),
      first,
    );
    const { time, figure } = country;
    return [
      countryContradicted.at(figure.place, one.table, one.id, time, figure, contradiction, found.length - 1, catalogue),
    ];
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
