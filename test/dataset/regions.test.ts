import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Dataset, inspectDataset } from '../../src/dataset/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { buildReport, commonFigures, municipalitySubject } from '../../src/report/index.ts';
import { country, template } from '../helpers/report.ts';
import { wholeCatalogue } from './support/catalogue.ts';
import { load as loadFiles, memoryFiles } from './support/memory-files.ts';

const shipped = (name: string): string => readFileSync(`fixtures/juni-2026/${name}`, 'utf8');
const files = (indicators: string, keyFigures = '') => ({
  'datasaet.json': shipped('datasaet.json'),
  'indikatorer.csv': shipped('indikatorer.csv') + indicators,
  'noegletal.csv': shipped('noegletal.csv') + keyFigures,
});
const load = (...rows: Parameters<typeof files>) => loadFiles(files(...rows), { of: wholeCatalogue });
const survey = (...rows: Parameters<typeof files>) =>
  inspectDataset('data', wholeCatalogue, memoryFiles(files(...rows)));

/** Rows that every check would see, were they of subjects: newest times, leaps, fractions, beyond the country, twice. */
const odd = `081;1.2;2012;0,01;officiel
081;1.2;2013;99;officiel
081;8.1;2026;999999;officiel
084;3.1;2025;0,5;officiel
0084;3.1;2024;0;officiel
085;5.1;2026;1;officiel
085;5.1;2026;1;officiel
`;
const oddKeyFigures = '084;1;2026-06-01;1;officiel\n085;13;2026K1;99;officiel\n';

describe('rows of regions', () => {
  it('are figures of their own', async () => {
    const dataset = await load(odd);
    expect(dataset.indicator('084', '3.1', 2024)).toMatchObject({ value: '0', place: { file: 'indikatorer.csv' } });
    expect(dataset.indicator('081', '1.2', 2013)?.value).toBe('99');
    expect(dataset.indicator('082', '1.2', 2013)).toBeUndefined();
    expect(dataset.problems.map(({ rule }) => rule.id)).toEqual(['gentagelse']);
  });

  it('change nothing that is checked, counted or newest', async () => {
    const before = await survey('');
    const after = await survey(odd.replace(/^(085;5\.1;.*\n)\1/m, '$1'), oddKeyFigures);
    expect(after.problems).toEqual(before.problems);
    expect(after.summary).toEqual({ ...before.summary, info: { ...before.summary?.info, digest: expect.anything() } });
  });

  it('change no report, nor the spread and the height of the charts in an annex', async () => {
    const [before, after] = [await load(''), await load(odd, oddKeyFigures)];
    for (const subject of [country, ...municipalities.slice(0, 3).map(municipalitySubject)]) {
      const report = (dataset: Dataset) => buildReport(dataset, template, subject, '2026-06-06');
      expect({ ...report(after), dataset: null }).toEqual({ ...report(before), dataset: null });
    }
    const [one, other] = [commonFigures(before, template), commonFigures(after, template)];
    for (const [id, { spread, range }] of one.indicators)
      expect(other.indicators.get(id)).toMatchObject({ spread, range });
  });

  it('that are wrong are told, and stop only what asks for them', async () => {
    const rows =
      '084;1.2;2020;x;officiel\n081;9.1;2027;1;officiel\n085;2.1;2020;50;officiel\n085;2.1;2020;51;officiel\n';
    const dataset = await load(rows);
    expect(dataset.problems.map(({ rule }) => rule.id)).toEqual(['ikke-et-tal', 'efter-udgaven', 'dublet']);
    expect(dataset.indicatorFaults('084', '1.2', 2020).map(({ rule }) => rule.id)).toEqual(['ikke-et-tal']);
    expect(dataset.indicatorFaults('085', '2.1', 2020).map(({ rule }) => rule.id)).toEqual(['dublet']);
    expect(dataset.indicator('085', '2.1', 2020)).toBeUndefined();
    expect(dataset.indicatorFaults('161', '1.2', 1999)).toEqual([]);
    expect(dataset.newestYearFaults(['9.1'])).toEqual([]);
  });

  it('of an unknown area are taken for a subject’s', async () => {
    const dataset = await load('086;1.2;2020;50;officiel\n');
    expect(dataset.indicatorFaults('084', '1.2', 2020)).toEqual([]);
    expect(dataset.problems.map(({ rule }) => rule.id)).toEqual(['ukendt-kommune']);
  });
});
