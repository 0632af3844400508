import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, type Sheet } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../src/dataset/index.ts';
import { sharedSeries, tableFormats } from '../../src/edition/index.ts';
import { municipalities } from '../../src/municipalities/index.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
import type { Row } from '../helpers/fake-dataset.ts';
import { annexReportOf, country, municipality } from '../helpers/report.ts';
import { subjects as allSubjects, shippedAnnexReport, someSubjects } from '../helpers/shipped.ts';

const { render, isOurs } = tableFormats.xlsx;
/** Some, and the municipality that is looked at. */
const subjects = allSubjects.filter((one) => someSubjects.includes(one) || one.name === 'Glostrup');
const [first, ...others] = subjects.map(shippedAnnexReport);
if (first === undefined) throw new Error('No reports');
const bytes = await render(sharedSeries([first, ...others]), null, 'barometer-report 1');
const book = await readXlsx(bytes, { readStyles: true });

type Line = Readonly<Record<string, string | number>>;

const sheetIn = (name: string, of = book): Sheet => {
  const sheet = of.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
};

/** The rows of a sheet by their headings. */
function linesOf(name: string, of = book): Line[] {
  const [headings = [], ...rows] = sheetIn(name, of).rows;
  return rows.map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row[column]])) as Line);
}

describe('the workbook', () => {
  it('has its sheets in order, with the headings in the first row', () => {
    const headings = book.sheets.map(({ name, rows }) => `${name}: ${rows[0]?.join(', ')}`);
    expect(headings).toMatchInlineSnapshot(`
      [
        "Forside: Emne, Oplysning",
        "Indhold: Ark, Indhold, Antal rækker",
        "Målsætninger: Kommunekode, Kommune, Region, Målsætning, Navn, Ordlyd, Basisår, Statusår, Barometerbevægelse, Foreløbigt, Kilde",
        "Indikatorer: Nummer, Gruppe, Navn, Ordlyd, Enhed, Retning, Basisår, Statusår eller periode, Opgøres for, Datakilde, Note",
        "Aktuel status: Kommunekode, Kommune, Region, Målsætning, Indikator, Navn, Statusår, Aktuel status, Basisår, Basismåling, Udvikling siden basismåling, Enhed, Barometerbevægelse, Hele landet, Forskel til hele landet, Placering, Foreløbigt, Årsag til tomt felt, Kilde",
        "År for år: Kommunekode, Kommune, Region, Indikator, Navn, År, Tal, Enhed, Foreløbigt, Årsag til tomt felt, Kilde",
        "Nøgletal: Kommunekode, Kommune, Region, Nøgletal, Navn, Periode, Tal, Enhed, Foreløbigt, Årsag til tomt felt, Kilde",
        "Noter: Emne, Oplysning",
      ]
    `);
  });

  it('has a row of every subject for every indicator, with numbers as numbers in fixed decimals', () => {
    const lines = linesOf('Aktuel status');
    expect(lines).toHaveLength(subjects.length * 21);
    const glostrup = lines.find((line) => line['Kommune'] === 'Glostrup' && line['Indikator'] === '1.1');
    expect(glostrup).toMatchObject({
      ...{ Kommunekode: '161', Region: 'Region Hovedstaden', Statusår: 2024, 'Aktuel status': 10, Basisår: 2012 },
      ...{ Basismåling: 16, 'Udvikling siden basismåling': -6, Barometerbevægelse: 'Positiv', Foreløbigt: 'Ja' },
      ...{ 'Hele landet': 16.72, 'Forskel til hele landet': -6.72, Kilde: 'Opdigtet' },
    });
    expect(sheetIn('Aktuel status').cells?.get('1,7')?.style?.numFmt).toBe('#,##0.00');
  });

  it('shows a mark and a reason where there is no number', () => {
    const blank = linesOf('Aktuel status').find(
      (line) => line['Kommune'] === 'Glostrup' && line['Indikator'] === '3.2',
    );
    expect(blank).toMatchObject({ 'Aktuel status': 'x', 'Årsag til tomt felt': 'Opgøres ikke lokalt' });
  });

  it('counts what it holds in the list of contents, and explains every mark', () => {
    const contents = linesOf('Indhold').map((line) => [line['Ark'], line['Antal rækker']]);
    const counted = book.sheets.flatMap(({ name }) => (name === 'Indhold' ? [] : [[name, linesOf(name).length]]));
    expect(contents).toEqual(counted);
    const explained = linesOf('Noter').map((line) => String(line['Emne']).replace('Tegnet ', ''));
    for (const mark of ['*', '..', '...', '.', 'x']) expect(explained).toContain(mark);
  });

  describe('says of a row what its least sure number is', () => {
    const values = municipalities.map(({ code }, index): Row => [code, '1.1', 2024, String(index), 'officiel']);
    const own: Row[] = [...values, ['161', '1.1', 2012, '50', 'officiel'], ['000', '1.1', 2024, '60', 'officiel']];
    const marked = (code: string, year: number, mark: '' | '*', provenance: Provenance): Row[] =>
      own.map((row) =>
        row[0] === code && row[2] === year ? [code, '1.1', year, `${row[3]}${mark}`, provenance] : row,
      );
    const rowOf = async (rows: readonly Row[], sheet: string): Promise<Line | undefined> => {
      const made = await render(sharedSeries([annexReportOf({ indicators: rows })]), null, 'x');
      const of = await readXlsx(made);
      const isShown = (line: Line): boolean => line['Indikator'] === '1.1' || line['Målsætning'] === '1';
      const front = JSON.stringify(linesOf('Forside', of)).includes('opdigtede');
      return { ...linesOf(sheet, of).find(isShown), front: String(front) };
    };
    const official = { Kilde: 'Officielt', Foreløbigt: 'Nej', front: 'false' };

    it.each([
      ['its own', '161', 2024],
      ['its baseline', '161', 2012],
      ['the whole country’s', '000', 2024],
      ['another municipality’s', '163', 2024],
    ] as const)('where that is %s', async (_, code, year) => {
      expect(await rowOf(own, 'Aktuel status')).toMatchObject(official);
      const madeUp = await rowOf(marked(code, year, '', 'eksempel'), 'Aktuel status');
      expect(madeUp).toMatchObject({ Kilde: 'Opdigtet', Foreløbigt: 'Nej', front: 'true' });
      const reckoned = await rowOf(marked(code, year, '*', 'beregnet'), 'Aktuel status');
      expect(reckoned).toMatchObject({ Kilde: 'Beregnet', Foreløbigt: 'Ja' });
    });

    it('and of the movement of a goal too', async () => {
      expect(await rowOf(own, 'Målsætninger')).toMatchObject(official);
      expect(await rowOf(marked('161', 2012, '*', 'eksempel'), 'Målsætninger')).toMatchObject({
        ...{ Kilde: 'Opdigtet', Foreløbigt: 'Ja' },
      });
    });

    it('and not what a municipality without a place would be placed among', async () => {
      const rows = marked('163', 2024, '', 'eksempel').filter(([code, , year]) => code !== '161' || year !== 2024);
      expect(await rowOf([...rows, ['161', '1.1', 2024, '..', 'officiel']], 'Aktuel status')).toMatchObject(official);
    });
  });

  it('says that figures are made up exactly when one of them is', async () => {
    expect(JSON.stringify(linesOf('Forside'))).toContain('Projektmappen indeholder opdigtede tal.');
    const official = annexReportOf({ indicators: [['161', '1.1', 2024, '5', 'officiel']] }, municipality('Glostrup'));
    const real = await readXlsx(await render(sharedSeries([official]), null, 'barometer-report 1'));
    expect(JSON.stringify(linesOf('Forside', real))).not.toContain('opdigtede');
  });

  it('has the same bytes whenever it is made, and is known again', async () => {
    const made = () => render(sharedSeries([first, ...others.slice(0, 10)]), null, 'barometer-report 1');
    expect(Buffer.from(await made()).equals(await made())).toBe(true);
    expect([
      isOurs(bytes),
      isOurs(await render(sharedSeries([first]), null, 'another 1')),
      isOurs(Buffer.from('PK')),
    ]).toEqual([true, false, false]);
  });

  it('takes a name that a spreadsheet would run for text', async () => {
    const rows = { indicators: [['000', '1.1', 2024, '5', 'officiel']] } as const;
    const report = annexReportOf(rows, country);
    const odd = { ...report, subject: { ...report.subject, name: '=1+1' } };
    const made = await readXlsx(await render(sharedSeries([odd]), null, 'x'));
    expect(sheetIn('Aktuel status', made).rows[1]?.[1]).toBe('=1+1');
    expect(sheetIn('Aktuel status', made).cells?.get('1,1')?.formula).toBeUndefined();
  });

  it('is written by tabel, which replaces its own and no other', async () => {
    const ud = join(temporaryFolder(), 'tal.xlsx');
    for (let time = 0; time < 2; time++) expect((await run(['tabel', '1.1', '-k', 'Herlev', '--ud', ud])).code).toBe(0);
    writeFileSync(ud, 'min egen');
    expect((await run(['tabel', '1.1', '-k', 'Herlev', '--ud', ud])).code).toBe(73);
  });
});
