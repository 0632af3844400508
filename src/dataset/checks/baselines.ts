import { grouped } from '../../grouped.ts';
import { baselineYearOf, COUNTRY } from '../catalogue.ts';
import { wholeFile } from '../place.ts';
import { baselineWithoutRows, noBaselineAtAll } from '../rules/missing.ts';
import { baselineBlank, thinBaseline } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { baselineNotBefore } from '../rules/times.ts';
import { shownYears } from '../table/table.ts';
import { yearOf } from '../table/times.ts';
import {
  type Check,
  type Checked,
  ENOUGH_OF_ONE,
  fileOf,
  localCodes,
  placeOfNewest,
  subjectsAt,
  subjectsIn,
} from './check.ts';
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
    const baseline = table.times.find(String(baselineYear));
    return [...shownYears(table, ids, declaration.statusYears.get(goal))].flatMap(([id, shown]) => {
      if (baseline === undefined || yearOf(shown) > baselineYear || !table.timesOf(id).has(baseline)) return [];
      return [{ id, shown, baseline }];
    });
  });
  return [...grouped(late, ({ shown, baseline }) => `${shown.code} ${baseline.code}`).values()].map((group) => {
    const [{ id, shown, baseline }] = group;
    const series = group.map((one) => ({ table: table.name, id: one.id }));
    return baselineNotBefore.at(wholeFile(fileOf(table, id)), series, shown, baseline);
  });
};

/**
 * Baselines that half of the municipalities with a newest number lack, or a good tenth and many. That nobody has a row is
 * another problem.
 */
export const thinBaselines: Check = (checked) =>
  withBaselines(checked).flatMap(({ series, year }): Problem[] => {
    const newest = series.localTimes.at(-1);
    if (newest === undefined) return [];
    const [then, now] = [series.count(year), series.count(newest)];
    const isThin = then * 2 < now || (now - then >= MANY && then < now * 0.85);
    return isThin ? [thinBaseline.at(placeOfNewest(series), series, year, then, newest, now)] : [];
  });

/** Subjects whose rows of the baseline are blank: the country in any indicator, a municipality in most of its indicators. */
export const blankBaselines: Check = (checked) => {
  const all = withBaselines(checked);
  return [COUNTRY, ...localCodes(checked.catalogue)].flatMap((code): Problem[] => {
    const had = all.filter(({ series }) => {
      const newest = (code === COUNTRY ? series.times : series.localTimes).at(-1);
      return newest !== undefined && series.number(code, newest) !== undefined;
    });
    const blank = had.filter(({ series, year }) => {
      const figure = checked.tables.indicators.find(code, series.id, year);
      return figure !== undefined && series.number(code, year) === undefined;
    });
    const [first] = blank;
    const isMost = had.length >= ENOUGH_OF_ONE && blank.length >= had.length * 0.75;
    if (first === undefined || (code !== COUNTRY && !isMost)) return [];
    return [baselineBlank.at(placeOfNewest(first.series), code, blank, checked.catalogue)];
  });
};

/** The indicators that anybody has a row of the baseline of. */
const withBaselines = ({ tables: { indicators: table }, series, catalogue }: Checked) =>
  series.flatMap((one) => {
    const year = table.times.find(String(baselineYearOf(one.id, catalogue)));
    return year !== undefined && table.timesOf(one.id).has(year) ? [{ series: one, year }] : [];
  });
