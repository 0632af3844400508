import { readFileSync } from 'node:fs';
import { COUNTRY } from '../../../src/dataset/catalogue.ts';
import { memoryFiles } from './memory-files.ts';

/** A row of a table as an editor would change it. */
export interface Row {
  readonly table: 'indikatorer' | 'noegletal';
  readonly code: string;
  series: string;
  time: string;
  value: string;
  source: string;
}

export interface Whole {
  readonly json: Record<string, unknown>;
  readonly rows: Row[];
  /** Neither table has a column `kilde`. */
  withoutSource?: boolean;
}

export const numberOf = (row: Row): number | null =>
  /^-?\d[\d.]*(,\d+)?\*?$/.test(row.value)
    ? Number(row.value.replace('*', '').replaceAll('.', '').replace(',', '.'))
    : null;

/** Writes a number with as many decimals as stand there already. */
export function set(row: Row, value: number): void {
  const decimals = row.value.replace('*', '').split(',')[1]?.length ?? 0;
  row.value = value
    .toFixed(decimals)
    .replace('.', ',')
    .replace(/^-(0(,0+)?)$/, '$1');
}

/** The same numbers on each run: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const bell = (random: () => number): number => random() + random() + random() + random() - 2;

const shipped = 'fixtures/juni-2026';
const rowsIn = (table: Row['table']): Row[] =>
  readFileSync(`${shipped}/${table}.csv`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [code = '', series = '', time = '', value = '', source = ''] = line.split(';');
      return { table, code, series, time, value, source };
    });

const shippedJson = readFileSync(`${shipped}/datasaet.json`, 'utf8');
const shippedRows: readonly Readonly<Row>[] = [...rowsIn('indikatorer'), ...rowsIn('noegletal')];

const copyOf = (rows: readonly Readonly<Row>[]): Whole => ({
  json: JSON.parse(shippedJson),
  rows: rows.map((row) => ({ ...row })),
});

/** A copy of the dataset that comes with the program. */
export const shippedWhole = (): Whole => copyOf(shippedRows);

/** The same with other made-up numbers: each series' years stand for other municipalities, with noise. */
export function otherWhole(seed: number): Whole {
  const whole = shippedWhole();
  const random = randomOf(seed);
  const shift = new Map<string, number>();
  for (const row of whole.rows) {
    const value = numberOf(row);
    if (value === null || row.code === COUNTRY || value === 0 || value === 100) continue;
    const key = `${row.series} ${row.code}`;
    const own = shift.get(key) ?? bell(random);
    shift.set(key, own);
    if (row.value.includes(',') || isPercentage(row)) {
      const near = value + own * 3 + bell(random) * 0.6;
      set(row, Math.max(row.series === '1.1' || row.series === '7.1' ? -60 : value / 2, Math.min(99, near)));
    } else set(row, Math.max(0, value * (1 + own * 0.2 + bell(random) * 0.02)));
    row.source = 'eksempel';
  }
  return withSums(shippedWhole(), whole);
}

/** The country's counts follow the sum of the municipalities'. */
function withSums(old: Whole, whole: Whole): Whole {
  const sumsOf = ({ rows }: Whole): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const row of rows) {
      if (row.code === COUNTRY || isPercentage(row)) continue;
      sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + (numberOf(row) ?? 0));
    }
    return sums;
  };
  const keyOf = (row: Row): string => `${row.table} ${row.series} ${row.time}`;
  const [before, after] = [sumsOf(old), sumsOf(whole)];
  for (const row of whole.rows) {
    if (row.code !== COUNTRY || isPercentage(row)) continue;
    const [was, is, value] = [before.get(keyOf(row)) ?? 0, after.get(keyOf(row)) ?? 0, numberOf(row)];
    if (value !== null && is > 0) set(row, was > 0 ? Math.ceil((value * is) / was) : Math.ceil(is * 1.02));
  }
  return whole;
}

const counts = new Set(['8.1', '8.2', '8.3']);
const countKeys = new Set(['1', '2', '3', '7', '8', '9', '12', '16', '17', '18']);
export const isPercentage = ({ table, series }: Row): boolean =>
  !(table === 'indikatorer' ? counts : countKeys).has(series);

/** A copy of it with only the baseline and the newest years of each indicator: fewer rows to read. */
export function sparseWhole(newest = 2): Whole {
  const kept = shippedRows.filter(({ table, series, time }) => {
    if (table === 'noegletal') return true;
    const times = timesOf({ rows: shippedRows }, table, series);
    return time === times[0] || times.indexOf(time) >= times.length - newest;
  });
  return copyOf(kept);
}

/** A plausible next month: a newer year or period of many series with small changes, and some revisions. */
export function nextMonth(whole: Whole, seed: number): Whole {
  const random = randomOf(seed);
  const goals = new Set([...'123456789'].filter(() => random() < 0.4));
  const fresh: Row[] = [];
  const isNewest = ({ table, series, time }: Row): boolean => time === timesOf(whole, table, series).at(-1);
  for (const row of whole.rows.filter(isNewest)) {
    const value = numberOf(row);
    const moves = value !== null && value !== 0 && Math.abs(value) !== 100;
    const isRevised = moves && random() < 0.03 && row.value.includes(',');
    if (row.table === 'noegletal' || goals.has(row.series.charAt(0))) {
      const next = { ...row, time: following(row) };
      if (moves) set(next, movedOn(value, row, random));
      fresh.push(next);
    }
    if (isRevised) set(row, clamp(value + bell(random) * 0.3, row));
  }
  const json = { ...whole.json, udgave: '2026-07', titel: String(whole.json['titel']).replace('juni', 'juli') };
  const before = { ...whole, rows: whole.rows.map((row) => ({ ...row })) };
  return withSums(before, { ...whole, json, rows: [...whole.rows, ...fresh] });
}
/** A percentage a little higher or lower, less where it is small; a count by some percent. */
function movedOn(value: number, row: Row, random: () => number): number {
  if (!isPercentage(row)) return Math.max(0, Math.round(value * (1 + bell(random) * 0.05)));
  return clamp(value + (0.4 + bell(random) * 1.5) * Math.min(1, Math.abs(value) / 10), row);
}

const clamp = (value: number, { series }: Row): number =>
  Math.min(99.9, Math.max(series === '1.1' || series === '7.1' ? -99 : 0, value));

/** The time after a row's own, of the same kind. */
export function following({ time, table }: Pick<Row, 'time' | 'table'>): string {
  const end = time.slice(-7);
  const [, year = '', sign = '', part = ''] = /^(?:.*-)?(\d{4})([KM-]?)(\d*)/.exec(time) ?? [];
  if (table === 'indikatorer' || sign === '') return String(Number(time) + 1);
  if (/^\d{4}-\d\d-\d\d$/.test(time)) {
    const [y = 0, m = 0] = time.split('-').map(Number);
    const [nextYear, nextMonthNumber] = m === 12 ? [y + 1, 1] : [y, m + 1];
    return `${nextYear}-${String(nextMonthNumber).padStart(2, '0')}-${time.endsWith('01') ? '01' : '28'}`;
  }
  if (time.length > 8) return time.slice(0, -7) + following({ time: end, table });
  const last = sign === 'K' ? 4 : 12;
  const next = Number(part) === last ? 1 : Number(part) + 1;
  return `${next === 1 ? Number(year) + 1 : year}${sign}${sign === 'K' ? next : String(next).padStart(2, '0')}`;
}

/** The times of a series, in order, as they were when first asked for. */
export function timesOf(
  { rows }: { readonly rows: readonly Readonly<Row>[] },
  table: Row['table'],
  series: string,
): readonly string[] {
  const known = timesCache.get(rows) ?? timesOfAll(rows);
  timesCache.set(rows, known);
  return known.get(`${table} ${series}`) ?? [];
}
const timesCache = new WeakMap<readonly Readonly<Row>[], ReadonlyMap<string, readonly string[]>>();

function timesOfAll(rows: readonly Readonly<Row>[]): Map<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { table, series, time } of rows) {
    const times = found.get(`${table} ${series}`) ?? new Set();
    found.set(`${table} ${series}`, times.add(time));
  }
  return new Map([...found].map(([key, times]) => [key, [...times].sort()]));
}

/** The municipalities' rows of a series at its newest time, or `back` times before that, by code. */
export function column(whole: Whole, series: string, back = 0, table: Row['table'] = 'indikatorer'): Row[] {
  const time = timesOf(whole, table, series).at(-1 - back);
  return whole.rows
    .filter((row) => row.table === table && row.series === series && row.time === time && row.code !== COUNTRY)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
export const keyColumn = (whole: Whole, series: string, back = 0): Row[] => column(whole, series, back, 'noegletal');

/** Every row of a subject at the newest time of its series. */
export const newestOf = (whole: Whole, code: string): Row[] =>
  whole.rows.filter((row) => row.code === code && row.time === timesOf(whole, row.table, row.series).at(-1));

export const filesOf = ({ json, rows, withoutSource = false }: Whole) => {
  const head = { indikatorer: 'kommunekode;indikator;aar;vaerdi', noegletal: 'kommunekode;noegletal;periode;vaerdi' };
  const text = (table: Row['table']): string => {
    const lines = rows
      .filter((row) => row.table === table)
      .map(({ code, series, time, value, source }) =>
        [code, series, time, value, ...(withoutSource ? [] : [source])].join(';'),
      );
    return [`${head[table]}${withoutSource ? '' : ';kilde'}`, ...lines, ''].join('\n');
  };
  return memoryFiles({
    'datasaet.json': JSON.stringify(json),
    'indikatorer.csv': text('indikatorer'),
    'noegletal.csv': text('noegletal'),
  });
};
