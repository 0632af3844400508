import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../src/danish/index.ts';
import { DataError, type Dataset, loadDataset } from '../../src/dataset/index.ts';
import { catalogue } from './support/catalogue.ts';
import { DATASAET, INDIKATORER, memoryFiles } from './support/memory-files.ts';

const load = (given: Record<string, string | Uint8Array | null>, chunk?: number): Promise<Dataset> =>
  loadDataset('data', catalogue, { files: memoryFiles(given, chunk) });
const period = (code: string): Period => parsePeriod(code) as Period;
const value = (dataset: Dataset, subject: string, id: string, year: number): string | undefined => {
  const figure = dataset.indicator(subject, id, year);
  return figure?.value ?? figure?.missing ?? undefined;
};

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
    expect(dataset.keyFigure('000', '14', period('2023'))?.text).toBe('1,5');
    expect(dataset.newestPeriod('14')).toEqual(period('2023'));
  });

  it.each([1, 2, 3, 7, 64])('reads the same in chunks of %i bytes', async (chunk) => {
    const dataset = await load({}, chunk);
    expect(value(dataset, '161', '1.1', 2024)).toBe('10.35');
    expect(dataset.info.digest).toBe((await load({})).info.digest);
  });

  it('reads gzip, and refuses a damaged one', async () => {
    const packed = gzipSync(INDIKATORER);
    const dataset = await load({ 'indikatorer.csv': null, 'indikatorer.csv.gz': packed });
    expect(dataset.indicator('161', '1.1', 2024)?.place.file).toBe('indikatorer.csv.gz');
    for (const broken of [packed.subarray(0, -5), Buffer.concat([packed, Buffer.from('xx')])]) {
      await expect(load({ 'indikatorer.csv': null, 'indikatorer.csv.gz': broken })).rejects.toThrow(DataError);
    }
  });

  it('refuses a folder that is not there with code 66', async () => {
    await expect(loadDataset('nowhere', catalogue, { files: memoryFiles({}) })).rejects.toMatchObject({ code: 66 });
  });

  it('refuses a folder without any of the three files with code 66, one that lacks some of them with 65', async () => {
    const none = { 'datasaet.json': null, 'indikatorer.csv': null, 'noegletal.csv': null };
    await expect(load({ ...none, 'andet.csv': 'x' })).rejects.toMatchObject({ code: 66 });
    await expect(load({ ...none, 'datasaet.json': DATASAET })).rejects.toMatchObject({ code: 65 });
    await expect(load({ ...none, 'indikatorer.csv.gz': gzipSync(INDIKATORER) })).rejects.toMatchObject({ code: 65 });
  });

  it('names the year of a goal that is after the edition', async () => {
    const json = DATASAET.replace('{', '{ "statusaar": { "1": 2027 },');
    await expect(load({ 'datasaet.json': json })).rejects.toThrow(
      'datasaet.json:1:23: fejl: statusaar[1] er 2027, men udgaven er fra 2026; statusåret må ikke ligge senere.',
    );
  });

  it.each([
    ['Indikatorer.CSV', 'Omdøb den til indikatorer.csv.'],
    ['indikatorer.csv.txt', 'Omdøb den til indikatorer.csv.'],
    ['indikatorer.xlsx', 'Gem den som "CSV UTF-8 (semikolonsepareret)" med navnet indikatorer.csv.'],
  ])('tells that the missing file is probably %s', async (name, remedy) => {
    const given = { 'indikatorer.csv': null, [name]: INDIKATORER };
    await expect(load(given)).rejects.toThrow(
      `indikatorer.csv: fejl: Filen findes ikke i datasættets mappe, men der ligger "${name}". ${remedy}`,
    );
  });

  it('takes no file that an entry names for another that is missing', async () => {
    const entry = (fil: string): string =>
      `{ "fil": "${fil}", "tabel": "noegletal", "kolonner": { "kommune": "A", "tid": "B", "vaerdi": "C" }, "serie": "13" }`;
    const json = (...names: string[]): string => DATASAET.replace('{', `{ "statbank": [${names.map(entry).join()}],`);
    const given = (...names: string[]) => ({ 'datasaet.json': json(...names), 'folk1b.csv': 'A;B;C\n161;2024;5\n' });
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
    ['\t', 'Felterne er skilt med tabulator. Gem tabellen som "CSV UTF-8 (semikolonsepareret)".'],
    ['|', 'Felterne er skilt med lodret streg. Gem tabellen som "CSV UTF-8 (semikolonsepareret)".'],
    [',', 'Skil felterne med semikolon, eller skriv "sep=,"'],
  ])('tells once that fields are separated by %j', async (separator, remedy) => {
    const error = await load({ 'indikatorer.csv': INDIKATORER.replaceAll(';', separator) }).catch((cause) => cause);
    expect(error.problems.map(({ rule }: { rule: string }) => rule)).toEqual(['mangler-kolonne']);
    expect(error.message).toContain(remedy);
  });

  it('takes status years for the goals that the template has', async () => {
    const json = (goal: string): string => DATASAET.replace('{', `{ "statusaar": { "${goal}": 2024 },`);
    const goals = (...numbers: number[]) => ({
      ...catalogue,
      goals: new Map(numbers.map((number) => [number, { baselineYear: 2012, indicators: ['1.1'] }])),
    });
    const read = (goal: string, of: typeof catalogue): Promise<Dataset> =>
      loadDataset('data', of, { files: memoryFiles({ 'datasaet.json': json(goal) }) });
    expect((await read('12', goals(3, 12))).info.statusYears).toEqual(new Map([[12, 2024]]));
    await expect(read('9', goals(3, 12))).rejects.toThrow(
      'statusaar[9] skal være nummeret på en målsætning, "3", "12".',
    );
    await expect(read('12', catalogue)).rejects.toThrow(
      'statusaar[12] skal være nummeret på en målsætning, "1" til "9".',
    );
  });
});
