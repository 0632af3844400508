import { comparePeriods, editionText, monthNames, type Period, undoubled } from '../../danish/index.ts';
import { grouped } from '../../grouped.ts';
import type { Catalogue } from '../catalogue.ts';
import { DATASAET, type Declaration } from '../declaration.ts';
import { madeUpWords } from '../figure.ts';
import { comparePlaces, type Place, wholeFile } from '../place.ts';
import {
  garbledText,
  madeUpButUnmarked,
  oldData,
  otherKindOfPeriod,
  provenanceLost,
  provenanceLostBy,
  staleTime,
  titleOfOtherEdition,
} from '../rules/labels.ts';
import type { Problem } from '../rules/rule.ts';
import type { Table } from '../table/table.ts';
import { monthsOf } from '../table/times.ts';
import { type Check, subjectsIn } from './check.ts';
import { MANY, type SeriesNumbers } from './series-numbers.ts';
import { numbersAt, thinness } from './thin-times.ts';

/** What the dataset says of itself, and its numbers contradict. */
export const labels: Check = (checked) => [
  ...staleTimes(checked),
  ...titleMonth(checked),
  ...madeUpTitle(checked),
  ...garbledTexts(checked),
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

/** The title names a month, and it is another than the edition's. */
const titleMonth: Check = ({ declaration: { title, edition, place } }) => {
  const named = [...title.matchAll(new RegExp(`\\b(${monthNames.join('|')})\\s+(20\\d\\d)\\b`, 'gi'))].map(
    ([text]) => text,
  );
  const [first] = named;
  const isNamed = named.some((text) => text.toLowerCase().replace(/\s+/g, ' ') === editionText(edition).toLowerCase());
  return first === undefined || isNamed ? [] : [titleOfOtherEdition.at(place(['titel']), first, edition)];
};

/** The texts of the dataset that reports show, with the places that they stand at. */
const shownTexts = ({ title, sources, notes, place }: Declaration) =>
  [
    { path: ['titel'], text: title },
    ...sources.map(({ navn }, i) => ({ path: ['kilder', i, 'navn'], text: navn })),
    ...[...notes].flatMap(([id, { source, note }]) => [
      { path: ['noter', id, 'kilde'], text: source ?? '' },
      { path: ['noter', id, 'note'], text: note ?? '' },
    ]),
  ].map(({ path, text }) => ({ text, placeOfText: () => place(path) }));

/** The title, a source or a note says that figures are made up, and none is marked so. */
const madeUpTitle: Check = ({ tables, declaration }) => {
  const said = shownTexts(declaration).find(({ text }) => madeUpWords(text) !== null);
  return said === undefined || [tables.indicators, tables.keyFigures].some(hasMadeUp)
    ? []
    : [madeUpButUnmarked.at(said.placeOfText(), said.text)];
};

/** A text that was saved in a wrong encoding would be printed so. */
const garbledTexts: Check = ({ declaration }) =>
  shownTexts(declaration)
    .filter(({ text }) => undoubled(text) !== null || text.includes('\ufffd'))
    .map(({ text, placeOfText }) => garbledText.at(placeOfText(), text));

const hasMadeUp = (table: Table): boolean =>
  [...table.series.keys()].some((id) =>
    [...table.figuresOf(id).values()].some((byTime) =>
      [...byTime.values()].some(({ provenance }) => provenance === 'eksempel'),
    ),
  );

/** Months from the newest number to the edition; a year's figures come a year later. */
const OLD = 12;
const OLD_YEAR = 24;

const oldEdition: Check = ({ series, declaration: { edition, place } }) => {
  const newest = series.flatMap(({ localTimes }) => localTimes.at(-1) ?? []).sort(comparePeriods);
  const parts = newest.filter(({ kind }) => kind !== 'year');
  const [time, most] = parts.length > 0 ? [parts.at(-1), OLD] : [newest.at(-1), OLD_YEAR];
  if (time === undefined) return [];
  const months = Number(edition.slice(0, 4)) * 12 + Number(edition.slice(5)) - monthsOf(time);
  return months < most ? [] : [oldData.at(place(['udgave']), edition, time, months)];
};

/** Key figures whose newest period is of another kind than the one before. */
const kindsOfPeriods: Check = ({ series: all }) =>
  all.flatMap((series): Problem[] => {
    const [before, newest] = series.times.filter((time) => series.count(time) >= MANY).slice(-2);
    if (before === undefined || newest === undefined || before.kind === newest.kind) return [];
    const [first] = [...series.at(newest).values()];
    const place = (first ?? series.country(newest))?.figure.place ?? wholeFile(DATASAET);
    return [otherKindOfPeriod.at(place, series, newest, before)];
  });

/** Rows of a series that say no provenance: at a time, or all of them. */
interface Unsourced {
  readonly series: SeriesNumbers;
  readonly time: Period | null;
  readonly rows: readonly { readonly place: Place }[];
}

/**
 * Times of a series whose rows mostly have no provenance, where its others have; and a series of which none has, where
 * most rows of the table have.
 */
const lostProvenance: Check = ({ series: all, tables: { indicators, keyFigures }, catalogue }) =>
  [indicators, keyFigures].flatMap((table) => {
    const blank = grouped(table.unsourced, (row) => row.series);
    const found = all.flatMap((series): Unsourced[] => {
      const rows = series.table === table.name ? (blank.get(series.id) ?? []) : [];
      const times = table.timesOf(series.id);
      const lost = [...grouped(rows, ({ time }) => time)].filter(
        ([time, own]) => own.length * 2 > (times.get(time) ?? 0),
      );
      if (lost.length < times.size) return lost.map(([time, own]): Unsourced => ({ series, time, rows: own }));
      const isAlone = rows.length >= MANY && table.unsourced.length * 2 < table.size;
      return isAlone ? [{ series, time: null, rows }] : [];
    });
    if (found.length === 0) return lostBySubjects(table, catalogue);
    return [...grouped(found, ({ time }) => time).values()].map((group): Problem => {
      const [{ time, series }] = group;
      const rows = group.flatMap((one) => one.rows);
      const other = series.times.filter((one) => one !== time).flatMap((one) => [...series.at(one).values()])[0];
      const others = time === null ? null : (other?.figure.provenance ?? 'eksempel');
      const place = rows.map((row) => row.place).sort(comparePlaces)[0] ?? wholeFile(`${table.name}.csv`);
      const lacking = group.map((one) => one.series);
      return provenanceLost.at(place, lacking, time, rows.length, others);
    });
  });

/** Subjects whose rows mostly have no provenance, where those of many others have. */
function lostBySubjects(table: Table, catalogue: Catalogue): Problem[] {
  const blank = grouped(table.unsourced, ({ subject }) => subject);
  const rowsOf = (subject: string): number =>
    [...table.series.keys()].reduce((sum, id) => sum + (table.figuresOf(id).get(subject)?.size ?? 0), 0);
  const isLost = (code: string): boolean => (blank.get(code)?.length ?? 0) * 2 > rowsOf(code);
  const lost = [...blank.keys()].filter((code) => (blank.get(code)?.length ?? 0) >= MANY && isLost(code));
  const others = [...subjectsIn(table)].filter((code) => !isLost(code));
  if (lost.length === 0 || others.length < MANY) return [];
  const places = lost.flatMap((code) => blank.get(code) ?? []).map(({ place }) => place);
  const place = places.sort(comparePlaces)[0] ?? wholeFile(`${table.name}.csv`);
  return [provenanceLostBy.at(place, lost, places.length, catalogue)];
}
