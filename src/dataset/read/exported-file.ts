import type { Hash } from 'node:crypto';
import { comparable } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { columnLetters, wholeFile } from '../place.ts';
import { type WrongForm, wrongForm } from '../rules/exports.ts';
import type { Problem } from '../rules/rule.ts';
import { csvRecords, separatorOf } from './csv.ts';
import { beginningOf, type Folder, readWhole } from './files.ts';
import { foldedName, HEAD_ROWS, isText, type RecordSource, type TableRecord } from './table-record.ts';
import { linesOf } from './text.ts';
import { UnreadableFile } from './unreadable.ts';
import { wideTable } from './wide.ts';

/** A file that other programs wrote, and what `datasaet.json` says of its form. */
export interface ExportedFile {
  readonly file: string;
  /** The workbook's sheet; undefined for the first, and for text files. */
  readonly sheet: string | undefined;
  /** Whether a workbook's hidden rows are read; undefined when nobody has said it. */
  readonly hidden: 'med' | 'uden' | undefined;
  /** Of a wide table: the name of the column with areas, and which texts are areas. Null for one in long form. */
  readonly wide: { readonly column: string; readonly isArea: (text: string) => boolean } | null;
  /** Columns that the head of a table in long form must name; titles may stand above it. */
  readonly columns: readonly string[];
}

/** What reading a file gives besides its records. */
export interface ReadingNotes {
  /** Takes the file's own bytes. */
  readonly hash?: Hash;
  /** Takes what keeps nothing from being read. */
  readonly note: (problem: Problem) => void;
}

/** The records of an exported file in the long form, the head first. Throws `UnreadableFile`, and the system's errors. */
export async function* exportedRecords(folder: Folder, source: ExportedFile, notes: ReadingNotes): RecordSource {
  const records = sheetRecords(folder, source, notes);
  if (source.wide === null) yield* withoutTitles(records, source.columns);
  else {
    const table = wideTable(await collected(records), source.file, source.wide);
    yield [table.head];
    for (const record of table.rows) yield [record];
  }
}

/** The records of a text file or of a workbook's sheet, their texts as texts are compared. */
export async function* sheetRecords(
  folder: Folder,
  source: Pick<ExportedFile, 'file' | 'sheet' | 'hidden'>,
  notes: ReadingNotes,
): RecordSource {
  for await (const batch of rawRecords(folder, source, notes)) yield batch.map(withComparableTexts);
}

function withComparableTexts(record: TableRecord): TableRecord {
  const fields = record.fields.map(comparable);
  return fields.every((text, i) => text === record.fields[i]) ? record : { ...record, fields };
}

/** The records as they stand in the file. */
async function* rawRecords(
  folder: Folder,
  { file, sheet, hidden }: Pick<ExportedFile, 'file' | 'sheet' | 'hidden'>,
  { hash, note }: ReadingNotes,
): RecordSource {
  checkForm(folder, file);
  if (!isWorkbook(file)) yield* csvRecords(linesOf(folder, file, hash), file, separatorOf);
  else {
    const bytes = readWhole(folder, file, limits.workbook, hash);
    const { readSheet } = await import('./xlsx.ts');
    yield* readSheet(bytes, { file, sheet, hidden }, note);
  }
}

export const isWorkbook = (file: string): boolean => /\.xlsx$/.test(file);

export async function collected(records: RecordSource): Promise<TableRecord[]> {
  const all: TableRecord[] = [];
  for await (const batch of records) for (const record of batch) all.push(record);
  return all;
}

/** The names in a head; a nameless column left of a named one has the letter that a spreadsheet shows, as in wide tables. */
export function columnNames({ fields }: TableRecord): string[] {
  const count = fields.findLastIndex(isText) + 1;
  const letter = (field: number): string => {
    const name = columnLetters(field + 1);
    return fields.some((other) => foldedName(other) === foldedName(name)) ? '' : name;
  };
  return fields.map((name, field) => (name === '' && field < count ? letter(field) : name));
}

/** The records from the head on: the first that names all columns, or else the one of the first that names most. */
async function* withoutTitles(records: RecordSource, columns: readonly string[]): RecordSource {
  const wanted = [...new Set(columns.map(foldedName))];
  const named = (record: TableRecord): number => {
    const names = new Set(columnNames(record).map(foldedName));
    return wanted.filter((name) => names.has(name)).length;
  };
  const fromHead = (first: readonly TableRecord[]): readonly TableRecord[] => {
    const counts = first.slice(0, HEAD_ROWS).map(named);
    const [head, ...rest] = first.slice(counts.indexOf(Math.max(...counts)));
    return head === undefined ? [] : [{ ...head, fields: columnNames(head) }, ...rest];
  };
  const first: TableRecord[] = [];
  let isFound = false;
  for await (const batch of records) {
    if (isFound) yield batch;
    else {
      first.push(...batch);
      isFound = first.length >= HEAD_ROWS || first.some((record) => named(record) === wanted.length);
      if (isFound) yield fromHead(first);
    }
  }
  if (!isFound) yield fromHead(first);
}

/** Refuses a file whose beginning shows that it is not what its name says. */
function checkForm(folder: Folder, file: string): void {
  if (file.endsWith('.gz')) return;
  const form = formOf(beginningOf(folder, file, BEGINNING));
  if (form !== (isWorkbook(file) ? 'workbook' : 'text')) throw new UnreadableFile(wrongForm.at(wholeFile(file), form));
}

/** Bytes of a file's beginning that tell its form. */
const BEGINNING = 2_048;

/** How the text files of other programs begin. */
const others: readonly (readonly [RegExp, WrongForm])[] = [
  [/^(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|CREATION-DATE)(?:\[[^\]]*\])?=/, 'px'],
  [/^[[{]\s*["{[]/, 'json'],
  [/^<(?:\?xml|!doctype|!--|html|head|meta|table|style)\b/i, 'markup'],
];

/** The form of a file that begins with `start`. */
function formOf(start: Uint8Array): WrongForm {
  const bytes = Buffer.from(start).toString('latin1');
  if (bytes.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'oldExcel';
  if (bytes.startsWith('%PDF')) return 'pdf';
  if (bytes.startsWith('PK\u0003\u0004'))
    return bytes.includes('mimetypeapplication/vnd.oasis') ? 'openDocument' : 'workbook';
  const text = bytes.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  return others.find(([pattern]) => pattern.test(text))?.[1] ?? 'text';
}
