import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/formats/json.ts';
import type { Report } from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { violationsOf } from '../helpers/json-schema.ts';
import { annexReportOf, country, municipality, reportOf, templateText } from '../helpers/report.ts';
import { shippedReport } from '../helpers/shipped.ts';

const violations = violationsOf('report');
const asJson = (report: Report): unknown => JSON.parse(JSON.stringify(report));

const glostrup = shippedReport(municipality('Glostrup'));

/** With a region, a spread, a provisional figure and a blank. */
const annexRows: Row[] = [
  ...['101', '147', '151', '153', '155', '161'].map((code): Row => [code, '1.2', 2024, '60,5']),
  ['161', '1.2', 2012, '50*'],
  ['161', '1.2', 2013, '..'],
  ['000', '1.2', 2024, '64', 'eksempel'],
  ['084', '1.2', 2024, '66'],
];

describe('docs/report.schema.json', () => {
  it.each([
    ['a municipality', glostrup],
    ['the whole country', shippedReport(country)],
    ['a dataset without figures', reportOf({})],
    ['made-up and provisional figures', reportOf({ indicators: [['161', '1.1', 2024, '-1,50*', 'eksempel']] })],
    ['an annex', annexReportOf({ indicators: annexRows })],
    ["the whole country's annex", annexReportOf({ indicators: annexRows }, country)],
    ['an annex without figures', annexReportOf({})],
  ])('fits the report of %s', (_, report) => {
    expect(violations(asJson(report))).toEqual([]);
  });

  it.each<[string, (report: ReturnType<typeof JSON.parse>) => void]>([
    ['a missing field', (report) => delete report.notice],
    ['an unknown field', (report) => Object.assign(report, { extra: 1 })],
    ['a wrong format', (report) => Object.assign(report, { format: 'barometer-report/2' })],
    ['a cell that is a text', ({ goals }) => Object.assign(goals.goals[0].indicators[0], { status: '10' })],
    ['a value with a comma', ({ keyFigures }) => Object.assign(keyFigures[0].rows[0].cells[0], { value: '1,5' })],
    ['no word about the annex', (report) => delete report.annex],
    ['an annex that is a text', (report) => Object.assign(report, { annex: 'bilag' })],
  ])('refuses %s', (_, spoil) => {
    const report = asJson(glostrup);
    spoil(report);
    expect(violations(report)).not.toEqual([]);
  });

  it('fits the file, which ends with the SHA-256 of the rest', async () => {
    const file = Buffer.from((await json.renderer()(glostrup)).bytes).toString();
    const { sha256, ...report } = JSON.parse(file);
    expect(violations({ ...report, sha256 })).toEqual([]);
    expect(report).toEqual(glostrup);
    const rest = file.replace(`,\n  "sha256": "${sha256}"`, '');
    expect(createHash('sha256').update(rest).digest('hex')).toBe(sha256);
  });

  it('loses nothing', () => {
    expect(asJson(glostrup)).toEqual(glostrup);
    const annexed = annexReportOf({ indicators: annexRows });
    expect(asJson(annexed)).toEqual(annexed);
  });
});

it('docs/template.schema.json fits the template that comes with the program, and says no', () => {
  const raw = JSON.parse(templateText) as Record<string, unknown>;
  const ofTemplate = violationsOf('template');
  expect(ofTemplate(raw)).toEqual([]);
  expect(ofTemplate({ ...raw, datolinje: 'Dannet {dag}' })).toHaveLength(1);
});
