import { comparePeriods, type Period, parsePeriod } from '../../src/danish/index.ts';
import type { Dataset, Figure, Missing, Problem, Provenance } from '../../src/dataset/index.ts';
import { problemAt } from './problem.ts';

/** A row: subject code, indicator or key figure, year or period code, value as a dataset writes it, provenance. */
export type Row = readonly [
  subject: string,
  series: string,
  time: string | number,
  value: string,
  provenance?: Provenance,
];

/** The rows of one series of a subject: value by year. */
export const series = (code: string, id: string, values: Readonly<Record<number, string>>): Row[] =>
  Object.entries(values).map(([year, value]): Row => [code, id, Number(year), value]);

export interface FakeFaults {
  /** "161 1.1 2024" or "161 13 2025K1" → the wrong rows of that cell. */
  readonly cells?: Readonly<Record<string, readonly Problem[]>>;
  /** "1.1" or "13" → the wrong rows that could move its newest year or period. */
  readonly newest?: Readonly<Record<string, readonly Problem[]>>;
}

export interface FakeOptions {
  readonly indicators?: readonly Row[];
  readonly keyFigures?: readonly Row[];
  readonly statusYears?: Readonly<Record<number, number>>;
  readonly faults?: FakeFaults;
}

const symbols: Readonly<Record<string, Missing>> = {
  '..': 'confidential',
  '...': 'unavailable',
  '.': 'impossible',
  '': 'empty',
};

/** A dataset held in memory, by the same contract as a read one; lines count from 2, in the order of the rows. */
export function fakeDataset({ indicators = [], keyFigures = [], statusYears = {}, faults = {} }: FakeOptions): Dataset {
  const years = new Map(indicators.map((row, index) => [keyOf(row), figureOf(row, 'indikatorer.csv', index + 2)]));
  const periods = new Map(keyFigures.map((row, index) => [keyOf(row), figureOf(row, 'noegletal.csv', index + 2)]));
  const withNumber = (rows: readonly Row[], figures: ReadonlyMap<string, Figure>): Row[] =>
    rows.filter((row) => figures.get(keyOf(row))?.value != null);
  const cellFaults = (subject: string, series: string, time: string | number): readonly Problem[] =>
    faults.cells?.[`${subject} ${series} ${time}`] ?? [];
  return {
    info: {
      edition: '2026-06',
      title: 'Prøvedata',
      sources: [{ navn: 'Ingen', url: 'https://example.org' }],
      statusYears: new Map(Object.entries(statusYears).map(([goal, year]) => [Number(goal), year])),
      periods: new Map(),
      publication: null,
      notes: new Map(),
      digest: '0'.repeat(64),
    },
    former: null,
    problems: [],
    checkProblems: [],
    subjectProblems: () => [],
    indicator: (subject, series, year) => years.get(`${subject} ${series} ${year}`),
    keyFigure: (subject, series, period) => periods.get(`${subject} ${series} ${period.code}`),
    newestYear(series, notAfter = 9999) {
      const found = withNumber(indicators, years).filter((row) => series.includes(row[1]));
      const numbers = found.map((row) => Number(row[2])).filter((year) => year <= notAfter);
      return numbers.sort((a, b) => a - b).at(-1);
    },
    newestPeriod(series) {
      return withNumber(keyFigures, periods)
        .filter((row) => row[1] === series)
        .map((row) => periodOf(String(row[2])))
        .sort(comparePeriods)
        .at(-1);
    },
    indicatorFaults: cellFaults,
    keyFigureFaults: (subject, series, period) => cellFaults(subject, series, period.code),
    newestYearFaults: (series) => series.flatMap((one) => faults.newest?.[one] ?? []),
    newestPeriodFaults: (series) => faults.newest?.[series] ?? [],
  };
}

const keyOf = ([subject, series, time]: Row): string => `${subject} ${series} ${time}`;

function figureOf([, , , text, provenance = 'officiel']: Row, file: string, line: number): Figure {
  const number = text.replace(/\*$/, '').replace(',', '.');
  const missing = symbols[number] ?? null;
  return {
    value: missing === null ? (number === '-' ? '0' : number) : null,
    missing,
    text,
    provisional: text.endsWith('*'),
    provenance,
    place: { file, line, column: file === 'indikatorer.csv' ? 14 : 12 },
  };
}

/** The period of a code that is right. */
export function periodOf(code: string): Period {
  const period = parsePeriod(code);
  if (typeof period === 'string') throw new Error(`No period: ${code}`);
  return period;
}

/** A wrong row, as the reader would report it. */
export const fakeProblem = (line: number, value = 'x'): Problem =>
  problemAt(
    { file: 'indikatorer.csv', line, column: 14 },
    { value, message: `"${value}" er ikke et tal.`, remedy: 'Skriv et tal med decimalkomma.' },
  );
