import { describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../src/danish/index.ts';
import { type Dataset, loadDataset, type Problem } from '../../src/dataset/index.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { catalogue } from './support/catalogue.ts';
import { memoryFiles } from './support/memory-files.ts';

const mapping = {
  fil: 'besk.csv',
  tabel: 'indikatorer',
  kolonner: { kommune: 'OMRÅDE', serie: 'NØGLETAL', tid: 'TID', vaerdi: 'INDHOLD' },
  serier: { Beskæftigelsesfrekvens: '1.2', Ledighed: null },
  udvalg: { KØN: 'I alt' },
  decimaltegn: '.',
};
const EXPORT = `OMRÅDE;NØGLETAL;KØN;TID;INDHOLD
000 Hele landet;Beskæftigelsesfrekvens;I alt;2024;62.3
084 Region Hovedstaden;Beskæftigelsesfrekvens;I alt;2024;63.1
01 Byen København;Beskæftigelsesfrekvens;I alt;2024;63.1
161 Glostrup;Beskæftigelsesfrekvens;I alt;2024;74.2
161 Glostrup;Beskæftigelsesfrekvens;Mænd;2024;76.0
161 Glostrup;Ledighed;I alt;2024;4.1
Høje-Taastrup;Beskæftigelsesfrekvens;I alt;2024;..
101;Beskæftigelsesfrekvens;I alt;2024;61.0*
`;

const load = (statbank: readonly object[], files: Record<string, string | Uint8Array | null>): Promise<Dataset> => {
  const json = { udgave: '2026-06', titel: 'Prøve', decimaltegn: ',', kilder: [], statbank };
  return loadDataset('data', catalogue, { files: memoryFiles({ 'datasaet.json': JSON.stringify(json), ...files }) });
};
const number = (dataset: Dataset, subject: string): string => dataset.indicator(subject, '1.2', 2024)?.value ?? 'none';

describe('an export from StatBank', () => {
  it('is read through its mapping, the example of docs/dataformat.md', async () => {
    const dataset = await load([mapping], { 'besk.csv': EXPORT, 'indikatorer.csv': null });
    expect(['000', '161', '101', '169', '084'].map((code) => number(dataset, code))).toEqual([
      ...['62.3', '74.2', '61.0', 'none', '63.1'],
    ]);
    expect(dataset.indicator('169', '1.2', 2024)?.missing).toBe('confidential');
    expect(dataset.indicator('161', '1.2', 2024)?.place).toEqual({ file: 'besk.csv', line: 5, column: 48 });
    expect(dataset.problems.map(({ rule, message }) => [rule, message.slice(0, 30)])).toEqual([
      ['sprunget-over', '3 rækker er sprunget over: lan'],
    ]);
  });

  it('shows the numbers of a workbook with a comma', async () => {
    const cells = (...texts: string[]): string[] => texts.map(textCell);
    const rows = [
      rowXml(1, cells('OMRÅDE', 'TID', 'INDHOLD')),
      rowXml(2, [...cells('161', '2024'), numberCell('74.7')]),
      rowXml(3, [...cells('101', '2024'), numberCell('174.7')]),
    ];
    const kolonner = { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' };
    const dataset = await load([{ fil: 'a.xlsx', tabel: 'indikatorer', kolonner, serie: '1.2', decimaltegn: '.' }], {
      'a.xlsx': workbook([{ name: 'Ark1', rows: rows.join('') }]),
      'indikatorer.csv': null,
    });
    expect(dataset.indicator('161', '1.2', 2024)).toMatchObject({ value: '74.7', text: '74,7' });
    expect(dataset.problems[0]).toMatchObject({ rule: 'procent', value: '174,7' });
  });

  it('whose entry is wrong is told as that, not as a missing table', async () => {
    const wrong = { ...mapping, serier: { Beskæftigelsesfrekvens: 'UDFYLD' } };
    const reading = load([wrong], { 'besk.csv': EXPORT, 'indikatorer.csv': null });
    expect((await reading.catch((error) => error)).problems.map(({ rule }: Problem) => rule)).toEqual(['statbank']);
  });

  it('whose rows of several kinds are taken for one number needs udvalg', async () => {
    const { udvalg: _, ...rest } = mapping;
    const dataset = await load([rest], { 'besk.csv': EXPORT, 'indikatorer.csv': null });
    expect(dataset.problems.find(({ rule }) => rule === 'dublet')?.remedy).toBe(
      'Vælg med "udvalg" i datasaet.json, hvilken tekst der skal stå i filens andre kolonner.',
    );
  });

  it('may not name a number of the other table', async () => {
    const other = { ...mapping, tabel: 'noegletal' };
    await expect(load([other], { 'besk.csv': EXPORT })).rejects.toThrow(
      '1.2 er en indikator, men "tabel" siger noget andet. Ret "tabel" til "indikatorer", eller ret nummeret.',
    );
  });

  it('is read as one series, in any order of columns, with codes and quarters', async () => {
    const text = 'TID;INDHOLD;OMRÅDE\n2025Q2;1.455;000\n2025K1;1.400;161\n';
    const { serier: _, udvalg: __, ...rest } = mapping;
    const kolonner = { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' };
    const one = {
      ...rest,
      tabel: 'noegletal',
      kolonner,
      serie: '16',
      decimaltegn: ',',
      tusindtegn: '.',
      kilde: 'beregnet',
    };
    const dataset = await load([one], { 'besk.csv': text, 'noegletal.csv': null });
    const figure = dataset.keyFigure('000', '16', parsePeriod('2025K2') as Period);
    expect(figure).toMatchObject({ value: '1455', text: '1.455', provenance: 'beregnet' });
    expect(dataset.newestPeriod('16')?.code).toBe('2025K2');
  });

  it('shares the table with the own file, where a figure in both is a duplicate', async () => {
    const own = 'kommunekode;indikator;aar;vaerdi\n161;1.2;2024;70\n161;1.2;2023;69\n';
    const dataset = await load([mapping], { 'besk.csv': EXPORT, 'indikatorer.csv': own });
    expect(dataset.indicator('161', '1.2', 2023)?.text).toBe('69');
    expect(dataset.indicator('161', '1.2', 2024)).toBeUndefined();
    expect(dataset.problems.find(({ rule }) => rule === 'dublet')?.message).toContain('indikatorer.csv:2:14');
  });

  it.each(['16', '16 Glostrup', '161 Ærø', '99', '086', '0161 Glostrop', ''])('does not guess %j', async (text) => {
    const row = `${text};Beskæftigelsesfrekvens;I alt;2024;1\n`;
    const dataset = await load([mapping], { 'besk.csv': EXPORT + row, 'indikatorer.csv': null });
    expect(dataset.problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'ukendt-kommune',
    ]);
  });

  it.each(['../besk.csv', '/etc/passwd', 'C:\\x.csv', 'besk.txt', 'a\u001b.csv'])('takes no file %j', async (fil) => {
    await expect(load([{ ...mapping, fil }], { 'besk.csv': EXPORT })).rejects.toMatchObject({ code: 65 });
  });
});
