import { describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../src/danish/index.ts';
import { DataError, type Dataset, loadDataset, placeText, problemLine } from '../../src/dataset/index.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { memoryFiles } from './support/memory-files.ts';

const long = {
  tabel: 'indikatorer',
  kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
  serie: '1.2',
};
const wide = { tabel: 'indikatorer', form: 'bred', kolonner: { kommune: 'A' }, serie: '1.2' };

function load(name: string, content: string | Uint8Array, mapping: object): Promise<Dataset> {
  const statbank = [{ fil: name, ...mapping }];
  const json = { udgave: '2026-06', titel: 'Prøve', decimaltegn: ',', kilder: [], statbank };
  const files = memoryFiles({
    'datasaet.json': JSON.stringify(json),
    'indikatorer.csv': 'kommunekode;indikator;aar;vaerdi\n',
    'noegletal.csv': 'kommunekode;noegletal;periode;vaerdi\n',
    [name]: content,
  });
  return loadDataset('data', wholeCatalogue, { files });
}

const read = (dataset: Dataset, ...codes: string[]): string[] =>
  codes.map((code) => dataset.indicator(code, '1.2', 2024)?.value ?? 'none');

/** The errors as `valider` writes them, whether they stop everything or not. */
async function errors(name: string, content: string | Uint8Array, mapping: object): Promise<string[]> {
  const problems = await load(name, content, mapping).then(
    (dataset) => dataset.problems,
    (error) => {
      if (error instanceof DataError) return error.problems;
      throw error;
    },
  );
  return problems.filter(({ severity }) => severity === 'error').map(problemLine);
}

describe('text files as they come', () => {
  it.each([
    ['semicolons', 'OMRÅDE;TID;INDHOLD\nGlostrup;2024;62,3\nHele landet;2024;60\n'],
    ['tabs', 'OMRÅDE\tTID\tINDHOLD\nGlostrup\t2024\t62,3\nHele landet\t2024\t60\n'],
    ['commas and quotes', '"OMRÅDE","TID","INDHOLD"\n"Glostrup","2024","62,3"\n"All Denmark","2024","60"\n'],
    ['codes and texts in any order', 'TID;INDHOLD;OMRÅDE\n2024;62,3;161 Glostrup\n2024;60;000 Hele landet\n'],
    [
      'titles above',
      'Beskæftigelse efter område\n\nEnhed: pct.\nOMRÅDE;TID;INDHOLD\nGlostrup;2024;62,3\n000;2024;60\n',
    ],
  ])('%s', async (_, text) => {
    expect(read(await load('a.csv', text, long), '161', '000')).toEqual(['62.3', '60']);
  });

  it('in Windows-1252, wide, with notes below', async () => {
    const text = 'Titel\r\n\r\n;2023;2024\r\nÆrø;61,5;62,5\r\nKøbenhavn;..;63\r\n\r\nKilde: Danmarks Statistik\r\n';
    const dataset = await load('a.csv', Buffer.from(text, 'latin1'), wide);
    expect(read(dataset, '492', '101')).toEqual(['62.5', '63']);
    expect(dataset.indicator('101', '1.2', 2023)?.missing).toBe('confidential');
    expect(dataset.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('with many areas, of which those that are no municipality are passed over and counted', async () => {
    const areas = [
      ...wholeCatalogue.subjects.values(),
      'Christiansø',
      'Uoplyst kommune',
      'Region Østdanmark',
      'Landkommuner',
    ];
    const rows = areas.map((area, i) => `${area};2024;${i % 100}`).join('\n');
    const dataset = await load('a.csv', `OMRÅDE;TID;INDHOLD\n${rows}\n`, long);
    expect(dataset.problems.map(({ rule, message }) => [rule, message.slice(0, 26)])).toEqual([
      ['sprunget-over', '4 rækker er sprunget over:'],
    ]);
  });

  it('tells a column that is missing where the mapping names it', async () => {
    expect(await errors('a.csv', 'Titel\nOMRAADE;TID;INDHOLD\nGlostrup;2024;1\n', long)).toEqual([
      'datasaet.json:1:138: fejl: Kolonnen "OMRÅDE" findes ikke i a.csv. Ret navnet her til en af filens kolonner: "OMRAADE", "TID", "INDHOLD".',
    ]);
  });
});

describe('a series that several columns tell', () => {
  const text = `OMRÅDE;NØGLETAL;HERKOMST;TID;INDHOLD
Glostrup;Beskæftigelsesfrekvens;Ikke-vestlige lande;2024;62
Glostrup;Beskæftigelsesfrekvens;Dansk oprindelse;2024;80
Glostrup;Ledighed;Ikke-vestlige lande;2024;5
`;
  const { serie: _, ...mapping } = long;
  const pick = { NØGLETAL: 'Beskæftigelsesfrekvens', HERKOMST: 'Ikke-vestlige lande' };

  it('is read, and other rows are passed over', async () => {
    const dataset = await load('a.csv', text, { ...mapping, serier: { '1.2': pick } });
    expect(read(dataset, '161')).toEqual(['62']);
    expect(dataset.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('2 rækker er sprunget over'),
    ]);
  });

  it.each<[string, object, string]>([
    ['an id that is none', { '1.9': pick }, '"1.9" er ikke i skabelonen.'],
    [
      'two that a row can be',
      { '1.1': pick, '1.2': { NØGLETAL: 'Beskæftigelsesfrekvens' } },
      'kan være både 1.1 og 1.2',
    ],
    [
      'both ways at once',
      { '1.2': pick, Ledighed: '1.1' },
      '"serier" har både tekster med numre og numre med kolonner',
    ],
    ['a column that is missing', { '1.2': { KØN: 'I alt' } }, 'Kolonnen "KØN" findes ikke i a.csv'],
    ['a text to be filled in', { '1.2': { ...pick, HERKOMST: 'UDFYLD' } }, 'Her står stadig UDFYLD'],
  ])('is refused with %s', async (_, serier, message) => {
    expect((await errors('a.csv', text, { ...mapping, serier })).join('\n')).toContain(message);
  });
});

describe('a mapping of another form', () => {
  it.each<[object, string]>([
    [{ ...wide, kolonner: { kommune: 'A', tid: 'TID' } }, 'statbank[0].kolonner.tid bruges ikke i en bred tabel'],
    [{ ...long, kolonner: { kommune: 'A', tid: 'TID' } }, 'statbank[0].kolonner.vaerdi mangler'],
    [{ ...long, ark: 'Ark1' }, 'statbank[0].ark bruges kun, når "fil" er en .xlsx-fil'],
    [{ ...long, form: 'høj' }, 'statbank[0].form skal være "lang" eller "bred"'],
    [{ ...long, serie: 'UDFYLD' }, 'Her står stadig UDFYLD'],
    [{ ...long, udvalg: { TID: 'UDFYLD' } }, 'Her står stadig UDFYLD'],
  ])('%j', async (mapping, message) => {
    expect((await errors('a.csv', 'OMRÅDE;TID;INDHOLD\n', mapping)).join('\n')).toContain(message);
  });
});

describe('files of other forms', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a.csv', '<html><table>', 'a.csv: fejl: Filen er en webside eller XML'],
    ['a.csv', 'CHARSET="ANSI";', 'a.csv: fejl: Filen er en PX-fil'],
    ['a.csv', '{"dataset":{}}', 'a.csv: fejl: Filen er JSON'],
    ['a.csv', workbook([{ name: 'Ark1', rows: '' }]), 'a.csv: fejl: Filen er en Excel-fil'],
    ['a.xlsx', 'OMRÅDE;TID;INDHOLD\n', 'a.xlsx: fejl: Filen er en tekstfil'],
    ['a.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'a.xlsx: fejl: Filen er en gammel Excel-fil (.xls)'],
    [
      'a.xlsx',
      workbook([{ name: 'Ark1', rows: '' }]).subarray(0, 500),
      'a.xlsx: fejl: Filen kan ikke læses som en Excel-fil',
    ],
    ['a.xlsx', workbook([{ name: 'Ark1', rows: '' }]), 'a.xlsx: fejl: Filen er tom.'],
  ])('%s', async (name, content, message) => {
    expect((await errors(name, content, long))[0]).toContain(message);
  });
});

describe('a workbook in long form', () => {
  const head = rowXml(3, ['OMRÅDE', 'TID', 'INDHOLD', 'NOTE'].map(textCell));
  const title = rowXml(1, [textCell('Beskæftigelse')]);
  const sheet = (row: string, after = ''): Uint8Array =>
    workbook([{ name: 'Ark 1', rows: `${title}${head}${row}`, after }]);

  it('has numbers with a decimal point and texts with the mark that is declared', async () => {
    const rows = `${rowXml(4, [textCell('Glostrup'), numberCell('2024'), numberCell('62.3')])}${rowXml(5, [textCell('Ærø'), textCell('2024'), textCell('61,5')])}${rowXml(6, [numberCell('101'), numberCell('2024'), textCell('..')])}`;
    const dataset = await load('a.xlsx', sheet(rows), long);
    expect(read(dataset, '161', '492', '101')).toEqual(['62.3', '61.5', 'none']);
    const { place } = dataset.indicator('161', '1.2', 2024) ?? {};
    expect(place && placeText(place)).toBe('a.xlsx:Ark 1!C4');
    expect(dataset.problems.map(({ rule }) => rule)).toEqual(['ekstra-kolonne']);
  });

  it.each<[string, readonly string[], string]>([
    [
      'a date for a number',
      [textCell('Glostrup'), numberCell('2024'), 's="1"><v>45658</v>'],
      'C4: fejl: "2025-01-01" er en dato.',
    ],
    [
      'a formula without a value',
      [textCell('Glostrup'), numberCell('2024'), '><f>A1+1</f>'],
      'C4: fejl: "=A1+1" er en formel, der ikke er beregnet.',
    ],
    [
      'an error',
      [textCell('Glostrup'), numberCell('2024'), 't="e"><v>#DIV/0!</v>'],
      'C4: fejl: "#DIVISION/0!" er en fejl i Excel.',
    ],
    ['true', [textCell('Glostrup'), numberCell('2024'), 't="b"><v>1</v>'], 'C4: fejl: "SAND" er sandt eller falsk.'],
    [
      'a percentage',
      [textCell('Glostrup'), numberCell('2024'), 's="3"><v>0.623</v>'],
      'C4: fejl: "0,623" vises i Excel ganget med 100',
    ],
    [
      'a month for a year',
      [textCell('Glostrup'), 's="2"><v>45901</v>', numberCell('1')],
      'B4: fejl: "2025-09" er ikke et årstal.',
    ],
    [
      'a date for an area',
      ['s="1"><v>45658</v>', numberCell('2024'), numberCell('1')],
      'A4: fejl: "2025-01-01" er en dato.',
    ],
  ])('is refused with %s', async (_, cells, message) => {
    expect(await errors('a.xlsx', sheet(rowXml(4, cells)), long)).toEqual([
      expect.stringContaining(`a.xlsx:Ark 1!${message}`),
    ]);
  });

  it('is refused with merged cells, but not because of other columns', async () => {
    const row = rowXml(4, [textCell('Glostrup'), numberCell('2024'), numberCell('62'), '>']);
    const merged = '<mergeCells count="1"><mergeCell ref="C4:D4"/></mergeCells>';
    expect(await errors('a.xlsx', sheet(row, merged), long)).toEqual([
      expect.stringContaining('a.xlsx:Ark 1!C4: fejl: "62" er en af flere flettede celler.'),
    ]);
    const below = rowXml(4, [textCell('Glostrup'), numberCell('2024'), numberCell('62'), 't="e"><v>#N/A</v>']);
    expect(await errors('a.xlsx', sheet(below), long)).toEqual([]);
  });

  it('has dates as times of key figures', async () => {
    const row = rowXml(4, [textCell('Glostrup'), 's="1"><v>46022</v>', numberCell('12')]);
    const dataset = await load('a.xlsx', sheet(row), { ...long, tabel: 'noegletal', serie: '16' });
    expect(dataset.keyFigure('161', '16', parsePeriod('2025-12-31') as Period)?.value).toBe('12');
  });

  it('is read from the sheet that is named', async () => {
    const rows = `${head}${rowXml(4, [textCell('Glostrup'), numberCell('2024'), numberCell('62.3')])}`;
    const bytes = workbook([
      { name: 'Forside', rows: title },
      { name: 'Tal', rows },
    ]);
    expect(read(await load('a.xlsx', bytes, { ...long, ark: 'Tal' }), '161')).toEqual(['62.3']);
    expect(await errors('a.xlsx', bytes, { ...long, ark: 'Tall' })).toEqual([
      'a.xlsx: fejl: Filen har intet ark, der hedder "Tall". Mente du "Tal"? Filens ark: "Forside", "Tal". Ret "ark" i datasaet.json.',
    ]);
  });
});

describe('a wide workbook', () => {
  it('is refused where cells with values are merged', async () => {
    const rows = `${rowXml(1, ['>', numberCell('2023'), numberCell('2024')])}${rowXml(2, [textCell('Glostrup'), numberCell('62'), '>'])}`;
    const after = '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>';
    expect(await errors('a.xlsx', workbook([{ name: 'Ark1', rows, after }]), wide)).toEqual([
      expect.stringContaining('a.xlsx:Ark1!B2: fejl: "62" er en af flere flettede celler.'),
      expect.stringContaining('a.xlsx:Ark1!C2: fejl: Cellen er en af flere flettede celler.'),
    ]);
  });
});
