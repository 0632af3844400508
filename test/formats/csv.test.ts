import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvField, csvFile } from '../../src/csv.ts';
import { reportCsv, yearsCsv } from '../../src/formats/csv.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { annexReportOf, changedTemplate, country, municipality, reportOf } from '../helpers/report.ts';

const indicators: Row[] = [
  ['161', '1.1', 2024, '10,35*'],
  ['161', '1.1', 2012, '16', 'beregnet'],
  ['161', '1.2', 2024, '..'],
  ['101', '1.2', 2024, '70'],
  ['161', '1.2', 2012, '60', 'eksempel'],
];
const report = reportOf({ indicators, keyFigures: [['000', '1', '2025-12-31', '62920']] });

const read = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

describe('reportCsv', () => {
  const rows = read(reportCsv(report));

  it('has one line per cell', () => {
    expect(rows).toHaveLength(21 * 2 + 18 * 2);
    expect(read(reportCsv(reportOf({}, country)))).toHaveLength(21 * 2 + 18);
  });

  it('has the unrounded value, the printed text and what it rests on', () => {
    const [header, , change] = reportCsv(report).split('\r\n');
    expect(header).toBe(
      '\uFEFFkommunekode;kommune;tabel;nummer;tekst;kolonne;vaerdi;enhed;trykt;tid;basistid;kilde;foreloebig;tomt;sted',
    );
    expect(change).toMatch(/^161;Glostrup;Målsætninger og indikatorer;Indikator 1\.1;1\.1 Beskæftigelsesgab[^;]*;Udv/);
    expect(change).toMatch(/;Udvikling siden basismåling\*;-5,65;pct\. point;-6 pct\. point;2024;2012;beregnet;ja;;/);
    expect(change).toMatch(/;indikatorer\.csv:2:14, indikatorer\.csv:3:14$/);
  });

  it('says why a cell is blank', () => {
    expect(rows[3]).toMatchObject({ vaerdi: '', trykt: '', kilde: 'eksempel', tomt: 'For usikkert eller fortroligt' });
    expect(rows.find((row) => row['nummer'] === 'Indikator 5.1')).toMatchObject({
      trykt: '',
      tomt: 'Opgøres ikke lokalt',
      kilde: '',
    });
    expect(rows.filter((row) => row['nummer'] === 'Nøgletal 1')).toMatchObject([
      { kolonne: 'Glostrup', trykt: '', tomt: 'Foreligger ikke', sted: 'ingen række' },
      { kolonne: 'Hele landet', vaerdi: '62920', trykt: '62.920 personer', tid: '2025-12-31' },
    ]);
  });

  it('disarms what is no number, whatever it looks like, and no number, whatever its unit', () => {
    const template = changedTemplate(({ maalsaetninger }) => {
      maalsaetninger.opgoeresIkke = '-6 pct. point';
      for (const indicator of maalsaetninger.maal[0].indikatorer) {
        Object.assign(indicator, { udviklingsenhed: 'pct.-point', enhed: '-pct.' });
      }
    });
    const rows = read(reportCsv(reportOf({ indicators }, municipality('Glostrup'), template)));
    expect(rows[0]).toMatchObject({ vaerdi: '10,35', enhed: "'-pct.", trykt: '10 -pct.' });
    expect(rows[1]).toMatchObject({ vaerdi: '-5,65', enhed: 'pct.-point', trykt: '-6 pct.-point' });
    expect(rows.filter(({ trykt }) => trykt === "'-6 pct. point")).toHaveLength(8);
  });

  it('ends its lines as Windows does', () => {
    const text = reportCsv(report);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('csvFile', () => {
  const written = (field: CsvField) => read(csvFile([['a'], [field]]))[0]?.['a'];

  const formulas = ['=1+1', '+45 1234', '-1+cmd|x', '@SUM(A1)', '\t=1', '\r=1', '-', '-6 =x', '-6 pct. point'];
  it.each(formulas)('disarms %j', (text) => {
    expect(written(text)).toBe(`'${text}`);
  });

  it.each(['-6 pct.-point', '-5,65', '-1.234,5 kr.', '-3 omdannelsesområder'])('leaves the number %j', (number) => {
    expect(written({ number })).toBe(number);
  });

  it.each(['10 pct. (2022)', 'a=b', "'=1"])('leaves the text %j', (text) => {
    expect(written(text)).toBe(text);
  });

  it('reads back, whatever the fields hold', () => {
    const field = fc.string({ unit: fc.constantFrom(...'aæ1;"\n\r= -,') });
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 4 }), (fields) => {
        const [, back] = parse(csvFile([fields, fields]), {
          bom: true,
          delimiter: ';',
          record_delimiter: '\r\n',
        }) as string[][];
        const bare = (back ?? []).map((text, index) => (text === `'${fields[index]}` ? fields[index] : text));
        if (fields.some((text) => text !== '')) expect(bare).toEqual(fields);
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});

describe('yearsCsv', () => {
  const rows: Row[] = [
    ['161', '1.1', 2012, '10,35*'],
    ['161', '1.1', 2013, '..'],
    ['084', '1.1', 2013, '-9,5', 'beregnet'],
    ['000', '1.1', 2013, '1234,5', 'eksempel'],
  ];
  const text = yearsCsv(annexReportOf({ indicators: rows }));
  const lines = read(text);

  it('has one line per indicator, year and area, with a figure or without', () => {
    expect(lines.filter(({ nummer }) => nummer === 'Indikator 1.1')).toHaveLength(2 * 3);
    expect(lines.filter(({ nummer }) => nummer === 'Indikator 1.2')).toHaveLength(2 * 2);
    const areas = lines.slice(0, 3).map((line) => line['omraadenavn']);
    expect(areas).toEqual(['Glostrup', 'Region Hovedstaden', 'Hele landet']);
  });

  it('has the unrounded value, the printed text and where it comes from', () => {
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFkommunekode;kommune;nummer;kort;enhed;aar;omraade;omraadenavn;vaerdi;trykt;foreloebig;kilde;tomt',
      '161;Glostrup;Indikator 1.1;Beskæftigelsesgab;pct. point;2012;kommune;Glostrup;10,35;10;ja;officiel;',
    ]);
    expect(lines[3]).toMatchObject({ vaerdi: '', trykt: '', tomt: 'For usikkert eller fortroligt' });
    expect(lines[4]).toMatchObject({ omraade: 'region', vaerdi: '-9,5', trykt: '-10', kilde: 'beregnet' });
    expect(lines[5]).toMatchObject({ omraade: 'hele landet', vaerdi: '1234,5', trykt: '1.235', kilde: 'eksempel' });
  });

  it('has the country alone in its own report, and nothing without an annex', () => {
    const own = read(yearsCsv(annexReportOf({ indicators: rows }, country)));
    const areas = new Set(own.map(({ omraade, omraadenavn }) => `${omraade} ${omraadenavn}`));
    expect([...areas]).toEqual(['hele landet Hele landet']);
    expect(read(yearsCsv(report))).toEqual([]);
  });
});
