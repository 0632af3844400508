import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/dataset/index.ts';
import { periodOf } from '../helpers/fake-dataset.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { exportErrors, loadExport, long, suggest, valuesOf, wide } from './support/export.ts';

const title = rowXml(1, [textCell('Beskæftigelse')]);
const head = rowXml(3, ['OMRÅDE', 'TID', 'INDHOLD', 'NOTE'].map(textCell));
const [glostrup, year] = [textCell('Glostrup'), numberCell('2024')];

/** A workbook of a table in long form with these cells in row 4: area, time, value, note. */
const longWith = (cells: readonly string[], after = '', other = {}): Uint8Array =>
  workbook([{ name: 'Ark 1', rows: title + head + rowXml(4, cells), after }], other);

describe('a workbook in long form', () => {
  it('has numbers with a decimal point, and texts with the mark that is declared', async () => {
    const rows = [
      [glostrup, year, numberCell('62.3')],
      [textCell('Ærø'), textCell('2024'), textCell('61,5')],
      [numberCell('101'), year, textCell('..')],
    ].map((cells, i) => rowXml(4 + i, cells));
    const dataset = await loadExport('a.xlsx', workbook([{ name: 'Ark 1', rows: title + head + rows.join('') }]), long);
    expect(valuesOf(dataset, '161', '492', '101')).toEqual(['62.3', '61.5', 'none']);
    const { place } = dataset.indicator('161', '1.2', 2024) ?? {};
    expect(place && placeText(place)).toBe('a.xlsx:Ark 1!C4');
    expect(dataset.problems.map(({ rule }) => rule.id)).toEqual(['ekstra-kolonne']);
  });

  it.each([
    ['62.3', '1.1', '62.3'],
    ['72.099999999999994', '1.1', '72.1'],
    ['0.30000000000000004', '1.1', '0.30000000000000004'],
    ['1E-7', '1.1', '0.0000001'],
    ['1.5E+22', '8.1', '15000000000000000000000'],
    ['-0', '1.1', '0'],
    ['5822763', '8.1', '5822763'],
  ])('stores %s in %s for %s', async (stored, serie, value) => {
    const dataset = await loadExport('a.xlsx', longWith([glostrup, year, numberCell(stored)]), { ...long, serie });
    expect(dataset.indicator('161', serie, 2024)?.value).toBe(value);
  });

  it.each([
    ['a formula with its value', '><f>A1+1</f><v>0</v>', '0'],
    ['a formula with a text', 't="str"><f>A1</f><v>..</v>', 'confidential'],
    ['an empty cell', '>', 'empty'],
  ])('may have %s for a value', async (_, cell, expected) => {
    const figure = (await loadExport('a.xlsx', longWith([glostrup, year, cell]), long)).indicator('161', '1.2', 2024);
    expect(figure?.value ?? figure?.missing).toBe(expected);
  });

  it.each<[string, readonly string[], string]>([
    ['a formula without a value', [glostrup, year, '><f>A1+1</f>'], 'C4: fejl: "=A1+1" er en formel, der ikke er'],
    ['an empty formula', [glostrup, year, '><f>A1+1</f><v></v>'], 'C4: fejl: "=A1+1" er en formel, der ikke er'],
    ['an error', [glostrup, year, 't="e"><v>#DIV/0!</v>'], 'C4: fejl: "#DIVISION/0!" er en fejl i Excel.'],
    ['what is not there', [glostrup, year, 't="e"><v>#N/A</v>'], 'C4: fejl: "#I/T" er en fejl i Excel.'],
    ['true', [glostrup, year, 't="b"><v>1</v>'], 'C4: fejl: "SAND" er sandt eller falsk.'],
    ['a percentage', [glostrup, year, 's="3"><v>0.623</v>'], 'C4: fejl: "0,623" vises i Excel ganget med 100'],
    ['a date', [glostrup, year, 's="1"><v>46022</v>'], 'C4: fejl: "2025-12-31" er en dato.'],
    ['a date of its own type', [glostrup, year, 't="d"><v>2025-12-31</v>'], 'C4: fejl: "2025-12-31" er en dato.'],
    [
      'a date and time of its own type',
      [glostrup, year, 't="d"><v>2025-12-31T00:00:00</v>'],
      'C4: fejl: "2025-12-31" er',
    ],
    ['a date shown as a month', [glostrup, year, 's="2"><v>45901</v>'], 'C4: fejl: "2025-09" er en dato.'],
    ['a date shown as a year', [glostrup, year, 's="4"><v>45658</v>'], 'C4: fejl: "2025" er en dato.'],
    ['a month for a year', [glostrup, 's="2"><v>45901</v>', numberCell('1')], 'B4: fejl: "2025-09" er ikke et årstal.'],
    ['a date for an area', ['s="1"><v>45658</v>', year, numberCell('1')], 'A4: fejl: "2025-01-01" er en dato.'],
  ])('is refused with %s', async (_, cells, message) => {
    expect(await exportErrors('a.xlsx', longWith(cells), long)).toEqual([
      expect.stringContaining(`a.xlsx:Ark 1!${message}`),
    ]);
  });

  it('is refused with merged cells, but not because of other columns', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="C4:D4"/></mergeCells>';
    const row = [glostrup, year, numberCell('62')];
    expect(await exportErrors('a.xlsx', longWith([...row, '>'], merged), long)).toEqual([
      expect.stringContaining('a.xlsx:Ark 1!C4: fejl: "62" er en af flere flettede celler.'),
    ]);
    expect(await exportErrors('a.xlsx', longWith([...row, 't="e"><v>#N/A</v>']), long)).toEqual([]);
  });

  it('has dates as times of key figures', async () => {
    const bytes = longWith([glostrup, 's="1"><v>46022</v>', numberCell('12')]);
    const dataset = await loadExport('a.xlsx', bytes, { ...long, tabel: 'noegletal', serie: '16' });
    expect(dataset.keyFigure('161', '16', periodOf('2025-12-31'))?.value).toBe('12');
  });
});

describe('a wide workbook', () => {
  it('is refused where cells with values are merged, the empty ones too', async () => {
    const rows = [
      rowXml(1, ['>', ...['2022', '2023', '2024'].map(numberCell)]),
      rowXml(2, [glostrup, numberCell('62'), '>', numberCell('63')]),
    ].join('');
    const after = '<mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>';
    expect(await exportErrors('a.xlsx', workbook([{ name: 'Ark1', rows, after }]), wide)).toEqual([
      expect.stringContaining('a.xlsx:Ark1!B2: fejl: "62" er en af flere flettede celler.'),
      expect.stringContaining('a.xlsx:Ark1!C2: fejl: Cellen er en af flere flettede celler.'),
    ]);
  });

  it('is read where headings are merged, also beside a value that has no cell', async () => {
    const rows = [
      rowXml(1, ['>', ...['2023', '2024'].map(numberCell)]),
      rowXml(2, [glostrup, numberCell('62')]),
      rowXml(3, ['>', '']),
    ].join('');
    const after = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    expect(await exportErrors('a.xlsx', workbook([{ name: 'Ark1', rows, after }]), wide)).toEqual([]);
  });
});

describe('the sheet of a workbook', () => {
  const sheets = ['Skjult', 'Tal', 'Noter'].map((name, i) => ({
    name,
    hidden: name === 'Skjult',
    rows: head + rowXml(4, [glostrup, year, numberCell(`${i}`)]),
  }));
  const bytes = workbook(sheets);

  it.each([
    ['the first that is not hidden', {}, '1'],
    ['the one that is named', { ark: 'Noter' }, '2'],
    ['a hidden one that is named', { ark: 'Skjult' }, '0'],
  ])('is %s', async (_, ark, value) => {
    expect(valuesOf(await loadExport('a.xlsx', bytes, { ...long, ...ark }), '161')).toEqual([value]);
  });

  it('is named in the message when there is none', async () => {
    expect(await exportErrors('a.xlsx', bytes, { ...long, ark: 'Note' })).toEqual([
      'a.xlsx: fejl: Filen har intet ark, der hedder "Note". Mente du "Noter"? Filens ark: "Skjult", "Tal", "Noter". Ret "ark" i datasaet.json.',
    ]);
  });
});

describe('what Excel does not show', () => {
  const hide = (row: string): string => row.replace('<row ', '<row hidden="1" ');
  const rows = [
    rowXml(4, [glostrup, year, numberCell('62')]),
    hide(rowXml(5, [textCell('Ballerup'), year, numberCell('63')])),
    hide(rowXml(6, [textCell('Herlev'), year, numberCell('64')])),
  ].join('');
  const bytes = workbook([{ name: 'Ark1', rows: head + rows }]);
  const told = async (content: Uint8Array, mapping: object): Promise<string[]> =>
    (await loadExport('a.xlsx', content, { ...long, ...mapping })).problems
      .filter(({ rule }) => rule.id === 'skjult')
      .map(({ severity, message }) => `${severity}: ${message}`);

  it('is read, and told by name', async () => {
    expect(await told(bytes, {})).toEqual(['warning: Skjulte rækker bliver læst med: 5-6.']);
    expect(valuesOf(await loadExport('a.xlsx', bytes, long), '161', '151', '163')).toEqual(['62', '63', '64']);
    await expect(suggest('a.xlsx', bytes)).resolves.toMatchObject({
      explanation: expect.stringContaining('Skjulte rækker bliver læst med: 5-6.'),
    });
  });

  it('is read or not as the owner says, without a word', async () => {
    for (const skjulte of ['med', 'uden'] as const) {
      expect(await told(bytes, { skjulte })).toEqual([]);
      const dataset = await loadExport('a.xlsx', bytes, { ...long, skjulte });
      expect(valuesOf(dataset, '161', '151')).toEqual(['62', skjulte === 'med' ? '63' : 'none']);
    }
    await expect(loadExport('a.csv', 'a', { ...long, skjulte: 'med' })).rejects.toThrow('bruges kun, når "fil" er en');
  });

  it('is told of sheets and columns', async () => {
    const columns = '<cols><col min="3" max="16384" hidden="true"/></cols><sheetData>';
    const hidden = workbook([
      { name: 'Ark1', rows: `</sheetData>${columns}${head}${rows.replaceAll(' hidden="1"', '')}` },
    ]);
    expect(await told(hidden, {})).toEqual(['warning: Skjulte kolonner bliver læst med: C og D.']);
    const sheet = (name: string, isHidden: boolean) => ({
      name,
      hidden: isHidden,
      rows: head + rowXml(4, [glostrup, year]),
    });
    const two = workbook([sheet('Gammel', true), sheet('Ny', false)]);
    expect(await told(two, {})).toEqual(['warning: Arket "Gammel" er skjult og bliver ikke læst.']);
    expect(await told(two, { ark: 'Ny' })).toEqual([]);
    expect(await told(two, { ark: 'Gammel' })).toEqual(['warning: Arket "Gammel" er skjult, men bliver læst.']);
  });
});

describe('a large workbook', () => {
  it('is refused before it is unpacked whole', async () => {
    const bytes = longWith([], '', { 'xl/bombe.xml': new Uint8Array(31_000_000) });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await exportErrors('a.xlsx', bytes, long)).toEqual([
      'a.xlsx: fejl: Excel-filen er større, end en tabel bør være: mere end 30 MB udpakket eller en million celler. Hent tabellen som CSV, eller del den op.',
    ]);
  });

  it('is read beside buttons, whose places are rows too', async () => {
    const after = `<controls><from><row>3</row><c>1</c></from></controls>`;
    expect(
      valuesOf(await loadExport('a.xlsx', longWith([glostrup, year, numberCell('62')], after), long), '161'),
    ).toEqual(['62']);
  });

  it('is read when its pictures alone are large', async () => {
    const row = [glostrup, year, numberCell('62')];
    const bytes = longWith(row, '', { 'xl/media/image1.png': new Uint8Array(31_000_000) });
    expect(valuesOf(await loadExport('a.xlsx', bytes, long), '161')).toEqual(['62']);
  });

  it('is read to its end', async () => {
    const rows = Array.from({ length: 130_000 }, () => '<row><c t="str"><v>Landsdel Østjylland</v></c></row>');
    const last = `<row>${[glostrup, year, numberCell('62')].map((cell) => `<c ${cell}</c>`).join('')}</row>`;
    const bytes = workbook([{ name: 'Ark1', rows: `${head}${rows.join('')}${last}` }]);
    expect(valuesOf(await loadExport('a.xlsx', bytes, long), '161')).toEqual(['62']);
  });

  it('is refused for a row with too many cells', async () => {
    const rows = '<row r="1"><c r="XFD1"><v>1</v></c></row>';
    const errors = await exportErrors('a.xlsx', workbook([{ name: 'Ark1', rows }]), long);
    expect(errors).toEqual([expect.stringContaining('flere end 1.000 celler')]);
  });
});
