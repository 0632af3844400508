import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../src/dataset/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import type { Report, Subject } from '../../src/report/index.ts';
import { buildReport, catalogueOf, municipalitySubject } from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { country, template } from '../helpers/report.ts';
import { oracle } from './oracle.ts';

const subjects: Subject[] = [country, ...municipalities.map(municipalitySubject)];
const catalogue = catalogueOf(template, municipalities);

function printedCells(report: Report): Record<string, string[]> {
  const indicators = report.goals.goals.flatMap((goal) => goal.indicators);
  const keyFigures = report.keyFigures.flatMap((table) => table.rows);
  return Object.fromEntries([
    ...indicators.map(({ id, status, change }) => [id, [status.text, change.text]]),
    ...keyFigures.map(({ number, cells }) => [`n${number}`, cells.map((cell) => cell.text)]),
  ]);
}

const printed = (dataset: Dataset, subject: Subject) =>
  printedCells(buildReport(dataset, template, subject, '2026-06-06'));

/** Rows of any size and shape that a dataset may hold, of a few subjects and years, so that they often meet. */
const value = (measure: string, decimals: number): fc.Arbitrary<string> => {
  const least = measure === 'gap' ? -100 : 0;
  const most = measure === 'count' ? 1_234_567 : 100;
  const scale = measure === 'count' ? 1 : 10 ** decimals;
  const number = fc.integer({ min: least * scale, max: most * scale }).map((units) => {
    const text = (Math.abs(units) / scale).toFixed(measure === 'count' ? 0 : decimals).replace('.', ',');
    return units < 0 ? `-${text}` : text;
  });
  const symbol = fc.constantFrom('..', '...', '.', '', '-');
  return fc.oneof({ arbitrary: number, weight: 9 }, { arbitrary: symbol, weight: 1 });
};

const code = fc.constantFrom('000', '161', '101', '751');
const rowsOf = (
  series: readonly { readonly id: string; readonly measure: string }[],
  times: (id: string) => fc.Arbitrary<string>,
): fc.Arbitrary<Row[]> => {
  const row = fc
    .tuple(code, fc.constantFrom(...series), fc.integer({ min: 0, max: 4 }))
    .chain(([subject, { id, measure }, decimals]) =>
      fc.tuple(fc.constant(subject), fc.constant(id), times(id), value(measure, decimals)),
    );
  return fc.uniqueArray(row, { maxLength: 150, selector: ([subject, id, time]) => `${subject} ${id} ${time}` });
};

const year = fc.constantFrom('2012', '2018', '2021', '2022', '2023', '2024');
const periods: Readonly<Record<string, readonly string[]>> = {
  quarter: ['2024K1', '2024K4', '2025K2'],
  month: ['2024M12', '2025M01', '2025M11'],
  day: ['2024-12-31', '2025-10-01', '2026-02-06'],
  span: ['2016M07-2025M11', '2016M07-2025M12'],
  year: ['2022', '2023', '2024'],
};
const kinds = Object.keys(periods);
const periodOf = (id: string) => fc.constantFrom(...(periods[kinds[Number(id) % kinds.length] ?? ''] ?? []));

const rows = fc.record({
  indicators: rowsOf([...catalogue.indicators.values()], () => year),
  keyFigures: rowsOf([...catalogue.keyFigures.values()], periodOf),
});
const statusYears = fc.dictionary(fc.constantFrom('1', '2', '4', '8', '9'), fc.integer({ min: 2018, max: 2025 }), {
  noNullPrototype: true,
});

/** The rows with a symbol for whoever has none where others have: the reader refuses times that most have no row for. */
function filledUp(table: readonly Row[]): Row[] {
  const codes = ['000', '161', '101', '751'];
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

const asFile = (header: string, table: readonly Row[]): string =>
  [header, ...table.map((row) => [...row.slice(0, 4), row[4] ?? 'officiel'].join(';')), ''].join('\n');

/** Writes the rows as a dataset and reads it as the program does. */
async function throughFiles(
  { indicators, keyFigures }: { indicators: readonly Row[]; keyFigures: readonly Row[] },
  years: Readonly<Record<string, number>>,
): Promise<Dataset> {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-oracle-'));
  try {
    const info = { udgave: '2026-06', titel: 'Prøve', decimaltegn: ',', kilder: [], statusaar: years };
    writeFileSync(join(folder, 'datasaet.json'), JSON.stringify(info));
    writeFileSync(join(folder, 'indikatorer.csv'), asFile('kommunekode;indikator;aar;vaerdi;kilde', indicators));
    writeFileSync(join(folder, 'noegletal.csv'), asFile('kommunekode;noegletal;periode;vaerdi;kilde', keyFigures));
    return await loadDataset(folder, catalogue);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('every printed figure is the one that a second, plain computation gives', () => {
  it('in all 99 reports of the dataset that comes with the program', async () => {
    const read = (name: string): Row[] =>
      (parse(readFileSync(`fixtures/juni-2026/${name}.csv`), { delimiter: ';', from: 2 }) as string[][]).map(
        ([subject = '', id = '', time = '', text = '']): Row => [subject, id, time, text],
      );
    const table = { indicators: read('indikatorer'), keyFigures: read('noegletal') };
    const dataset = await loadDataset('fixtures/juni-2026', catalogue);
    const expected = oracle(table, template);
    for (const subject of subjects) {
      expect(printed(dataset, subject), subject.name).toEqual(expected(subject.code));
    }
  });

  it('in reports of any rows', async () => {
    await fc.assert(
      fc.asyncProperty(rows, statusYears, async (given, anyYears) => {
        const table = { indicators: filledUp(given.indicators), keyFigures: filledUp(given.keyFigures) };
        fc.pre(table.indicators.length > 0 && table.keyFigures.length > 0);
        const years = withNumber(anyYears, table.indicators);
        const dataset = await throughFiles(table, years);
        for (const subject of subjects.filter(({ code }) => /^(000|161|751)$/.test(code))) {
          expect(printed(dataset, subject)).toEqual(oracle(table, template, years)(subject.code));
        }
      }),
      { seed: 14, numRuns: 60 },
    );
  });
});
