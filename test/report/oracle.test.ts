import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/index.ts';
import { buildReport, type Report } from '../../src/report/index.ts';
import { datasaet, indikatorer, load, noegletal } from '../dataset/support/memory-files.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { catalogue, template } from '../helpers/report.ts';
import { shippedReport, shippedRows, subjects } from '../helpers/shipped.ts';
import { type AnyRows, anyRows } from './any-rows.ts';
import { oracle } from './oracle.ts';

function printedCells(report: Report): Record<string, string[]> {
  const indicators = report.goals.goals.flatMap((goal) => goal.indicators);
  const keyFigures = report.keyFigures.flatMap((table) => table.rows);
  return Object.fromEntries([
    ...indicators.map(({ id, status, change }) => [id, [status.text, change.text]]),
    ...keyFigures.map(({ number, cells }) => [`n${number}`, cells.map((cell) => cell.text)]),
  ]);
}

const codes = ['000', '161', '101', '751'];
const years = ['2012', '2018', '2021', '2022', '2023', '2024'];
const periods = [
  ['2024K1', '2024K4', '2025K2'],
  ['2024M12', '2025M01', '2025M11'],
  ['2024-12-31', '2025-10-01', '2026-02-06'],
  ['2016M07-2025M11', '2016M07-2025M12'],
  ['2022', '2023', '2024'],
];
const rangeOf: AnyRows['rangeOf'] = (measure) => [measure === 'gap' ? -100 : 0, measure === 'count' ? 1_234_567 : 100];
const any = { codes, rangeOf, decimals: 4 };
const rows = fc.record({
  indicators: anyRows({ ...any, series: [...catalogue.indicators.values()], timesOf: () => years }),
  keyFigures: anyRows({
    ...any,
    series: [...catalogue.keyFigures.values()],
    timesOf: (id) => periods[Number(id) % periods.length] ?? [],
  }),
});
const statusYears = fc.dictionary(fc.constantFrom('1', '2', '4', '8', '9'), fc.integer({ min: 2018, max: 2025 }), {
  noNullPrototype: true,
});

/** The rows with a symbol for whoever has none where others have: the reader refuses times that most have no row for. */
function filledUp(table: readonly Row[]): Row[] {
  const known = new Set(table.map(([subject, id, time]) => `${subject} ${id} ${time}`));
  const cells = new Map(table.map(([, id, time]) => [`${id} ${time}`, { id, time }]));
  const missing = [...cells.values()].flatMap(({ id, time }) =>
    codes.filter((subject) => !known.has(`${subject} ${id} ${time}`)).map((subject): Row => [subject, id, time, '..']),
  );
  return [...table, ...missing];
}

/** Years for goals that somebody has a number in. */
const withNumber = (years: Readonly<Record<string, number>>, table: readonly Row[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(years).filter(([goal, year]) =>
      table.some(([, id, time, text]) => id.startsWith(`${goal}.`) && time === String(year) && /\d|^-$/.test(text)),
    ),
  );

const lines = (table: readonly Row[]): string[] => table.map((row) => [...row, 'officiel'].join(';'));

/** The rows as the program reads them from files. */
const throughFiles = (
  { indicators, keyFigures }: { indicators: readonly Row[]; keyFigures: readonly Row[] },
  years: Readonly<Record<string, number>>,
): Promise<Dataset> =>
  load(
    {
      'datasaet.json': datasaet({ statusaar: years }),
      'indikatorer.csv': indikatorer(...lines(indicators)),
      'noegletal.csv': noegletal(...lines(keyFigures)),
    },
    { of: catalogue },
  );

describe('every printed figure is the one that a second, plain computation gives', () => {
  it('in all 99 reports of the dataset that comes with the program', () => {
    const expected = oracle({ indicators: shippedRows('indikatorer'), keyFigures: shippedRows('noegletal') }, template);
    for (const subject of subjects) {
      expect(printedCells(shippedReport(subject)), subject.name).toEqual(expected(subject.code));
    }
  });

  it('in reports of any rows', async () => {
    await fc.assert(
      fc.asyncProperty(rows, statusYears, async (given, anyYears) => {
        const table = { indicators: filledUp(given.indicators), keyFigures: filledUp(given.keyFigures) };
        fc.pre(table.indicators.length > 0 && table.keyFigures.length > 0);
        const years = withNumber(anyYears, table.indicators);
        const dataset = await throughFiles(table, years);
        const expected = oracle(table, template, years);
        for (const subject of subjects.filter(({ code }) => /^(000|161|751)$/.test(code))) {
          const report = buildReport(dataset, template, subject, '2026-06-06');
          expect(printedCells(report)).toEqual(expected(subject.code));
        }
      }),
      { seed: 14, numRuns: 60 },
    );
  });
});
