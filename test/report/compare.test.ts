import { describe, expect, it } from 'vitest';
import {
  compareReports,
  comparisonCsv,
  comparisonJson,
  comparisonText,
  differenceText,
  summarise,
} from '../../src/report/index.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { changedTemplate, municipality, reportOf, template } from '../helpers/report.ts';

const baseline = (value: string): Row => ['161', '1.1', 2012, value];
const indicators = (value: string): Row[] => [['161', '1.1', 2024, '10'], baseline(value), ['161', '1.2', 2024, '74']];
const keyFigures: Row[] = [
  ['161', '13', '2025K1', '50'],
  ['000', '13', '2025K1', '39'],
];
const before = reportOf({ indicators: indicators('16'), keyFigures });

const short = (after: typeof before) =>
  compareReports(before, after).map(({ row, column, kind, before: was, after: is }) => [row, column, kind, was, is]);

describe('compareReports', () => {
  it('finds nothing in the same report', () => {
    expect(compareReports(before, before)).toEqual([]);
    expect(comparisonText(summarise([], 99))).toBe('Ingen tal eller tekster i rapporterne er ændret.\n');
  });

  it('finds exactly the one cell that a changed baseline changes', () => {
    expect(short(reportOf({ indicators: indicators('17'), keyFigures }))).toEqual([
      ['Indikator 1.1', 'Udvikling siden basismåling', 'tal', '-6 pct. point', '-7 pct. point'],
    ]);
  });

  it('passes over what prints the same', () => {
    expect(short(reportOf({ indicators: indicators('16,4'), keyFigures }))).toEqual([]);
  });

  it('finds new years and periods, and cells that become blank', () => {
    const after = reportOf({
      indicators: [...indicators('16'), ['101', '1.1', 2025, '9']],
      keyFigures: [...keyFigures, ['000', '13', '2025K2', '40']],
    });
    expect(short(after)).toEqual([
      ['Målsætning 1', 'Aktuel status', 'tid', '2024', '2025'],
      ['Indikator 1.1', 'Aktuel status', 'tal', '10 pct. point', ''],
      ['Indikator 1.1', 'Udvikling siden basismåling', 'tal', '-6 pct. point', ''],
      ['Indikator 1.2', 'Aktuel status', 'tal', '74 pct.', '74 pct. (2024)'],
      ['Nøgletal 13', 'Periode', 'tid', '1. kvartal 2025', '2. kvartal 2025'],
      ['Nøgletal 13', 'Glostrup', 'tal', '50 pct.', ''],
      ['Nøgletal 13', 'Hele landet', 'tal', '39 pct.', '40 pct.'],
    ]);
  });

  it('finds the notice, other wording, and rows that one of them lacks', () => {
    const other = changedTemplate(({ maalsaetninger, noegletal }) => {
      maalsaetninger.maal[0].indikatorer.pop();
      maalsaetninger.maal[0].basisaar = 2013;
      noegletal.grupper[0].noegletal[0].tekst = 'Visiterede';
    });
    const rows: Row[] = [
      ['161', '1.1', 2024, '10'],
      ['161', '1.1', 2013, '16', 'eksempel'],
    ];
    expect(short(reportOf({ indicators: rows, keyFigures }, municipality('Glostrup'), other))).toEqual([
      ['', 'Bemærkning', 'ordlyd', '', template.notice],
      ['Målsætning 1', 'Udvikling siden basismåling', 'tid', 'Siden 2012', 'Siden 2013'],
      ['Indikator 1.1', 'Udvikling siden basismåling', 'kilde', 'officiel', 'eksempel'],
      ['Nøgletal 1', 'Tekst', 'ordlyd', 'Visterede personer med opholdstilladelse efter særloven', 'Visiterede'],
      ['Indikator 1.2', 'Tekst', 'ordlyd', expect.stringContaining('1.2 Beskæf'), null],
      ['Indikator 1.2', 'Aktuel status', 'tal', '74 pct.', null],
      ['Indikator 1.2', 'Udvikling siden basismåling', 'tal', '', null],
    ]);
  });

  it('finds a figure of other provenance that shows the same', () => {
    const official = reportOf({ indicators: indicators('16'), keyFigures });
    const [status, ...others] = indicators('16');
    const rows: Row[] = [[...(status as Row), 'beregnet'] as unknown as Row, ...others];
    const found = compareReports(official, reportOf({ indicators: rows, keyFigures }));
    expect(found.map(({ row, column, kind, before: was, after: is }) => [row, column, kind, was, is])).toEqual([
      ['Indikator 1.1', 'Aktuel status', 'kilde', 'officiel', 'beregnet'],
      ['Indikator 1.1', 'Udvikling siden basismåling', 'kilde', 'officiel', 'beregnet'],
    ]);
  });

  it('refuses what only looks like a report', () => {
    const { goals: _, ...damaged } = before;
    expect(() => compareReports(damaged as typeof before, before)).toThrow(TypeError);
  });

  it('refuses two subjects', () => {
    expect(() => compareReports(before, reportOf({}, municipality('Aarhus')))).toThrow(RangeError);
  });
});

describe('summarise', () => {
  const names = ['Glostrup', 'Odense', 'Aarhus'];
  const reportsOf = (values: readonly string[], country: string) =>
    names.map((name) => {
      const rows = names.map((one, i): Row => [municipality(one).code, '1.2', 2024, values[i] ?? '']);
      const subject = municipality(name);
      const local: Row = [subject.code, '13', '2025K1', '50'];
      return reportOf({ indicators: rows, keyFigures: [local, ['000', '13', '2025K1', country]] }, subject);
    });
  const compared = (values: readonly string[], country: string) => {
    const now = reportsOf(values, country);
    const differences = reportsOf(['70', '71', '..'], '39').flatMap((was, i) =>
      compareReports(was, now[i] as typeof was),
    );
    return summarise(differences, names.length);
  };

  it('counts municipalities by series, and tells once what is alike in all reports', () => {
    const { series, common, others } = compared(['72', '..', '75,5'], '40');
    expect(series[0]).toMatchObject({
      ...{ row: 'Indikator 1.2', name: 'Beskæftigelsesfrekvens', changed: 1, fresh: 1, blank: 1, gone: 0 },
      ...{ median: '2', largest: { name: 'Glostrup', change: '2' } },
    });
    expect(series[1]).toMatchObject({
      row: 'Nøgletal 13',
      changed: 0,
      country: { before: '39 pct.', after: '40 pct.' },
    });
    expect(common.map(({ row, column }) => [row, column])).toEqual([['Nøgletal 13', 'Hele landet']]);
    expect(others.map(({ subject }) => subject.name)).toEqual(names);
  });

  it('gives the median and the largest change with their signs, the series that most differ in first', () => {
    const { series } = compared(['73,5', '66', '..'], '40');
    expect(series.map(({ row, changed, median, largest }) => [row, changed, median, largest?.change])).toEqual([
      ['Indikator 1.2', 2, '-0.75', '-5'],
      ['Nøgletal 13', 0, null, undefined],
    ]);
  });

  it('is shown above the list', () => {
    expect(comparisonText(compared(['73,5', '66', '..'], '40'))).toBe(
      [
        'Antal kommuner, hvis tal er ændret, serie for serie:',
        'Serie          Navn                                   Tid     Ændret  Median  Størst  Hos     Hele landet',
        'Indikator 1.2  Beskæftigelsesfrekvens                 2024         2   -0,75      -5  Odense',
        'Nøgletal 13    I lønmodtagerbeskæftigelse efter 3 år  2025K1                                  39 pct. -> 40 pct.',
        '',
        'Ens i alle 3 rapporter:',
        'Felt         Kolonne      Før      Nu       Kilde',
        'Nøgletal 13  Hele landet  39 pct.  40 pct.  Officielt',
        '',
        'Kommune   Felt           Kolonne        Før      Nu       Kilde',
        'Glostrup  Indikator 1.2  Aktuel status  70 pct.  74 pct.  Officielt',
        'Odense    Indikator 1.2  Aktuel status  71 pct.  66 pct.  Officielt',
        '',
      ].join('\n'),
    );
  });
});

describe('a comparison of one report', () => {
  const after = reportOf({ indicators: indicators('17'), keyFigures: keyFigures.slice(1) });
  const official = compareReports(before, after);
  const comparison = summarise(official, 1);

  it('is a table for people', () => {
    expect(comparisonText(comparison)).toBe(
      [
        'Kommune   Felt           Kolonne                      Før            Nu             Kilde',
        'Glostrup  Indikator 1.1  Udvikling siden basismåling  -6 pct. point  -7 pct. point  Officielt',
        'Glostrup  Nøgletal 13    Glostrup                     50 pct.        (tom)          Officielt',
        '',
      ].join('\n'),
    );
  });

  it('marks what is made up in one of them, in its line and below', () => {
    const madeUp = reportOf({ indicators: [...indicators('16').slice(0, 1), ['161', '1.1', 2012, '17', 'eksempel']] });
    const real = reportOf({ indicators: indicators('16') });
    const notice = 'Sammenligningen indeholder opdigtede tal. De er ikke officielle og må ikke bruges som statistik.';
    for (const differences of [compareReports(real, madeUp), compareReports(madeUp, real)]) {
      const { series, ...rest } = summarise(differences, 1);
      const text = comparisonText({ series, ...rest });
      expect(text).toMatch(/^Glostrup +Indikator 1\.1 +Udvikling siden basismåling +-[67] pct.* +Opdigtet$/m);
      expect(text).toMatch(/^Glostrup +Indikator 1\.2 +Aktuel status .*Officielt$/m);
      expect(text.endsWith(`\n\n${notice}\n`)).toBe(true);
      expect(comparisonText({ series, ...rest, reports: 2 })).toMatch(/^Indikator 1\.1 .* Ja$/m);
      expect(Object.fromEntries(series.map((one) => [one.row, one.madeUp]))).toEqual({
        'Indikator 1.1': true,
        'Indikator 1.2': false,
      });
      expect(differences.map(differenceText).filter((line) => line.endsWith(' (opdigtet)'))).not.toEqual([]);
    }
    expect(comparisonText(comparison)).not.toMatch(/opdigtet/i);
    expect(official.map(differenceText).join()).not.toContain('opdigtet');
  });

  it('is CSV for Excel, with numbers, times and provenance', () => {
    expect(comparisonCsv(comparison).split('\r\n')).toEqual([
      '\uFEFFkommunekode;kommune;tabel;felt;kolonne;art;foer;nu;findes;vaerdi_foer;vaerdi_nu;tid_foer;tid_nu;kilde_foer;kilde_nu',
      '161;Glostrup;Målsætninger og indikatorer;Indikator 1.1;Udvikling siden basismåling;tal;-6 pct. point;-7 pct. point;begge;-6;-7;2012-2024;2012-2024;officiel;officiel',
      '161;Glostrup;Nøgletal om flygtninge;Nøgletal 13;Glostrup;tal;50 pct.;;begge;50;;2025K1;2025K1;officiel;',
      '',
    ]);
  });

  it('disarms wording in its CSV, but no number', () => {
    const wording = changedTemplate(({ maalsaetninger, noegletal }) => {
      maalsaetninger.opgoeresIkke = '-6 pct.-point';
      maalsaetninger.maal[0].indikatorer[0].udviklingsenhed = 'pct.-point';
      noegletal.grupper[0].noegletal[0].tekst = '=1+1';
    });
    const after = reportOf({ indicators: indicators('17'), keyFigures }, municipality('Glostrup'), wording);
    const fields = comparisonCsv(summarise(compareReports(before, after), 1))
      .split('\r\n')
      .map((line) => line.split(';')[7]);
    expect([...new Set(fields)]).toEqual(['nu', '-7 pct.-point', "'-6 pct.-point", "'=1+1", undefined]);
  });

  it('is JSON for machines', () => {
    const { format, reports, differences: read } = JSON.parse(comparisonJson(comparison));
    expect([format, reports, read.length, read[0]]).toEqual([
      'barometer-forskelle/2',
      1,
      2,
      {
        subject: { code: '161', name: 'Glostrup' },
        table: 'Målsætninger og indikatorer',
        row: 'Indikator 1.1',
        column: 'Udvikling siden basismåling',
        kind: 'tal',
        before: '-6 pct. point',
        after: '-7 pct. point',
        cells: {
          before: { value: '-6', time: '2012-2024', provenance: 'officiel' },
          after: { value: '-7', time: '2012-2024', provenance: 'officiel' },
        },
      },
    ]);
  });
});
