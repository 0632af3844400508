import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type Annex, BlockedReport } from '../../../src/report/index.ts';
import { fakeProblem, type Row, series } from '../../helpers/fake-dataset.ts';
import {
  annexReportOf,
  changedTemplate,
  country,
  indicatorIn,
  municipality,
  reportOf,
  template,
} from '../../helpers/report.ts';

// Numbers, movements, spreads and sentences are compared with a second computation in oracle.test.ts, and what the
// annexes of the shipped dataset say with golden files in golden.test.ts. Here is what neither of them meets.

const glostrup = municipality('Glostrup');

function annexOf(indicators: readonly Row[], subject = glostrup, wording = template): Annex {
  const { annex } = annexReportOf({ indicators }, subject, wording);
  if (annex === null) throw new Error('No annex');
  return annex;
}

const indicatorOf = (annex: Annex, id: string) => indicatorIn(annex.goals, id);

/** Figures of five municipalities, none of them Glostrup, in 2024. */
const five = ['101', '147', '151', '153', '155'].map((code): Row => [code, '1.2', 2024, '60']);

const notesUnder = (annex: Annex | null, heading: string): string[] =>
  annex?.notes.find((group) => group.heading === heading)?.notes.map(({ text }) => text) ?? [];

describe('without an annex', () => {
  it('the report only says that there is none', () => {
    expect(reportOf({}).annex).toBeNull();
    expect(Object.keys(reportOf({})).at(-1)).toBe('annex');
  });

  it('the report around an annex is the same as without', () => {
    const indicators = series('161', '1.1', { 2012: '16', 2024: '10' });
    expect({ ...annexReportOf({ indicators }), annex: null }).toEqual(reportOf({ indicators }));
  });
});

describe('history', () => {
  it('never shows a municipality what is measured for the whole country only', () => {
    const annex = annexOf([...series('161', '4.1', { 2024: '42' }), ...series('000', '4.1', { 2024: '50' })]);
    const { history, shown, chart } = indicatorOf(annex, '4.1');
    expect(history.at(-1)).toMatchObject({ subject: { value: null, blank: 'not-local' }, country: { value: '50' } });
    expect(shown).toBe(false);
    expect(chart).toMatchObject({ kind: 'none', reason: 'Opgøres ikke lokalt' });
  });

  it('has the region where the dataset has a row for it, and only there', () => {
    const rows = [...series('161', '1.1', { 2012: '16', 2014: '10' }), ...series('161', '1.2', { 2014: '60' })];
    const without = annexOf(rows);
    expect(without.names).toEqual({ subject: 'Glostrup', country: 'Hele landet' });
    const annex = annexOf([...rows, ['084', '1.1', 2013, '12,5'], ['085', '1.2', 2013, '60']]);
    expect(annex.names).toEqual({ subject: 'Glostrup', region: 'Region Hovedstaden', country: 'Hele landet' });
    const { history, status } = indicatorOf(annex, '1.1');
    expect(history.map(({ region }) => region?.text)).toEqual(['', '13', '']);
    expect(status.region?.blank).toBe('no-row');
    expect(indicatorOf(annex, '1.2').history.some((year) => 'region' in year)).toBe(false);
    expect(indicatorOf(annex, '1.2').status).not.toHaveProperty('region');
  });

  it('is empty when nobody has a figure, or only before the baseline', () => {
    expect(indicatorOf(annexOf([]), '1.1')).toMatchObject({ history: [], shown: false, spread: null });
    expect(indicatorOf(annexOf(series('161', '1.1', { 2010: '3' })), '1.1')).toMatchObject({ history: [] });
  });
});

describe('chart', () => {
  const own = (values: Readonly<Record<number, string>>) => series('161', '1.2', values);
  const status = series('000', '1.2', { 2024: '60' });

  it.each<[what: string, rows: Row[], kind: string, alt: string]>([
    [
      'one figure is a dot, also of the country',
      [...status, ...own({ 2020: '55,5' })],
      'dot',
      'Punkter 2012-2024. Glostrup: 56 pct. i 2020. Hele landet: 60 pct. i 2024.',
    ],
    [
      'figures that are years apart is dots, however many',
      own({ 2012: '50', 2018: '51', 2024: '52' }),
      'dots',
      'Punkter 2012-2024.',
    ],
    [
      'neighbouring years is a line whose gaps and provisional figures are told',
      own({ 2012: '64', 2013: '61', 2014: '62', 2016: '..', 2018: '73,6', 2019: '74*' }),
      'line',
      'Kurve 2012-2019. Glostrup: fra 64 til 74 pct., lavest 61 i 2013, højest 74 i 2019. ' +
        'Glostrup: ingen tal i 2015-2017. Glostrup: foreløbige tal i 2019.',
    ],
    [
      'figures that print alike says so, whatever their decimals',
      own({ 2012: '64,1', 2013: '64,2', 2014: '63,9' }),
      'line',
      'Glostrup: 64 pct. i alle målinger.',
    ],
    [
      'a series that does not begin or end with the chart names its years',
      [...own({ 2013: '50', 2014: '51', 2015: '52' }), ...status],
      'line',
      'Glostrup: fra 50 i 2013 til 52 pct. i 2015, lavest 50 i 2013, højest 52 i 2015.',
    ],
  ])('of %s', (_, rows, kind, alt) => {
    const indicator = indicatorOf(annexOf(rows), '1.2');
    expect(indicator.chart.kind).toBe(kind);
    expect(indicator.alt).toContain(alt);
  });

  it('is as high for all municipalities', () => {
    const rows = [
      ...series('161', '1.1', { 2012: '16', 2024: '-3,5' }),
      ...series('101', '1.1', { 2015: '40,25' }),
      ...series('000', '1.1', { 2013: '-4', 2011: '99' }),
    ];
    for (const one of [glostrup, municipality('Læsø'), country]) {
      expect(indicatorOf(annexOf(rows, one), '1.1').chart.range).toEqual({ lowest: '-4', highest: '40.25' });
    }
  });
});

describe('the template', () => {
  it('says how many municipalities a spread needs', () => {
    const six = changedTemplate(({ bilag }) => {
      bilag.spredning.mindstKommuner = 6;
    });
    expect(indicatorOf(annexOf(five), '1.2').spread?.count).toBe(5);
    expect(indicatorOf(annexOf(five, glostrup, six), '1.2').spread).toBeNull();
  });

  it('says in which order sentences come', () => {
    const wording = changedTemplate(({ bilag }) => {
      bilag.kortFortalt.punkter = ['kunHeleLandet', 'fremgang'];
    });
    const annex = annexOf(series('161', '1.2', { 2012: '60', 2024: '61' }), glostrup, wording);
    expect(annex.grounds.map(({ rule }) => rule)).toEqual(['national', 'progress']);
  });

  it('may leave out short names', () => {
    const long = changedTemplate(({ maalsaetninger }) => {
      delete maalsaetninger.maal[0].indikatorer[0].kort;
    });
    expect(indicatorOf(annexOf([], glostrup, long), '1.1').name).toContain('Beskæftigelsesgab mellem 25-64-årige');
  });

  it('without wording for an annex makes reports without one, and is refused with what to add', () => {
    const bare = changedTemplate((raw) => {
      delete raw.bilag;
    });
    expect(reportOf({}, glostrup, bare).annex).toBeNull();
    const asked = () => annexReportOf({}, glostrup, bare);
    expect(asked).toThrow(UserError);
    expect(asked).toThrow(/intet afsnit "bilag".*docs\/skabelon\.md/s);
  });
});

it('neither a change that prints 0 nor one of a count is called the largest', () => {
  const annex = annexOf([
    ...series('161', '1.2', { 2012: '60,4', 2024: '60,6' }),
    ...series('161', '8.1', { 2018: '9', 2024: '0' }),
  ]);
  expect(indicatorOf(annex, '1.2').movement).toBe('positive');
  expect(annex.grounds.map(({ rule }) => rule)).toEqual(['goals', 'national']);
});

it('a spread is of the newest year of its indicator, also when its goal has a newer one', () => {
  const annex = annexOf([...five, ...series('161', '1.1', { 2025: '9' })]);
  expect(indicatorOf(annex, '1.2').spread?.year).toBe(2024);
});

it('notes name the column of a blank that is not the whole row, and provisional figures', () => {
  const indicators = [
    ...series('161', '1.1', { 2012: '..', 2013: '...', 2014: '10*' }),
    ...series('000', '1.1', { 2012: '1', 2013: '1', 2014: '1' }),
  ];
  const { annex } = annexReportOf({ indicators, keyFigures: [['000', '13', '2025K1', '39*']] });
  expect(notesUnder(annex, 'Tomme felter')[0]).toBe(
    'For usikkert eller fortroligt: Udvikling siden basismåling for indikator 1.1 (2012).',
  );
  expect(notesUnder(annex, 'Foreløbige tal')).toEqual([
    'Foreløbige tal: indikator 1.1 (2014); Hele landet for nøgletal 13 (1. kvartal 2025).',
    'Foreløbige tal i kurver og tabellen over alle årene: Indikator 1.1, Glostrup: 2014.',
  ]);
});

const shown = series('161', '1.2', { 2012: '60', 2024: '61' });

const rest = 'De er ikke officielle og må ikke bruges som statistik.';

it.each<[string, Row[], string]>([
  ['of a year between', [['161', '1.2', 2020, '60', 'eksempel']], 'for Glostrup år for år'],
  ['of the country', [['000', '1.2', 2020, '60', 'eksempel']], 'for hele landet år for år'],
  ['of the region', [['084', '1.2', 2020, '60', 'eksempel']], 'for Region Hovedstaden år for år'],
  [
    'in a spread',
    five.map(([code, id, year, value]): Row => [code, id, year, value, 'eksempel']),
    'for de andre kommuner',
  ],
])('made-up figures %s are said on the first page of the annex, not on that of the report', (_, rows, whose) => {
  const all = { indicators: [...shown, ...rows] };
  expect(reportOf(all).notice).toBeNull();
  expect(annexReportOf(all).notice).toBeNull();
  expect(annexReportOf(all).annex?.notice).toBe(`Tal ${whose} er opdigtede. ${rest}`);
});

it('made-up figures of the report itself are said on its first page only', () => {
  const report = annexReportOf({ indicators: [...shown, ['161', '1.1', 2024, '10', 'eksempel']] });
  expect(report.notice).toBe(template.notice);
  expect(report.annex?.notice).toBeNull();
  expect(report.madeUp).toMatchObject({ goals: true, keyFigures: false, country: false, others: false });
});

it('a municipality whose value is the quartile lies in the middle half', () => {
  const values = ['101', '147', '151', '153', '161'].map((code, at): Row => [code, '1.1', 2024, String(at * 10)]);
  const quarterOf = (name: string) => indicatorOf(annexOf(values, municipality(name)), '1.1').spread?.quarter;
  expect(['København', 'Frederiksberg', 'Ballerup', 'Brøndby', 'Glostrup'].map(quarterOf)).toEqual([
    'best',
    'middle',
    'middle',
    'middle',
    'worst',
  ]);
});

it('a count that nearly all have 0 of says so', () => {
  const values = ['101', '147', '151', '153', '155'].map((code, at): Row => [code, '8.1', 2024, at === 4 ? '7' : '0']);
  const spread = indicatorOf(annexOf([...values, ['161', '8.1', 2024, '0']]), '8.1').spread;
  expect(spread).toMatchObject({ zeros: 5, texts: { place: '5 af 6 kommuner har 0; højest 7' } });
});

it('an end of a curve that is older than the chart has its year', () => {
  const { chart } = indicatorOf(
    annexOf([...series('161', '1.1', { 2012: '29', 2015: '12' }), ['000', '1.1', 2024, '17']]),
    '1.1',
  );
  expect(chart).toMatchObject({
    kind: 'ends',
    first: { text: '29' },
    last: { year: 2015, text: '12 pct. point (2015)', short: '12 (2015)' },
  });
});

describe('wrong rows', () => {
  const wrong = fakeProblem(7);
  const withWrong = (...cells: string[]) => ({
    indicators: [...shown, ...series('000', '1.2', { 2024: '61' })],
    faults: { cells: Object.fromEntries(cells.map((cell) => [cell, [wrong]])) },
  });

  it.each([
    ['of a year between of the subject', '161 1.2 2020'],
    ['of a year between of the country', '000 1.2 2020'],
    ['of its region', '084 1.2 2020'],
  ])('%s stop a report with an annex, and only that', (_, cell) => {
    expect(() => annexReportOf(withWrong(cell))).toThrow(BlockedReport);
    expect(() => reportOf(withWrong(cell))).not.toThrow();
  });

  it('of the status year of another municipality leave out the spread that they may belong to, and say so', () => {
    const { annex } = annexReportOf(withWrong('825 1.2 2024'));
    const [spread, other] = ['1.2', '1.1'].map((id) => indicatorIn(annex?.goals ?? [], id));
    expect(spread).toMatchObject({
      spread: null,
      spreadFault: 'Vises ikke: datasættet har fejl i kommunernes tal for 2024',
    });
    expect(other?.spreadFault).toBeNull();
  });

  it('of years between of other municipalities, and of other regions, stop nothing', () => {
    expect(() => annexReportOf(withWrong('825 1.2 2020', '085 1.2 2020'))).not.toThrow();
    expect(() => annexReportOf(withWrong('084 1.2 2020'), country)).not.toThrow();
  });

  it('are each told once', () => {
    expect(() => annexReportOf(withWrong('161 1.2 2024'))).toThrow(expect.objectContaining({ problems: [wrong] }));
  });
});
