import { limits } from '../limits.ts';
import { damagedWorkbook, tooManyMerged, workbookTooLarge } from '../rules/exports.ts';
import { readCell } from './cell.ts';
import type { WorkbookCell } from './table-record.ts';
import { FileFault } from './unreadable.ts';
import { isTrue, TextsOf, type Workbook } from './workbook.ts';
import { type Attributes, walkXml, type XmlHandlers } from './xml.ts';

interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/**
 * Reads the cells of a sheet, and what Excel does with them; rows and columns count from 1. Throws `FileFault` where a row
 * or cell is there twice, stands outside of what a sheet can have or refers to what is missing, and where there is more
 * than in any table.
 */
export class SheetCells implements XmlHandlers {
  /** Cells by row and column; a row without any is undefined, since there may be many. */
  readonly rows = new Map<number, Map<number, WorkbookCell> | undefined>();
  /** The columns that hold something. */
  readonly width: number;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly #workbook: Workbook;
  readonly #merged: (readonly [from: CellAddress, to: CellAddress])[] = [];
  /** Buttons and the like have rows too, which are places. */
  #isData = false;
  #count = 0;
  /** Columns that were hidden, each as often as it was. */
  #hidden = 0;
  /** Where it is in the sheet; a row or cell without an address follows the one before. */
  #row = 0;
  #column = 0;
  /** The cell that has begun: its attributes, and the texts found in it. */
  #cell: Attributes | null = null;
  readonly #texts = new TextsOf();

  constructor(xml: Buffer, workbook: Workbook) {
    this.#workbook = workbook;
    walkXml(xml, this);
    let width = 0;
    for (const cells of this.rows.values())
      for (const [column, { text }] of cells ?? []) if (column > width && text.trim() !== '') width = column;
    this.width = width;
  }

  /** Marks all cells that are merged with others, within the rows up to `lastRow`. */
  markMerged(lastRow: number): void {
    let count = 0;
    for (const [from, to] of this.#merged) {
      for (let row = from.row; row <= Math.min(to.row, lastRow); row++) {
        for (let column = from.column; column <= Math.min(to.column, limits.fields); column++) {
          if (++count > limits.mergedCells) throw new FileFault(tooManyMerged);
          if (!this.rows.has(row)) continue;
          const { text = '', isNumber = false } = this.rows.get(row)?.get(column) ?? {};
          this.#set(row, column, { text, isNumber, flaw: 'merged' });
        }
      }
    }
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell !== null) this.#texts.open(name);
    else if (this.#isData && name === 'c') this.#beginCell(attributes);
    else if (this.#isData && name === 'row') this.#beginRow(attributes);
    else if (name === 'sheetData') this.#isData = true;
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
    else if (name === 'col' && isTrue(attributes['hidden'])) this.#hideColumns(attributes);
  }

  text(text: string): void {
    this.#texts.add(text);
  }

  close(name: string): void {
    if (name === 'c' && this.#cell !== null) this.#endCell(this.#cell);
    if (name === 'sheetData') this.#isData = false;
    this.#texts.close(name);
  }

  #beginRow({ r: reference = String(this.#row + 1), hidden }: Attributes): void {
    this.#row = addressOf(`A${reference}`).row;
    this.#column = 0;
    if (this.rows.has(this.#row)) throw new FileFault(damagedWorkbook);
    this.rows.set(this.#row, undefined);
    if (isTrue(hidden)) this.hiddenRows.add(this.#row);
  }

  #beginCell(attributes: Attributes): void {
    const next = { row: this.#row, column: this.#column + 1 };
    const { row, column } = attributes['r'] === undefined ? checked(next) : addressOf(attributes['r']);
    if (row !== this.#row || this.rows.get(row)?.has(column)) throw new FileFault(damagedWorkbook);
    this.#column = column;
    this.#cell = attributes;
    this.#texts.clear();
  }

  #endCell({ t: type = 'n', s: style = '0' }: Attributes): void {
    if (++this.#count > limits.workbookCells) throw new FileFault(workbookTooLarge);
    this.#set(this.#row, this.#column, readCell(type, Number(style), this.#texts, this.#workbook));
    this.#cell = null;
  }

  #set(row: number, column: number, cell: WorkbookCell): void {
    const cells = this.rows.get(row);
    if (cells === undefined) this.rows.set(row, new Map([[column, cell]]));
    else cells.set(column, cell);
  }

  #merge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    this.#merged.push([addressOf(from), addressOf(to)]);
    if (this.#merged.length > limits.merges) throw new FileFault(workbookTooLarge);
  }

  /** Hides the columns that a `col` is about, as far as a table may reach. */
  #hideColumns({ min, max }: Attributes): void {
    const [from, to] = [Number(min), Math.min(Number(max), limits.fields)];
    if (!Number.isInteger(from) || from < 1 || Number.isNaN(to)) throw new FileFault(damagedWorkbook);
    this.#hidden += Math.max(0, to - from);
    if (this.#hidden > limits.workbookCells) throw new FileFault(workbookTooLarge);
    for (let column = from; column <= to; column++) this.hiddenColumns.add(column);
  }
}

/** Rows and columns of a sheet in Excel. */
const last = { row: 1_048_576, column: 16_384 };

/** "B12" */
function addressOf(reference: string): CellAddress {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  const row = Number(digits);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return checked({ row, column });
}

function checked(address: CellAddress): CellAddress {
  const { row, column } = address;
  if (row < 1 || row > last.row || column < 1 || column > last.column) throw new FileFault(damagedWorkbook);
  return address;
}
