import type { Series } from '../catalogue.ts';
import { limits } from '../limits.ts';
import { LineBlock } from '../read/line-block.ts';
import type { Scanner } from '../read/scanner.ts';
import type { Columns } from './columns.ts';
import { OtherRows } from './other-rows.ts';
import type { Meanings, RowRules } from './row-rules.ts';
import { kind, kindOf, provenances, type StoredPlace, type StoredValue } from './store.ts';
import type { Table } from './table.ts';
import { readPlainValue } from './value-bytes.ts';

/** Columns of the widest file that is read in blocks. */
const WIDEST = 16;
const powers = Float64Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * The quick way through the rows that nothing is wrong with, block by block and column by column. It stops before every
 * row that it is not sure of: that one is read by `RowReader`, which alone decides what is a problem. Only a shortcut:
 * it takes nothing that `RowReader` would not take alike.
 */
export class PlainRows {
  readonly #columns: Columns;
  readonly #rules: RowRules;
  readonly #meanings: Meanings;
  readonly #table: Table;
  readonly #value: StoredValue = { units: 0, scale: 0, big: null, flags: 0, text: null };
  readonly #place: StoredPlace;
  readonly #block: LineBlock;
  readonly #others: OtherRows | null;
  /** By row of the block. */
  readonly #subjects: Int32Array;
  readonly #series: Int32Array;
  readonly #times: Int32Array;
  readonly #provenances: Int32Array;
  /** The row of the block that the last `take` stopped at, and the scanner's base then. */
  #row = 0;
  #base = -1;

  /** `file` is the index of the file in the table's store. */
  constructor(columns: Columns, rules: RowRules, meanings: Meanings, table: Table, file: number) {
    this.#columns = columns;
    this.#rules = rules;
    this.#meanings = meanings;
    this.#table = table;
    this.#place = { file, line: 0, column: 0 };
    this.#block = new LineBlock(columns.count);
    this.#others = OtherRows.fits(columns, table) ? new OtherRows(rules, table) : null;
    const rows = this.#block.odd.length;
    this.#subjects = new Int32Array(rows);
    this.#series = new Int32Array(rows).fill(rules.onlySeries);
    this.#times = new Int32Array(rows);
    this.#provenances = new Int32Array(rows).fill(provenances.indexOf(rules.provenance));
  }

  /** True when files with such columns can be read in blocks. */
  static fits = (columns: Columns): boolean => columns.count <= WIDEST && columns.selection.length === 0;

  /** Takes rows from the scanner until it has no whole line any more, or comes to a row that is not plain. */
  take(scanner: Scanner): void {
    const block = this.#block;
    if (!this.#goesOn(scanner)) this.#next(scanner);
    while (block.rows > 0) {
      const from = this.#row;
      const to = this.#takeRows(scanner.buffer, from, scanner.nextLine);
      scanner.pass(block.starts[to] as number, to - from);
      this.#row = to;
      if (to < block.rows) return;
      this.#others?.learn();
      this.#next(scanner);
    }
  }

  /** Passes over what need not be looked at, and makes the next block of what follows. */
  #next(scanner: Scanner): void {
    this.#others?.pass(scanner);
    this.#split(scanner);
  }

  /** True when just the row that stopped the last block was read since; steps over it. */
  #goesOn(scanner: Scanner): boolean {
    const next = this.#row + 1;
    if (this.#base !== scanner.base || next >= this.#block.rows) return false;
    this.#row = next;
    return this.#block.starts[next] === scanner.position;
  }

  #split(scanner: Scanner): void {
    const block = this.#block;
    const { buffer } = scanner;
    const { subject, series, time, provenance } = this.#columns;
    block.split(buffer, scanner.position, scanner.limit, scanner.separator, this.#others?.blockRows);
    this.#row = 0;
    this.#base = scanner.base;
    this.#meanings.subjects.meanings(block, subject, buffer, this.#subjects);
    if (series >= 0) this.#meanings.series.meanings(block, series, buffer, this.#series);
    this.#meanings.times.meanings(block, time, buffer, this.#times);
    if (provenance >= 0) this.#meanings.provenances.meanings(block, provenance, buffer, this.#provenances);
  }

  /** Takes rows of the block from `from`, which is on `line`; the first that it does not take. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over rows; calls per row would cost a cold start
  #takeRows(bytes: Buffer, from: number, line: number): number {
    const { rows, odd, starts, ends, fields } = this.#block;
    const { counted, held, measured, series: all, store } = this.#table;
    const [subjects, series, times] = [this.#subjects, this.#series, this.#times];
    const { style } = this.#rules;
    const field = this.#columns.value;
    const value = this.#value;
    const place = this.#place;
    for (let row = from; row < rows; row++) {
      const subject = subjects[row] as number;
      const id = series[row] as number;
      const time = times[row] as number;
      const provenance = this.#provenances[row] as number;
      if (odd[row] === 1 || subject < 0 || id < 0 || time < 0 || provenance < 0) return row;
      const start = this.#block.startOf(row, field);
      if (!readPlainValue(bytes, start, ends[row * fields + field] as number, style, value)) return row;
      const isNumber = kindOf(value.flags) === kind.number;
      if (isNumber && !isSurelyInRange(value, (all[id] as Series).measure)) return row;
      if (held[subject] === 1) {
        if (store.size >= limits.figures) return row;
        value.flags |= provenance << 3;
        place.line = line + row - from;
        place.column = 1 + start - (starts[row] as number);
        if (store.add(subject, id, time, value, place) >= 0) return row;
      }
      if (!isNumber) continue;
      counted[subject] = 1;
      measured[id]?.add(time);
    }
    return rows;
  }
}

/** False when a number of up to 15 digits is, or may be, out of its series' range. */
function isSurelyInRange({ units, scale }: StoredValue, measure: Series['measure']): boolean {
  if (measure === 'count') return units >= 0 && scale === 0;
  const bound = 100 * (powers[scale] as number);
  return units <= bound && (measure === 'percentage' ? units >= 0 : units >= -bound);
}
