import { describe, expect, it } from 'vitest';
import { compareReports, differencesCsv, differencesJson, differencesText } from '../../src/report/index.ts';
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
    expect(differencesText([])).toBe('Ingen trykte tal eller tekster er ændret.\n');
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
      ['Nøgletal 1', 'Tekst', 'ordlyd', 'Visterede personer med opholdstilladelse efter særloven', 'Visiterede'],
      ['Indikator 1.2', 'Tekst', 'ordlyd', expect.stringContaining('1.2 Beskæf'), null],
      ['Indikator 1.2', 'Aktuel status', 'tal', '74 pct.', null],
      ['Indikator 1.2', 'Udvikling siden basismåling', 'tal', '', null],
    ]);
  });

  it('refuses two subjects', () => {
    expect(() => compareReports(before, reportOf({}, municipality('Aarhus')))).toThrow(RangeError);
  });
});

describe('the list of differences', () => {
  const differences = compareReports(
    before,
    reportOf({ indicators: indicators('17'), keyFigures: keyFigures.slice(1) }),
  );

  it('is a table for people', () => {
    expect(differencesText(differences)).toBe(
      [
        'Kommune   Felt           Kolonne                      Før            Nu',
        'Glostrup  Indikator 1.1  Udvikling siden basismåling  -6 pct. point  -7 pct. point',
        'Glostrup  Nøgletal 13    Glostrup                     50 pct.        (tom)',
        '',
      ].join('\n'),
    );
  });

  it('is CSV for Excel', () => {
    expect(differencesCsv(differences).split('\r\n')).toEqual([
      '\uFEFFkommunekode;kommune;tabel;felt;kolonne;art;foer;nu;findes',
      '161;Glostrup;Målsætninger og indikatorer;Indikator 1.1;Udvikling siden basismåling;tal;-6 pct. point;-7 pct. point;begge',
      '161;Glostrup;Nøgletal om flygtninge;Nøgletal 13;Glostrup;tal;50 pct.;;begge',
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
    const fields = differencesCsv(compareReports(before, after))
      .split('\r\n')
      .map((line) => line.split(';')[7]);
    expect([...new Set(fields)]).toEqual(['nu', '-7 pct.-point', "'-6 pct.-point", "'=1+1", undefined]);
  });

  it('is JSON for machines', () => {
    const { format, differences: read } = JSON.parse(differencesJson(differences));
    expect([format, read.length, read[0]]).toEqual([
      'barometer-forskelle/1',
      2,
      {
        subject: { code: '161', name: 'Glostrup' },
        table: 'Målsætninger og indikatorer',
        row: 'Indikator 1.1',
        column: 'Udvikling siden basismåling',
        kind: 'tal',
        before: '-6 pct. point',
        after: '-7 pct. point',
      },
    ]);
  });
});
