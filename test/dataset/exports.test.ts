import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { workbook } from '../helpers/workbook.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { exportErrors, loadExport, long, valuesOf, wide } from './support/export.ts';
import { isError } from './support/memory-files.ts';

describe('text files as they come', () => {
  it.each([
    ['semicolons', 'OMRÅDE;TID;INDHOLD\nGlostrup;2024;62,3\nHele landet;2024;60\n'],
    ['tabs', 'OMRÅDE\tTID\tINDHOLD\nGlostrup\t2024\t62,3\nHele landet\t2024\t60\n'],
    ['commas and quotes', '"OMRÅDE","TID","INDHOLD"\n"Glostrup","2024","62,3"\n"All Denmark","2024","60"\n'],
    ['a mark', '\ufeff"OMRÅDE";TID;INDHOLD\nGlostrup;2024;62,3\n000;2024;60\n'],
    ['codes and texts in any order', 'TID;INDHOLD;OMRÅDE\n2024;62,3;161 Glostrup\n2024;60;000 Hele landet\n'],
    ['titles above', 'Beskæftigelse\n\nEnhed: pct.\nOMRÅDE;TID;INDHOLD\nGlostrup;2024;62,3\n000;2024;60\n'],
    ['a title in brackets', '[note];2020\nOMRÅDE;TID;INDHOLD\nGlostrup;2024;62,3\n000;2024;60\n'],
    ['other marks in titles', '"a; b, c; d"\n"OMRÅDE","TID","INDHOLD"\n"161","2024","62,3"\n"000","2024","60"\n'],
    ['other marks in notes', 'OMRÅDE;TID;INDHOLD\n161;2024;62,3\n000;2024;60\n998;2024;"a, b, c, d"\n'],
    ['other marks in texts', '"a;b",OMRÅDE,TID,INDHOLD\n"d;e",161,2024,"62,3"\n"f;g",000,2024,60\n'],
  ])('%s', async (_, text) => {
    expect(valuesOf(await loadExport('a.csv', text, long), '161', '000')).toEqual(['62.3', '60']);
  });

  it('whose texts look like those of the mapping', async () => {
    const text = 'OMRA\u030aDE;A\u00a0B;TID;INDHOLD\n161\u00a0Glostrup;Fa\u030angne 25\u201164\u200b;2024;62,3\u200b\n';
    const mapping = { ...long, serie: undefined, serier: { '1.2': { 'A B': 'Fångne 25-64' } } };
    expect(valuesOf(await loadExport('a.csv', text, mapping), '161')).toEqual(['62.3']);
    const decomposed = { ...mapping, serier: { '1.2': { 'A\u00a0B': 'Fa\u030angne 25-64' } } };
    expect(valuesOf(await loadExport('a.csv', text, decomposed), '161')).toEqual(['62.3']);
  });

  const noteTexts = (problems: readonly { readonly message: string }[]): string[] =>
    problems.map(({ message }) => message).filter((message) => /sprunget over|kommune/.test(message));

  it.each([
    ['a note', '\nKilde: Danmarks Statistik\n;;\n', 1],
    ['notes with separators, the last without a line end', 'a;;\n;b;\nKilde: DST, 2025', 3],
  ])('with %s below, passed over and counted', async (_, notes, count) => {
    const { problems, ...dataset } = await loadExport('a.csv', `OMRÅDE;TID;INDHOLD\n161;2024;62,3\n${notes}`, long);
    expect(dataset.indicator('161', '1.2', 2024)?.value).toBe('62.3');
    expect(noteTexts(problems)).toEqual([
      expect.stringMatching(`^${count} linjer? uden område, tid og tal er sprunget`),
    ]);
  });

  it.each([
    'Glostr',
    'Glostrup;;\n',
    'Glostrop;2024;\n',
    'Glostrop;;5\n',
  ])('with %j last, which is no note', async (last) => {
    expect(await exportErrors('a.csv', `OMRÅDE;TID;INDHOLD\n101;2024;5\n${last}`, long)).not.toEqual([]);
  });

  it('with areas that the mapping passes over', async () => {
    const text = 'OMRÅDE;TID;INDHOLD\n161;2024;62,3\nRAR Hovedstaden;2024;1\n';
    expect(await exportErrors('a.csv', text, long)).toEqual([expect.stringContaining('"RAR Hovedstaden"')]);
    const { problems } = await loadExport('a.csv', text, { ...long, oversete: ['RAR\u00a0Hovedstaden'] });
    expect(noteTexts(problems)).toEqual([expect.stringMatching('^1 række er sprunget over')]);
    const wideText = ';2024\n161;62,3\nRAR Hovedstaden;1\n';
    expect(await exportErrors('a.csv', wideText, { ...wide, oversete: ['RAR Hovedstaden'] })).toEqual([]);
  });

  it('with nameless columns, which have the letters of a spreadsheet', async () => {
    const text = ';;TID;INDHOLD\n0;161;2024;62,3\n1;101;2024;5\n';
    const mapping = { ...long, kolonner: { ...long.kolonner, kommune: 'B' } };
    expect(valuesOf(await loadExport('a.csv', text, mapping), '161', '101')).toEqual(['62.3', '5']);
  });

  it('in Windows-1252, wide, with notes below', async () => {
    const text = 'Titel\r\n\r\n;2023;2024\r\nÆrø;61,5;62,5\r\nKøbenhavn;..;63\r\n\r\nKilde: Danmarks Statistik\r\n';
    const dataset = await loadExport('a.csv', Buffer.from(text, 'latin1'), wide);
    expect(valuesOf(dataset, '492', '101')).toEqual(['62.5', '63']);
    expect(dataset.indicator('101', '1.2', 2023)?.missing).toBe('confidential');
    expect(dataset.problems.filter(isError)).toEqual([]);
  });

  it('with many areas, of which those that are no municipality are passed over and counted', async () => {
    const passed = ['Christiansø', 'Uoplyst kommune', 'Region Østdanmark', 'Landkommuner'];
    const areas = [...wholeCatalogue.subjects.values(), ...passed];
    const rows = areas.map((area, i) => `${area};2024;${i % 100}`).join('\n');
    const dataset = await loadExport('a.csv', `OMRÅDE;TID;INDHOLD\n${rows}\n`, long);
    expect(dataset.problems.map(({ rule, message }) => [rule.id, message.slice(0, 26)])).toEqual([
      ['sprunget-over', '4 rækker er sprunget over:'],
    ]);
  });

  it.each([
    ['a text', { ...long, udvalg: { KØN: 'I alt' } }],
    ['a series', { ...long, serie: undefined, serier: { '1.2': { KØN: 'I alt' } } }],
  ])('refuses rows that a stray quote has swallowed in a column that chooses %s', async (_, mapping) => {
    const text =
      'OMRÅDE;KØN;TID;INDHOLD\n161;"I alt;2024;62,3\n101;I alt;2024;60\n147;I alt";2024;61\n151;I alt;2024;62\n';
    const [error] = await exportErrors('a.csv', text, mapping);
    expect(error).toMatch(/^a\.csv:2:5: fejl: Feltet indeholder et linjeskift/);
  });

  it('tells a column that is missing where the mapping names it', async () => {
    expect(await exportErrors('a.csv', 'Titel\nOMRAADE;TID;INDHOLD\nGlostrup;2024;1\n', long)).toEqual([
      'datasaet.json:1:138: fejl: Kolonnen "OMRÅDE" findes ikke i a.csv. Ret navnet her til en af filens kolonner: "OMRAADE", "TID", "INDHOLD".',
    ]);
  });
});

describe('files of other forms', () => {
  const empty = workbook([{ name: 'Ark1', rows: '' }]);
  const openDocument = strToU8('application/vnd.oasis.opendocument.spreadsheet');
  const fetch = 'Hent som CSV eller Excel (.xlsx) fra Statistikbanken.';
  const broken = 'Filen kan ikke læses som en Excel-fil';

  it.each<[string, string, string | Uint8Array]>([
    ['a.csv', `Filen er en webside eller XML, selv om den hedder som en tabel. ${fetch}`, '<table border=1><tr>'],
    ['a.csv', 'Filen er en webside eller XML', '\ufeff\r\n<!DOCTYPE html><html>'],
    ['a.csv', `Filen er en PX-fil (PC-Axis). ${fetch}`, 'CHARSET="ANSI";\nAXIS-VERSION="2006";'],
    ['a.csv', 'Filen er en PX-fil', 'AXIS-VERSION="2006";\n'],
    ['a.csv', `Filen er JSON (fx JSON-stat). ${fetch}`, '{"dataset":{"dimension":'],
    ['a.csv', 'Filen er JSON', '[\n  {"a": 1}'],
    ['a.csv', `Filen er en PDF. ${fetch}`, '%PDF-1.7'],
    ['a.csv', 'Filen er tom.', ''],
    ['a.csv', 'Filen er en Excel-fil eller et zip-arkiv, selv om den hedder .csv.', empty],
    ['a.xlsx', 'Filen er en tekstfil, selv om den hedder .xlsx.', 'OMRÅDE;TID;INDHOLD\n'],
    [
      'a.xlsx',
      'Filen er en gammel Excel-fil (.xls), eller den er beskyttet med adgangskode. Gem som CSV eller Excel (.xlsx) uden adgangskode.',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1),
    ],
    [
      'a.xlsx',
      'Filen er et regneark i OpenDocument (.ods). Gem som CSV eller Excel (.xlsx).',
      zipSync({ mimetype: [openDocument, { level: 0 }] }),
    ],
    ['a.xlsx', broken, zipSync({ 'a.txt': strToU8('a') })],
    ['a.xlsx', broken, empty.subarray(0, empty.length / 2)],
    ['a.xlsx', broken, empty.subarray(0, 4)],
    ['a.xlsx', 'Filen er tom.', empty],
  ])('%s: %s', async (name, message, content) => {
    expect((await exportErrors(name, content, long))[0]).toContain(`${name}: fejl: ${message}`);
  });
});
