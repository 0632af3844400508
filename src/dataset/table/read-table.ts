import { createHash } from 'node:crypto';
import { fromHead, readHeader } from '../mapping/columns.ts';
import type { FileMapping } from '../mapping/mapping.ts';
import type { ProblemList } from '../problems.ts';
import { csvRecords } from '../read/csv.ts';
import { collected, type ReadingNotes, sheetRecords } from '../read/exported-file.ts';
import type { Folder } from '../read/files.ts';
import { isEmptyFrom, type RecordSource } from '../read/table-record.ts';
import { linesOf } from '../read/text.ts';
import { FileFault, problemsOf } from '../read/unreadable.ts';
import { wideTable } from '../read/wide.ts';
import { emptyFile } from '../rules/files.ts';
import { RowReader } from './rows.ts';
import type { SubjectTable } from './table.ts';

/** Reads a file of figures into `table`, its problems into `problems`; returns the SHA-256 of what was read. */
export async function readTable(
  folder: Folder,
  mapping: FileMapping,
  table: SubjectTable,
  problems: ProblemList,
): Promise<string> {
  const hash = createHash('sha256');
  let rows: RowReader | null = null;
  try {
    for await (const records of recordsOf(folder, mapping, { hash, note: (problem) => problems.add(problem) })) {
      for (const record of records) {
        if (rows !== null) rows.read(record);
        else if (!isEmptyFrom(record, 0)) rows = new RowReader(readHeader(record, mapping), mapping, table, problems);
      }
    }
    if (rows === null) throw new FileFault(emptyFile);
    rows.end();
  } catch (error) {
    for (const problem of problemsOf(error, mapping.file)) problems.add(problem);
  }
  if (rows?.note) problems.add(rows.note);
  return hash.digest('hex');
}

/** The records of a file in the long form, the head first. */
async function* recordsOf(folder: Folder, mapping: FileMapping, notes: ReadingNotes): RecordSource {
  const { file, entry, columns } = mapping;
  if (entry === null) yield* csvRecords(linesOf(folder, file, notes.hash), file);
  else if (!entry.isWide) yield* fromHead(sheetRecords(folder, entry, notes), columns);
  else {
    const area = { column: columns.subject, isArea: (text: string) => mapping.subject(text) !== null };
    const { head, rows } = wideTable(await collected(sheetRecords(folder, entry, notes)), area);
    yield [head];
    yield rows;
  }
}
