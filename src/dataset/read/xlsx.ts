import { limits } from '../limits.ts';
import { type Place, wholeFile } from '../place.ts';
import {
  damagedWorkbook,
  type HiddenParts,
  hidden,
  noSuchSheet,
  sheetTooWide,
  workbookTooLarge,
} from '../rules/exports.ts';
import type { Problem } from '../rules/rule.ts';
import type { SheetSource } from './exported-file.ts';
import { SheetCells } from './sheet.ts';
import type { TableRecord, WorkbookCell } from './table-record.ts';
import { FileFault } from './unreadable.ts';
import { type ListedSheet, openWorkbook, present, type Workbook } from './workbook.ts';

/**
 * Reads a sheet of the workbook in `bytes`. Empty rows are left out; `note` takes what is hidden and read. Throws
 * `FileFault` for what is no workbook, is damaged or too large, or lacks the sheet.
 */
export function readSheet(bytes: Buffer, source: SheetSource, note: (problem: Problem) => void): Iterable<TableRecord> {
  const workbook = openWorkbook(bytes);
  const sheet = chosenSheet(workbook, source.sheet);
  const cells = new SheetCells(present(sheet.xml), workbook);
  const { width, rows, hiddenRows } = cells;
  if (width > limits.fields) throw new FileFault(sheetTooWide);
  if (width * rows.size > limits.workbookCells) throw new FileFault(workbookTooLarge);
  if (source.hidden === undefined) {
    const parts = hiddenParts(workbook, source.sheet, sheet, cells);
    if (parts !== null) note(hidden.at(wholeFile(source.file), parts));
  }
  const lines = [...rows.keys()].filter((line) => source.hidden !== 'uden' || !hiddenRows.has(line));
  lines.sort((a, b) => a - b);
  cells.markMerged(lines.at(-1) ?? 0);
  return recordsOf(lines, cells, source.file, sheet.name);
}

/** The names of all sheets, hidden ones too. Throws as `readSheet` does. */
export const sheetNames = (bytes: Buffer): string[] => openWorkbook(bytes).sheets.map(({ name }) => name);

function chosenSheet({ sheets }: Workbook, wanted: string | undefined): ListedSheet {
  const chosen = sheets.find(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  if (chosen !== undefined) return chosen;
  const names = sheets.map(({ name }) => name);
  throw wanted === undefined ? new FileFault(damagedWorkbook) : new FileFault(noSuchSheet, wanted, names);
}

function* recordsOf(
  lines: readonly number[],
  { rows, width, hiddenRows }: SheetCells,
  file: string,
  sheet: string,
): Generator<TableRecord> {
  for (const line of lines) {
    const own = rows.get(line);
    const cells = Array.from({ length: width }, (_, field) => own?.get(field + 1));
    if (cells.every((cell) => cell === undefined || isBlank(cell))) continue;
    yield {
      ...{ line, cells, isMultiline: false, isUnended: false, isHidden: hiddenRows.has(line) },
      fields: cells.map((cell) => cell?.text.trim() ?? ''),
      place: (field): Place => ({ file, sheet, line, column: field + 1 }),
    };
  }
}

const isBlank = ({ text, flaw }: WorkbookCell): boolean => text.trim() === '' && flaw === null;

/** What of a workbook nobody sees in Excel; null when all is seen. */
function hiddenParts(
  { sheets }: Workbook,
  wanted: string | undefined,
  sheet: ListedSheet,
  { rows: all, width, hiddenRows, hiddenColumns }: SheetCells,
): HiddenParts | null {
  const skipped = wanted === undefined ? sheets.slice(0, sheets.indexOf(sheet)).map(({ name }) => name) : [];
  const rows = [...hiddenRows].filter((line) => [...(all.get(line)?.values() ?? [])].some((cell) => !isBlank(cell)));
  const columns = [...hiddenColumns].filter((column) => column <= width);
  const isAny = skipped.length > 0 || sheet.isHidden || rows.length > 0 || columns.length > 0;
  return isAny ? { skipped, sheet: sheet.isHidden ? sheet.name : null, rows, columns } : null;
}
