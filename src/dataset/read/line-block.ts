const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
/** The sign of a 32-bit number. */
const LONG = 0x80000000 | 0;

/** Rows that a block holds at most: few, so that the functions which fill it have ended often before they are compiled. */
export const ROWS = 256;

/**
 * A stretch of delimited lines, split into fields column by column: the quick way for the lines that nearly all files
 * consist of. A row is plain when it has exactly `fields` fields of visible ASCII; any other is marked odd and has to
 * be read by the scanner. Arrays are filled by short loops of their own, which a cold start soon runs compiled.
 */
export class LineBlock {
  /** Rows of the block. */
  rows = 0;
  /** Offset of each row, and after the last one of what follows. */
  readonly starts = new Int32Array(ROWS + 1);
  /** 1 for a row that is not plain. */
  readonly odd = new Uint8Array(ROWS);
  readonly fields: number;
  /**
   * Of field f in row r, at r × `fields` + f: the offset of its end, and its last eight bytes. `high` is negative when
   * the field is longer than they are; no visible ASCII makes it so by itself.
   */
  readonly ends: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;

  constructor(fields: number) {
    this.fields = fields;
    this.ends = new Int32Array(ROWS * fields);
    this.low = new Int32Array(ROWS * fields);
    this.high = new Int32Array(ROWS * fields);
  }

  /** Offset of a field's first byte; of a plain row only. */
  startOf(row: number, field: number): number {
    return field === 0 ? (this.starts[row] as number) : (this.ends[row * this.fields + field - 1] as number) + 1;
  }

  /**
   * Fills the block with the whole lines from `from`, at most `most`. It ends early at a quote or a carriage return on its own, since
   * either may make the line's end another than it seems.
   */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one loop over bytes; a call per field would cost a cold start
  split(bytes: Uint8Array, from: number, end: number, separator: number, most = ROWS): void {
    const { ends, low, high, starts, odd, fields } = this;
    let row = 0;
    let base = 0;
    let field = 0;
    let begin = from;
    let strange = 0;
    let lo = 0;
    let hi = 0;
    starts[0] = from;
    for (let at = from; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte > QUOTE && byte !== separator) {
        strange |= byte & 0x80;
        hi = (hi << 8) | (lo >>> 24);
        lo = (lo << 8) | byte;
        continue;
      }
      const lineEnd = byte === LF || (byte === CR && at + 1 < end && bytes[at + 1] === LF);
      if (byte !== separator && !lineEnd) {
        if (byte === QUOTE || byte === CR) break;
        strange = 1;
        continue;
      }
      if (field < fields) {
        ends[base + field] = at;
        low[base + field] = lo;
        high[base + field] = hi | (at - begin > 8 ? LONG : 0);
      }
      field++;
      begin = at + 1;
      lo = 0;
      hi = 0;
      if (!lineEnd) continue;
      if (byte === CR) begin = ++at + 1;
      odd[row] = field !== fields || strange !== 0 ? 1 : 0;
      starts[++row] = at + 1;
      if (row === most) break;
      base += fields;
      field = 0;
      strange = 0;
    }
    this.rows = row;
  }
}
