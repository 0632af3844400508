import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { datasetWith, smallDataset } from '../helpers/changed-dataset.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import { shippedRows } from '../helpers/shipped.ts';

const tabel = (...words: string[]) => run(['tabel', ...words]);

/** The same of a few municipalities, for what does not depend on the others. */
const small = smallDataset(afterAll);
const tabelOfFew = (...words: string[]) => tabel(...words, '--data', small);

const rowsIn = (csv: string): string[][] => parse(csv, { bom: true, delimiter: ';' }) as string[][];

describe('tabel in a terminal', () => {
  it('shows municipalities side by side with the whole country, and says that a figure is made up', async () => {
    const { code, text } = await tabel('1.2', 'noegletal', '14', '-k', 'Glostrup', '-k', 'Herlev');
    expect(code).toBe(0);
    expect(text).toMatchInlineSnapshot(`
      "1.2 Beskæftigelsesfrekvens (pct., højere er bedre)

      Område       2012  2024  Udvikling  Bevægelse  Kilde
      Glostrup       64    74        +10  Positiv    Beregnet
      Herlev         48    66        +18  Positiv    Opdigtet
      Hele landet    48    64        +17  Positiv    Opdigtet

      Nøgletal 14 Unge mænd dømt for straffelovsovertrædelser (pct.)

      Område       2023  Kilde
      Glostrup      ...  Officielt
      Herlev        1,5  Opdigtet
      Hele landet   1,5  Officielt

      Tegn: ... foreligger ikke.
      Tabellen indeholder opdigtede tal. De er ikke officielle og må ikke bruges som statistik.
      "
    `);
  });

  it('says nothing of made-up figures where none is shown', async () => {
    const { text } = await tabelOfFew('noegletal 14', '-k', 'Glostrup');
    expect(text).not.toContain('opdigtede');
  });

  it('lists all municipalities by name when none is named, and only the country where nobody else is measured', async () => {
    const names = (text: string): string[] =>
      text
        .split('\n')
        .slice(3, -4)
        .map((line) => line.split('  ')[0] ?? '');
    const all = names((await tabel('1.1')).text);
    expect([all.length, all[0], all.at(-1)]).toEqual([99, 'Albertslund', 'Hele landet']);
    const { text } = await tabelOfFew('3.2');
    expect(text).toContain('opgøres kun for hele landet)\n\nOmråde');
    expect(text).not.toContain('Glostrup');
  });

  it('shows the years that are asked for, with their marks under each other', async () => {
    const { text } = await tabel('3.3', '-k', 'Odsherred', '-k', 'Albertslund', '--aar', '2022-2024');
    expect(text.split('\n').slice(2, 5)).toEqual([
      'Område       2022  2023  2024   Kilde',
      'Odsherred      54    ..    51   Opdigtet',
      'Albertslund    60    57    58*  Opdigtet',
    ]);
  });

  it.each([
    [['9.9'], 'Mente du 9.1?'],
    [['1.1', '--aar', '1990'], 'Der er ingen tal for 1990. Tallene er fra 2012 til 2024.'],
    [['1.1', '--ud', 't.pdf'], 'tabel skriver. Skriv et filnavn, der ender på .csv, .xlsx eller .txt.'],
    [['1.1', '--ud', 'T.HTML'], 'tabel skriver. Skriv et filnavn, der ender på .csv, .xlsx eller .txt.'],
    [['1.1', '--ud', 't.ods', '--format', 'xlsx'], 'tabel skriver. Skriv et filnavn, der ender på .xlsx.'],
    [['1.1', '--ud', 't.txt', '--format', 'csv'], 'tabel skriver. Skriv et filnavn, der ender på .csv.'],
    [['1.1', '--ud', 't.csv', '--format', 'xlsx'], '--ud t.csv passer ikke til --format xlsx.'],
    [['1.1', '--ud', ''], 'Efter --ud står der ingenting. Skriv --ud <fil>. Se barometer-report tabel --help.'],
    [['1.1', '--aar', '2024-2019'], '--aar 2024-2019 er ikke et år eller et interval.'],
  ])('refuses %j with a remedy', async (words, message) => {
    const { code, stderr, text } = await tabelOfFew(...words);
    expect([code, text]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it.each(['t.txt', 't.tekst', 't', 't.2026'])('writes itself as text into %s', async (name) => {
    const ud = join(temporaryFolder(), name);
    expect((await tabelOfFew('1.1', '-k', 'Herlev', '--ud', ud)).code).toBe(0);
    expect(readFileSync(ud, 'utf8')).toMatch(/^1\.1 Beskæftigelsesgab/);
  });

  it('names a municipality whose figures are wrong, and shows the others', async () => {
    const change = (text: string) => text.replace(/^161;1\.2;2024;.*$/m, '161;1.2;2024;7O;officiel');
    const data = datasetWith('indikatorer.csv', change, { of: small });
    const { code, stderr, text } = await tabel('1.1', '-k', 'Glostrup', '-k', 'Herlev', '--data', data);
    expect(code).toBe(1);
    expect(stderr).toContain('Glostrup');
    expect(text).toContain('Herlev');
    expect(text).not.toContain('Glostrup');
  });
});

describe('tabel as CSV', () => {
  it('holds every figure of the dataset, unrounded, once', async () => {
    const { text } = await tabel('--aar', '1900-2100', '--format', 'csv');
    const [header, ...rows] = rowsIn(text);
    expect(header).toEqual(['kommunekode', 'kommune', 'nummer', 'tid', 'vaerdi', 'enhed', 'maerke', 'kilde']);
    const shown = rows.map(([code, , number = '', time, value = '', , mark = '']) => {
      const isSymbol = value === '';
      return [code, number.replace(/^\D+/, ''), time, isSymbol ? mark : value + mark].join(' ');
    });
    const regions = /^08[1-5]$/;
    const kept = [...shippedRows('indikatorer'), ...newestOfEach(shippedRows('noegletal'))];
    const expected = kept
      .filter(([code]) => !regions.test(code))
      // The StatBank's "-" is a nought, and an empty field a figure that is not there.
      .map(([code, series, time, value]) => [code, series, time, value === '-' ? '0' : value || '...'].join(' '));
    expect(shown.sort()).toEqual(expected.sort());
  });

  it('replaces its own file and no other', async () => {
    const ud = join(temporaryFolder(), 'tal.csv');
    for (let time = 0; time < 2; time++)
      expect(await tabelOfFew('1.1', '-k', 'Herlev', '--ud', ud)).toMatchObject({ code: 0, text: `${ud}\n` });
    const own = readFileSync(ud, 'utf8');
    const changed = [
      `${own}Kilde: Danmarks Statistik\r\n`,
      `${own}\r\n`,
      own.trimEnd(),
      own.replaceAll('\r\n', '\n'),
      own.replaceAll('\r\n', ';min note\r\n'),
      own.replace('eksempel\r\n', 'eksempel;min note\r\n'),
      own.replace('eksempel\r\n', 'min\r\n'),
      own.replace('\r\n163;', '\r\nHerlev;'),
    ];
    for (const text of changed) {
      expect(text).not.toBe(own);
      writeFileSync(ud, text);
      expect([text, (await tabelOfFew('1.1', '-k', 'Herlev', '--ud', ud)).code]).toEqual([text, 73]);
    }
    writeFileSync(ud, 'min egen');
    expect(await tabelOfFew('1.1', '-k', 'Herlev', '--ud', ud)).toMatchObject({ code: 73 });
    expect(readFileSync(ud, 'utf8')).toBe('min egen');
    expect((await tabelOfFew('1.1', '-k', 'Herlev', '--ud', ud, '--overskriv')).code).toBe(0);
  });
});

type Row = ReturnType<typeof shippedRows>[number];

/** Of each key figure the rows of its newest period, which reports show. */
function newestOfEach(rows: readonly Row[]): Row[] {
  const newest = new Map<string, string>();
  for (const [, series, time] of rows) if (String(time) > (newest.get(series) ?? '')) newest.set(series, String(time));
  return rows.filter(([, series, time]) => newest.get(series) === time);
}
