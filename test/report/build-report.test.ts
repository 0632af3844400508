import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/danish/index.ts';
import type { Problem } from '../../src/dataset/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { municipalitySubject } from '../../src/report/index.ts';
import { type FakeOptions, fakeProblem, type Row, series } from '../helpers/fake-dataset.ts';
import { country, indicatorOf, keyFigureOf, municipality, reportOf, template } from '../helpers/report.ts';

const glostrup = '161';

describe('status and change', () => {
  it('computes the change from unrounded figures and rounds it once', () => {
    const report = reportOf({ indicators: series(glostrup, '1.2', { 2024: '10,35', 2012: '0,85' }) });
    const { status, change } = indicatorOf(report, '1.2');
    expect([status.text, status.value]).toEqual(['10 pct.', '10.35']);
    expect([change.text, change.value]).toEqual(['10 pct. point', '9.50']);
    expect(change.figures.map(({ role, time, text }) => [role, time, text])).toEqual([
      ['status', '2024', '10,35'],
      ['baseline', '2012', '0,85'],
    ]);
  });

  it.each([
    ['10,2', '10,6', '0 pct. point'], // -0,4 is not "-0"
    ['10', '12,5', '-3 pct. point'], // half away from zero
    ['12,5', '10', '3 pct. point'],
    ['-', '5', '-5 pct. point'], // the StatBank's zero
  ])('%s against %s is a change of %s', (status, baseline, text) => {
    const indicators = series(glostrup, '1.2', { 2024: status, 2012: baseline });
    expect(indicatorOf(reportOf({ indicators }), '1.2').change.text).toBe(text);
  });

  it('is blank, with the reason, when either figure is missing', () => {
    const report = reportOf({
      indicators: [
        ...series(glostrup, '1.1', { 2024: '..', 2012: '16' }),
        ...series(glostrup, '1.2', { 2024: '74', 2012: '' }),
        ...series(glostrup, '2.1', { 2024: '90' }),
        ['101', '1.1', 2024, '12'],
        ['101', '2.2', 2024, '80'],
      ],
    });
    const blanks = ['1.1', '1.2', '2.1', '2.2'].map((id) => {
      const { status, change, movement } = indicatorOf(report, id);
      return [status.text, status.blank, change.text, change.blank, movement];
    });
    expect(blanks).toEqual([
      ['', 'confidential', '', 'confidential', null],
      ['74 pct.', null, '', 'empty', null],
      ['90 pct.', null, '', 'no-row', null],
      ['', 'no-row', '', 'no-row', null],
    ]);
    expect(indicatorOf(report, '2.2').status.spoken).toBe('Foreligger ikke');
  });
});

// Which year and period each cell is of is compared with a second computation in oracle.test.ts. Here is the rest.

describe('status year', () => {
  const rows: Row[] = [
    ...series(glostrup, '1.1', { 2023: '11', 2012: '16' }),
    ['101', '1.1', 2024, '12'],
    ['101', '1.2', 2025, '..'],
  ];

  it('is the newest year in which any subject has a number, the same for all', () => {
    const own = reportOf({ indicators: rows });
    expect(own.goals.goals[0]).toMatchObject({ statusYear: 2024, statusText: '2024', statusYearSet: false });
    expect(indicatorOf(own, '1.1').status).toMatchObject({ text: '', blank: 'no-row' });
    const other = reportOf({ indicators: rows }, municipality('København'));
    expect(indicatorOf(other, '1.1').status.text).toBe('12 pct. point');
  });

  it('is what the dataset sets', () => {
    const report = reportOf({ indicators: rows, statusYears: { 1: 2023 } });
    expect(report.goals.goals[0]).toMatchObject({ statusYear: 2023, statusYearSet: true });
    expect(indicatorOf(report, '1.1').change.text).toBe('-5 pct. point');
  });

  it('is empty when nobody has a number', () => {
    const goal = reportOf({}).goals.goals[0];
    expect(goal).toMatchObject({ statusYear: null, statusText: '', baselineText: 'Siden 2012', movement: null });
  });
});

it('a local report says what is measured nationally only, whatever the data holds', () => {
  const indicators = [...series('000', '5.1', { 2024: '30', 2012: '40' }), ...series(glostrup, '5.1', { 2024: '99' })];
  const { status, change } = indicatorOf(reportOf({ indicators }), '5.1');
  expect(status).toMatchObject({ text: '', spoken: 'Opgøres ikke lokalt', blank: 'not-local', figures: [] });
  expect(change).toMatchObject({ text: 'Opgøres ikke', spoken: null, blank: 'not-local', figures: [] });
});

it('key figures have their period and name, beside the whole country, which stands alone in its own report', () => {
  const keyFigures: Row[] = [
    [glostrup, '13', '2024K4', '50'],
    ['000', '13', '2025K1', '39,4*'],
    ['000', '10', '2025M09', '57,5'],
  ];
  const report = reportOf({ keyFigures });
  expect(report.keyFigures.map((table) => table.columns)).toEqual(Array(3).fill(['Glostrup', 'Hele landet']));
  expect(keyFigureOf(report, 13)).toMatchObject({
    period: '1. kvartal 2025',
    cells: [{ text: '' }, { text: '39 pct.', figures: [{ provisional: true, text: '39,4*' }] }],
  });
  expect(keyFigureOf(report, 10)).toMatchObject({ period: 'September 2025', label: 'Nøgletal 10' });
  expect(keyFigureOf(report, 2)).toMatchObject({ period: '', cells: [{ blank: 'no-row' }, { blank: 'no-row' }] });
  const national = reportOf({ keyFigures }, country);
  expect(national.keyFigures.map((table) => table.columns)).toEqual(Array(3).fill(['Hele landet']));
});

describe('title, notice and date', () => {
  it('names the municipality, or nobody', () => {
    expect(reportOf({}).title.text).toBe(
      'Udviklingsrapport: Det lokale integrationsbarometer samt nøgletal om flygtninge. Glostrup. Juni 2026.',
    );
    expect(reportOf({}, country).title).toMatchObject({
      text: 'Udviklingsrapport: Det nationale integrationsbarometer samt nøgletal om flygtninge. Juni 2026.',
      subject: '',
    });
    expect(reportOf({}).dateLine).toBe('Rapport dannet d. 6/6-2026.');
  });

  it.each<[string, FakeOptions]>([
    ['a status', { indicators: [[glostrup, '1.1', 2024, '10', 'eksempel']] }],
    [
      'a baseline',
      { indicators: [...series(glostrup, '1.1', { 2024: '10' }), [glostrup, '1.1', 2012, '16', 'eksempel']] },
    ],
    ["the whole country's column", { keyFigures: [['000', '1', '2025', '7', 'eksempel']] }],
  ])('tells of a made-up figure in %s', (_, rows) => {
    expect(reportOf(rows).notice).toBe(template.notice);
  });

  it('tells nothing of made-up figures of others, or that are not used', () => {
    const indicators: Row[] = [
      ['101', '1.1', 2024, '10', 'eksempel'],
      [glostrup, '1.1', 2020, '10', 'eksempel'],
      [glostrup, '1.1', 2024, '10'],
    ];
    expect(reportOf({ indicators, keyFigures: [['101', '1', '2025', '7', 'eksempel']] }).notice).toBeNull();
  });
});

describe('wrong rows', () => {
  const made = (cells: Record<string, Problem[]>, newest = {}) => {
    const keyFigures: Row[] = [['000', '1', '2025', '7']];
    return () => reportOf({ indicators: [[glostrup, '1.1', 2024, '10']], keyFigures, faults: { cells, newest } });
  };
  const blocked = (...problems: Problem[]) => expect.objectContaining({ code: 65, problems });

  const needed = ['161 1.1 2024', '161 1.1 2012', '161 1 2025', '000 1 2025', '161 1.2 2024'];
  it.each(needed)('stop a report that needs %s', (cell) => {
    const problem = fakeProblem(7);
    expect(made({ [cell]: [problem] })).toThrow(blocked(problem));
  });

  const others = ['101 1.1 2024', '161 1.1 2020', '161 1 2024', '000 1.1 2024', '161 5.1 2024'];
  it.each(others)('let a report pass that does not need %s', (cell) => {
    expect(made({ [cell]: [fakeProblem(7)] })).not.toThrow();
  });

  it.each(['5.1', '13'])('stop every report where they could move the newest year or period of %s', (id) => {
    const problem = fakeProblem(8);
    expect(made({}, { [id]: [problem] })).toThrow(blocked(problem));
  });

  it('are all named, once, with their places', () => {
    const [first, second] = [fakeProblem(3, 'abc'), fakeProblem(9)];
    const message = [
      'Rapporten for Glostrup kan ikke laves, fordi datasættet har 2 fejl:',
      'indikatorer.csv:3:14: fejl: "abc" er ikke et tal. Skriv et tal med decimalkomma.',
      'indikatorer.csv:9:14: fejl: "x" er ikke et tal. Skriv et tal med decimalkomma.',
    ].join('\n');
    expect(made({ '161 1.1 2024': [first], '161 1.1 2012': [first, second] })).toThrow(
      expect.objectContaining({ message, problems: [first, second] }),
    );
  });

  it('do not flood the screen', () => {
    const many = Array.from({ length: 500 }, (_, index) => fakeProblem(index + 2));
    expect(made({ '161 1.1 2024': many })).toThrow(/^([^\n]*\n){1,8}[^\n]*$/);
  });
});

it('never shows the number of another municipality', () => {
  // Every figure is made of its subject's code, so a foreign number is seen at once.
  const codes = municipalities.map(({ code }) => code);
  const locals = template.goals.goals.flatMap((goal) => goal.indicators).filter((one) => !one.nationalOnly);
  const indicators = codes.flatMap((code) => locals.map(({ id }): Row => [code, id, 2024, `${code}000`]));
  const keyFigures = [...codes, '000'].map((code): Row => [code, '1', '2025', `${code}000`]);
  fc.assert(
    fc.property(fc.constantFrom(...municipalities), (one) => {
      const report = reportOf({ indicators, keyFigures }, municipalitySubject(one));
      const shown = report.goals.goals.flatMap((goal) => goal.indicators).map((indicator) => indicator.status.text);
      const own = formatNumber(String(Number(`${one.code}000`)), 0);
      expect(shown.filter((text) => text !== '').map((text) => text.split(' ')[0])).toEqual(locals.map(() => own));
      expect(keyFigureOf(report, 1).cells.map((cell) => cell.text)).toEqual([`${own} personer`, '0 personer']);
    }),
    { seed: 10, numRuns: 30 },
  );
});
