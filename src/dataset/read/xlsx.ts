import { limits } from '../limits.ts';
import { type Place, wholeFile } from '../place.ts';
import {
  damagedWorkbook,
  type HiddenParts,
  hidden,
  noSuchSheet,
  sheetTooWide,
  tooManyMerged,
  workbookTooLarge,
} from '../rules/exports.ts';
import type { Problem } from '../rules/rule.ts';
import type { ReadCell } from './cell.ts';
import { Damaged, TooLarge } from './damage.ts';
import { type MergedRange, type SheetCells, sheetCells } from './sheet.ts';
import type { CellFlaw, TableRecord } from './table-record.ts';
import { UnreadableFile } from './unreadable.ts';
import { type ListedSheet, openWorkbook, type Workbook } from './workbook.ts';

/** What `datasaet.json` says of a workbook. */
export interface SheetChoice {
  readonly file: string;
  /** Name of the sheet; undefined for the first that is not hidden. */
  readonly sheet: string | undefined;
  /** Whether hidden rows are read; undefined when nobody has said it: then they are, with a warning. */
  readonly hidden?: 'med' | 'uden' | undefined;
}

/**
 * Reads a sheet of the workbook in `bytes`. Empty rows are left out; what is hidden is told to `note`. Throws
 * `UnreadableFile` for what is no workbook, is damaged or too large, or lacks the sheet.
 */
export function* readSheet(
  bytes: Buffer,
  choice: SheetChoice,
  note: (problem: Problem) => void,
): Generator<readonly TableRecord[]> {
  const { file } = choice;
  const workbook = attempt(file, () => openWorkbook(bytes));
  const sheet = chosenSheet(workbook, choice);
  const cells = attempt(file, () => {
    if (sheet.xml === null) throw new Damaged();
    return sheetCells(sheet.xml, workbook);
  });
  const width = widthOf(cells, file);
  if (choice.hidden === undefined) {
    const rows = [...cells.hiddenRows].filter((line) => hasText(cells.rows.get(line)));
    const columns = [...cells.hiddenColumns].filter((column) => column <= width);
    const parts = hiddenParts(workbook, choice, sheet, rows, columns);
    if (parts !== null) note(hidden.at(wholeFile(file), parts));
  }
  const skipped = choice.hidden === 'uden' ? cells.hiddenRows : new Set<number>();
  yield* recordsOf(cells, { file, sheet: sheet.name, width, skipped });
}

/** The names of all sheets, hidden ones too. Throws as `readSheet` does. */
export const sheetNames = (bytes: Buffer, file: string): string[] =>
  attempt(file, () => openWorkbook(bytes)).sheets.map(({ name }) => name);

function attempt<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof TooLarge) throw new UnreadableFile(workbookTooLarge.at(wholeFile(file)));
    if (error instanceof Damaged) throw new UnreadableFile(damagedWorkbook.at(wholeFile(file)));
    throw error;
  }
}

function chosenSheet({ sheets }: Workbook, { file, sheet: wanted }: SheetChoice): ListedSheet {
  const chosen = sheets.find(({ name, isHidden }) => (wanted === undefined ? !isHidden : name === wanted));
  if (chosen !== undefined) return chosen;
  const names = sheets.map(({ name }) => name);
  const place = wholeFile(file);
  throw new UnreadableFile(wanted === undefined ? damagedWorkbook.at(place) : noSuchSheet.at(place, wanted, names));
}

const hasText = (cells: ReadonlyMap<number, ReadCell> | undefined): boolean =>
  [...(cells?.values() ?? [])].some(({ text }) => text.trim() !== '');

/** The columns that hold something. */
function widthOf({ rows }: SheetCells, file: string): number {
  let width = 0;
  for (const cells of rows.values())
    for (const [column, { text }] of cells) if (column > width && text.trim() !== '') width = column;
  if (width > limits.fields) throw new UnreadableFile(sheetTooWide.at(wholeFile(file)));
  if (width * rows.size > limits.workbookCells) throw new UnreadableFile(workbookTooLarge.at(wholeFile(file)));
  return width;
}

/** Records that are given at a time: a workbook has many, and most are not kept. */
const BATCH = 1_000;

interface RecordsOptions {
  readonly file: string;
  readonly sheet: string;
  readonly width: number;
  readonly skipped: ReadonlySet<number>;
}

function* recordsOf(
  { rows, merged, hiddenRows }: SheetCells,
  options: RecordsOptions,
): Generator<readonly TableRecord[]> {
  const { file, sheet, width, skipped } = options;
  const lines = [...rows.keys()].filter((line) => !skipped.has(line)).sort((a, b) => a - b);
  const mergedCells = cellsIn(merged, lines.at(-1) ?? 0, file);
  const recordsAt = (line: number): TableRecord[] => {
    const cells = rows.get(line);
    const fields = Array.from({ length: width }, (_, field) => cells?.get(field + 1)?.text.trim() ?? '');
    const isMerged = (field: number): boolean => mergedCells.has(`${line} ${field + 1}`);
    if (fields.every((text, field) => text === '' && !isMerged(field))) return [];
    const place = (field: number): Place => ({ file, sheet, line, column: field + 1 });
    const flaw = (field: number): CellFlaw | null =>
      isMerged(field) ? 'merged' : (cells?.get(field + 1)?.flaw ?? null);
    const isNumber = (field: number): boolean => cells?.get(field + 1)?.isNumber === true;
    return [
      {
        fields,
        line,
        place,
        isMultiline: false,
        isUnended: false,
        cells: { flaw, isNumber, isHidden: hiddenRows.has(line) },
      },
    ];
  };
  for (let at = 0; at < lines.length; at += BATCH) yield lines.slice(at, at + BATCH).flatMap(recordsAt);
}

/** "row column" of all cells that are merged with others, within the rows that hold something. */
function cellsIn(ranges: readonly MergedRange[], lastRow: number, file: string): ReadonlySet<string> {
  const cells = new Set<string>();
  let count = 0;
  for (const { from, to } of ranges) {
    for (let row = from.row; row <= Math.min(to.row, lastRow); row++) {
      for (let column = from.column; column <= Math.min(to.column, limits.fields); column++) {
        cells.add(`${row} ${column}`);
        if (++count > limits.mergedCells) throw new UnreadableFile(tooManyMerged.at(wholeFile(file)));
      }
    }
  }
  return cells;
}

/** What of a workbook nobody sees in Excel; null when there is nothing to tell. */
function hiddenParts(
  { sheets }: Workbook,
  { sheet: wanted }: SheetChoice,
  { name, isHidden }: ListedSheet,
  rows: readonly number[],
  columns: readonly number[],
): HiddenParts | null {
  const before = sheets.findIndex((one) => one.name === name);
  const skipped = wanted === undefined ? sheets.slice(0, before).map((one) => one.name) : [];
  const isAny = skipped.length > 0 || isHidden || rows.length > 0 || columns.length > 0;
  return isAny ? { skipped, sheet: isHidden ? name : null, rows, columns } : null;
}
