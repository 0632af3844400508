import { describe, expect, it } from 'vitest';
import { periodOf } from '../helpers/fake-dataset.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { exportErrors, long } from './support/export.ts';
import { datasaet, type Files, indikatorer, load, problemsOf } from './support/memory-files.ts';

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

/** A dataset whose indicators are the export's, read as `changes` of the mapping say. */
const filesOf = (changes: object, files: Files = {}): Files => ({
  'datasaet.json': datasaet({ statbank: [{ ...mapping, ...changes }] }),
  'besk.csv': EXPORT,
  'indikatorer.csv': null,
  ...files,
});

describe('an export from StatBank', () => {
  it('is read through its mapping, the example of docs/dataformat.md', async () => {
    const { indicator, problems } = await load(filesOf({}));
    expect(['000', '161', '101', '169', '084'].map((code) => indicator(code, '1.2', 2024)?.value)).toEqual([
      ...['62.3', '74.2', '61.0', null, '63.1'],
    ]);
    expect(indicator('169', '1.2', 2024)?.missing).toBe('confidential');
    expect(indicator('161', '1.2', 2024)?.place).toEqual({ file: 'besk.csv', line: 5, column: 48 });
    expect(problems.map(({ rule, message }) => [rule.id, message.slice(0, 30)])).toEqual([
      ['sprunget-over', '3 rækker er sprunget over: lan'],
    ]);
  });

  it.each<[column: string, text: string, changes: object, isRefused: boolean]>([
    ['not used', 'eksempel', {}, true],
    ['not used', 'Beregnet', {}, true],
    ['not used', 'officiel', {}, false],
    ['not used', 'til eksempel', {}, false],
    ['not used', 'Opdigtede tal', {}, true],
    ['not used', 'Fiktiv', {}, true],
    ['not used, and the file says the same', 'Opdigtet', { kilde: 'eksempel' }, false],
    ['not used, and the file says the same', 'eksempel', { kilde: 'eksempel' }, false],
    ['not used, and the file says something else', 'eksempel', { kilde: 'officiel' }, true],
    ['that rows are chosen by', 'eksempel', { udvalg: { KØN: 'I alt', STATUS: 'eksempel' } }, true],
    ['that is the provenance', 'eksempel', { kolonner: { ...mapping.kolonner, kilde: 'STATUS' } }, false],
  ])('whose last rows have, in a column %s, "%s", with %j is refused: %s', async (_, text, changes, isRefused) => {
    const [head, ...rows] = EXPORT.trim().split('\n');
    const status = rows.map((row, i) => `${row};${i < 7 ? '' : text}`);
    const csv = `${head};STATUS\n${status.join('\n')}\n`;
    const problems = await problemsOf(filesOf(changes, { 'besk.csv': csv }));
    const refused = problems.filter(({ rule }) => rule.id === 'mangler-kolonne');
    expect(refused.map(({ message, place }) => [message.slice(0, 48), place.line])).toEqual(
      isRefused ? [[expect.stringContaining(`Her står "${text}" i kolonnen "STATUS"`), 9]] : [],
    );
  });

  it.each<[string, changes: object, isRefused: boolean]>([
    ['nothing else is said', {}, true],
    ['the file is said to be made up', { kilde: 'eksempel' }, false],
    ['the file is said to be official', { kilde: 'officiel' }, false],
    ['a column says it', { kolonner: { ...mapping.kolonner, kilde: 'KØN' } }, false],
  ])('whose title says that it is made up is refused where %s', async (_, changes, isRefused) => {
    const csv = `Beskæftigelse, opdigtede tal;\n\n${EXPORT}\nFiktive tal\n`;
    const problems = await problemsOf(filesOf(changes, { 'besk.csv': csv }));
    const refused = problems.filter(({ rule }) => rule.id === 'kilde-mangler');
    expect(refused.map(({ message, place }) => [message.slice(0, 40), place.line])).toEqual(
      isRefused ? [['Her står "Beskæftigelse, opdigtede tal",', 1]] : [],
    );
  });

  it('shows the numbers of a workbook with a comma', async () => {
    const cells = (...texts: string[]): string[] => texts.map(textCell);
    const rows = [
      rowXml(1, cells('OMRÅDE', 'TID', 'INDHOLD')),
      rowXml(2, [...cells('161', '2024'), numberCell('74.7')]),
      rowXml(3, [...cells('101', '2024'), numberCell('174.7')]),
    ];
    const statbank = [{ fil: 'a.xlsx', ...long, decimaltegn: '.' }];
    const bytes = workbook([{ name: 'Ark1', rows: rows.join('') }]);
    const { indicator, problems } = await load(
      filesOf({}, { 'datasaet.json': datasaet({ statbank }), 'a.xlsx': bytes }),
    );
    expect(indicator('161', '1.2', 2024)).toMatchObject({ value: '74.7', text: '74,7' });
    expect(problems[0]).toMatchObject({ rule: { id: 'procent' }, value: '174,7' });
  });

  it('whose entry is wrong is told as that, not as a missing table', async () => {
    const problems = await problemsOf(filesOf({ serier: { Beskæftigelsesfrekvens: 'UDFYLD' } }));
    expect(problems.map(({ rule }) => rule.id)).toEqual(['statbank']);
  });

  it('whose rows of several kinds are taken for one number needs udvalg', async () => {
    const problems = await problemsOf(filesOf({ udvalg: undefined }));
    expect(problems.find(({ rule }) => rule.id === 'dublet')?.remedy).toBe(
      'Har rækkerne forskellige tekster i andre kolonner, så vælg med "udvalg" i datasaet.json, hvilken der skal bruges. Ellers slet den forkerte række.',
    );
  });

  it('may not name a number of the other table', async () => {
    await expect(load(filesOf({ tabel: 'noegletal' }, { 'indikatorer.csv': indikatorer() }))).rejects.toThrow(
      '1.2 er en indikator, men "tabel" siger noget andet. Ret "tabel" til "indikatorer", eller ret nummeret.',
    );
  });

  it('is read as one series, in any order of columns, with codes and quarters', async () => {
    const text = 'TID;INDHOLD;OMRÅDE\n2025Q2;1.455;000\n2025K1;1.400;161\n';
    const marks = { decimaltegn: ',', tusindtegn: '.', kilde: 'beregnet' };
    const statbank = [{ fil: 'besk.csv', ...long, tabel: 'noegletal', serie: '16', ...marks }];
    const files = { 'datasaet.json': datasaet({ statbank }), 'besk.csv': text, 'noegletal.csv': null };
    const { keyFigure, newestPeriod } = await load(files);
    const figure = keyFigure('000', '16', periodOf('2025K2'));
    expect(figure).toMatchObject({ value: '1455', text: '1.455', provenance: 'beregnet' });
    expect(newestPeriod('16')?.code).toBe('2025K2');
  });

  it('shares the table with the own file, where a figure in both is a duplicate', async () => {
    const own = indikatorer('161;1.2;2024;70;', '161;1.2;2023;69;');
    const { indicator, problems } = await load(filesOf({}, { 'indikatorer.csv': own }));
    expect(indicator('161', '1.2', 2023)?.text).toBe('69');
    expect(indicator('161', '1.2', 2024)).toBeUndefined();
    expect(problems.find(({ rule }) => rule.id === 'dublet')?.message).toContain('indikatorer.csv:2:14');
  });

  it.each(['../besk.csv', '/etc/passwd', 'C:\\x.csv', 'besk.txt', 'a\u001b.csv'])('takes no file %j', async (fil) => {
    await expect(load(filesOf({ fil }))).rejects.toMatchObject({ code: 65 });
  });
});

describe('a series that several columns tell', () => {
  const text = `OMRÅDE;NØGLETAL;HERKOMST;TID;INDHOLD
Glostrup;Beskæftigelsesfrekvens;Ikke-vestlige lande;2024;62
Glostrup;Beskæftigelsesfrekvens;Dansk oprindelse;2024;80
Glostrup;Ledighed;Ikke-vestlige lande;2024;5
`;
  const pick = { NØGLETAL: 'Beskæftigelsesfrekvens', HERKOMST: 'Ikke-vestlige lande' };

  it('is read, and other rows are passed over', async () => {
    const statbank = [{ fil: 'besk.csv', ...long, serie: undefined, serier: { '1.2': pick } }];
    const { indicator, problems } = await load({ 'datasaet.json': datasaet({ statbank }), 'besk.csv': text });
    expect(indicator('161', '1.2', 2024)?.value).toBe('62');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('2 rækker er sprunget over')]);
  });

  it.each<[string, object, string]>([
    ['an id that is none', { '1.9': pick }, '"1.9" er ikke i skabelonen.'],
    ['two that a row can be', { '1.1': pick, '1.2': { NØGLETAL: pick.NØGLETAL } }, 'kan være både 1.1 og 1.2'],
    ['both ways', { '1.2': pick, Ledighed: '1.1' }, '"serier" har både tekster med numre og numre med kolonner'],
    ['a column that is missing', { '1.2': { KØN: 'I alt' } }, 'Kolonnen "KØN" findes ikke i a.csv'],
    ['a text to be filled in', { '1.2': { ...pick, HERKOMST: 'UDFYLD' } }, 'Her står stadig UDFYLD'],
  ])('is refused with %s', async (_, serier, message) => {
    const errors = await exportErrors('a.csv', text, { ...long, serie: undefined, serier });
    expect(errors.join('\n')).toContain(message);
  });

  it('is not said to lack a text where a column has more texts than are remembered', async () => {
    const rows = Array.from({ length: 1300 }, (_, i) => `161;t${i};${i === 5 ? 'b' : 'c'};2024;1\n`);
    const mapping = { ...long, serie: undefined, serier: { '1.2': { A: 't1200', B: 'b' } } };
    const errors = await exportErrors('a.csv', `OMRÅDE;A;B;TID;INDHOLD\n${rows.join('')}`, mapping);
    expect(errors.join('\n')).toContain('Ingen række i a.csv har "t1200" og "b" sammen');
  });
});

describe('a mapping of another form', () => {
  it.each<[object, string]>([
    [{ form: 'bred', kolonner: { kommune: 'A', tid: 'TID' } }, 'statbank[0].kolonner.tid bruges ikke i en bred tabel'],
    [{ kolonner: { kommune: 'A', tid: 'TID' } }, 'statbank[0].kolonner.vaerdi mangler'],
    [{ ark: 'Ark1' }, 'statbank[0].ark bruges kun, når "fil" er en .xlsx-fil'],
    [{ form: 'høj' }, 'statbank[0].form skal være "lang" eller "bred"'],
    [{ serie: 'UDFYLD' }, 'Her står stadig UDFYLD'],
    [{ udvalg: { TID: 'UDFYLD' } }, 'Her står stadig UDFYLD'],
  ])('%j', async (changes, message) => {
    const errors = await exportErrors('a.csv', 'OMRÅDE;TID;INDHOLD\n', { ...long, ...changes });
    expect(errors.join('\n')).toContain(message);
  });
});
