import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile } from '../../src/csv.ts';
import { reportCsv } from '../../src/formats/csv.ts';
import { country, reportOf } from '../helpers/report.ts';

const report = reportOf({
  indicators: [
    ['161', '1.1', 2024, '10,35*'],
    ['161', '1.1', 2012, '16', 'beregnet'],
    ['161', '1.2', 2024, '..'],
    ['101', '1.2', 2024, '70'],
    ['161', '1.2', 2012, '60', 'eksempel'],
  ],
  keyFigures: [['000', '1', '2025-12-31', '62920']],
});

const read = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];

describe('reportCsv', () => {
  const rows = read(reportCsv(report));

  it('has one line per cell', () => {
    expect(rows).toHaveLength(21 * 2 + 18 * 2);
    expect(read(reportCsv(reportOf({}, country)))).toHaveLength(21 * 2 + 18);
  });

  it('has the unrounded value, the printed text and what it rests on', () => {
    expect(rows[1]).toEqual({
      kommunekode: '161',
      kommune: 'Glostrup',
      tabel: 'Målsætninger og indikatorer',
      nummer: 'Indikator 1.1',
      tekst: expect.stringContaining('1.1 Beskæftigelsesgab'),
      kolonne: 'Udvikling siden basismåling*',
      vaerdi: '-5,65',
      enhed: 'pct. point',
      trykt: '-6 pct. point',
      tid: '2024',
      basistid: '2012',
      kilde: 'beregnet',
      foreloebig: 'ja',
      tomt: '',
      sted: 'indikatorer.csv:2:14, indikatorer.csv:3:14',
    });
  });

  it('says why a cell is blank', () => {
    expect(rows[3]).toMatchObject({ vaerdi: '', trykt: '', kilde: 'eksempel', tomt: 'For usikkert eller fortroligt' });
    expect(rows.find((row) => row['nummer'] === 'Indikator 5.1')).toMatchObject({
      trykt: '',
      tomt: 'Opgøres ikke lokalt',
      kilde: '',
    });
    expect(rows.filter((row) => row['nummer'] === 'Nøgletal 1')).toMatchObject([
      { kolonne: 'Glostrup', trykt: '', tomt: 'Ikke oplyst', sted: 'ingen række' },
      { kolonne: 'Hele landet', vaerdi: '62920', trykt: '62.920 personer', tid: '2025-12-31' },
    ]);
  });

  it('begins with a byte order mark and ends its lines as Windows does', () => {
    const text = reportCsv(report);
    expect(text.startsWith('\uFEFFkommunekode;')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('csvFile', () => {
  it.each(['=1+1', '+45 1234', '-1+cmd|x', '@SUM(A1)', '\t=1', '-', '-6 =x', "-6 pct'!A0"])('disarms %j', (text) => {
    expect(read(csvFile([['a'], [text]]))[0]).toEqual({ a: `'${text}` });
  });

  it.each([
    '-6 pct. point',
    '-5,65',
    '-1.234,5 kr.',
    '10 pct. (2022)',
    '-3 omdannelsesområder',
    'a=b',
  ])('leaves %j as it is', (text) => {
    expect(read(csvFile([['a'], [text]]))[0]).toEqual({ a: text });
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
