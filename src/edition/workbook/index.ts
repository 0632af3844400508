import type { CellStyle, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { SharedSeries } from '../series.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { generatedName, sheetsOf } from './sheets.ts';

interface FiguresWorkbook {
  readonly bytes: Uint8Array;
  /** What it is made of, but for the date of generation. */
  readonly undated: readonly Sheet[];
}

/**
 * All figures as an Excel workbook, with a named table on each sheet. Made of the same reports by the same program it has
 * the same bytes, whenever that is.
 */
export async function workbook(series: readonly SharedSeries[], creator: string): Promise<FiguresWorkbook> {
  const sheets = sheetsOf(series);
  const report = series[0]?.entries[0]?.report;
  const day = new Date(`${report?.generated}T12:00:00Z`);
  const bytes = await writeXlsx({
    sheets: sheets.map(written),
    properties: { title: report?.dataset.title ?? '', creator, lastModifiedBy: creator, created: day, modified: day },
    defaultFont: { name: 'Arial', size: 11 },
  });
  const isDated = ([first]: Sheet['rows'][number]): boolean => first === generatedName;
  return { bytes, undated: sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter((row) => !isDated(row)) })) };
}

function written({ name, table, headings, rows }: Sheet): WriteSheet {
  const cells = new Map<string, { style: CellStyle }>();
  for (const column of headings.keys()) cells.set(`0,${column}`, { style: headingStyle });
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (typeof cell !== 'string') cells.set(`${index + 1},${column}`, { style: { numFmt: cell.format } });
    });
  });
  return {
    name,
    rows: [[...headings], ...rows.map((row) => row.map(excelValue))],
    cells,
    columns: headings.map((heading, column) => ({ width: widthOf(heading, rows, column) })),
    tables: [{ name: table, columns: headings.map((heading) => ({ name: heading })), style: 'TableStyleLight1' }],
    freezePane: { rows: 1 },
  };
}

const headingStyle: CellStyle = { font: { bold: true }, alignment: { wrapText: true, vertical: 'top' } };

const excelValue = (cell: SheetCell): string | number | null => {
  if (typeof cell !== 'string') return Number(cell.number);
  return cell === '' ? null : cell;
};

const widest = 60;

/** Wide enough for what most rows hold, in characters. */
function widthOf(heading: string, rows: Sheet['rows'], column: number): number {
  const lengths = rows.map((row) => {
    const cell = row[column] ?? '';
    return typeof cell === 'string' ? cell.length : cell.number.length + 2;
  });
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return Math.min(widest, Math.max(longest, Math.min(heading.length, 16), 6) + 2);
}
