import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../helpers/fake-dataset.ts';
import { tries } from '../helpers/tries.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { exportErrors, loadExport, wide } from './support/export.ts';

const { serie: _, ...mapping } = wide;

/** The figures of a wide table in 8.1 to 8.3 as "8.1 101 2020: 5 (line 3)", and the rules of its problems. */
async function read(table: string, column: string, serier: object): Promise<string[]> {
  const dataset = await loadExport('a.csv', table, { ...mapping, kolonner: { kommune: column }, serier });
  const figures = ['8.1', '8.2', '8.3'].flatMap((id) =>
    [...wholeCatalogue.subjects.keys()].flatMap((code) =>
      Array.from({ length: 30 }, (_, i) => 2000 + i).flatMap((year) => {
        const figure = dataset.indicator(code, id, year);
        if (figure === undefined) return [];
        return [`${id} ${code} ${year}: ${figure.value ?? figure.missing} (line ${figure.place.line})`];
      }),
    ),
  );
  return [...figures, ...dataset.problems.map(({ rule }) => rule.id)];
}

describe('a wide table', () => {
  it('has a title above, headings that hold on, and notes below', async () => {
    const table = `Befolkningens udvikling efter bevægelsesart, køn, område og tid
 ; ; ;2020;2021
Befolkningen ultimo
 ;Mænd
 ; ;København;248190;251736
 ; ;Dragør;6413;..
 ;Kvinder
 ; ;København;255509;258125
Fødte
 ;Mænd
 ; ;København;1;2
Antal fødte i 2017 er rettet
`;
    const all = { A: 'Befolkningen ultimo' };
    const serier = { '8.1': { ...all, B: 'Mænd' }, '8.2': { ...all, B: 'Kvinder' }, '8.3': { A: 'Fødte', B: 'Mænd' } };
    expect(await read(table, 'C', serier)).toEqual([
      ...['8.1 101 2020: 248190 (line 5)', '8.1 101 2021: 251736 (line 5)'],
      ...['8.1 155 2020: 6413 (line 6)', '8.1 155 2021: confidential (line 6)'],
      ...['8.2 101 2020: 255509 (line 8)', '8.2 101 2021: 258125 (line 8)'],
      ...['8.3 101 2020: 1 (line 11)', '8.3 101 2021: 2 (line 11)'],
    ]);
  });

  it.each([
    ['without a head', 'Hele landet;2024;50000\nKøbenhavn;2024;1985\nDragør;2024;650\n'],
    ['whose first area is unknown', 'I alt;2024;1900\nKøbenhavn;2024;1985\nDragør;2024;650\n'],
    ['with an index', ',OMRÅDE,TID,INDHOLD\n0,Hele landet,2024,50000\n1,København,2024,1985\n'],
  ])('is none that is long, %s', async (_, table) => {
    const errors = await exportErrors('a.csv', table, wide);
    expect(errors).toEqual([expect.stringContaining('ingen række med tider som overskrifter')]);
  });

  it('may name its columns, repeat its headings and have a single time', async () => {
    const table = 'område;køn;2024K1\nKøbenhavn;Mænd;5\nKøbenhavn;Kvinder;\n';
    const serier = { '1': { køn: 'Mænd' }, '2': { køn: 'Kvinder' } };
    const kolonner = { kommune: 'OMRÅDE' };
    const dataset = await loadExport('a.csv', table, { ...mapping, tabel: 'noegletal', kolonner, serier });
    const figure = (id: string) => dataset.keyFigure('101', id, periodOf('2024K1'));
    expect([figure('1')?.value, figure('2')?.missing]).toEqual(['5', 'empty']);
  });

  it.each([
    [
      'keeps the row of an area without any value, and takes other rows without one for headings',
      ';;2020;2021\nMænd;København;5;\n;Dragør;;\nKilde: Danmarks Statistik;;;\n',
      [
        ...['8.1 101 2020: 5 (line 2)', '8.1 101 2021: empty (line 2)'],
        ...['8.1 155 2020: empty (line 3)', '8.1 155 2021: empty (line 3)'],
      ],
    ],
    [
      'is not misled by titles and values that look like years',
      'Folketal 2006-2007;2024\n;;2006;2007\nMænd;Læsø;1969;1949\n',
      ['8.1 825 2006: 1969 (line 3)', '8.1 825 2007: 1949 (line 3)'],
    ],
  ])('%s', async (_, table, expected) => {
    expect(await read(table, 'B', { '8.1': { A: 'Mænd' } })).toEqual(expected);
  });

  it('knows the column of areas however the letters of its name are composed', async () => {
    const table = `${'OMRÅDE'.normalize('NFD')};2020;2021\nDragør;;\nKøbenhavn;5;6\n`;
    const dataset = await loadExport('a.csv', table, { ...wide, kolonner: { kommune: 'område' } });
    expect(dataset.indicator('155', '1.2', 2020)?.missing).toBe('empty');
  });

  it('places the values that the row of an area lacks at its end', async () => {
    const table = ';;2020;2021\nMænd;København;5;6\n;Dragør\n';
    const serier = { '8.1': { A: 'Mænd' } };
    const dataset = await loadExport('a.csv', table, { ...mapping, kolonner: { kommune: 'B' }, serier });
    const places = [2020, 2021].map((year) => dataset.indicator('155', '8.1', year)?.place);
    expect(places).toEqual(Array(2).fill({ file: 'a.csv', line: 3, column: 8 }));
  });

  it('knows an outer area alone on its row for a heading, which ends those of the one before', async () => {
    const table = ';;2020\nKøbenhavn;;\n;Mænd;5\n;Kvinder;\nDragør;;7\n';
    expect(await read(table, 'A', { '8.1': { B: 'Mænd' }, '8.2': { B: 'Kvinder' } })).toEqual([
      '8.1 101 2020: 5 (line 3)',
      '8.2 101 2020: empty (line 4)',
      'sprunget-over',
    ]);
  });

  it('tells a wrong heading or time where it stands', async () => {
    const table = ';;2027\nFolketal;;\n;Læsø;5\nFødte;;\n;Læsø;7\n';
    const kolonner = { kommune: 'B', serie: 'A' };
    const errors = await exportErrors('a.csv', table, { ...mapping, kolonner, serier: { Folketal: '8.1' } });
    const [time, heading] = ['a.csv:1:3: fejl: "2027"', 'a.csv:4:1: fejl: "Fødte"'];
    expect(errors.map((error) => error.split(' ', 3).join(' '))).toEqual([time, time, heading]);
  });

  it.each([
    ['no times', 'a;b\nc;5', ': fejl: Filen har ingen række med tider som overskrifter'],
    [
      'times that are none',
      ';1. kvartal 2024;2. kvartal 2024\nLæsø;1850;1851',
      ':1:2: fejl: Overskriften "1. kvartal 2024" er ikke en tid',
    ],
    ['months as Excel writes them', ';jan-24;feb-24\nLæsø;1;2', ':1:2: fejl: Overskriften "jan-24"'],
    ['a column of changes', ';2020;2021;Ændring\nLæsø;1;2;1', ':1:12: fejl: Overskriften "Ændring"'],
    ['a gap between times', ';2020;;2021\nLæsø;1;2;1', ':1:7: fejl: En kolonne mellem tiderne har ingen overskrift'],
    [
      'times below something else',
      ';Mænd;;Kvinder;\n;2020;2021;2020;2021\nLæsø;1;2;3;4',
      ':2:12: fejl: Tiden 2020 står i flere overskrifter',
    ],
    [
      'times above something else',
      ';2020;;2021;\n;Mænd;Kvinder;Mænd;Kvinder\nLæsø;1;2;3;4',
      ':1:7: fejl: En kolonne mellem tiderne',
    ],
    ['a value beyond the times', ';2020;2021\nLæsø;1;2;3', ':2:10: fejl: Der står noget i en kolonne'],
    ['a row that is cut', ';2020;2021\nLæsø;1', ':2:6: fejl: Rækken har 2 felter'],
  ])('is refused with %s', async (_, table, message) => {
    expect(await exportErrors('a.csv', `${table}\n`, wide)).toEqual([expect.stringContaining(`a.csv${message}`)]);
  });

  it('gives the figures of the long table it was made of', async () => {
    const series = ['1', '2', '3', '7', '8', '9', '12', '16', '17'];
    const kinds = series.map((id, i) => ({ id, pick: { A: `x${Math.floor(i / 3)}`, B: `k${i % 3}` } }));
    const areas = fc.uniqueArray(fc.constantFrom(...wholeCatalogue.subjects), { minLength: 1, maxLength: 4 });
    const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2026 }), { minLength: 1, maxLength: 6 });
    const value = fc.oneof(fc.constantFrom('..', '.', '-', '0'), fc.nat(5000).map(String));
    const given = [fc.subarray(kinds, { minLength: 1 }), areas, years, fc.infiniteStream(value), fc.boolean()] as const;
    await fc.assert(
      fc.asyncProperty(...given, async (chosen, subjects, times, values, repeated) => {
        const long = chosen.flatMap(({ id, pick: { A, B } }) =>
          subjects.map(([code, name]) => ({ id, A, B, code, name, texts: times.map(() => values.next().value ?? '') })),
        );
        const rows = long.flatMap(({ A, B, name, texts }, i) => {
          if (repeated) return [[A, B, name, ...texts]];
          // A heading stands once, above its rows.
          const [isNewA, isNewB] = [A !== long[i - 1]?.A, A !== long[i - 1]?.A || B !== long[i - 1]?.B];
          return [...(isNewA ? [[A]] : []), ...(isNewB ? [['', B]] : []), ['', '', name, ...texts]];
        });
        const table = [['Titel'], [], ['', '', '', ...times], ...rows, ['Note'], []].map((row) => row.join(';'));
        const serier = Object.fromEntries(chosen.map(({ id, pick }) => [id, pick]));
        const kolonner = { kommune: 'C' };
        const wanted = { ...mapping, tabel: 'noegletal', kolonner, serier };
        const { keyFigure, problems } = await loadExport('a.csv', table.join('\n'), wanted);
        expect(problems).toEqual([]);
        for (const { id, code, texts } of long)
          expect(times.map((time) => keyFigure(code, id, periodOf(`${time}`))?.text)).toEqual(texts);
      }),
      { seed: 16, numRuns: tries(30, 60) },
    );
  });
});
