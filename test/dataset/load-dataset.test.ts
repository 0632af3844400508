import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectDataset, loadDataset } from '../../src/dataset/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';
import { catalogue } from './support/catalogue.ts';
import { datasaet, indikatorer, load, memoryFiles, problemsOf } from './support/memory-files.ts';

describe('loadDataset', () => {
  it('reads a plain dataset with the place of every figure', async () => {
    const dataset = await load({});
    expect(dataset.problems).toEqual([]);
    expect(dataset.info).toMatchObject({ edition: '2026-06', title: 'Prøve' });
    expect(dataset.indicator('161', '1.1', 2024)).toEqual({
      value: '10.35',
      missing: null,
      text: '10,35',
      provisional: false,
      provenance: 'officiel',
      place: { file: 'indikatorer.csv', line: 3, column: 14 },
    });
    expect(dataset.indicator('161', '1.1', 2013)).toBeUndefined();
    expect(dataset.newestYear(['1.1', '1.2'])).toBe(2024);
    expect(dataset.newestYear(['1.2'])).toBeUndefined();
    expect(dataset.keyFigure('000', '14', periodOf('2023'))?.text).toBe('1,5');
    expect(dataset.newestPeriod('14')).toEqual(periodOf('2023'));
  });

  it.each([1, 2, 3, 7, 64])('knows the same files by the same digest in chunks of %i bytes', async (chunk) => {
    expect((await load({}, { chunk })).info.digest).toBe((await load({})).info.digest);
  });

  it('reads gzip, and refuses one with more behind it', async () => {
    const packed = gzipSync(indikatorer('161;1.1;2024;5;'));
    const dataset = await load({ 'indikatorer.csv': null, 'indikatorer.csv.gz': packed });
    expect(dataset.indicator('161', '1.1', 2024)?.place.file).toBe('indikatorer.csv.gz');
    // zlib itself passes over NULs.
    const longer = Buffer.concat([packed, Buffer.alloc(2)]);
    await expect(load({ 'indikatorer.csv': null, 'indikatorer.csv.gz': longer })).rejects.toMatchObject({ code: 65 });
  });

  it('refuses a folder without any of the three files with code 66, one that lacks some of them with 65', async () => {
    await expect(loadDataset('nowhere', catalogue, { files: memoryFiles({}) })).rejects.toMatchObject({ code: 66 });
    const none = { 'datasaet.json': null, 'indikatorer.csv': null, 'noegletal.csv': null };
    await expect(load({ ...none, 'andet.csv': 'x' })).rejects.toMatchObject({ code: 66 });
    await expect(load({ ...none, 'datasaet.json': datasaet() })).rejects.toMatchObject({ code: 65 });
    await expect(load({ ...none, 'indikatorer.csv.gz': gzipSync(indikatorer()) })).rejects.toMatchObject({ code: 65 });
  });

  it.each([
    ['Indikatorer.CSV', 'Omdøb den til indikatorer.csv.'],
    ['indikatorer.csv.txt', 'Omdøb den til indikatorer.csv.'],
    ['indikatorer.cvs', 'Omdøb den til indikatorer.csv.'],
    ['Indikatorer.csv.gz', 'Omdøb den til indikatorer.csv.gz.'],
    ['indikatorer.xlsx', 'Gem den som "CSV UTF-8 (semikolonsepareret)" med navnet indikatorer.csv.'],
    ['indikatorer.xlsm', 'Gem den som "CSV UTF-8 (semikolonsepareret)" med navnet indikatorer.csv.'],
    ['indikatorer.ods', 'Gem den som "CSV UTF-8 (semikolonsepareret)" med navnet indikatorer.csv.'],
  ])('tells that the missing file is probably %s', async (name, remedy) => {
    await expect(load({ 'indikatorer.csv': null, [name]: indikatorer() })).rejects.toThrow(
      `indikatorer.csv: fejl: Filen findes ikke i datasættets mappe, men der ligger "${name}". ${remedy}`,
    );
  });

  it.each([
    ['indikatorer.csv', 'indikatorer.html'],
    ['indikatorer.csv', 'indikatorer.pdf'],
    ['indikatorer.csv', 'indikatorer.json'],
    ['datasaet.json', 'datasaet.csv'],
    ['datasaet.json', 'datasaet.xlsx'],
  ])('does not take for a missing %s the file %s of another kind', async (missing, name) => {
    await expect(load({ [missing]: null, [name]: 'x' })).rejects.toThrow(
      `${missing}: fejl: Filen findes ikke i datasættets mappe. Læg filen i mappen.`,
    );
  });

  it.each([
    ['folk1a.xls', 'Gem den som .xlsx med navnet folk1a.xlsx.'],
    ['folk1a.csv', 'Ret "fil" i datasaet.json.'],
  ])('tells what to do with %s where a workbook is missing', async (name, remedy) => {
    const kolonner = { kommune: 'A', tid: 'B', vaerdi: 'C' };
    const statbank = [{ fil: 'folk1a.xlsx', tabel: 'noegletal', kolonner, serie: '13' }];
    await expect(load({ 'datasaet.json': datasaet({ statbank }), [name]: 'x' })).rejects.toThrow(
      `men der ligger "${name}". ${remedy}`,
    );
  });

  it('takes no file that an entry names for another that is missing', async () => {
    const kolonner = { kommune: 'A', tid: 'B', vaerdi: 'C' };
    const given = (...names: string[]) => ({
      'datasaet.json': datasaet({ statbank: names.map((fil) => ({ fil, tabel: 'noegletal', kolonner, serie: '13' })) }),
      'folk1b.csv': 'A;B;C\n161;2024;5\n',
    });
    await expect(load(given('folk1a.csv'))).rejects.toThrow(
      'Omdøb den til folk1a.csv, eller ret "fil" i datasaet.json.',
    );
    await expect(load(given('folk1a.csv', 'folk1b.csv'))).rejects.toThrow('mappe. Læg filen i mappen');
  });

  it('tells where datasaet.json goes over to another encoding', async () => {
    const [before, after] = ['{\n  "titel": "Prøve",\n  "x": "', 'å" }'];
    const mixed = Buffer.concat([Buffer.from(before), Buffer.from(after, 'latin1')]);
    await expect(load({ 'datasaet.json': mixed })).rejects.toThrow('datasaet.json:3:9: fejl: Filen blander to tegnsæt');
  });

  it.each([
    ['\t', 'tabulator'],
    ['|', 'lodret streg'],
  ])('tells once that fields are separated by %j', async (separator, name) => {
    const problems = await problemsOf({ 'indikatorer.csv': indikatorer().replaceAll(';', separator) });
    expect(problems).toMatchObject([
      { rule: { id: 'mangler-kolonne' }, remedy: expect.stringContaining(`skilt med ${name}.`) },
    ]);
  });

  it('takes status years up to the edition’s, for the goals that the template has', async () => {
    const two = new Map([3, 12].map((number) => [number, { baselineYear: 2012, indicators: ['1.1'] }]));
    const read = (statusaar: object, goals = catalogue.goals) =>
      load({ 'datasaet.json': datasaet({ statusaar }) }, { of: { ...catalogue, goals } });
    expect((await read({ 12: 2024 }, two)).info.statusYears).toEqual(new Map([[12, 2024]]));
    const known = 'skal være nummeret på en målsætning, ';
    await expect(read({ 9: 2024 }, two)).rejects.toThrow(`statusaar[9] ${known}"3", "12".`);
    await expect(read({ 12: 2024 })).rejects.toThrow(`statusaar[12] ${known}"1" til "9".`);
    await expect(read({ 1: 2027 })).rejects.toThrow(
      'datasaet.json:1:84: fejl: statusaar[1] er 2027, men udgaven er fra 2026; statusåret må ikke ligge senere.',
    );
  });

  it('takes who publishes the edition, and notes on the series that the template has', async () => {
    const read = (more: object) => load({ 'datasaet.json': datasaet(more) });
    const publikation = {
      adresse: 'https://example.org/barometer',
      kontakt: { navn: 'Kontoret', email: 'a@example.org' },
    };
    const { info } = await read({
      publikation,
      noter: { '1.1': { note: 'Databrud i 2019.' }, '14': { kilde: 'RAS' } },
    });
    expect(info.publication).toMatchObject({
      ...{ publisher: null, licence: null, accessibility: null },
      ...{ address: 'https://example.org/barometer/', contact: publikation.kontakt },
    });
    expect(Object.fromEntries(info.notes)).toEqual({
      '1.1': { source: null, note: 'Databrud i 2019.' },
      '14': { source: 'RAS', note: null },
    });
    await expect(read({ noter: { '1.9': {} } })).rejects.toThrow('noter.1.9 skal være en indikator som "1.1"');
    await expect(read({ publikation: { adresse: 'javascript:alert(1)' } })).rejects.toThrow('publikation.adresse');
  });
});

describe('inspectDataset', () => {
  it('counts whose figures are of the newest year, though nobody knows which figure of a later one is right', async () => {
    const rows = indikatorer('161;1.1;2023;5;', '161;1.1;2024;6;', '161;1.1;2024;7;');
    const { summary } = await inspectDataset('data', catalogue, memoryFiles({ 'indikatorer.csv': rows }));
    const ofSeries = summary?.coverage.find(({ id }) => id === '1.1');
    expect(ofSeries).toMatchObject({ figures: 1, newest: '2023', municipalities: 1, country: false });
  });
});
