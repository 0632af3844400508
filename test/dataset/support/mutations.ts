import { COUNTRY } from '../../../src/dataset/catalogue.ts';
import {
  column,
  following,
  isPercentage,
  keyColumn,
  newestOf,
  numberOf,
  type Row,
  randomOf,
  set,
  timesOf,
  type Whole,
} from './wrong-wholes.ts';

type Mutation = (whole: Whole, random: () => number) => void;

/** Moves the values of rows: row i gets that of row `from(i)`. */
function moveValues(rows: readonly Row[], from: (i: number) => number): void {
  const values = rows.map(({ value }) => value);
  for (const [i, row] of rows.entries()) row.value = values[from(i)] ?? row.value;
}
function shuffle(rows: readonly Row[], random: () => number): void {
  const order = rows.map((_, i) => ({ i, key: random() })).sort((a, b) => a.key - b.key);
  moveValues(rows, (i) => order[i]?.i ?? i);
}
const shift = (rows: readonly Row[]): void => moveValues(rows, (i) => Math.max(0, i - 1));
const copy = (to: readonly Row[], from: readonly Row[]): void => {
  const values = new Map(from.map(({ code, value }) => [code, value]));
  for (const row of to) row.value = values.get(row.code) ?? row.value;
};
const change = (rows: readonly Row[], how: (value: number, row: Row) => number): void => {
  for (const row of rows) {
    const value = numberOf(row);
    if (value !== null) set(row, how(value, row));
  }
};
const swap = (a: readonly Row[], b: readonly Row[]): void => {
  const old = a.map((row) => ({ ...row }));
  copy(a, b);
  copy(b, old);
};
const newestRows = (whole: Whole): Row[] =>
  whole.rows.filter((row) => row.time === timesOf(whole, row.table, row.series).at(-1));
/** Puts a subject's numbers of the time before in place of its newest. */
function repeatBefore(whole: Whole, code: string): void {
  for (const row of newestOf(whole, code)) {
    const before = timesOf(whole, row.table, row.series).at(-2);
    const isOld = (one: Row): boolean => one.table === row.table && one.series === row.series && one.time === before;
    row.value = whole.rows.find((one) => one.code === code && isOld(one))?.value ?? row.value;
  }
}
const noise = (random: () => number): number => (random() + random() - 1) * 2;

const isOf =
  (series: string) =>
  (row: Row): boolean =>
    row.table === 'indikatorer' && row.series === series;

/** Datasets that are wrong as wholes, by kind. */
export const mutations: Readonly<Record<string, Readonly<Record<string, Mutation>>>> = {
  empty: {
    'a municipality newest': (whole) => {
      for (const row of newestOf(whole, '461')) row.value = '..';
    },
    'a municipality everywhere': (whole) => {
      for (const row of whole.rows) if (row.code === '461') row.value = '..';
    },
    'the country everywhere': (whole) => {
      for (const row of whole.rows) if (row.code === COUNTRY) row.value = '..';
    },
    'the country in key figures': (whole) => {
      for (const row of whole.rows) if (row.code === COUNTRY && row.table === 'noegletal') row.value = '..';
    },
    'the country in one series': (whole) => {
      for (const row of whole.rows) if (row.code === COUNTRY && row.series === '2.2') row.value = '..';
    },
    'a municipality in key figures': (whole) => {
      for (const row of whole.rows) if (row.code === '751' && row.table === 'noegletal') row.value = '..';
    },
    'half a baseline': (whole) => {
      for (const [i, row] of column(whole, '1.2', timesOf(whole, 'indikatorer', '1.2').length - 1).entries())
        if (i < 60) row.value = '..';
    },
    'a baseline': (whole) => {
      for (const row of column(whole, '1.2', timesOf(whole, 'indikatorer', '1.2').length - 1)) row.value = '..';
    },
    'the newest year of two indicators': (whole) => {
      for (const row of newestRows(whole)) if (isOf('2.1')(row) || isOf('2.2')(row)) row.value = '..';
    },
    'the newest period of a key figure': (whole) => {
      for (const row of newestRows(whole)) if (row.table === 'noegletal' && row.series === '5') row.value = '';
    },
    'a fifth of a column': (whole) => {
      for (const [i, row] of column(whole, '3.3').entries()) if (i % 5 === 0) row.value = '..';
    },
    'a fifth of a key figure': (whole) => {
      for (const [i, row] of keyColumn(whole, '4').entries()) if (i % 5 === 0) row.value = '..';
    },
  },
  stale: {
    'a status year': (whole) => {
      whole.json['statusaar'] = { 2: 2023 };
    },
    'a period': (whole) => {
      whole.json['perioder'] = { 5: '2025M10' };
    },
    'the title': (whole) => {
      whole.json['titel'] = String(whole.json['titel']).replace(/juni|juli/, 'maj');
    },
    'another kind of period': (whole) => {
      const newest = timesOf(whole, 'noegletal', '9').at(-1);
      for (const row of whole.rows)
        if (row.table === 'noegletal' && row.series === '9' && row.time === newest) row.time = '2025M12';
    },
    'a title in a wrong encoding': (whole) => {
      whole.json['titel'] = 'MÃ¥lsÃ¦tninger. Opdigtede eksempeldata.';
    },
    'a title that has lost letters': (whole) => {
      whole.json['titel'] = 'M\ufffdls\ufffdtninger. Opdigtede eksempeldata.';
    },
    'an edition a year ahead': (whole) => {
      whole.json['udgave'] = '2027-06';
      whole.json['titel'] = 'Integrationsbarometeret. Opdigtede eksempeldata.';
    },
    'the same file under a new edition': (whole) => {
      whole.json['udgave'] = '2026-09';
      whole.json['titel'] = 'Integrationsbarometeret. Opdigtede eksempeldata.';
    },
  },
  provenance: {
    'no column': (whole) => {
      whole.withoutSource = true;
    },
    'blank at one time': (whole) => {
      for (const row of column(whole, '2.2')) row.source = '';
    },
    'official under a title that says made up': (whole) => {
      for (const row of whole.rows) row.source = 'officiel';
    },
    'blank in a whole series': (whole) => {
      for (const row of whole.rows) if (isOf('2.2')(row)) row.source = '';
    },
    'blank of a municipality': (whole) => {
      for (const row of whole.rows) if (row.code === '400') row.source = '';
    },
    'blank of most municipalities': (whole) => {
      for (const row of whole.rows) if (row.code > '200') row.source = '';
    },
    'blank in a key figure': (whole) => {
      for (const row of keyColumn(whole, '5')) row.source = '';
    },
  },
  repeated: {
    'a percentage': (whole) => copy(column(whole, '2.2'), column(whole, '2.2', 1)),
    'a gap': (whole) => copy(column(whole, '1.1'), column(whole, '1.1', 1)),
    'a count': (whole) => copy(column(whole, '8.3'), column(whole, '8.3', 1)),
    'a key figure': (whole) => copy(keyColumn(whole, '5'), keyColumn(whole, '5', 1)),
    'two years before': (whole) => copy(column(whole, '1.2'), column(whole, '1.2', 2)),
    'every series': (whole) => {
      for (const series of ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1', '3.3', '7.1', '7.2'])
        copy(column(whole, series), column(whole, series, 1));
    },
    'two thirds of a column': (whole) => copy(column(whole, '7.2').slice(0, 65), column(whole, '7.2', 1).slice(0, 65)),
    'every number of a municipality': (whole) => repeatBefore(whole, '461'),
    'a new year for an old one': (whole) => {
      const rows = whole.rows.filter((row) => row.series === '9.1' && row.table === 'indikatorer');
      const newest = timesOf(whole, 'indikatorer', '9.1').at(-1);
      const next = rows.filter(({ time }) => time === newest).map((row) => ({ ...row, time: following(row) }));
      whole.rows.push(...next);
    },
  },
  shuffled: {
    'a percentage': (whole, random) => shuffle(column(whole, '2.2'), random),
    'a gap': (whole, random) => shuffle(column(whole, '7.1'), random),
    'a count': (whole, random) => shuffle(column(whole, '8.1'), random),
    'a key figure': (whole, random) => shuffle(keyColumn(whole, '1'), random),
    'a percentage of a key figure': (whole, random) => shuffle(keyColumn(whole, '4'), random),
    'by a row': (whole) => shift(column(whole, '1.2')),
    'every series by a row': (whole) => {
      for (const series of ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1', '3.3', '7.1', '7.2'])
        shift(column(whole, series));
    },
    sorted: (whole) => {
      const rows = column(whole, '2.3').filter((row) => numberOf(row) !== null);
      const order = rows
        .map((_, i) => i)
        .sort((a, b) => (numberOf(rows[a] as Row) ?? 0) - (numberOf(rows[b] as Row) ?? 0));
      moveValues(rows, (i) => order[i] ?? i);
    },
    'two series': (whole) => swap(column(whole, '2.2'), column(whole, '2.3')),
    'two key figures': (whole) => swap(keyColumn(whole, '5'), keyColumn(whole, '10')),
    'filled down': (whole) => {
      const rows = column(whole, '7.2');
      for (const row of rows.slice(30, 45)) row.value = rows[30]?.value ?? '';
    },
    'one value for all': (whole) => {
      const rows = column(whole, '3.1');
      for (const row of rows) row.value = rows[5]?.value ?? '';
    },
    'two municipalities newest': (whole) => swap2(newestOf(whole, '101'), newestOf(whole, '461')),
    'two municipalities in the newest key figures': (whole) => {
      const keyFigures = (code: string): Row[] => newestOf(whole, code).filter(({ table }) => table === 'noegletal');
      swap2(keyFigures('101'), keyFigures('461'));
    },
    'two municipalities alike': (whole) => {
      const from = new Map(
        whole.rows
          .filter(({ code }) => code === '751')
          .map((row) => [`${row.table} ${row.series} ${row.time}`, row.value]),
      );
      for (const row of whole.rows)
        if (row.code === '851') row.value = from.get(`${row.table} ${row.series} ${row.time}`) ?? row.value;
    },
  },
  moved: {
    'the complement': (whole) => change(column(whole, '2.2'), (value) => 100 - value),
    'a key count to a half': (whole) => change(keyColumn(whole, '2'), (value) => Math.round(value * 0.45)),
    'men only': (whole, random) => change(column(whole, '1.2'), (value) => Math.min(99, value + 7 + noise(random))),
    'men only, little': (whole, random) =>
      change(column(whole, '7.2'), (value) => Math.max(1, value - 5 + noise(random))),
    'a key figure by ten': (whole, random) =>
      change(keyColumn(whole, '5'), (value) => Math.min(99, value + 10 + noise(random))),
    'a gap by five': (whole, random) => change(column(whole, '1.1'), (value) => value + 5 + noise(random)),
    'the sign': (whole) => change(column(whole, '1.1'), (value) => -value),
    'the comma of a count': (whole) => change(column(whole, '8.1'), (value) => value * 10),
    'a count halved': (whole) => change(column(whole, '8.3'), (value) => Math.round(value / 2)),
    'a key count to a third': (whole) => change(keyColumn(whole, '1'), (value) => Math.round(value / 3)),
    'another sheet': (whole) => copy(column(whole, '2.2'), column(whole, '2.3')),
    'another sheet of a key figure': (whole) => copy(keyColumn(whole, '10'), keyColumn(whole, '11')),
    'the rest to 100': (whole) => change(column(whole, '2.2'), (value) => 100 - value),
  },
  'out of place': {
    'fractions of one': (whole) => {
      for (const row of whole.rows) if (row.code === '851' && isPercentage(row)) change([row], (value) => value / 100);
    },
    'ten times of one': (whole) => {
      for (const row of newestOf(whole, '461')) change([row], (value) => (isPercentage(row) ? value / 10 : value * 10));
    },
    'zeros for suppressed': (whole) => {
      for (const [i, row] of column(whole, '2.2').entries()) if (i % 9 === 0) row.value = '0';
    },
    'dashes for a whole key figure': (whole) => {
      for (const row of whole.rows) if (row.table === 'noegletal' && row.series === '10') row.value = '-';
    },
    nines: (whole) => {
      for (const [i, row] of column(whole, '8.3').entries()) if (i % 12 === 0) row.value = '9999';
    },
    'the plain mean for the country': (whole) => {
      for (const row of whole.rows) {
        if (row.code !== COUNTRY || !isPercentage(row)) continue;
        const all = whole.rows.filter(
          (one) =>
            one.code !== COUNTRY && one.table === row.table && one.series === row.series && one.time === row.time,
        );
        const values = all.flatMap((one) => numberOf(one) ?? []);
        if (values.length < 30) continue;
        row.value = (values.reduce((sum, one) => sum + one, 0) / values.length).toFixed(2).replace('.', ',');
      }
    },
    'a municipality for the country': (whole) => {
      const own = new Map(
        whole.rows
          .filter(({ code }) => code === '101')
          .map((row) => [`${row.table} ${row.series} ${row.time}`, row.value]),
      );
      for (const row of whole.rows)
        if (row.code === COUNTRY) row.value = own.get(`${row.table} ${row.series} ${row.time}`) ?? row.value;
    },
    'cut digits of counts': (whole) => {
      for (const row of newestRows(whole))
        if (row.code !== COUNTRY && !isPercentage(row) && row.value.length > 2) row.value = row.value.slice(0, -1);
    },
    'the plain mean in one series': (whole) => {
      for (const time of timesOf(whole, 'indikatorer', '1.2')) {
        const all = whole.rows.filter((row) => row.series === '1.2' && row.time === time);
        const values = all.flatMap((row) => (row.code === COUNTRY ? [] : (numberOf(row) ?? [])));
        for (const row of all.filter(({ code }) => code === COUNTRY))
          set(row, values.reduce((sum, one) => sum + one, 0) / values.length);
      }
    },
    'the country apart': (whole) => change(newestOf(whole, COUNTRY).filter(isOf('1.2')), (value) => value + 6),
    'the country of the time before': (whole) => repeatBefore(whole, COUNTRY),
    "the country's for suppressed": (whole) => {
      const [own] = newestOf(whole, COUNTRY).filter(isOf('2.2'));
      for (const row of column(whole, '2.2')) if (numberOf(row) === null) row.value = own?.value ?? '';
    },
    'whole numbers': (whole) => {
      for (const row of column(whole, '1.2')) row.value = row.value.replace(/,\d+/, '');
    },
  },
};

function swap2(a: readonly Row[], b: readonly Row[]): void {
  const key = (row: Row): string => `${row.table} ${row.series}`;
  const of = (rows: readonly Row[]) => new Map(rows.map((row) => [key(row), row.value]));
  const [ofA, ofB] = [of(a), of(b)];
  for (const row of a) row.value = ofB.get(key(row)) ?? row.value;
  for (const row of b) row.value = ofA.get(key(row)) ?? row.value;
}

export const mutated = (whole: Whole, mutate: Mutation, seed = 7): Whole => {
  mutate(whole, randomOf(seed));
  return whole;
};
