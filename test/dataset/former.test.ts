import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DatasetFiles, inspectDataset } from '../../src/dataset/index.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import {
  column,
  filesOf,
  nextMonth,
  numberOf,
  set,
  shippedWhole,
  sparseWhole,
  type Whole,
} from './support/wrong-wholes.ts';

/** The folder "data" with another, "maj", beside it. */
const beside = (now: Whole, before: Whole): DatasetFiles => {
  const [data, maj] = [filesOf({ ...now, json: { ...now.json, forrige: '../maj' } }), filesOf(before)];
  const isMay = (path: string): boolean => basename(path) === 'maj' || basename(dirname(path)) === 'maj';
  const inData = (path: string): string => (basename(path) === 'maj' ? 'data' : path);
  return {
    kind: (path) => (isMay(path) ? maj.kind(inData(path)) : data.kind(path)),
    names: (path) => (isMay(path) ? maj : data).names(path),
    open: (path, limit) => (isMay(path) ? maj : data).open(path, limit),
  };
};

/** Has years between the baseline and the newest, and is read faster than all of them. */
const june = (): Whole => sparseWhole(5);
/** The same as the edition of May. */
const asMay = (whole: Whole): Whole => ({ ...whole, json: { ...whole.json, udgave: '2026-05', titel: 'Prøve' } });
const told = async (now: Whole, before = asMay(june())) =>
  (await inspectDataset('data', wholeCatalogue, beside(now, before))).problems;
const july = (): Whole => nextMonth(june(), 1);

describe('a dataset beside that of the edition before', () => {
  it('is silent in a normal month', async () => {
    expect(await told(nextMonth(shippedWhole(), 1), shippedWhole())).toEqual([]);
  });

  it('tells a series whose older figures are others', async () => {
    const whole = july();
    for (const row of [2, 3, 4].flatMap((back) => column(whole, '1.2', back)))
      if (numberOf(row) !== null) set(row, Math.min(99, (numberOf(row) ?? 0) + 2));
    const problems = (await told(whole)).filter(({ rule }) => rule.id === 'aendret-siden-forrige');
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Indikator 1\.2: \d+ af [\d.]+ tal for 20\d\d til 20\d\d er ændret .*medianen med \+2,0\.$/,
      ),
    ]);
  });

  it('says which series had the numbers that a series has now', async () => {
    const whole = july();
    const rows = whole.rows.map((row) => {
      const other = row.series === '1.2' ? '2.2' : row.series === '2.2' ? '1.2' : row.series;
      return row.table === 'indikatorer' ? { ...row, series: other } : row;
    });
    const said = (await told({ ...whole, rows })).map(({ message }) => message).join('\n');
    expect(said).toMatch(/Indikator 1\.2: .* Det er de tal, som indikator 2\.2 havde\./);
    expect(said).toMatch(/Indikator 2\.2: .* Det er de tal, som indikator 1\.2 havde\./);
  });

  it('tells newest numbers that have become those of the time before, however few', async () => {
    const whole = july();
    const time = column(june(), '8.3')[0]?.time;
    const [old, now] = [String(Number(time) - 1), String(time)].map(
      (year) =>
        new Map(whole.rows.filter((row) => row.series === '8.3' && row.time === year).map((row) => [row.code, row])),
    );
    for (const [code, row] of now ?? []) if (code !== '000') row.value = old?.get(code)?.value ?? row.value;
    const said = (await told(whole)).map(({ message }) => message).join('\n');
    expect(said).toMatch(/Indikator 8\.3: \d+ af \d+ tal for \d+ er ændret siden forrige udgave/);
  });

  it('tells newest numbers that are others though they are accepted as those of the year before', async () => {
    const now = nextMonth(sparseWhole(8), 1);
    const [newest, before] = [column(sparseWhole(8), '1.2')[0]?.time, column(sparseWhole(8), '1.2', 1)[0]?.time];
    const old = new Map(
      now.rows.filter((row) => row.series === '1.2' && row.time === before).map((row) => [row.code, row.value]),
    );
    for (const row of now.rows)
      if (row.series === '1.2' && row.time === newest) row.value = old.get(row.code) ?? row.value;
    const json = { ...now.json, accepter: { 'samme-tal': { '1.2': newest } } };
    const said = (await told({ ...now, json }, asMay(sparseWhole(8)))).map(
      ({ rule, message }) => `${rule.id}: ${message}`,
    );
    expect(said).toContainEqual(expect.stringMatching(/^aendret-siden-forrige: Indikator 1\.2: \d+ af \d+ tal for/));
  });

  it('tells a region that is gone from the newest year', async () => {
    const whole = june();
    for (const row of column(whole, '1.2')) if (row.code.startsWith('7')) row.value = '..';
    expect((await told(whole)).map(({ rule }) => rule.id)).toContain('vaek-siden-forrige');
  });

  it('tells a newest year that is wholly another, and a municipality whose numbers are gone', async () => {
    const whole = july();
    const newest = column(whole, '2.2', whole.rows.some((row) => row.series === '2.2' && row.time === '2025') ? 1 : 0);
    for (const row of newest) if (numberOf(row) !== null) set(row, Math.max(1, (numberOf(row) ?? 0) - 7));
    for (const row of whole.rows) if (row.code === '751' && row.table === 'noegletal') row.value = '..';
    const said = (await told(whole)).map(({ rule, message }) => `${rule.id}: ${message}`).join('\n');
    expect(said).toMatch(/Indikator 2\.2/);
    expect(said).toMatch(/vaek-siden-forrige: Aarhus: \d+ af \d+ tal/);
  });

  it('tells the country’s numbers that are others in one indicator', async () => {
    const now = nextMonth(sparseWhole(8), 1);
    for (const row of now.rows) if (row.code === '000' && row.series === '1.2') set(row, (numberOf(row) ?? 0) + 0.5);
    expect((await told(now, asMay(sparseWhole(8)))).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Hele landet: 8 af 8 tal for indikator 1\.2 er ændret siden forrige udgave\.$/),
    );
  });

  describe('in which two municipalities have each other’s numbers', () => {
    const before = sparseWhole(8);
    const swappedWhere = async (isMeant: (row: Whole['rows'][number]) => boolean): Promise<string[]> => {
      const other = new Map([
        ['461', '751'],
        ['751', '461'],
      ]);
      const now = nextMonth(sparseWhole(8), 1);
      const rows = now.rows.map((row) => (isMeant(row) ? { ...row, code: other.get(row.code) ?? row.code } : row));
      const problems = (await told({ ...now, rows }, asMay(before))).filter(
        ({ rule }) => rule.id === 'aendret-siden-forrige',
      );
      return problems.map(({ message }) => message);
    };
    const newest = new Map(before.rows.map(({ table, series, time }) => [`${table} ${series}`, time]));
    const isNewest = ({ table, series, time }: Whole['rows'][number]): boolean =>
      newest.get(`${table} ${series}`) === time;

    it('tells them of one indicator', async () => {
      expect(await swappedWhere(({ series }) => series === '2.1')).toEqual([
        expect.stringMatching(/^Aarhus: (\d+) af \1 tal for indikator 2\.1 er ændret siden forrige udgave\.$/),
        expect.stringMatching(/^Odense: (\d+) af \1 tal for indikator 2\.1 er ændret siden forrige udgave\.$/),
      ]);
    });

    it('tells them of the key figures', async () => {
      expect(await swappedWhere(({ table }) => table === 'noegletal')).toEqual([
        expect.stringMatching(/^Aarhus: 1\d af 1\d tal for nøgletal 1, 2, 3, /),
        expect.stringMatching(/^Odense: 1\d af 1\d tal for nøgletal 1, 2, 3, /),
      ]);
    });

    it('tells them of the newest time of the indicators', async () => {
      expect(await swappedWhere((row) => row.table === 'indikatorer' && isNewest(row))).toEqual([
        expect.stringMatching(/^Aarhus: \d+ af \d+ nyeste tal for indikator 1\.1, 1\.2, /),
        expect.stringMatching(/^Odense: \d+ af \d+ nyeste tal for indikator 1\.1, 1\.2, /),
      ]);
    });

    it('tells them of the baseline', async () => {
      expect(await swappedWhere(({ table, time }) => table === 'indikatorer' && time === '2012')).toEqual([
        expect.stringMatching(/^Aarhus: \d+ af \d+ tal i basisåret for indikator 1\.1, 1\.2, /),
        expect.stringMatching(/^Odense: \d+ af \d+ tal i basisåret for indikator 1\.1, 1\.2, /),
      ]);
    });

    it('is silent where few of an indicator are others, or the newest of many municipalities', async () => {
      const few = await swappedWhere(({ series, time }) => series === '2.1' && time > '2020' && time < '2024');
      expect(few).toEqual([]);
      const some = await swappedWhere((row) => /^[12]\./.test(row.series) && isNewest(row));
      expect(some).toEqual([]);
      const now = nextMonth(sparseWhole(8), 1);
      for (const row of now.rows.filter((one) => one.table === 'indikatorer' && isNewest(one) && one.code > '600'))
        if (numberOf(row) !== null) set(row, (numberOf(row) ?? 0) + 1);
      expect((await told(now, asMay(before))).filter(({ rule }) => rule.id === 'aendret-siden-forrige')).toEqual([]);
    });
  });

  it('tells series and years that are gone, and another provenance', async () => {
    const whole = july();
    const rows = whole.rows.filter(({ series, time }) => series !== '9.1' && !(series === '1.1' && time < '2015'));
    const official = rows.map((row) => (row.series === '2.2' ? { ...row, source: 'officiel' } : row));
    const problems = await told({ ...whole, rows: official });
    const of = (rule: string) =>
      problems.filter((one) => one.rule.id === rule).map(({ message }) => message.slice(0, 13));
    expect(of('vaek-siden-forrige')).toEqual(['Indikator 1.1', 'Indikator 9.1']);
    expect(of('kilde-siden-forrige')).toEqual(['Indikator 2.2']);
  });

  it('tells the same file under a new edition', async () => {
    const whole = shippedWhole();
    const json = { ...whole.json, udgave: '2026-07', titel: 'Prøve' };
    const problems = await told({ ...whole, json }, shippedWhole());
    expect(problems.map(({ rule }) => rule.id)).toEqual(['samme-som-forrige']);
  });

  it('is not compared with one of the same edition or of a newer one, which is told', async () => {
    const swapped = june();
    for (const row of column(swapped, '1.2', 2)) if (numberOf(row) !== null) set(row, 5);
    for (const before of [swapped, july()]) {
      const problems = (await told(june(), before)).filter(
        ({ rule }) => rule.id.endsWith('-forrige') || /^forrige-/.test(rule.id),
      );
      const of = before === swapped ? 'juni' : 'juli';
      expect(problems.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([
        `forrige-ikke-tidligere: Datasættet i ../maj er udgaven ${of} 2026 og ikke tidligere end dette, som er udgaven juni 2026. Tallene er ikke sammenlignet med det.`,
      ]);
      expect(problems[0]?.remedy).toContain('Ret "forrige" i datasaet.json');
    }
  });

  it('says that there is no dataset in the folder that it names', async () => {
    const whole = shippedWhole();
    const files = filesOf({ ...whole, json: { ...whole.json, forrige: '../findes-ikke' } });
    const problems = (await inspectDataset('data', wholeCatalogue, files)).problems;
    expect(problems.map(({ rule }) => rule.id)).toEqual(['forrige-mangler']);
  });
});
