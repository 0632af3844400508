import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../src/dataset/read/file-problems.ts';
import type { TableRecord } from '../../src/dataset/read/records.ts';
import { wideTable } from '../../src/dataset/read/wide.ts';
import { readSheet } from '../../src/dataset/read/xlsx.ts';

/** Rows as a text file has them; columns of places count fields, to be told easily. */
const rowsOf = (table: readonly (readonly string[])[]): TableRecord[] =>
  table.map((fields, i) => ({
    fields: fields.map((text) => text.trim()),
    line: i + 1,
    isMultiline: false,
    isUnended: false,
    place: (field) => ({ file: 'a.csv', line: i + 1, column: field + 1 }),
  }));

const isArea = (text: string): boolean => ['København', 'Dragør', 'Læsø', 'Christiansø'].includes(text);

function read(table: readonly (readonly string[])[], column = 'C'): string[] {
  const { columns, rows } = wideTable(rowsOf(table), 'a.csv', { column, isArea });
  const lines = [...rows].map(({ fields, place }) => {
    const { line, column: at } = place(fields.length - 1);
    return `${fields.join('|')} @${line}:${at}`;
  });
  return [columns.join('|'), ...lines];
}

function faultOf(table: readonly (readonly string[])[]): string {
  try {
    return read(table).join('\n');
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`).join();
  }
}

describe('a wide table', () => {
  it('has a title above, headings that hold on, and notes below', () => {
    const table = [
      ['Befolkningens udvikling efter bevægelsesart, køn, område og tid'],
      [' ', ' ', ' ', '2020', '2021'],
      ['Befolkningen ultimo'],
      [' ', 'Mænd'],
      [' ', ' ', 'København', '248190', '251736'],
      [' ', ' ', 'Dragør', '6413', '..'],
      [' ', 'Kvinder'],
      [' ', ' ', 'København', '255509', '258125'],
      ['Fødte'],
      [' ', 'Mænd'],
      [' ', ' ', 'København', '1', '2'],
      ['Antal fødte i 2017 er rettet'],
    ];
    expect(read(table)).toEqual([
      'A|B|C',
      'Befolkningen ultimo|Mænd|København|2020|248190 @5:4',
      'Befolkningen ultimo|Mænd|København|2021|251736 @5:5',
      'Befolkningen ultimo|Mænd|Dragør|2020|6413 @6:4',
      'Befolkningen ultimo|Mænd|Dragør|2021|.. @6:5',
      'Befolkningen ultimo|Kvinder|København|2020|255509 @8:4',
      'Befolkningen ultimo|Kvinder|København|2021|258125 @8:5',
      'Fødte|Mænd|København|2020|1 @11:4',
      'Fødte|Mænd|København|2021|2 @11:5',
    ]);
  });

  it('may name its columns, repeat its headings and have a single time', () => {
    const table = [
      ['område', 'køn', '2024K1'],
      ['København', 'Mænd', '5'],
      ['København', 'Kvinder', '6'],
    ];
    expect(read(table, 'OMRÅDE')).toEqual([
      'område|køn',
      'København|Mænd|2024K1|5 @2:3',
      'København|Kvinder|2024K1|6 @3:3',
    ]);
  });

  it('keeps the row of an area without any value, and takes other rows without one for headings', () => {
    const table = [
      ['', '2020', '2021'],
      ['København', '5', ''],
      ['Christiansø', '', ''],
      ['Kilde: Danmarks Statistik', '', ''],
    ];
    expect(read(table, 'A')).toEqual([
      'A',
      'København|2020|5 @2:2',
      'København|2021| @2:3',
      'Christiansø|2020| @3:2',
      'Christiansø|2021| @3:3',
    ]);
  });

  it('does not take an outer area alone on its row for a row of values', () => {
    const table = [
      ['', '', '2020'],
      ['København', '', ''],
      ['', 'Mænd', '5'],
      ['', 'Kvinder', ''],
    ];
    expect(read(table, 'A')).toEqual(['A|B', 'København|Mænd|2020|5 @3:3', 'København|Kvinder|2020| @4:3']);
  });

  it('is not misled by values that look like years', () => {
    const table = [['Folketal 2006-2007'], ['', '2006', '2007'], ['Læsø', '1969', '1949']];
    expect(read(table, 'A')).toEqual(['A', 'Læsø|2006|1969 @3:2', 'Læsø|2007|1949 @3:3']);
  });

  it.each<[string, string[][], string]>([
    [
      'no times',
      [
        ['a', 'b'],
        ['c', '5'],
      ],
      '0:0 Filen har ingen række med tider som overskrifter',
    ],
    [
      'times that are none',
      [
        ['', '1. kvartal 2024', '2. kvartal 2024'],
        ['Læsø', '1850', '1851'],
      ],
      '1:2 Overskriften "1. kvartal 2024" er ikke en tid',
    ],
    [
      'months as Excel writes them',
      [
        ['', 'jan-24', 'feb-24'],
        ['Læsø', '1', '2'],
      ],
      '1:2 Overskriften "jan-24"',
    ],
    [
      'a column of changes',
      [
        ['', '2020', '2021', 'Ændring'],
        ['Læsø', '1', '2', '1'],
      ],
      '1:4 Overskriften "Ændring"',
    ],
    [
      'a gap between times',
      [
        ['', '2020', '', '2021'],
        ['Læsø', '1', '2', '1'],
      ],
      '1:3 En kolonne mellem tiderne har ingen overskrift',
    ],
    [
      'times below something else',
      [
        ['', 'Mænd', '', 'Kvinder', ''],
        ['', '2020', '2021', '2020', '2021'],
        ['Læsø', '1', '2', '3', '4'],
      ],
      '2:4 Tiden 2020 står i flere overskrifter',
    ],
    [
      'times above something else',
      [
        ['', '2020', '', '2021', ''],
        ['', 'Mænd', 'Kvinder', 'Mænd', 'Kvinder'],
        ['Læsø', '1', '2', '3', '4'],
      ],
      '1:3 En kolonne mellem tiderne',
    ],
    [
      'a value beyond the times',
      [
        ['', '2020', '2021'],
        ['Læsø', '1', '2', '3'],
      ],
      '2:4 Der står noget i en kolonne',
    ],
    [
      'a row that is cut',
      [
        ['', '2020', '2021'],
        ['Læsø', '1'],
      ],
      '2:2 Rækken har 2 felter',
    ],
  ])('is refused with %s', (_, table, message) => {
    expect(faultOf(table)).toContain(message);
  });

  it('gives the figures of the long table it was made of', () => {
    const names = (prefix: string, maxLength: number) =>
      fc
        .uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength })
        .map((ids) => ids.map((id) => `${prefix}${id}`));
    const value = fc.oneof(fc.constantFrom('..', '.', '-', '0'), fc.integer({ min: -5000, max: 5000 }).map(String));
    fc.assert(
      fc.property(
        names('x', 3),
        names('k', 3),
        names('o', 4),
        fc.uniqueArray(fc.integer({ min: 1990, max: 2026 }), { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(value),
        fc.boolean(),
        (topics, sexes, areas, years, values, repeated) => {
          const long: string[] = [];
          const wide: string[][] = [['Titel'], [], ['', '', '', ...years.map(String)]];
          topics.forEach((topic) => {
            if (!repeated) wide.push([topic]);
            sexes.forEach((sex) => {
              if (!repeated) wide.push(['', sex]);
              areas.forEach((area) => {
                const row = years.map(() => values.next().value as string);
                wide.push([repeated ? topic : '', repeated ? sex : '', area, ...row]);
                long.push(...row.map((text, i) => [topic, sex, area, years[i], text].join('|')));
              });
            });
          });
          const { rows } = wideTable(rowsOf([...wide, ['Note']]), 'a.csv', {
            column: 'C',
            isArea: (text) => areas.includes(text),
          });
          expect([...rows].map(({ fields }) => fields.join('|'))).toEqual(long);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a wide workbook', () => {
  it('is read at the place of each value', async () => {
    const bytes = readFileSync('test/fixtures/statbank/ras200-bred.xlsx');
    const sheet = await readSheet(bytes, 'ras200.xlsx', 'RAS200');
    const { rows } = wideTable(sheet.records, 'ras200.xlsx', { column: 'E', isArea: () => true });
    const long = [...rows];
    expect(long).toHaveLength(39 * 10);
    const first = long[0] as TableRecord;
    expect(first.fields).toEqual(['Employment rate', 'Total', 'Age, total', 'Total', 'All Denmark', '2008', '76']);
    expect(first.place(6)).toEqual({ file: 'ras200.xlsx', sheet: 'RAS200', line: 4, column: 6 });
    expect(first.cells?.isNumber(6)).toBe(true);
    expect(first.cells?.isNumber(4)).toBe(false);
    const last = long.at(-1) as TableRecord;
    expect(last.place(0)).toEqual({ file: 'ras200.xlsx', sheet: 'RAS200', line: 4, column: 1 });
    expect(last.place(5)).toEqual({ file: 'ras200.xlsx', sheet: 'RAS200', line: 3, column: 15 });
    expect(last.place(6)).toEqual({ file: 'ras200.xlsx', sheet: 'RAS200', line: 42, column: 15 });
  });
});
