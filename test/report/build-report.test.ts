import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/danish/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { BlockedReport, municipalitySubject } from '../../src/report/index.ts';
import { fakeProblem, type Row } from '../helpers/fake-dataset.ts';
import { country, indicatorOf, keyFigureOf, municipality, reportOf, template } from '../helpers/report.ts';

const glostrup = '161';

describe('status and change', () => {
  it('computes the change from unrounded figures and rounds it once', () => {
    const report = reportOf({
      indicators: [
        [glostrup, '1.2', 2024, '10,35'],
        [glostrup, '1.2', 2012, '0,85'],
      ],
    });
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
    const rows: Row[] = [
      [glostrup, '1.2', 2024, status],
      [glostrup, '1.2', 2012, baseline],
    ];
    expect(indicatorOf(reportOf({ indicators: rows }), '1.2').change.text).toBe(text);
  });

  it('is blank, with the reason, when either figure is missing', () => {
    const report = reportOf({
      indicators: [
        [glostrup, '1.1', 2024, '..'],
        [glostrup, '1.1', 2012, '16'],
        [glostrup, '1.2', 2024, '74'],
        [glostrup, '1.2', 2012, ''],
        [glostrup, '2.1', 2024, '90'],
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
    expect(indicatorOf(report, '2.2').status.spoken).toBe('Ikke oplyst');
  });
});

describe('status year', () => {
  const rows: Row[] = [
    [glostrup, '1.1', 2023, '11'],
    [glostrup, '1.1', 2012, '16'],
    ['101', '1.1', 2024, '12'],
    ['101', '1.2', 2025, '..'],
  ];

  it('is the newest year in which any subject has a number, the same for all', () => {
    const own = reportOf({ indicators: rows });
    expect(own.goals.goals[0]).toMatchObject({ statusYear: 2024, statusText: '2024', statusYearSet: false });
    expect(indicatorOf(own, '1.1').status).toMatchObject({ text: '', blank: 'no-row' });
    expect(indicatorOf(reportOf({ indicators: rows }, municipality('København')), '1.1').status.text).toBe(
      '12 pct. point',
    );
  });

  it('is what the dataset sets', () => {
    const report = reportOf({ indicators: rows, statusYears: { 1: 2023 } });
    expect(report.goals.goals[0]).toMatchObject({ statusYear: 2023, statusYearSet: true });
    expect(indicatorOf(report, '1.1')).toMatchObject({
      status: { text: '11 pct. point' },
      change: { text: '-5 pct. point' },
    });
  });

  it('stands behind the newest figure of an indicator that nobody has measured in it', () => {
    const surveys: Row[] = [
      ['000', '4.1', 2024, '50'],
      ['000', '4.2', 2022, '52,4'],
      ['000', '4.2', 2020, '1'],
      ['000', '4.2', 2012, '40'],
    ];
    const report = reportOf({ indicators: surveys }, country);
    expect(indicatorOf(report, '4.1').status.text).toBe('50 pct.');
    expect(indicatorOf(report, '4.2')).toMatchObject({
      status: { text: '52 pct. (2022)' },
      change: { text: '12 pct. point' },
    });
  });

  it('leaves a subject blank that lacks the newest figure of such an indicator', () => {
    const report = reportOf({
      indicators: [
        [glostrup, '1.1', 2024, '10'],
        ['101', '1.2', 2022, '70'],
        [glostrup, '1.2', 2021, '69'],
      ],
    });
    expect(indicatorOf(report, '1.2').status).toMatchObject({ text: '', blank: 'no-row' });
  });

  it('never shows a figure that is newer than the year that the dataset sets', () => {
    const report = reportOf({
      indicators: [
        [glostrup, '1.1', 2022, '10'],
        [glostrup, '1.2', 2021, '69'],
        [glostrup, '1.2', 2024, '71'],
      ],
      statusYears: { 1: 2022 },
    });
    expect(indicatorOf(report, '1.2').status.text).toBe('69 pct. (2021)');
  });

  it('is empty when nobody has a number', () => {
    const goal = reportOf({}).goals.goals[0];
    expect(goal).toMatchObject({ statusYear: null, statusText: '', baselineText: 'Siden 2012', movement: null });
  });
});

describe('indicators that are measured nationally only', () => {
  const indicators: Row[] = [
    ['000', '5.1', 2024, '30'],
    ['000', '5.1', 2012, '40'],
    [glostrup, '5.1', 2024, '99'],
  ];

  it('say so in a local report, whatever the data holds', () => {
    const { status, change } = indicatorOf(reportOf({ indicators }), '5.1');
    expect(status).toMatchObject({ text: '', spoken: 'Opgøres ikke lokalt', blank: 'not-local', figures: [] });
    expect(change).toMatchObject({ text: 'Opgøres ikke', spoken: null, blank: 'not-local', figures: [] });
  });

  it('have figures in the national report', () => {
    const { status, change, movement } = indicatorOf(reportOf({ indicators }, country), '5.1');
    expect([status.text, change.text, movement]).toEqual(['30 pct.', '-10 pct. point', 'positive']);
  });
});

describe('key figures', () => {
  const keyFigures: Row[] = [
    [glostrup, '13', '2024K4', '50'],
    ['000', '13', '2025K1', '39,4'],
    ['000', '14', '2023', '1,45'],
    ['000', '1', '2025-12-31', '62920'],
    [glostrup, '1', '2025-12-31', '1'],
    ['000', '10', '2025M09', '57,5'],
  ];

  it('are of the newest period that any subject has a number for, beside the whole country', () => {
    const report = reportOf({ keyFigures });
    const texts = (number: number) => keyFigureOf(report, number).cells.map((cell) => cell.text);
    expect(report.keyFigures.map((table) => table.columns)).toEqual(Array(3).fill(['Glostrup', 'Hele landet']));
    expect(keyFigureOf(report, 13).period).toBe('1. kvartal 2025');
    expect(texts(13)).toEqual(['', '39 pct.']);
    expect(texts(14)).toEqual(['', '1,5 pct.']);
    expect(texts(1)).toEqual(['1 personer', '62.920 personer']);
    expect(keyFigureOf(report, 10)).toMatchObject({ period: 'September 2025', label: 'Nøgletal 10' });
    expect(keyFigureOf(report, 2)).toMatchObject({ period: '', cells: [{ blank: 'no-row' }, { blank: 'no-row' }] });
  });

  it('have one column in the national report', () => {
    const report = reportOf({ keyFigures }, country);
    expect(report.keyFigures.map((table) => table.columns)).toEqual(Array(3).fill(['Hele landet']));
    expect(keyFigureOf(report, 1).cells.map((cell) => cell.text)).toEqual(['62.920 personer']);
  });
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

  it.each<[string, Row[], Row[]]>([
    ['a status', [[glostrup, '1.1', 2024, '10', 'eksempel']], []],
    [
      'a baseline',
      [
        [glostrup, '1.1', 2024, '10'],
        [glostrup, '1.1', 2012, '16', 'eksempel'],
      ],
      [],
    ],
    ["the whole country's column", [], [['000', '1', '2025', '7', 'eksempel']]],
  ])('tells of a made-up figure in %s', (_, indicators, keyFigures) => {
    expect(reportOf({ indicators, keyFigures }).notice).toBe(template.notice);
  });

  it('tells nothing of made-up figures of others, or that are not used', () => {
    const indicators: Row[] = [
      ['101', '1.1', 2024, '10', 'eksempel'],
      [glostrup, '1.1', 2020, '10', 'eksempel'],
      [glostrup, '1.1', 2024, '10'],
    ];
    expect(reportOf({ indicators, keyFigures: [['101', '1', '2025', '7', 'eksempel']] }).notice).toBeNull();
  });

  it('carries that a figure is provisional', () => {
    const report = reportOf({ keyFigures: [['000', '1', '2025', '7*']] });
    expect(keyFigureOf(report, 1).cells[1]).toMatchObject({
      text: '7 personer',
      figures: [{ provisional: true, text: '7*' }],
    });
  });
});

describe('wrong rows', () => {
  const indicators: Row[] = [[glostrup, '1.1', 2024, '10']];
  const keyFigures: Row[] = [['000', '1', '2025', '7']];
  const blockedBy = (cells: Record<string, ReturnType<typeof fakeProblem>[]>, newest = {}) => {
    try {
      reportOf({ indicators, keyFigures, faults: { cells, newest } });
    } catch (error) {
      if (error instanceof BlockedReport) return error;
      throw error;
    }
    return null;
  };

  it.each([
    '161 1.1 2024',
    '161 1.1 2012',
    '161 1 2025',
    '000 1 2025',
    '161 1.2 2024',
  ])('stop a report that needs %s', (cell) => {
    const problem = fakeProblem(7);
    expect(blockedBy({ [cell]: [problem] })).toMatchObject({ code: 65, problems: [problem] });
  });

  it.each([
    '101 1.1 2024',
    '161 1.1 2020',
    '161 1 2024',
    '000 1.1 2024',
    '161 5.1 2024',
  ])('let a report pass that does not need %s', (cell) => {
    expect(blockedBy({ [cell]: [fakeProblem(7)] })).toBeNull();
  });

  it('stop every report where they could move the status year or the period', () => {
    const problem = fakeProblem(8);
    expect(blockedBy({}, { '5.1': [problem] })?.problems).toEqual([problem]);
    expect(blockedBy({}, { '13': [problem] })?.problems).toEqual([problem]);
  });

  it('are all named, once, with their places', () => {
    const [first, second] = [fakeProblem(3, 'abc'), fakeProblem(9)];
    const blocked = blockedBy({ '161 1.1 2024': [first], '161 1.1 2012': [first, second] });
    expect(blocked?.problems).toEqual([first, second]);
    expect(blocked?.message).toBe(
      [
        'Rapporten for Glostrup er ikke dannet, fordi data har 2 fejl:',
        'indikatorer.csv:3:14: fejl: "abc" er ikke et tal. Skriv et tal med decimalkomma.',
        'indikatorer.csv:9:14: fejl: "x" er ikke et tal. Skriv et tal med decimalkomma.',
      ].join('\n'),
    );
  });

  it('do not flood the screen', () => {
    const many = Array.from({ length: 500 }, (_, index) => fakeProblem(index + 2));
    expect(blockedBy({ '161 1.1 2024': many })?.message.split('\n').length).toBeLessThan(10);
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
