import { describe, expect, it } from 'vitest';
import { explain, explanationsJson, explanationText } from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { annexReportOf, country, reportOf } from '../helpers/report.ts';

const indicators: Row[] = [
  ['161', '1.1', 2024, '10,35'],
  ['161', '1.1', 2012, '0,85*', 'beregnet'],
  ['161', '1.2', 2022, '1234,5', 'eksempel'],
  ['161', '1.2', 2012, '..'],
  ['000', '4.1', 2024, '50'],
];
const keyFigures: Row[] = [
  ['161', '9', '2025K2', '...'],
  ['000', '9', '2025K2', '1094'],
  ['000', '14', '2023', '1,45'],
];
const report = reportOf({ indicators, keyFigures });

const linesOf = (reference: string, of = report): string[] => explanationText(explain(of, reference)).split('\n');

describe('explain', () => {
  it('shows both figures, the difference and the rounding', () => {
    expect(linesOf('1.1').slice(2)).toEqual([
      '',
      'Forskellen er steget fra 1 pct. point i 2012 til 10 pct. point i 2024; lavere er bedre.',
      '',
      'Statusåret 2024 er det nyeste år, hvor mindst én kommune eller hele landet har et tal for mindst én af indikatorerne 1.1 og 1.2.',
      'Barometerbevægelse (ud fra de afrundede tal): negativ.',
      '',
      'Aktuel status: 10 pct. point',
      '  Tal 2024: 10,35 (officielt tal), indikatorer.csv:2:14',
      '  Afrunding: 10,35 → 10 (én gang, til hele tal; halve afrundes væk fra nul)',
      '',
      'Udvikling siden basismåling: 10 pct. point',
      '  Tal 2024: 10,35 (officielt tal), indikatorer.csv:2:14',
      '  Basismåling 2012: 0,85* (beregnet ud fra offentliggjorte tal, foreløbigt), indikatorer.csv:3:14',
      '  Beregning: 10,35 - 0,85 = 9,50',
      '  Afrunding: 9,50 → 10 (én gang, til hele tal; halve afrundes væk fra nul)',
      '',
    ]);
  });

  it.each([
    ['1.2', 'Der er ingen tal for indikator 1.2 i 2024, så dens nyeste tal bruges, fra 2022.'],
    ['1.2', 'Aktuel status: 1.235 pct. (2022)\n  Tal 2022: 1234,5 (opdigtet tal), indikatorer.csv:4:14'],
    [
      '1.2',
      'Udvikling siden basismåling: (tomt felt)\n  Feltet er tomt: For usikkert eller fortroligt (Basismålingen, Glostrup, indikator 1.2, 2012: indikatorer.csv:5:14).',
    ],
    ['4.1', 'Aktuel status: (tomt felt)\n  Opgøres ikke lokalt.'],
    ['4.1', 'Udvikling siden basismåling: Opgøres ikke\n  Opgøres ikke.'],
    ['2.1', 'Datasættet har ingen tal for målsætningens indikatorer.'],
    [
      'nøgletal 9',
      'Glostrup: (tomt felt)\n  Feltet er tomt: Foreligger ikke (Glostrup, nøgletal 9, 2025K2: noegletal.csv:2:12).',
    ],
    [
      'nøgletal 9',
      'Hele landet: 1.094 personer\n  Tal 2025K2: 1094 (officielt tal), noegletal.csv:3:12\n  Afrunding: ingen; tallet er helt',
    ],
    ['nøgletal 14', 'Feltet er tomt: Foreligger ikke (Glostrup, nøgletal 14, 2023: datasættet har ingen række).'],
    ['nøgletal 14', 'Afrunding: 1,45 → 1,5 (én gang, til 1 decimal; halve afrundes væk fra nul)'],
    ['nøgletal 14', '2023 er den nyeste periode'],
    ['nøgletal 15', 'Datasættet har ingen tal, hverken for en kommune eller for hele landet.'],
  ])('%s: %s', (reference, text) => {
    expect(linesOf(reference).join('\n')).toContain(text);
  });

  it('tells when the owner of the dataset set the status year', () => {
    const set = reportOf({ indicators, statusYears: { 4: 2024 } }, country);
    expect(linesOf('4.1', set)).toContain('Statusåret 2024 er fastsat i datasaet.json.');
  });

  it.each([
    ['noegletal', 'Nøgletal 13', ['noegletal 13', 'nøgletal 13', 'Nøgletal 13', 'nøgletal13', 'no\u0308gletal 13']],
    ['noegletal', 'Nøgletal 13', [' NØGLETAL  13 ', 'noegletal-13']],
    ['indikator', 'Indikator 1.1', ['1.1', 'indikator 1.1', 'Indikator 1.1', '1,1', ' 1.1 ']],
  ])('knows the %s %s by %j', (kind, name, references) => {
    for (const reference of references) expect(explain(report, reference), reference).toMatchObject({ kind, name });
  });

  it.each([
    ['1.9', '1.1'],
    ['13', 'nøgletal 13'],
    ['nøgletal 19', 'nøgletal 1'],
    ['nogletal 4', 'nøgletal 4'],
    ['', '1.1'],
    ['\u001b[31m', '1.1'],
  ])('does not guess at %j but proposes %s', (reference, proposal) => {
    const asked = () => explain(report, reference);
    expect(asked).toThrow(expect.objectContaining({ code: 2, message: expect.stringContaining(proposal) }));
    expect(asked).not.toThrow(/\p{Cc}/u);
  });

  it('is also JSON', () => {
    expect(JSON.parse(explanationsJson([explain(report, '1.1')]))).toMatchObject({
      format: 'barometer-forklaring/1',
      subject: { code: '161' },
      time: '2024',
      cells: [
        { printed: '10 pct. point', unrounded: '10.35', calculation: null },
        {
          unrounded: '9.50',
          calculation: '10,35 - 0,85 = 9,50',
          figures: [{ text: '10,35' }, { text: '0,85*', value: '0.85' }],
        },
      ],
    });
  });
});

describe('explain a sentence of the annex', () => {
  const rows: Row[] = [
    ['161', '1.1', 2024, '10,35'],
    ['161', '1.1', 2012, '16*'],
    ['000', '1.1', 2024, '16,72', 'eksempel'],
    ['161', '1.2', 2024, '60'],
  ];
  const withAnnex = annexReportOf({ indicators: rows });

  it('shows what it counts and the figures', () => {
    expect(linesOf('sammenfatning 1', withAnnex)).toEqual([
      'Sammenfatning 1 for Glostrup, udgave 2026-06',
      'Fremgang på 1 af 6 målsætninger: Arbejde. Bevægelsen kan ikke opgøres for: Uddannelse, Danskkundskaber, Forsørgelse, Udsatte boligområder og Kriminalitet.',
      '',
      'En målsætning har den bevægelse, som mere end halvdelen af dens indikatorer med en bevægelse har; ellers er den blandet. Uden nogen bevægelse kan den ikke opgøres.',
      '',
      'Målsætning 1 Arbejde: positiv',
      'Målsætning 2 Uddannelse: bevægelsen kan ikke opgøres',
      'Målsætning 3 Danskkundskaber: bevægelsen kan ikke opgøres',
      'Målsætning 7 Forsørgelse: bevægelsen kan ikke opgøres',
      'Målsætning 8 Udsatte boligområder: bevægelsen kan ikke opgøres',
      'Målsætning 9 Kriminalitet: bevægelsen kan ikke opgøres',
      '',
      'Indikator 1.1 Beskæftigelsesgab (lavere er bedre)',
      '  Aktuel status: 10 pct. point (2024: 10,35)',
      '  Udvikling: -6 pct. point (2024: 10,35, 2012: 16*); bevægelse: positiv',
      '  Hele landet: 17 pct. point (2024: 16,72 opdigtet); bedre end hele landet',
      '',
      'Tal for hele landet år for år er opdigtede. De er ikke officielle og må ikke bruges som statistik.',
      '',
    ]);
  });

  it('shows no goals where the rule has it so', () => {
    expect(linesOf('Sammenfatning-2', withAnnex).join('\n')).not.toContain('Målsætning 1');
  });

  it('is data too, also by the name of its heading', () => {
    expect(JSON.parse(explanationsJson([explain(withAnnex, 'kort fortalt 3')]))).toMatchObject({
      format: 'barometer-forklaring/1',
      kind: 'sammenfatning',
      name: 'Sammenfatning 3',
      rule: 'country',
      goals: [],
      indicators: [{ id: '1.1', comparison: 'better', country: { value: '16.72' }, status: { value: '10.35' } }],
    });
  });

  it.each([0, 5, 99])('has no number %i, and says which it has', (number) => {
    const message = expect.stringContaining('Der er 4 sætninger. Skriv et tal fra 1 til 4');
    expect(() => explain(withAnnex, `sammenfatning ${number}`)).toThrow(expect.objectContaining({ code: 2, message }));
  });
});
