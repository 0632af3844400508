import { clean } from '../../danish/index.ts';
import type { Catalogue, Series } from '../catalogue.ts';
import { COUNTRY } from '../catalogue.ts';
import type { Tables } from '../checked-dataset.ts';
import type { Problem } from '../problem.ts';
import { warning, wholeFile } from '../problems.ts';
import { kind, kindOf } from '../table/store.ts';
import { latest, type Table } from '../table/table.ts';

/** A change of a percentage or gap by more points than this from one year to the next. */
const JUMP_POINTS = 50;
/** Years that a series may lack and still be one with a break, not two points apart. */
const BREAK_YEARS = 3;
/** A count that grows or shrinks by this factor and by `JUMP_COUNT` at least from one year to the next. */
const JUMP_FACTOR = 20;
const JUMP_COUNT = 1000;

/** What somebody should look at, though no row is wrong: see docs/data-format.md for each rule's meaning. */
export function plausibilityWarnings(tables: Tables, catalogue: Catalogue): Problem[] {
  return [
    ...seriesWarnings(tables.indicators, catalogue),
    ...unusedSeries(tables.indicators),
    ...unusedSeries(tables.keyFigures),
    ...silentSubjects(tables, catalogue),
  ];
}

/** Jumps and breaks in the yearly series of the indicators. */
function seriesWarnings(table: Table, catalogue: Catalogue): Problem[] {
  const names = [...catalogue.subjects.values()];
  const rows = sortedRows(table);
  const usual = usualYears(table);
  const { store } = table;
  const problems: Problem[] = [];
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1] as number;
    const row = rows[i] as number;
    if (store.subject[row] !== store.subject[before] || store.series[row] !== store.series[before]) continue;
    const about = `${clean(names[store.subject[row] as number] ?? '')}, indikator ${table.series[store.series[row] as number]?.id}`;
    const gaps = missingYears(
      store.time[before] as number,
      store.time[row] as number,
      usual[store.series[row] as number],
    );
    if (gaps.length > 0 && gaps.length <= BREAK_YEARS) problems.push(broken(table, row, about, gaps));
    if (isJump(table, before, row)) problems.push(jump(table, before, row, about));
  }
  return problems;
}

/** Rows by subject, series and time. */
function sortedRows({ store }: Table): Uint32Array {
  const rows = Uint32Array.from({ length: store.size }, (_, row) => row);
  const at = (column: ArrayLike<number>, row: number): number => column[row] as number;
  return rows.sort(
    (a, b) =>
      at(store.subject, a) - at(store.subject, b) ||
      at(store.series, a) - at(store.series, b) ||
      at(store.time, a) - at(store.time, b),
  );
}

/** By series: the years in which at least half of the subjects that have the series have a row. */
function usualYears({ store, series }: Table): ReadonlySet<number>[] {
  const subjects = series.map(() => new Set<number>());
  const counts = series.map(() => new Map<number, number>());
  for (let row = 0; row < store.size; row++) {
    const id = store.series[row] as number;
    const year = store.time[row] as number;
    subjects[id]?.add(store.subject[row] as number);
    counts[id]?.set(year, (counts[id]?.get(year) ?? 0) + 1);
  }
  return counts.map((years, id) => {
    const half = (subjects[id]?.size ?? 0) / 2;
    return new Set([...years].filter(([, count]) => count >= half && count > 1).map(([year]) => year));
  });
}

function missingYears(before: number, after: number, usual: ReadonlySet<number> | undefined): number[] {
  const years: number[] = [];
  for (let year = before + 1; year < after; year++) if (usual?.has(year)) years.push(year);
  return years;
}

const isNumber = ({ store }: Table, row: number): boolean =>
  store.usable(row) && kindOf(store.flags[row] as number) <= kind.dash;

function isJump(table: Table, before: number, row: number): boolean {
  const { store } = table;
  const nextYear = (store.time[row] as number) === (store.time[before] as number) + 1;
  if (!nextYear || !isNumber(table, before) || !isNumber(table, row)) return false;
  const [from, to] = [store.approximately(before), store.approximately(row)];
  const measure = table.series[store.series[row] as number]?.measure;
  if (measure !== 'count') return Math.abs(to - from) > JUMP_POINTS;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return high - low >= JUMP_COUNT && high >= low * JUMP_FACTOR;
}

const jump = ({ store }: Table, before: number, row: number, about: string): Problem =>
  warning(store.place(row), {
    rule: 'stort-spring',
    value: store.text(row),
    message: `${about}: fra ${clean(store.text(before))} i ${store.time[before]} til ${clean(store.text(row))} i ${store.time[row]}.`,
    remedy: 'Se efter, om et af tallene er tastet forkert.',
  });

/** Years in order, runs of them as one: "2013-2015, 2020". */
function yearRanges(years: readonly number[]): string {
  const firsts = years.filter((year) => !years.includes(year - 1));
  const lasts = years.filter((year) => !years.includes(year + 1));
  return firsts.map((first, i) => (first === lasts[i] ? `${first}` : `${first}-${lasts[i]}`)).join(', ');
}

const broken = ({ store }: Table, row: number, about: string, years: readonly number[]): Problem =>
  warning(store.place(row), {
    rule: 'brudt-serie',
    value: store.text(row),
    message: `${about}: ${yearRanges(years)} mangler, men står hos de fleste andre.`,
    remedy: 'Tilføj rækken, eller skriv "..", hvis tallet er diskretioneret.',
  });

const unusedSeries = (table: Table): Problem[] =>
  table.series
    .filter((_, i) => latest(table, table.measured[i] ?? []) < 0)
    .map(({ id }) => warning(wholeFile(`${table.name}.csv`), unused(table.name, id)));

const unused = (table: Series['table'], id: string) => ({
  rule: 'ubrugt',
  value: id,
  message: `Ingen har et tal for ${table === 'indikatorer' ? 'indikator' : 'nøgletal'} ${id}.`,
  remedy: 'Tilføj tallene, hvis de findes; ellers bliver feltet tomt i alle rapporter.',
});

const silentSubjects = ({ indicators, keyFigures }: Tables, { subjects }: Catalogue): Problem[] =>
  [...subjects]
    .filter((_, i) => indicators.counted[i] === 0 && keyFigures.counted[i] === 0)
    .map(([code, name]) =>
      warning(wholeFile('indikatorer.csv'), {
        rule: 'ingen-tal',
        value: code,
        message: `${code === COUNTRY ? '' : 'Kommunen '}${name} (${code}) har ingen tal.`,
        remedy: 'Tilføj tallene; ellers bliver rapporten tom.',
      }),
    );
