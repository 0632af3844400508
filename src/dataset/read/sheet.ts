import { limits } from '../limits.ts';
import { cellReader, type RawCell, type ReadCell } from './cell.ts';
import { Damaged, TooLarge } from './damage.ts';
import { isTrue, TextOf, type Workbook } from './workbook.ts';
import { type Attributes, walkXml, type XmlHandlers } from './xml.ts';

/** The cells of a sheet, and what Excel does with them. Rows and columns count from 1. */
export interface SheetCells {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ReadCell>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merged: readonly MergedRange[];
}

export interface MergedRange {
  readonly from: CellAddress;
  readonly to: CellAddress;
}

interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/**
 * Reads a sheet's cells. Throws `Damaged` where a row or cell is there twice, stands outside of what a sheet can have or
 * refers to what is missing, and `TooLarge`.
 */
export function sheetCells(xml: Buffer, workbook: Workbook): SheetCells {
  const reader = new SheetReader(workbook);
  walkXml(xml, reader);
  return reader;
}

/** The cells of a row without any; rows are many. */
const noCells = new Map<number, ReadCell>();

class SheetReader implements SheetCells, XmlHandlers {
  readonly rows = new Map<number, Map<number, ReadCell>>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly merged: MergedRange[] = [];
  readonly #toCell: (cell: RawCell) => ReadCell;
  #cells = noCells;
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
  #within: 'v' | 'f' | null = null;
  #value = '';
  #formula: string | null = null;
  readonly #inline = new TextOf();

  constructor(workbook: Workbook) {
    this.#toCell = cellReader(workbook);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell !== null) this.#openInCell(name);
    else if (this.#isData && name === 'c') this.#beginCell(attributes);
    else if (this.#isData && name === 'row') this.#beginRow(attributes);
    else if (name === 'sheetData') this.#isData = true;
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
    else if (name === 'col' && isTrue(attributes['hidden'])) this.#hideColumns(attributes);
  }

  text(text: string): void {
    if (this.#within === 'v') this.#value += text;
    if (this.#within === 'f') this.#formula += text;
    this.#inline.add(text);
  }

  close(name: string): void {
    if (name === 'c' && this.#cell !== null) this.#endCell(this.#cell);
    if (name === 'sheetData') this.#isData = false;
    if (name === 'v' || name === 'f') this.#within = null;
    this.#inline.close(name);
  }

  #beginRow(attributes: Attributes): void {
    const reference = attributes['r'];
    this.#row = addressOf(`A${reference ?? this.#row + 1}`).row;
    this.#column = 0;
    if (this.rows.has(this.#row)) throw new Damaged();
    this.#cells = noCells;
    this.rows.set(this.#row, this.#cells);
    if (isTrue(attributes['hidden'])) this.hiddenRows.add(this.#row);
  }

  #beginCell(attributes: Attributes): void {
    const next = { row: this.#row, column: this.#column + 1 };
    const { row, column } = attributes['r'] === undefined ? checked(next) : addressOf(attributes['r']);
    if (row !== this.#row || this.#cells.has(column)) throw new Damaged();
    this.#column = column;
    this.#cell = attributes;
    this.#value = '';
    this.#formula = null;
    this.#inline.clear();
  }

  #openInCell(name: string): void {
    if (name === 'f') this.#formula = '';
    if (name === 'v' || name === 'f') this.#within = name;
    this.#inline.open(name);
  }

  #endCell({ t: type = 'n', s: style = '0' }: Attributes): void {
    const value = type === 'inlineStr' ? this.#inline.toString() : this.#value;
    if (++this.#count > limits.workbookCells) throw new TooLarge();
    if (this.#cells === noCells) {
      this.#cells = new Map();
      this.rows.set(this.#row, this.#cells);
    }
    this.#cells.set(this.#column, this.#toCell({ type, style: Number(style), value, formula: this.#formula }));
    this.#cell = null;
  }

  #merge(reference: string): void {
    const [from = '', to = from] = reference.split(':');
    this.merged.push({ from: addressOf(from), to: addressOf(to) });
    if (this.merged.length > limits.merges) throw new TooLarge();
  }

  /** Hides the columns that a `col` is about, as far as a table may reach. */
  #hideColumns({ min, max }: Attributes): void {
    const [from, to] = [Number(min), Math.min(Number(max), limits.fields)];
    if (!Number.isInteger(from) || from < 1 || Number.isNaN(to)) throw new Damaged();
    this.#hidden += Math.max(0, to - from);
    if (this.#hidden > limits.workbookCells) throw new TooLarge();
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
  if (row < 1 || row > last.row || column < 1 || column > last.column) throw new Damaged();
  return address;
}
