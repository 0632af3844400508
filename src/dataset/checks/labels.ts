import { comparePeriods, editionText } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import { DATASAET } from '../declaration.ts';
import { wholeFile } from '../place.ts';
import { oldData, otherKindOfPeriod, provenanceLost, staleTime, titleOfOtherEdition } from '../rules/odd.ts';
import type { Problem } from '../rules/rule.ts';
import { type Check, MANY } from './check.ts';
import { localTimes } from './step-facts.ts';
import { numbersAt, thinness } from './thin-times.ts';

/** What the dataset says of itself, and its numbers contradict. */
export const labels: Check = (checked) => [
  ...staleTimes(checked),
  ...titleMonth(checked),
  ...oldEdition(checked),
  ...kindsOfPeriods(checked),
  ...lostProvenance(checked),
];

/** Times that the owner has set, though a newer one has numbers of most. */
const staleTimes: Check = ({ tables, catalogue: { goals }, declaration: { statusYears, periods, place } }) => {
  const set = [
    ...[...statusYears].map(([goal, year]) => {
      const ids = goals.get(goal)?.indicators ?? [];
      return { key: 'statusaar' as const, table: tables.indicators, number: String(goal), ids, time: String(year) };
    }),
    ...[...periods].map(([number, time]) => ({
      ...{ key: 'perioder' as const, table: tables.keyFigures, number, ids: [number], time },
    })),
  ];
  return set.flatMap(({ key, table, number, ids, time }): Problem[] => {
    const newest = table.newest(ids);
    const shown = table.times.find(time);
    if (newest === undefined || shown === undefined || comparePeriods(newest, shown) <= 0) return [];
    const count = numbersAt(table, ids, newest);
    if (thinness(table, ids, newest) !== null || count * 2 < numbersAt(table, ids, shown)) return [];
    return [staleTime.at(place([key, number]), key, number, time, newest, count)];
  });
};

const MONTHS = [
  'januar',
  'februar',
  'marts',
  'april',
  'maj',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'december',
];

/** The title names a month, and it is another than the edition's. */
const titleMonth: Check = ({ declaration: { title, edition, place } }) => {
  const named = [...title.matchAll(new RegExp(`\\b(${MONTHS.join('|')})\\s+(20\\d\\d)\\b`, 'gi'))].map(
    ([text]) => text,
  );
  const [first] = named;
  const isNamed = named.some((text) => text.toLowerCase().replace(/\s+/g, ' ') === editionText(edition).toLowerCase());
  return first === undefined || isNamed ? [] : [titleOfOtherEdition.at(place(['titel']), first, edition)];
};

/** Months from the newest number to the edition; a year's figures come a year later. */
const OLD = 12;
const OLD_YEAR = 24;

const oldEdition: Check = ({ series, declaration: { edition, place } }) => {
  const newest = series
    .flatMap((one) => localTimes(one).at(-1) ?? [])
    .sort(comparePeriods)
    .at(-1);
  if (newest === undefined) return [];
  const [year, month] = [Math.floor(newest.last / 10_000), Math.floor(newest.last / 100) % 100];
  const months = Number(edition.slice(0, 4)) * 12 + Number(edition.slice(5)) - year * 12 - month;
  return months < (newest.kind === 'year' ? OLD_YEAR : OLD)
    ? []
    : [oldData.at(place(['udgave']), edition, newest, months)];
};

/** Key figures whose newest period is of another kind than the one before. */
const kindsOfPeriods: Check = ({ series: all, declaration }) =>
  all.flatMap((series): Problem[] => {
    const [before, newest] = series.times.filter((time) => series.at(time).size >= MANY).slice(-2);
    if (before === undefined || newest === undefined || before.kind === newest.kind) return [];
    if (declaration.accepted.get('anden-periodetype')?.get(series.id) === newest.code) return [];
    const [first] = [...series.at(newest).values()];
    const place = (first ?? series.country(newest))?.figure.place ?? wholeFile(DATASAET);
    return [otherKindOfPeriod.at(place, series, newest, before)];
  });

/** Times of a series whose rows mostly have no provenance, where most others have. */
const lostProvenance: Check = ({ series: all, tables }) => {
  const found = all.flatMap((series) => {
    const table = series.table === 'indikatorer' ? tables.indicators : tables.keyFigures;
    const times = table.timesOf(series.id);
    const blank = grouped(
      table.unsourced.filter((one) => one.series === series.id),
      ({ time }) => time,
    );
    const lost = [...blank].filter(([time, rows]) => rows.length * 2 > (times.get(time) ?? 0));
    return lost.length === times.size ? [] : lost.map(([time, rows]) => ({ series, time, rows, table }));
  });
  return [...grouped(found, ({ series, time }) => `${series.table} ${time.code}`).values()].map((group): Problem => {
    const [{ time, rows, series }] = group;
    const count = group.reduce((sum, one) => sum + one.rows.length, 0);
    const other = series.times.filter((one) => one !== time).flatMap((one) => [...series.at(one).values()])[0];
    return provenanceLost.at(
      rows[0].place,
      group.map((one) => one.series),
      time,
      count,
      other?.figure.provenance ?? 'eksempel',
    );
  });
};
