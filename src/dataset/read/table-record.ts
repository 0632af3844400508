import type { Place } from '../place.ts';

/** A row of a table as its file has it, header included. A file in another format is another source of these. */
export interface TableRecord {
  /** Trimmed texts; of a workbook's number the number in plain decimal notation, of its date "2025-12-31". */
  readonly fields: readonly string[];
  readonly line: number;
  /** It stands on several lines: a field holds a line break. */
  readonly isMultiline: boolean;
  /** It is the file's last, and no line end follows. */
  readonly isUnended: boolean;
  /** Of a workbook's row its cells; undefined for one that is only a text. */
  readonly cells?: readonly (WorkbookCell | undefined)[] | undefined;
  /** The row cannot be seen in Excel. */
  readonly isHidden?: boolean;
  /** Where a field begins, its quote included. */
  place(field: number): Place;
}

/** A workbook's cell as Danish Excel shows it, but for numbers, which are in plain decimal notation. */
export interface WorkbookCell {
  readonly text: string;
  readonly flaw: CellFlaw | null;
  /** True for a number: it has a decimal point, whatever the texts of the file have. */
  readonly isNumber: boolean;
}

/**
 * What keeps a cell from being read as text or number: it is one of merged cells, a formula that was never calculated,
 * an error such as #N/A, true or false, a date, or a number that is shown as a percentage.
 */
export type CellFlaw = 'merged' | 'formula' | 'error' | 'boolean' | 'date' | 'percent';

/** The records of a file in batches. Throws `UnreadableFile` after the last one before a fault. */
export type RecordSource = AsyncIterable<Iterable<TableRecord>>;

/** Records of a file that are looked through for the head of its table: titles and notes may stand above it. */
export const HEAD_ROWS = 100;

export const isText = (text: string): boolean => text !== '';

/** A field's text; "" where the record is shorter. */
export const textOf = ({ fields }: TableRecord, field: number): string => fields[field] ?? '';

/** True when the record holds nothing from `field` on. */
export function isEmptyFrom({ fields }: TableRecord, field: number): boolean {
  for (let i = field; i < fields.length; i++) if (fields[i] !== '') return false;
  return true;
}

/** A column's name as names are compared: case, and how its letters are composed, do not count. */
export const foldedName = (name: string): string => name.toLowerCase().normalize('NFC');
