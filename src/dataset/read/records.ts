import type { Place } from '../problem.ts';

/** A row of a table as its file has it, header included. A file in another format is another source of these. */
export interface TableRecord {
  /** Trimmed texts. */
  readonly fields: readonly string[];
  readonly line: number;
  /** It stands on several lines: a field holds a line break. */
  readonly isMultiline: boolean;
  /** It is the file's last, and no line end follows. */
  readonly isUnended: boolean;
  /** Where a field begins, its quote included. */
  place(field: number): Place;
}

/** The records of a file in batches. Throws `UnreadableFile` after the last one before a fault. */
export type RecordSource = AsyncIterable<readonly TableRecord[]>;
