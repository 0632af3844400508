/** What a dataset's files may be at most; all else is refused with a message, so that no file can exhaust the machine. */
export const limits = {
  /** Bytes of a record (a line, or several when a quoted field holds line breaks). */
  record: 131_072,
  /** Fields of a record. */
  fields: 1_000,
  /** Bytes of a file, unpacked. */
  file: 500_000_000,
  /** Bytes of a workbook (.xlsx), unpacked. */
  workbook: 30_000_000,
  /** XML elements of one of its parts; a cell with a number has two. */
  workbookElements: 3_000_000,
  /** Cells of a sheet; and its rows times the columns of its widest row. */
  workbookCells: 1_000_000,
  /** Characters of a text in it: Excel keeps 32,767 in a cell. */
  cellText: 200_000,
  /** Ranges of merged cells, and cells in them. */
  merges: 10_000,
  mergedCells: 200_000,
  /** Bytes of `datasaet.json`. */
  json: 1_000_000,
  /** Errors of a dataset; the next one stops the reading. */
  errors: 20_000,
  /** Warnings and notes of a dataset that are kept; more are only counted. */
  notes: 20_000,
  /** Figures of a table that are kept. */
  figures: 2_000_000,
  /** Different periods of a dataset. */
  periods: 100_000,
  /** Unpacked bytes from which on a packed file must not be larger than `ratio` times its packed size. */
  unpackedFree: 5_000_000,
  ratio: 200,
  /** Problems of `datasaet.json` of one kind that are kept. */
  jsonProblems: 200,
  /** Exports that `datasaet.json` may name. */
  exports: 100,
  /** Digits of a number. */
  digits: 60,
} as const;
