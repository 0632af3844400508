import type { Hash } from 'node:crypto';
import { comparable } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { type WrongForm, wrongForm } from '../rules/exports.ts';
import type { Problem } from '../rules/rule.ts';
import { csvRecords, separatorOf } from './csv.ts';
import { beginningOf, type Folder, readWhole } from './files.ts';
import type { RecordSource, TableRecord } from './table-record.ts';
import { linesOf } from './text.ts';
import { FileFault } from './unreadable.ts';

/** A file that another program wrote: a text file, or a sheet of a workbook. */
export interface SheetSource {
  readonly file: string;
  /** Name of the workbook's sheet; undefined for the first that is not hidden, and for text files. */
  readonly sheet: string | undefined;
  /** Whether a workbook's hidden rows are read; undefined when nobody has said it: then they are, with a warning. */
  readonly hidden: 'med' | 'uden' | undefined;
}

/** What reading a file gives besides its records. */
export interface ReadingNotes {
  /** Takes the file's own bytes. */
  readonly hash?: Hash;
  /** Takes what keeps nothing from being read. */
  readonly note: (problem: Problem) => void;
}

/** The records of a text file or of a workbook's sheet, their texts as texts are compared. */
export async function* sheetRecords(folder: Folder, source: SheetSource, { hash, note }: ReadingNotes): RecordSource {
  const { file } = source;
  checkForm(folder, file);
  if (isWorkbook(file)) {
    const bytes = readWhole(folder, file, limits.workbook, hash);
    const { readSheet } = await import('./xlsx.ts');
    yield comparableRecords(readSheet(bytes, source, note));
  } else {
    for await (const batch of csvRecords(linesOf(folder, file, hash), file, separatorOf))
      yield comparableRecords(batch);
  }
}

function* comparableRecords(records: Iterable<TableRecord>): Generator<TableRecord> {
  for (const record of records) {
    const fields = record.fields.map(comparable);
    yield fields.every((text, i) => text === record.fields[i]) ? record : { ...record, fields };
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
  const form = formOf(beginningOf(folder, file, BEGINNING));
  if (form !== (isWorkbook(file) ? 'workbook' : 'text')) throw new FileFault(wrongForm, form);
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
