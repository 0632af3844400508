import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../src/dataset/read/file-problems.ts';
import { readSheet, type Sheet } from '../../src/dataset/read/xlsx.ts';
import { numberCell, rowXml, type SheetXml, textCell, workbook } from '../helpers/workbook.ts';

const read = (sheets: readonly SheetXml[], wanted?: string): Promise<Sheet> =>
  readSheet(workbook(sheets), 'a.xlsx', wanted);

async function firstRow(cells: readonly string[], after = ''): Promise<Sheet['records'][number]> {
  const { records: rows } = await read([{ name: 'Ark1', rows: rowXml(3, cells), after }]);
  return rows[0] as Sheet['records'][number];
}

const messageOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error) =>
      error instanceof UnreadableFile
        ? error.problems.map(({ message, remedy }) => `${message} ${remedy}`).join()
        : String(error),
  );

describe('numbers of a workbook', () => {
  it.each([
    ['62.3', '62.3'],
    ['72.099999999999994', '72.1'],
    ['0.30000000000000004', '0.30000000000000004'],
    ['1E-7', '0.0000001'],
    ['1.5E+22', '15000000000000000000000'],
    ['-0', '0'],
    ['2024', '2024'],
    ['5822763', '5822763'],
  ])('%s is %s', async (stored, text) => {
    const row = await firstRow([numberCell(stored)]);
    expect(row.fields).toEqual([text]);
    expect(row.cells?.isNumber(0)).toBe(true);
    expect(row.cells?.flaw(0)).toBeNull();
  });

  it('stand at their cell', async () => {
    const row = await firstRow(['', '', '', '', '', numberCell('1')]);
    expect(row.place(5)).toEqual({ file: 'a.xlsx', sheet: 'Ark1', line: 3, column: 6 });
  });
});

describe('cells that are no plain text or number', () => {
  it.each([
    ['a formula that was never calculated', '><f>A1+1</f>', '=A1+1', 'formula'],
    ['the same with an empty value', '><f>A1+1</f><v></v>', '=A1+1', 'formula'],
    ['a formula with its value', '><f>A1+1</f><v>0</v>', '0', null],
    ['a formula with a text', 't="str"><f>A1</f><v>..</v>', '..', null],
    ['an error', 't="e"><v>#N/A</v>', '#I/T', 'error'],
    ['true', 't="b"><v>1</v>', 'SAND', 'boolean'],
    ['a date', 's="1"><v>46022</v>', '2025-12-31', 'date'],
    ['a date of its own type', 't="d"><v>2025-12-31</v>', '2025-12-31', 'date'],
    ['a date shown as a month', 's="2"><v>45901</v>', '2025-09', 'date'],
    ['a date shown as a year', 's="4"><v>45658</v>', '2025', 'date'],
    ['a percentage', 's="3"><v>0.623</v>', '0.623', 'percent'],
    ['a text', textCell('161 Glostrup'), '161 Glostrup', null],
    ['an empty cell', '>', '', null],
  ])('%s', async (_, cell, text, flaw) => {
    const row = await firstRow([textCell('a'), cell]);
    expect(row.fields[1]).toBe(text);
    expect(row.cells?.flaw(1) ?? null).toBe(flaw);
  });

  it('marks all of merged cells, also the empty ones', async () => {
    const row = await firstRow(
      [textCell('a'), numberCell('5'), '>', numberCell('6')],
      '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>',
    );
    expect([0, 1, 2, 3].map((field) => row.cells?.flaw(field))).toEqual([null, 'merged', 'merged', null]);
  });
});

describe('which sheet', () => {
  const sheets = ['Skjult', 'Tal', 'Noter'].map((name) => ({
    name,
    hidden: name === 'Skjult',
    rows: rowXml(1, [textCell(`i ${name}`)]),
  }));

  it('is the first that is not hidden', async () => {
    expect(await read(sheets)).toMatchObject({ name: 'Tal', records: [{ fields: ['i Tal'] }] });
  });

  it('is the one named', async () => {
    expect((await read(sheets, 'Noter')).records[0]?.fields).toEqual(['i Noter']);
    expect((await read(sheets, 'Skjult')).records[0]?.fields).toEqual(['i Skjult']);
  });

  it('is named in the message when there is none', async () => {
    expect(await messageOf(read(sheets, 'Note'))).toBe(
      'Filen har intet ark, der hedder "Note". Mente du "Noter"? Filens ark: "Skjult", "Tal", "Noter". Ret "ark" i datasaet.json.',
    );
  });
});

describe('what is no workbook', () => {
  const broken = workbook([{ name: 'Ark1', rows: '' }]);
  it.each<[string, Uint8Array]>([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['half a workbook', broken.subarray(0, broken.length / 2)],
    ['the beginning of one', broken.subarray(0, 4)],
    ['nothing', new Uint8Array()],
  ])('%s is refused', async (_, bytes) => {
    expect(await messageOf(readSheet(bytes, 'a.xlsx', undefined))).toContain('kan ikke læses som en Excel-fil');
  });

  it('refuses a workbook that is too large unpacked, before it is unpacked whole', async () => {
    const bytes = workbook([{ name: 'Ark1', rows: '' }], { 'xl/bombe.xml': new Uint8Array(60_000_000) });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await messageOf(readSheet(bytes, 'a.xlsx', undefined))).toBe(
      'Excel-filen er større, end en tabel bør være: mere end 30 MB udpakket eller en halv million celler. Hent tabellen som CSV, eller del den op.',
    );
  });

  it('does not unpack pictures', async () => {
    const bytes = workbook([{ name: 'Ark1', rows: rowXml(1, [textCell('a')]) }], {
      'xl/media/image1.png': new Uint8Array(60_000_000),
    });
    expect((await readSheet(bytes, 'a.xlsx', undefined)).records).toHaveLength(1);
  });

  it('refuses a row with too many cells', async () => {
    const rows = '<row r="1"><c r="ZZZ1"><v>1</v></c></row>';
    expect(await messageOf(read([{ name: 'Ark1', rows }]))).toContain('flere end 1000 celler');
  });
});

describe('a file of StatBank', () => {
  it('holds each number as Excel does', async () => {
    const bytes = readFileSync('test/fixtures/statbank/ras200-bred.xlsx');
    const { name, records: rows } = await readSheet(bytes, 'ras200.xlsx', undefined);
    expect(name).toBe('RAS200');
    expect(rows[2]?.fields.slice(5)).toEqual([
      '2008',
      '2009',
      '2010',
      '2011',
      '2012',
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
    ]);
    expect(rows[3]?.fields.slice(4, 8)).toEqual(['All Denmark', '76', '72.8', '72.1']);
  });
});
