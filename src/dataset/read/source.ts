import type { Hash } from 'node:crypto';
import { limits } from '../limits.ts';
import { type ProblemText, wholeFile } from '../problem.ts';
import { csvRecords, separatorOf } from './csv.ts';
import { unreadable, workbookTooLarge } from './file-problems.ts';
import { bytesOf, type Folder } from './files.ts';
import { beginning, sourceForm } from './foreign.ts';
import type { RecordSource, TableRecord } from './records.ts';
import { linesOf } from './text.ts';
import { wideTable } from './wide.ts';

/** A file that other programs wrote, and what `datasaet.json` says of its form. */
export interface ExportedFile {
  readonly file: string;
  /** The workbook's sheet; undefined for the first, and for text files. */
  readonly sheet: string | undefined;
  /** Of a wide table: the name of the column with areas, and which texts are areas. Null for one in long form. */
  readonly wide: { readonly column: string; readonly isArea: (text: string) => boolean } | null;
  /** Columns that the head of a table in long form must name; titles may stand above it. */
  readonly columns: readonly string[];
}

/** The records of an exported file in the long form, the head first. Throws `UnreadableFile`, and the system's errors. */
export async function* exportedRecords(folder: Folder, source: ExportedFile, hash?: Hash): RecordSource {
  const records = sheetRecords(folder, source.file, source.sheet, hash);
  if (source.wide === null) yield* withoutTitles(records, source.columns);
  else {
    const table = wideTable(await collected(records), source.file, source.wide);
    yield [table.head];
    for (const record of table.rows) yield [record];
  }
}

/** The records of a text file or of a workbook's sheet, as they stand there. */
export async function* sheetRecords(
  folder: Folder,
  file: string,
  sheet: string | undefined,
  hash?: Hash,
): RecordSource {
  checkForm(folder, file);
  if (!isWorkbook(file)) yield* csvRecords(linesOf(folder, file, hash), file, separatorOf);
  else {
    const { readSheet } = await import('./xlsx.ts');
    yield (await readSheet(await wholeBytes(folder, file, hash), file, sheet)).records;
  }
}

export const isWorkbook = (file: string): boolean => /\.xlsx$/.test(file);

export async function collected(records: RecordSource): Promise<TableRecord[]> {
  const all: TableRecord[] = [];
  for await (const batch of records) for (const record of batch) all.push(record);
  return all;
}

/** Refuses a file whose beginning shows that it is not what its name says. */
function checkForm(folder: Folder, file: string): void {
  if (file.endsWith('.gz')) return;
  const handle = folder.open(file);
  try {
    const start = Buffer.alloc(beginning);
    const form = sourceForm(start.subarray(0, handle.read(start)));
    if (typeof form === 'object') throw unreadable(wholeFile(file), form);
    if ((form === 'workbook') !== isWorkbook(file)) throw unreadable(wholeFile(file), misnamed[form]);
  } finally {
    handle.close();
  }
}

async function wholeBytes(folder: Folder, file: string, hash?: Hash): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytesOf(folder, file, hash)) {
    length += chunk.length;
    if (length > limits.workbook) throw unreadable(wholeFile(file), workbookTooLarge);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Records above the head of a table that are looked through for it. */
const TITLES = 100;

/** The records from the head on: the first that names all columns, or else the one of the first that names most. */
async function* withoutTitles(records: RecordSource, columns: readonly string[]): RecordSource {
  const fold = (text: string): string => text.toLowerCase().normalize('NFC');
  const wanted = [...new Set(columns.map(fold))];
  const named = ({ fields }: TableRecord): number => {
    const names = new Set(fields.map(fold));
    return wanted.filter((name) => names.has(name)).length;
  };
  const fromHead = (first: readonly TableRecord[]): readonly TableRecord[] => {
    const counts = first.slice(0, TITLES).map(named);
    return first.slice(counts.indexOf(Math.max(...counts)));
  };
  let first: TableRecord[] | null = [];
  for await (const batch of records) {
    if (first === null) yield batch;
    else {
      first.push(...batch);
      const isFound = first.slice(0, TITLES).some((record) => named(record) === wanted.length);
      if (!isFound && first.length < TITLES) continue;
      yield fromHead(first);
      first = null;
    }
  }
  if (first !== null && first.length > 0) yield fromHead(first);
}

const misnamed: Readonly<Record<'text' | 'workbook', ProblemText>> = {
  text: {
    rule: 'filform',
    message: 'Filen er en tekstfil, selv om den hedder .xlsx.',
    remedy: 'Giv den endelsen .csv, og ret "fil" i datasaet.json.',
  },
  workbook: {
    rule: 'filform',
    message: 'Filen er en Excel-fil eller et zip-arkiv, selv om den hedder .csv.',
    remedy: 'Giv en Excel-fil endelsen .xlsx, og ret "fil" i datasaet.json.',
  },
};
