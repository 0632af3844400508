import { describe, expect, it } from 'vitest';
import { tries } from '../helpers/tries.ts';
import { numberCell, rowXml, textCell, workbook } from '../helpers/workbook.ts';
import { exportErrors, loadExport, long, suggest, valuesOf, wide } from './support/export.ts';

const head = rowXml(1, ['OMRÅDE', 'TID', 'INDHOLD'].map(textCell));
const [glostrup, year] = [textCell('Glostrup'), numberCell('2024')];

const rowsWith = (value: string): string => head + rowXml(2, [glostrup, year, value]);

/** A workbook in long form whose only value is the inside of a cell. */
const withValue = (value: string, after = ''): Uint8Array => workbook([{ name: 'Ark1', rows: rowsWith(value), after }]);

const whole = Buffer.from(withValue(numberCell('62')));
const damaged = 'Filen kan ikke læses som en Excel-fil (.xlsx): den er beskadiget eller ikke hel.';

const errorsOf = (bytes: Uint8Array): Promise<string[]> => exportErrors('a.xlsx', bytes, long);

/** The archive with other bytes from `at` on. */
function changed(at: number, ...bytes: number[]): Buffer {
  const copy = Buffer.from(whole);
  copy.set(bytes, at);
  return copy;
}

/** Where a part's header stands, and its entry in the directory. */
const part = 'xl/worksheets/sheet1.xml';
const headerAt = whole.indexOf(part) - 30;
const entryAt = whole.lastIndexOf(part) - 46;

describe('an archive that is not whole', () => {
  it('is refused wherever a bit of it is turned, or gives the same figures', async () => {
    for (let at = 0; at < whole.length; at += tries(17, 1)) {
      const bytes = changed(at, (whole[at] ?? 0) ^ (1 << (at % 8)));
      const errors = await errorsOf(bytes);
      if (errors.length > 0)
        expect(errors[0]).toMatch(/^a\.xlsx: fejl: (Filen kan ikke læses|Filen er|Excel-filen er)/);
      else expect(valuesOf(await loadExport('a.xlsx', bytes, long), '161')).toEqual(['62']);
    }
  });

  it('is refused wherever it is cut', async () => {
    for (let length = 4; length < whole.length; length += tries(21, 7))
      expect(await errorsOf(whole.subarray(0, length))).toEqual([expect.stringContaining('fejl: ')]);
  });

  it.each([
    ['something after its end', Buffer.concat([whole, Buffer.from('x')])],
    ['another archive after it', Buffer.concat([whole, whole])],
    ['a checksum of nothing', changed(entryAt + 16, 0, 0, 0, 0)],
    ['a size that is too large', changed(entryAt + 24, 0xff, 0xff, 0xff, 0)],
    ['another size in the header', changed(headerAt + 22, 1)],
    ['another name in the header', changed(headerAt + 30, 0x79)],
    ['a part that is encrypted', changed(entryAt + 8, 1)],
    ['a part far outside of it', changed(entryAt + 42, 0xff, 0xff, 0xff, 0x7f)],
  ])('is refused with %s', async (_, bytes) => {
    const [error, ...others] = await errorsOf(bytes);
    expect([error, others]).toEqual([expect.stringMatching(/kan ikke læses som en Excel-fil|er større/), []]);
  });
});

describe('a workbook that lacks what it refers to', () => {
  it.each([
    ['a text', withValue('t="s"><v>7</v>')],
    ['a text of no number', withValue('t="s"><v>x</v>')],
    ['a style', withValue('s="99"><v>62</v>')],
    ['a cell outside of the sheet', workbook([{ name: 'A', rows: '<row r="1048577"><c><v>1</v></c></row>' }])],
    ['a row of a thousand million', workbook([{ name: 'A', rows: '<row r="1000000000"/>' }])],
    ['a column that is none', workbook([{ name: 'A', rows: '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>' }])],
    ['a cell of another row', workbook([{ name: 'A', rows: '<row r="1"><c r="A2"><v>1</v></c></row>' }])],
    ['a cell twice', workbook([{ name: 'A', rows: '<row r="1"><c r="A1"/><c r="A1"><v>1</v></c></row>' }])],
    ['a row twice', workbook([{ name: 'A', rows: '<row r="1"/><row r="1"/>' }])],
    ['a date that is a text', withValue('s="1"><v>abc</v>')],
    ['tags that do not fit', workbook([{ name: 'A', rows: '<row><c></row></c>' }])],
    ['an entity of its own', workbook([{ name: 'A', rows: rowsWith('t="str"><v>&x;</v>') }])],
  ])('is refused: %s', async (_, bytes) => {
    expect(await errorsOf(bytes)).toEqual([expect.stringContaining(damaged)]);
    await expect(suggest('a.xlsx', bytes)).rejects.toThrow(damaged);
  });

  it('is refused without the sheet itself', async () => {
    const bytes = Buffer.from(whole);
    for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1))
      bytes.write('xl/worksheets/sheet9.xml', at);
    expect(await errorsOf(bytes)).toEqual([expect.stringContaining(damaged)]);
  });

  it('has no sheet by a name of JavaScript', async () => {
    for (const ark of ['__proto__', 'constructor'])
      expect(await exportErrors('a.xlsx', whole, { ...long, ark })).toEqual([
        expect.stringContaining(`intet ark, der hedder "${ark}"`),
      ]);
    const named = workbook([{ name: '__proto__', rows: rowsWith(numberCell('62')) }]);
    expect(valuesOf(await loadExport('a.xlsx', named, { ...long, ark: '__proto__' }), '161')).toEqual(['62']);
  });
});

describe('a value that is no number', () => {
  it.each(['62,3', '62<!-- 5 -->,3', '62.3', '62<!-- 5 -->.3'])('%s is what stands there', async (stored) => {
    const bytes = withValue(`><v>${stored}</v>`);
    expect(valuesOf(await loadExport('a.xlsx', bytes, { ...long, decimaltegn: ',' }), '161')).toEqual(['62.3']);
  });

  it.each([
    '0x10',
    '0b1',
    'Infinity',
    'NaN',
    '1e999',
    '1_000',
    '6 2',
    '62.3.1',
    '0.1234567890123456789',
  ])('%s is refused', async (stored) => {
    expect(await errorsOf(withValue(`><v>${stored}</v>`))).toEqual([
      expect.stringMatching(/C2: fejl: ".+" (er ikke et|er skrevet med eksponent|har et andet decimaltegn)/),
    ]);
  });

  it('has all its digits, or is refused', async () => {
    const count = { ...long, serie: '8.1' };
    const readAs = async (stored: string) =>
      (await loadExport('a.xlsx', withValue(`><v>${stored}</v>`), count)).indicator('161', '8.1', 2024)?.value;
    expect(await readAs('9007199254740993')).toBe('9007199254740993');
    expect(await readAs('12345678901234567890')).toBe('12345678901234567890');
  });

  it.each(['123456789', '-5', '0.5'])('the date %s is refused', async (stored) => {
    expect(await errorsOf(withValue(`s="1"><v>${stored}</v>`))).toEqual([
      expect.stringContaining('C2: fejl: "#####" er en fejl i Excel.'),
    ]);
  });
});

describe('a workbook that is made to be slow', () => {
  const wideRow = '<row r="1"><c r="ALL1"><v>1</v></c></row>';
  const ofRows = (rows: string, after = ''): Uint8Array => workbook([{ name: 'A', rows, after }]);
  const ranges = (reference: string, count: number): string =>
    `<mergeCells>${`<mergeCell ref="${reference}"/>`.repeat(count)}</mergeCells>`;
  const columns = `</sheetData><cols>${'<col min="1" max="999" hidden="1"/>'.repeat(100_000)}</cols><sheetData>`;

  it.each([
    ['a wide row and many rows', ofRows(`${wideRow}${'<row><c><v>1</v></c></row>'.repeat(30_000)}`)],
    ['too many elements', ofRows('<a/>'.repeat(3_100_000))],
    ['elements within elements', ofRows('<a>'.repeat(1_000_000))],
    ['too many attributes', ofRows(`<row ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`)],
    ['a text without an end', ofRows(`<row><c t="str"><v>${'x'.repeat(1_000_000)}</v></c></row>`)],
    ['a comment without an end', ofRows(`<!--${'-x'.repeat(5_000_000)} -->`)],
    ['hidden columns', ofRows(columns)],
    ['too many merged ranges', ofRows(rowXml(1, [glostrup]), ranges('A1:XFD1048576', 20_000))],
    ['the same merged cells over and over', ofRows('<row r="200"/>', ranges('A1:ALL200', 9_999))],
  ])('is refused: %s', async (_, bytes) => {
    const [error] = await exportErrors('a.xlsx', bytes, wide);
    expect(error).toMatch(/Excel-filen er større|for mange flettede/);
  });

  it('is read where comments and attributes alone are long', async () => {
    const rows = `<!--${'<'.repeat(200_000)}-->${rowsWith(numberCell('62'))}<!--${'-x'.repeat(100_000)} -->`;
    expect(valuesOf(await loadExport('a.xlsx', workbook([{ name: 'A', rows }]), long), '161')).toEqual(['62']);
  });
});
