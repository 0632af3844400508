import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx, type Sheet } from 'hucre';
import { describe, expect, it } from 'vitest';
import { sharedSeries, tableFormats } from '../../src/edition/index.ts';
import { run, temporaryFolder } from '../helpers/command.ts';
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
        "Målsætninger: Kommunekode, Kommune, Region, Målsætning, Navn, Ordlyd, Basisår, Statusår, Barometerbevægelse",
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
      ...{ Basismåling: 16, 'Udvikling siden basismåling': -6, Barometerbevægelse: 'Positiv', Foreløbigt: 'Nej' },
      ...{ 'Hele landet': 16.72, 'Forskel til hele landet': -6.72, Kilde: 'Beregnet' },
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
