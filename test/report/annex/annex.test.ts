import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type Annex, type AnnexIndicator, BlockedReport } from '../../../src/report/index.ts';
import { fakeProblem, type Row } from '../../helpers/fake-dataset.ts';
import { annexReportOf, changedTemplate, country, municipality, reportOf, template } from '../../helpers/report.ts';

const glostrup = municipality('Glostrup');

function annexOf(indicators: readonly Row[], subject = glostrup, wording = template): Annex {
  const { annex } = annexReportOf({ indicators }, subject, wording);
  if (annex === null) throw new Error('No annex');
  return annex;
}

function indicatorOf(annex: Annex, id: string): AnnexIndicator {
  const found = annex.goals.flatMap((goal) => goal.indicators).find((one) => one.id === id);
  if (found === undefined) throw new Error(`No indicator ${id}`);
  return found;
}

const goalMovement = (annex: Annex, number: number) => annex.goals.find((goal) => goal.number === number)?.movement;

const series = (code: string, id: string, values: Readonly<Record<number, string>>): Row[] =>
  Object.entries(values).map(([year, value]): Row => [code, id, Number(year), value]);

/** Figures of some municipalities in a year. */
const others = (id: string, year: number, values: readonly string[]): Row[] =>
  ['101', '147', '151', '153', '155', '157', '159'].flatMap((code, index): Row[] =>
    values[index] === undefined ? [] : [[code, id, year, values[index]]],
  );

const notesUnder = (annex: Annex, heading: string): string[] =>
  annex.notes.find((group) => group.heading === heading)?.notes.map(({ text }) => text) ?? [];

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
  it('has every year, with and without a row', () => {
    const { history } = indicatorOf(
      annexOf([
        ...series('161', '9.1', { 2012: '3', 2013: '..' }),
        ...series('000', '9.1', { 2012: '1234,5*', 2015: '3' }),
      ]),
      '9.1',
    );
    expect(history.map(({ year }) => year)).toEqual([2012, 2013, 2014, 2015]);
    expect(history.map(({ subject }) => subject.blank)).toEqual([null, 'confidential', 'no-row', 'no-row']);
    expect(history[0]).toEqual({
      year: 2012,
      subject: { value: '3', text: '3', spoken: null, blank: null, provisional: false, provenance: 'officiel' },
      country: { value: '1234.5', text: '1.235', spoken: null, blank: null, provisional: true, provenance: 'officiel' },
    });
    expect(history[1]?.subject.spoken).toBe('For usikkert eller fortroligt');
  });

  it('of the whole country has the country as its subject and nothing beside it', () => {
    const annex = annexOf(series('000', '4.1', { 2012: '42', 2013: '43' }), country);
    expect(indicatorOf(annex, '4.1').history.map((year) => Object.keys(year))).toEqual([
      ['year', 'subject'],
      ['year', 'subject'],
    ]);
    expect(Object.keys(annex.names)).toEqual(['subject']);
    expect(annex.columns.chart).toBe('År for år');
  });

  it('never shows a municipality what is measured for the whole country only', () => {
    const { history, shown, chart } = indicatorOf(
      annexOf([...series('161', '4.1', { 2024: '42' }), ...series('000', '4.1', { 2024: '50' })]),
      '4.1',
    );
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

describe('movement', () => {
  const pair = (id: string, from: string, to: string): Row[] => series('161', id, { 2012: from, 2024: to });

  it.each([
    ['one alone', [pair('9.1', '3', '2')], 9, 'positive'],
    ['three alike', [pair('2.1', '9', '8'), pair('2.2', '9', '8'), pair('2.3', '9', '8')], 2, 'negative'],
    ['two alike, one unchanged', [pair('2.1', '8', '9'), pair('2.2', '8', '9'), pair('2.3', '9', '9')], 2, 'positive'],
    [
      'two alike, one the other way',
      [pair('2.1', '8', '9'), pair('2.2', '8', '9'), pair('2.3', '9', '8')],
      2,
      'positive',
    ],
    ['one of each', [pair('2.1', '8', '9'), pair('2.2', '9', '8'), pair('2.3', '9', '9')], 2, 'mixed'],
    ['one each way', [pair('1.1', '9', '8'), pair('1.2', '9', '8')], 1, 'mixed'],
    ['one up, one unchanged', [pair('1.1', '9', '8'), pair('1.2', '9', '9')], 1, 'mixed'],
    ['one of three known', [pair('2.1', '8', '9')], 2, 'positive'],
    ['unchanged once rounded', [pair('1.1', '9,4', '8,6')], 1, 'unchanged'],
    ['none with both figures', [series('161', '1.1', { 2024: '9' })], 1, null],
  ])('of a goal: %s', (_, rows, goal, expected) => {
    expect(goalMovement(annexOf(rows.flat()), goal)).toBe(expected);
  });

  it('is told by shape and word', () => {
    const annex = annexOf(pair('1.1', '9', '12'));
    expect(annex.goals[0]?.movementText).toEqual({ shape: '▼', word: 'Negativ' });
    expect(indicatorOf(annex, '1.1')).toMatchObject({
      movementText: { shape: '▼', word: 'Negativ' },
      betterText: 'lavere er bedre',
    });
    expect(annex.goals[1]?.movementText).toBeNull();
  });
});

describe('spread', () => {
  it('has the mean of the middle two as the median of an even count, exactly', () => {
    const annex = annexOf(others('1.2', 2024, ['70,10', '60,25', '50', '60,2', '40', '80']));
    expect(indicatorOf(annex, '1.2').spread).toMatchObject({
      year: 2024,
      count: 6,
      lowest: '40',
      median: '60.225',
      highest: '80',
      texts: { lowest: '40', median: '60', highest: '80', count: '6 kommuner' },
      alt: 'Blandt 6 kommuner med tal i 2024: lavest 40, median 60, højest 80 pct.',
    });
  });

  it('needs five municipalities with a number, the country not counted', () => {
    const four = [...others('1.2', 2024, ['1', '2', '3', '4', '..']), ...series('000', '1.2', { 2024: '5' })];
    expect(indicatorOf(annexOf(four), '1.2').spread).toBeNull();
    expect(indicatorOf(annexOf(others('1.2', 2024, ['1', '2', '3', '4', '5'])), '1.2').spread?.median).toBe('3');
    const three = changedTemplate(({ bilag }) => {
      bilag.spredning.mindstKommuner = 3;
    });
    expect(indicatorOf(annexOf(four, glostrup, three), '1.2').spread?.count).toBe(4);
  });

  it('is of the newest year of the indicator, also when its goal has a newer one', () => {
    const rows = [...others('1.1', 2022, ['1', '2', '3', '4', '5']), ...series('161', '1.2', { 2024: '60' })];
    expect(indicatorOf(annexOf(rows), '1.1').spread?.year).toBe(2022);
  });
});

describe('chart', () => {
  const chartOf = (rows: readonly Row[], id = '1.2') => indicatorOf(annexOf(rows), id);
  const status = series('000', '1.2', { 2024: '60' });

  it('of nothing gives the reason', () => {
    const { chart, alt } = chartOf([...status, ...series('161', '1.2', { 2024: '..' })]);
    expect(chart).toMatchObject({ kind: 'none', reason: 'For usikkert eller fortroligt', first: null, last: null });
    expect(alt).toBe(
      'Ingen kurve. Glostrup: ingen tal. Hele landet: 60 pct. i 2024. Alle årene står i tabellen nedenfor.',
    );
  });

  it('of one figure is a dot', () => {
    const { chart, alt } = chartOf([...status, ...series('161', '1.2', { 2020: '55,5' })]);
    expect(chart).toMatchObject({
      kind: 'dot',
      countryKind: 'dot',
      first: null,
      last: { year: 2020, text: '56 pct.' },
    });
    expect(alt).toContain('Punkter 2012-2024. Glostrup: 56 pct. i 2020. Hele landet:');
  });

  it('of two figures is two dots, also of years that follow', () => {
    const { chart, alt } = chartOf(series('161', '1.2', { 2012: '50', 2013: '51' }));
    expect(chart).toMatchObject({
      kind: 'dots',
      first: { year: 2012, text: '50' },
      last: { year: 2013, text: '51 pct.' },
    });
    expect(alt).toBe(
      'Punkter 2012-2013. Glostrup: 50 pct. i 2012 og 51 pct. i 2013. Alle årene står i tabellen nedenfor.',
    );
  });

  it('of three figures that are years apart is dots', () => {
    expect(chartOf(series('161', '1.2', { 2012: '50', 2018: '51', 2024: '52' })).chart.kind).toBe('dots');
  });

  it('of more is a line whose gaps are told', () => {
    const { chart, alt } = chartOf(
      series('161', '1.2', { 2012: '64', 2013: '61', 2014: '62', 2016: '..', 2018: '73,6', 2019: '74*' }),
    );
    expect(chart.kind).toBe('line');
    expect(alt).toBe(
      'Kurve 2012-2019. Glostrup: fra 64 til 74 pct., lavest 61 i 2013, højest 74 i 2019. ' +
        'Glostrup: ingen tal i 2015-2017. Glostrup: foreløbige tal i 2019. Alle årene står i tabellen nedenfor.',
    );
  });

  it('of figures that print alike says so, whatever their decimals', () => {
    expect(chartOf(series('161', '1.2', { 2012: '64,1', 2013: '64,2', 2014: '63,9' })).alt).toContain(
      'Glostrup: 64 pct. i alle målinger. ',
    );
  });

  it('names years where a series does not begin or end with the chart', () => {
    const rows = [...series('161', '1.2', { 2013: '50', 2014: '51', 2015: '52' }), ...status];
    expect(chartOf(rows).alt).toContain(
      'Glostrup: fra 50 i 2013 til 52 pct. i 2015, lavest 50 i 2013, højest 52 i 2015.',
    );
  });

  it('of counts is steps, without the country, whose part they are', () => {
    const {
      chart,
      comparison,
      status: sides,
    } = chartOf(
      [
        ...series('161', '8.1', { 2018: '2', 2019: '1', 2020: '0' }),
        ...series('000', '8.1', { 2018: '29', 2020: '8' }),
      ],
      '8.1',
    );
    expect(chart).toMatchObject({
      kind: 'steps',
      countryKind: 'none',
      country: null,
      range: { lowest: '0', highest: '2' },
    });
    expect(comparison).toBeNull();
    expect(sides.country?.text).toBe('8 parallelsamfund');
  });

  it('is as high for all municipalities', () => {
    const rows = [
      ...series('161', '1.1', { 2012: '16', 2024: '-3,5' }),
      ...series('101', '1.1', { 2015: '40,25' }),
      ...series('000', '1.1', { 2013: '-4', 2011: '99' }),
    ];
    const ranges = [glostrup, municipality('Læsø'), country].map(
      (one) => indicatorOf(annexOf(rows, one), '1.1').chart.range,
    );
    expect(new Set(ranges.map((range) => JSON.stringify(range)))).toEqual(
      new Set(['{"lowest":"-4","highest":"40.25"}']),
    );
  });
});

describe('Kort fortalt', () => {
  it('is one sentence when there is nothing to tell', () => {
    const annex = annexOf([]);
    expect(annex.summary).toEqual(['Der er tal for 0 af 9 målsætninger.']);
    expect(annex.grounds).toEqual([{ rule: 'coverage', goals: [], indicators: [] }]);
  });

  it('has at most six sentences, with Danish lists, and names all of equal size', () => {
    const annex = annexOf([
      ...series('161', '1.1', { 2012: '16', 2024: '11' }),
      ...series('161', '1.2', { 2012: '60', 2024: '65' }),
      ...series('161', '2.1', { 2012: '60', 2024: '57' }),
      ...series('161', '3.1', { 2012: '60', 2024: '61' }),
      ...series('161', '3.3', { 2012: '60', 2024: '59' }),
      ...series('161', '7.2', { 2012: '20', 2024: '18' }),
      ...series('161', '8.1', { 2018: '9', 2024: '0' }),
      ...series('161', '9.1', { 2012: '3', 2024: '3' }),
      ...series('000', '1.2', { 2024: '65,4' }),
      ...series('000', '7.2', { 2024: '20' }),
      ...series('000', '8.1', { 2024: '20' }),
    ]);
    expect(annex.summary).toEqual([
      'Der er tal for 6 af 9 målsætninger.',
      'Udviklingen siden basismålingen er positiv for 3 målsætninger: Arbejde, Forsørgelse og Udsatte boligområder.',
      'Udviklingen siden basismålingen er negativ for 1 målsætning: Uddannelse.',
      'Udviklingen siden basismålingen er uændret for 1 målsætning: Kriminalitet; den er blandet for 1 målsætning: Danskkundskaber.',
      'Bevægelsen i positiv retning er størst for 1.1 Beskæftigelsesgab (-5 pct. point) og 1.2 Beskæftigelsesfrekvens (5 pct. point); i negativ retning er den størst for 2.1 Mindst 2 i skriftlig dansk og matematik (-3 pct. point).',
      'Af 2 indikatorer i pct. og pct. point er Glostrup bedre end hele landet på 1, dårligere på 0 og på niveau på 1.',
    ]);
    expect(annex.grounds.map(({ rule }) => rule)).toEqual([
      'coverage',
      'positive',
      'negative',
      'steady',
      'largest',
      'country',
    ]);
    expect(annex.grounds[4]?.indicators).toEqual(['1.1', '1.2', '2.1']);
  });

  it('does not call a change that prints 0 the largest', () => {
    const annex = annexOf(series('161', '1.2', { 2012: '60,4', 2024: '60,6' }));
    expect(indicatorOf(annex, '1.2').movement).toBe('positive');
    expect(annex.grounds.map(({ rule }) => rule)).toEqual(['coverage', 'positive']);
  });

  it('follows the order of the template', () => {
    const wording = changedTemplate(({ bilag }) => {
      bilag.kortFortalt.raekkefoelge = ['stoerst', 'tal'];
    });
    const annex = annexOf(series('161', '1.2', { 2012: '60', 2024: '61' }), glostrup, wording);
    expect(annex.grounds.map(({ rule }) => rule)).toEqual(['largest', 'coverage']);
  });
});

describe('notes', () => {
  it('say why each blank is blank, and which figures are provisional', () => {
    const annex = annexReportOf({
      indicators: [
        ...series('161', '1.1', { 2012: '..', 2013: '...', 2014: '10*' }),
        ...series('000', '1.1', { 2012: '1', 2013: '1', 2014: '1' }),
      ],
      keyFigures: [
        ['161', '13', '2025K1', ''],
        ['000', '13', '2025K1', '39*'],
      ],
    }).annex as Annex;
    const blanks = notesUnder(annex, 'Tomme felter');
    expect(blanks[0]).toBe(
      'Datasættet angiver tallet som for usikkert eller fortroligt (..): Indikator 1.1, 2012 (Udvikling siden basismåling).',
    );
    expect(blanks[1]).toBe(
      'Datasættet angiver tallet som for usikkert eller fortroligt (..), i tabellerne over årene: Indikator 1.1, Glostrup: 2012.',
    );
    expect(blanks[3]).toBe('Tallet er ikke udfyldt i datasættet: Nøgletal 13, 1. kvartal 2025 (Glostrup).');
    expect(blanks.at(-1)).toContain('Indikatoren opgøres kun for hele landet: Indikator 3.2 (hele rækken); ');
    expect(notesUnder(annex, 'Foreløbige tal')).toEqual([
      'Foreløbige tal: Indikator 1.1, 2014 (hele rækken); Nøgletal 13, 1. kvartal 2025 (Hele landet).',
      'Foreløbige tal i kurver og tabeller over årene: Indikator 1.1, Glostrup: 2014.',
    ]);
  });

  it('name the dataset and its sources', () => {
    const { annex } = annexReportOf({});
    expect(annex?.notes.at(-1)).toEqual({
      heading: 'Kilder',
      notes: [
        { text: 'Datasæt: Prøvedata', url: null },
        { text: 'Ingen', url: 'https://example.org' },
      ],
    });
  });
});

describe('made-up figures', () => {
  const indicators = series('161', '1.2', { 2012: '60', 2024: '61' });
  it.each<[string, Row[]]>([
    ['of a year between', [['161', '1.2', 2020, '60', 'eksempel']]],
    ['of the country', [['000', '1.2', 2020, '60', 'eksempel']]],
    [
      'in a spread',
      others('1.2', 2024, ['1', '2', '3', '4', '5']).map(([a, b, c, d]): Row => [a, b, c, d, 'eksempel']),
    ],
  ])('%s are told on page 1 when there is an annex', (_, rows) => {
    const all = { indicators: [...indicators, ...rows] };
    expect(reportOf(all).notice).toBeNull();
    expect(annexReportOf(all).notice).toBe(template.notice);
  });
});

describe('wrong rows', () => {
  const indicators = [...series('161', '1.2', { 2012: '60', 2024: '61' }), ...series('000', '1.2', { 2024: '61' })];
  const wrong = fakeProblem(7);
  const made =
    (cell: string, subject = glostrup) =>
    () =>
      annexReportOf({ indicators, faults: { cells: { [cell]: [wrong] } } }, subject);

  it.each([
    ['of a year between of the subject', '161 1.2 2020'],
    ['of a year between of the country', '000 1.2 2020'],
    ['of the status year of any municipality', '825 1.2 2024'],
  ])('%s stop a report with an annex, and only that', (_, cell) => {
    expect(made(cell)).toThrow(BlockedReport);
    expect(() => reportOf({ indicators, faults: { cells: { [cell]: [wrong] } } })).not.toThrow();
  });

  it('of another municipality’s years between stop nothing', () => {
    expect(made('825 1.2 2020')).not.toThrow();
  });

  it('of a region stop the annexes of its municipalities only', () => {
    expect(made('084 1.2 2020')).toThrow(BlockedReport);
    expect(made('085 1.2 2020')).not.toThrow();
    expect(made('084 1.2 2020', country)).not.toThrow();
  });

  it('are each told once', () => {
    try {
      made('161 1.2 2024')();
    } catch (fault) {
      expect((fault as BlockedReport).problems).toEqual([wrong]);
      return;
    }
    throw new Error('The report was made');
  });
});

describe('a template without wording for an annex', () => {
  const bare = changedTemplate((raw) => {
    delete raw.bilag;
  });

  it('makes reports without one', () => {
    expect(reportOf({}, glostrup, bare).annex).toBeNull();
  });

  it('is refused with what to add', () => {
    const asked = () => annexReportOf({}, glostrup, bare);
    expect(asked).toThrow(UserError);
    expect(asked).toThrow(/intet afsnit "bilag".*docs\/skabelon\.md/s);
  });

  it('may leave out short names', () => {
    const long = changedTemplate(({ maalsaetninger }) => {
      delete maalsaetninger.maal[0].indikatorer[0].kort;
    });
    expect(indicatorOf(annexOf([], glostrup, long), '1.1').name).toContain('Beskæftigelsesgab mellem 25-64-årige');
  });
});
