import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MappingEntry } from '../../src/dataset/index.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { suggest } from './support/export.ts';

const entryOf = async (content: string): Promise<MappingEntry> => (await suggest('a.csv', content)).entry;

describe('a mapping that is begun', () => {
  it('guesses series by their words, and what the other columns should say', async () => {
    const { entry, explanation } = await suggest(
      'a.csv',
      `OMRÅDE;NØGLETAL;HERKOMST;KØN;ALDER;TID;INDHOLD
161 Glostrup;Beskæftigelsesfrekvens;Dansk oprindelse;Mænd;I alt;2024;80.5
161 Glostrup;Beskæftigelsesfrekvens;Ikke-vestlige lande;I alt;25-64 år;2024;62.3
161 Glostrup;Ledighedsprocent;Vestlige lande;Kvinder;16-24 år;2023;4.1
998 Uoplyst kommune;Ledighedsprocent;Vestlige lande;Kvinder;I alt;2023;4.0
`,
    );
    expect(entry).toEqual({
      fil: 'a.csv',
      tabel: 'indikatorer',
      kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD', serie: 'NØGLETAL' },
      serier: { Beskæftigelsesfrekvens: '1.2', Ledighedsprocent: null },
      udvalg: { HERKOMST: 'Ikke-vestlige lande', KØN: 'I alt', ALDER: '25-64 år' },
      decimaltegn: '.',
    });
    expect(explanation).toBe(`a.csv: tabel i lang form (en række for hvert tal) med 4 tal.
  kommune: kolonnen "OMRÅDE" (1 kommune; springes over: "998 Uoplyst kommune")
  tid: kolonnen "TID" (2 tider: 2023 til 2024)
  værdi: kolonnen "INDHOLD"
  tal: decimaltegn er punktum
  "NØGLETAL": 2 tekster: "Beskæftigelsesfrekvens", "Ledighedsprocent"
  "HERKOMST": 3 tekster: "Dansk oprindelse", "Ikke-vestlige lande", "Vestlige lande"
  "KØN": 3 tekster: "Mænd", "I alt", "Kvinder"
  "ALDER": 3 tekster: "I alt", "25-64 år", "16-24 år"

Gættet ud fra ordene; se efter, om det er rigtigt:
  "Beskæftigelsesfrekvens" er nok 1.2
  "HERKOMST" skal nok være "Ikke-vestlige lande"
  "KØN" skal nok være "I alt"
  "ALDER" skal nok være "25-64 år"
Sæt det ind i listen "statbank" i datasaet.json, læg filen i samme mappe, og kør: barometer-report valider --data <mappe>
`);
  });

  it('picks by several columns where a column has many texts', async () => {
    const texts = ['Beskæftigelsesfrekvens', ...Array.from({ length: 40 }, (_, i) => `Andet ${i}`)];
    const rows = texts.flatMap((text) => ['I alt', 'Mænd'].map((sex) => `Glostrup;${text};${sex};2024;1`));
    expect(await entryOf(`OMRÅDE;NØGLETAL;KØN;TID;INDHOLD\n${rows.join('\n')}\n`)).toEqual({
      fil: 'a.csv',
      tabel: 'indikatorer',
      kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
      serier: { '1.2': { NØGLETAL: 'Beskæftigelsesfrekvens', KØN: 'I alt' } },
    });
  });

  it('sees through codes, and asks for nothing that the area tells', async () => {
    const rows = ['161;Glostrup;084 Region Hovedstaden', '101;København;084 Region Hovedstaden'].flatMap((area) =>
      ['BSK Beskæftigelsesfrekvens', 'LED Ledighedsprocent'].flatMap((series) =>
        ['TOT Total', 'M Men'].map((sex) => `${area};${series};${sex};2024;1`),
      ),
    );
    expect(await entryOf(`KODE;NAVN;REGION;NØGLETAL;KØN;TID;INDHOLD\n${rows.join('\n')}\n`)).toMatchObject({
      kolonner: { kommune: 'KODE', serie: 'NØGLETAL' },
      serier: { 'BSK Beskæftigelsesfrekvens': '1.2', 'LED Ledighedsprocent': null },
      udvalg: { KØN: 'TOT Total' },
    });
  });

  it.each([
    ['whole numbers', ['5', '12'], {}],
    ['a decimal comma', ['62,3', '..'], { decimaltegn: ',' }],
    ['a decimal point', ['62.3', '5'], { decimaltegn: '.' }],
    ['thousands, Danish', ['1.234,5', '12.345,0'], { decimaltegn: ',', tusindtegn: '.' }],
    ['thousands, English', ['5,822,763', '12'], { decimaltegn: '.', tusindtegn: ',' }],
    ['thousands with blanks', ['5 822 763', '12,5'], { decimaltegn: ',', tusindtegn: ' ' }],
    ['numbers that may be either', ['1.234', '5.678'], { decimaltegn: 'UDFYLD' }],
    ['both marks at once', ['62,3', '62.3'], { decimaltegn: 'UDFYLD' }],
  ])('finds %s', async (_, values, marks) => {
    const rows = values.map((value, i) => `Glostrup;${2020 + i};${value}`);
    const { decimaltegn, tusindtegn } = await entryOf(`OMRÅDE;TID;INDHOLD\n${rows.join('\n')}\n`);
    expect({ decimaltegn, tusindtegn }).toEqual({ decimaltegn: undefined, tusindtegn: undefined, ...marks });
  });

  it('finds a long table in a workbook, on the sheet that is named', async () => {
    const rows = `${rowXml(1, [textCell('Titel')])}${rowXml(3, ['AREA', 'TIME', 'VALUE'].map(textCell))}${rowXml(4, [textCell('Copenhagen'), textCell('2025Q2'), numberCell('62.3')])}`;
    const bytes = workbook([
      { name: 'Forside', rows: '' },
      { name: 'Tal', rows },
    ]);
    expect((await suggest('a.xlsx', bytes, 'Tal')).entry).toEqual({
      fil: 'a.xlsx',
      tabel: 'noegletal',
      ark: 'Tal',
      kolonner: { kommune: 'AREA', tid: 'TIME', vaerdi: 'VALUE' },
      serie: 'UDFYLD',
    });
  });
});

describe('a file in the form of the dataset itself', () => {
  const text =
    'kommunekode;indikator;aar;vaerdi;kilde\n161;1.1;2012;16;beregnet\n161;1.2;2024;10,35;officiel\n161;9.9;2024;1;\n';

  it('keeps its numbers and its provenances, and may have another name', async () => {
    const { entry, explanation } = await suggest('egne.csv', text);
    expect(entry).toEqual({
      fil: 'egne.csv',
      tabel: 'indikatorer',
      kolonner: { kommune: 'kommunekode', tid: 'aar', vaerdi: 'vaerdi', serie: 'indikator', kilde: 'kilde' },
      serier: { '1.1': '1.1', '1.2': '1.2', '9.9': null },
      decimaltegn: ',',
    });
    expect(explanation).toContain('Hedder den indikatorer.csv, bliver den læst, uden at den er nævnt');
    expect(explanation).not.toContain('Gættet');
    const packed = await suggest('egne.csv.gz', gzipSync(text));
    expect(packed.explanation).toContain('Hedder den indikatorer.csv.gz, bliver den læst');
  });

  it('needs no entry under its own name', async () => {
    await expect(suggest('indikatorer.csv', text)).rejects.toThrow('bliver læst, uden at den er nævnt i "statbank".');
  });
});

describe('a file that is no table of municipalities', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a.csv', 'Titel\nHund;Kat;Mus\n', 'ingen række med tider'],
    ['a.csv', 'VARE;TID;INDHOLD\nMælk;2024;5\n', 'ingen kolonne med kommuner'],
    ['a.csv', '<!doctype html>', 'en webside'],
    ['a.px', 'CHARSET="ANSI";', 'en PX-fil'],
    ['a.txt', 'OMRÅDE;TID;INDHOLD\nGlostrup;2024;5\n', 'ender ikke på .csv'],
    ['a.csv', '', 'Filen er tom'],
  ])('%s is refused', async (name, content, message) => {
    await expect(suggest(name, content)).rejects.toMatchObject({ code: 65, message: expect.stringContaining(message) });
  });

  it('is told to be on another sheet only when the workbook can be read', async () => {
    const hint = 'nævn det med --ark';
    const other = workbook([{ name: 'Forside', rows: rowXml(1, [textCell('Titel')]) }]);
    await expect(suggest('a.xlsx', other)).rejects.toThrow(hint);
    const error = await suggest('a.xlsx', 'PK\u0003\u0004').catch((cause) => cause);
    expect(error.message).toContain('kan ikke læses som en Excel-fil');
    expect(error.message).not.toContain(hint);
  });

  it('that is not there is no input', async () => {
    const message = 'data/b.csv findes ikke. Angiv en fil, som er hentet fra Statistikbanken.';
    await expect(suggest('b.csv', null)).rejects.toMatchObject({ code: 66, message });
  });
});
