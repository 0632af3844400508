import type { CellObject, DenseWorkSheet, ParsingOptions, Range, WorkBook } from '@e965/xlsx';
import Big from 'big.js';
import { clean, meant } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { type Place, type ProblemText, wholeFile } from '../problem.ts';
import { unreadable } from './file-problems.ts';
import type { CellFlaw, TableRecord } from './records.ts';
import { notAWorkbook, tooManyMerged, unpackWorkbook } from './unpack-workbook.ts';

/** Cells as the file holds them: numbers unformatted, formulas as text, empty cells too where a formula may stand. */
const options: ParsingOptions = {
  dense: true,
  sheetStubs: true,
  cellFormula: true,
  cellNF: true,
  cellDates: true,
  UTC: true,
  cellText: false,
  cellHTML: false,
};

/**
 * Reads a sheet of the workbook in `bytes`: the one named, else the first that is not hidden. Empty rows are
 * left out. Throws `UnreadableFile` for what is no workbook, is too large, or lacks the sheet.
 */
export async function readSheet(bytes: Uint8Array, file: string, wanted: string | undefined): Promise<TableRecord[]> {
  const parts = unpackWorkbook(bytes, file);
  // Loaded only when there is a workbook to read.
  const { default: excel } = await import('@e965/xlsx/dist/xlsx.mini.min.js');
  const parsed = (sheet: string | number): WorkBook => {
    try {
      return excel.read(parts, { ...options, sheets: sheet });
    } catch {
      throw unreadable(wholeFile(file), notAWorkbook);
    }
  };
  const book = parsed(wanted ?? 0);
  const { SheetNames: names, Workbook } = book;
  if (wanted !== undefined && !names.includes(wanted)) throw unreadable(wholeFile(file), noSuchSheet(wanted, names));
  const name = wanted ?? names.find((_, i) => (Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0);
  const sheet = name === undefined ? undefined : (book.Sheets[name] ?? parsed(name).Sheets[name]);
  if (name === undefined || sheet === undefined) throw unreadable(wholeFile(file), notAWorkbook);
  return recordsOf(sheet as DenseWorkSheet, file, name);
}

function recordsOf(sheet: DenseWorkSheet, file: string, name: string): TableRecord[] {
  const data = sheet['!data'] ?? [];
  const merged = mergedCells(sheet['!merges'] ?? [], data, file);
  const width = data.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const records: TableRecord[] = [];
  // Passes over the gaps of an array that may be sparse.
  data.forEach((cells, row) => {
    const line = row + 1;
    const place = (field: number): Place => ({ file, sheet: name, line, column: field + 1 });
    if (cells.length > limits.fields) throw unreadable(place(limits.fields), tooWide);
    const fields = Array.from({ length: width }, (_, field) => cellText(cells[field]).trim());
    const isMerged = (field: number): boolean => merged.has(`${row} ${field}`);
    if (fields.every((text, field) => text === '' && !isMerged(field))) return;
    const flaw = (field: number): CellFlaw | null => (isMerged(field) ? 'merged' : cellFlaw(cells[field]));
    const isNumber = (field: number): boolean => cells[field]?.t === 'n';
    records.push({ fields, line, place, isMultiline: false, isUnended: false, cells: { flaw, isNumber } });
  });
  return records;
}

/** "row column" of all cells that are merged with others, within the rows that hold something. */
function mergedCells(ranges: readonly Range[], data: readonly unknown[], file: string): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { s: start, e: end } of ranges) {
    for (let row = start.r; row <= Math.min(end.r, data.length - 1); row++) {
      for (let column = start.c; column <= Math.min(end.c, limits.fields); column++) {
        cells.add(`${row} ${column}`);
        if (cells.size > limits.mergedCells) throw unreadable(wholeFile(file), tooManyMerged);
      }
    }
  }
  return cells;
}

const isCalculated = (cell: CellObject): boolean => cell.t !== 'z' || cell.f === undefined;

function cellText(cell: CellObject | undefined): string {
  if (cell === undefined) return '';
  if (!isCalculated(cell)) return `=${cell.f}`;
  if (cell.t === 'n') return plainNumber(cell.v as number);
  if (cell.t === 'd') return dateText(cell.v as Date, String(cell.z));
  if (cell.t === 'b') return cell.v === true ? 'SAND' : 'FALSK';
  if (cell.t === 'e') return errorNames.get(cell.v as number) ?? '#FEJL!';
  return cell.t === 'z' ? '' : String(cell.v);
}

function cellFlaw(cell: CellObject | undefined): CellFlaw | null {
  if (cell === undefined) return null;
  if (!isCalculated(cell)) return 'formula';
  if (cell.t === 'n') return isPercentage(String(cell.z)) ? 'percent' : null;
  const flaws: Partial<Record<CellObject['t'], CellFlaw>> = { d: 'date', b: 'boolean', e: 'error' };
  return flaws[cell.t] ?? null;
}

/** All digits that tell a double from its neighbours, which is what Excel holds: 72.1, not 72.099999999999994. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? new Big(value).toFixed() : text;
}

/** Only as exact as the cell shows it: a cell that shows "2024" is a year, one that shows "sep-25" no day. */
function dateText(date: Date, format: string): string {
  const [year, month] = date.toISOString().split('-') as [string, string];
  const shown = withoutQuotes(format).toLowerCase();
  if (shown.includes('d') || !shown.includes('y')) return date.toISOString().slice(0, 10);
  return shown.includes('m') ? `${year}-${month}` : year;
}

/** A format without the texts in it, which do not change what a number is shown as. */
const withoutQuotes = (format: string): string => format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');

const isPercentage = (format: string): boolean => withoutQuotes(format).includes('%');

/** Error values by their number in the file format. */
const errorNames: ReadonlyMap<number, string> = new Map([
  [0x00, '#NUL!'],
  [0x07, '#DIVISION/0!'],
  [0x0f, '#VÆRDI!'],
  [0x17, '#REFERENCE!'],
  [0x1d, '#NAVN?'],
  [0x24, '#NUM!'],
  [0x2a, '#I/T'],
]);

const tooWide: ProblemText = {
  rule: 'for-mange-felter',
  message: `Rækken har flere end ${limits.fields} celler.`,
  remedy: 'Slet det, der står til højre for tabellen, eller hent den igen.',
};

function noSuchSheet(wanted: string, names: readonly string[]): ProblemText {
  const near = meant(wanted, names);
  const list = names.slice(0, 10).map((name) => `"${clean(name)}"`);
  return {
    rule: 'excel',
    value: wanted,
    message: `Filen har intet ark, der hedder "${clean(wanted)}".`,
    remedy: `${near === null ? '' : `Mente du "${clean(near)}"? `}Filens ark: ${list.join(', ')}. Ret "ark" i datasaet.json.`,
  };
}
