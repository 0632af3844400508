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
  tid: kolonnen "TID" (2 perioder: 2023 til 2024)
  værdi: kolonnen "INDHOLD"
  tal: decimaltegn er punktum
  "NØGLETAL": 2 tekster: "Beskæftigelsesfrekvens", "Ledighedsprocent"
  "HERKOMST": 3 tekster: "Dansk oprindelse", "Ikke-vestlige lande", "Vestlige lande"
  "KØN": 3 tekster: "Mænd", "I alt", "Kvinder"
  "ALDER": 3 tekster: "I alt", "25-64 år", "16-24 år"

Programmets gæt. Kontrollér dem:
  "Beskæftigelsesfrekvens" er sandsynligvis 1.2
  "HERKOMST" skal sandsynligvis være "Ikke-vestlige lande"
  "KØN" skal sandsynligvis være "I alt"
  "ALDER" skal sandsynligvis være "25-64 år"
Springes over (null i "serier"): "Ledighedsprocent"
Sæt det ind i listen "statbank" i datasaet.json, læg filen i samme mappe, og kør: check <folder>
`);
  });

  it('takes over that a title or a text says the figures are made up', async () => {
    const rows = '161;2024;62;Fiktiv\n101;2024;63;Fiktiv\n';
    for (const text of [`OMRÅDE;TID;INDHOLD;STATUS\n${rows}`, `Opdigtede tal\nOMRÅDE;TID;INDHOLD;X\n${rows}`]) {
      const { entry, explanation } = await suggest('a.csv', text);
      expect(entry.kilde).toBe('eksempel');
      expect(explanation).toMatch(/"kilde" skal være "eksempel", fordi filen siger "(Fiktiv|Opdigtede tal)"/);
    }
  });

  it('leaves to the user whose rate it is when nothing says it', async () => {
    for (const text of ['Beskæftigelsesfrekvens', 'Beskæftigelsesfrekvens i alt']) {
      const entry = await entryOf(`OMRÅDE;FREKVENS;TID;INDHOLD\n161;${text};2024;62\n101;${text};2024;63\n`);
      expect(entry.serier).toEqual({ [text]: 'UDFYLD' });
    }
  });

  it('picks by several columns where a column has many texts', async () => {
    const texts = [
      'Beskæftigelsesfrekvens, ikke-vestlig oprindelse',
      ...Array.from({ length: 40 }, (_, i) => `Andet ${i}`),
    ];
    const rows = texts.flatMap((text) => ['I alt', 'Mænd'].map((sex) => `Glostrup;${text};${sex};2024;1`));
    expect(await entryOf(`OMRÅDE;NØGLETAL;KØN;TID;INDHOLD\n${rows.join('\n')}\n`)).toEqual({
      fil: 'a.csv',
      tabel: 'indikatorer',
      kolonner: { kommune: 'OMRÅDE', tid: 'TID', vaerdi: 'INDHOLD' },
      serier: { '1.2': { NØGLETAL: 'Beskæftigelsesfrekvens, ikke-vestlig oprindelse', KØN: 'I alt' } },
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

describe('a mapping that leaves to the user what nobody can know', () => {
  const towns = ['København', 'Dragør', 'Herlev', 'Greve', 'Køge'];
  const rows = (row: (town: string, i: number) => string): string => `${towns.map(row).join('\n')}\n`;

  it('which of several columns is the value, whatever is a code', async () => {
    const text = `Kommune;Kode;Region;År;Ansøgt;Bevilget\n${rows((town, i) => `${town};${100 + i};084;2024;1${i};2${i}`)}`;
    const { entry, explanation } = await suggest('a.csv', text);
    expect(entry).toMatchObject({ kolonner: { kommune: 'Kommune', tid: 'År', vaerdi: 'UDFYLD' }, serie: 'UDFYLD' });
    expect(explanation).toContain('værdi: flere kolonner har tal: "Ansøgt", "Bevilget"');
    expect(explanation).toContain('"kolonner", "vaerdi": en af kolonnerne "Ansøgt", "Bevilget"');
  });

  it('which of two municipalities a row is about', async () => {
    const text = `BOPÆL;ARBEJDSSTED;TID;INDHOLD\n${rows((town, i) => `${town};${towns[(i + 1) % 5]};2024;5`)}`;
    const { entry, explanation } = await suggest('a.csv', text);
    expect(entry.kolonner).toMatchObject({ kommune: 'UDFYLD' });
    expect(explanation).toContain('kolonnerne "BOPÆL", "ARBEJDSSTED" har ikke samme kommune i alle rækker');
  });

  it.each([
    [
      'that only say a little of a series',
      ['Beskæftigelsesgab', 'Andet'],
      { Beskæftigelsesgab: 'UDFYLD', Andet: null },
    ],
    [
      'that are as like a series as each other',
      ['Beskæftigelsesfrekvens (mænd)', 'Beskæftigelsesfrekvens (kvinder)'],
      undefined,
    ],
  ])('texts %s', async (_, texts, serier) => {
    const text = `OMRÅDE;NØGLETAL;TID;INDHOLD\n${texts.map((one) => rows((town) => `${town};${one};2024;5`)).join('')}`;
    const entry = await entryOf(text);
    expect(entry.serier).toEqual(serier);
    expect(JSON.stringify(entry)).toContain('UDFYLD');
  });

  it.each([
    ['ages that happen to stand in a series', ['16', '17', '18', '21', '66']],
    ['origins that the series are about', ['I alt', 'Dansk oprindelse', 'Ikke-vestlige lande']],
  ])('%s', async (_, texts) => {
    const text = `OMRÅDE;GRUPPE;TID;INDHOLD\n${texts.map((one) => rows((town) => `${town};${one};2024;5`)).join('')}`;
    expect(await entryOf(text)).toMatchObject({ serie: 'UDFYLD', udvalg: { GRUPPE: 'UDFYLD' } });
  });
});

describe('what is told of a file', () => {
  it('are the texts that cannot be read, and how areas can be passed over', async () => {
    const text = 'KOMNR;TID;INDHOLD\n101;2024;<5\n147;2024;NA\n151;I år;7\n161;2024;8\nRAR Øst;2024;9\n\nKilde: DST\n';
    const { entry, explanation } = await suggest('a.csv', text);
    expect(entry.kolonner).toEqual({ kommune: 'KOMNR', tid: 'TID', vaerdi: 'INDHOLD' });
    expect(explanation).toContain('kendes ikke: "RAR Øst"');
    expect(explanation).toContain('tilføj "oversete": ["RAR Øst"]');
    expect(explanation).toContain('2024; kan ikke læses: "I år"');
    expect(explanation).toContain('Kan ikke læses som tal: "<5", "NA".');
    expect(explanation).toContain('1 note bliver sprunget over');
  });

  it('is the sheet that was read, and the others', async () => {
    const rows = `${rowXml(1, ['AREA', 'TIME', 'VALUE'].map(textCell))}${rowXml(2, [textCell('Greve'), textCell('2024'), numberCell('5')])}`;
    const sheets = ['2025', '2024', 'Noter'].map((name) => ({ name, rows }));
    expect((await suggest('a.xlsx', workbook(sheets))).explanation).toContain(
      'ark: "2025" (filen har også "2024", "Noter")',
    );
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
    expect(explanation).not.toContain('Programmets gæt');
    const packed = await suggest('egne.csv.gz', gzipSync(text));
    expect(packed.explanation).toContain('Hedder den indikatorer.csv.gz, bliver den læst');
  });

  it('may call its column of provenances otherwise', async () => {
    const { entry } = await suggest('egne.csv', text.replace('kilde', 'status'));
    expect(entry.kolonner.kilde).toBe('status');
    expect(entry.udvalg).toBeUndefined();
  });

  it('needs no entry under its own name', async () => {
    await expect(suggest('indikatorer.csv', text)).rejects.toThrow('bliver læst, uden at den er nævnt i "statbank".');
  });
});

describe('a file that is no table of municipalities', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a.csv', 'Titel\nHund;Kat;Mus\n', 'ingen række med tider'],
    ['a.csv', 'VARE;TID;INDHOLD\nMælk;2024;5\n', 'ingen kolonne med kommuner'],
    ['a.csv', 'OMRÅDE;TID;INDHOLD\nGreve;Jan 2024;5\n', 'Nærmest er "TID", men her kan ikke læses: "Jan 2024"'],
    ['a.csv', 'OMRÅDE;TID;INDHOLD\nGreve;Jan 2024;5\n', 'Skriv fx "2024M01" i stedet for "Jan 2024".'],
    ['a.csv', 'OMRÅDE;TID;INDHOLD\nGreve;2024-01-01 00:00:00;5\n', 'Skriv fx "2024-01-01" i stedet for'],
    ['a.csv', 'OMRÅDE;TID;ANTAL\nGreve;2024;NA\n', 'Filen har ingen kolonne med tal.'],
    ['a.csv', 'OMRÅDE;TID;INDHOLD\nNord;2024;5\n', 'Nærmest er "OMRÅDE", men her kan ikke læses: "Nord"'],
    ['a.csv', 'Greve;2024;1985\nHele landet;2024;50000\n', 'Filen har ingen overskrifter.'],
    ['a.csv', '<!doctype html>', 'en webside'],
    ['a.px', 'CHARSET="ANSI";', 'en PX-fil'],
    ['a.txt', 'OMRÅDE;TID;INDHOLD\nGlostrup;2024;5\n', 'ender ikke på .csv'],
    ['a.csv', '', 'Filen er tom'],
  ])('%s is refused', async (name, content, message) => {
    await expect(suggest(name, content)).rejects.toMatchObject({ code: 65, message: expect.stringContaining(message) });
  });

  it('is told to be on another sheet only when the workbook can be read', async () => {
    const hint = 'nævn det med --sheet';
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
