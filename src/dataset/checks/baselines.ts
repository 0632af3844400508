import { grouped } from '../../grouped.ts';
import { wholeFile } from '../place.ts';
import { baselineWithoutRows, noBaselineAtAll } from '../rules/missing.ts';
import { type Check, subjectsAt, subjectsIn } from './check.ts';
import { MANY } from './series-numbers.ts';

/** So many indicators, all without a baseline, show that its years are missing from the file. */
const SEVERAL = 3;

/**
 * Indicators of which nobody has a row for the baseline year, so that no report says how they have changed: a warning,
 * and an error where it is all of them. A symbol is a row, and of datasets of a few municipalities nothing is said.
 */
export const baselines: Check = ({ tables: { indicators }, catalogue: { goals } }) => {
  if (subjectsIn(indicators).size < MANY) return [];
  const all = [...goals.values()].flatMap(({ baselineYear: year, indicators: ids }) =>
    ids.filter((id) => indicators.newest([id]) !== undefined).map((id) => ({ id, year })),
  );
  const lacking = all.filter(({ id, year }) => {
    const time = indicators.times.find(String(year));
    return time === undefined || subjectsAt(indicators, [id], time).size === 0;
  });
  const rule = lacking.length === all.length && lacking.length >= SEVERAL ? noBaselineAtAll : baselineWithoutRows;
  return [...grouped(lacking, ({ year }) => year)].map(([year, group]) =>
    rule.at(
      wholeFile('indikatorer.csv'),
      year,
      group.map(({ id }) => id),
    ),
  );
};
