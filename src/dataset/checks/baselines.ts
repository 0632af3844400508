import { grouped } from '../../grouped.ts';
import { wholeFile } from '../place.ts';
import { baselineWithoutRows, noBaselineAtAll } from '../rules/missing.ts';
import { baselineNotBefore } from '../rules/times.ts';
import { yearOf } from '../table/times.ts';
import { type Check, fileOf, subjectsAt, subjectsIn } from './check.ts';
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

/** Indicators that are shown for their baseline year, or for one before it, so that nothing seems to have changed. */
export const baselinesNotBefore: Check = ({ tables: { indicators: table }, catalogue, declaration }) => {
  if (subjectsIn(table).size < MANY) return [];
  const late = [...catalogue.goals].flatMap(([goal, { baselineYear, indicators: ids }]) => {
    const status = table.newest(ids, declaration.statusYears.get(goal));
    const baseline = table.times.find(String(baselineYear));
    return ids.flatMap((id) => {
      const shown = status && table.newest([id], yearOf(status));
      if (shown === undefined || baseline === undefined || yearOf(shown) > baselineYear) return [];
      return table.timesOf(id).has(baseline) ? [{ id, shown, baseline }] : [];
    });
  });
  return [...grouped(late, ({ shown, baseline }) => `${shown.code} ${baseline.code}`).values()].map((group) => {
    const [{ id, shown, baseline }] = group;
    const ids = group.map((one) => one.id);
    return baselineNotBefore.at(wholeFile(fileOf(table, id)), ids, shown, baseline);
  });
};
