import { CsvError, type Options, parse } from 'csv-parse/sync';
import { limits } from '../limits.ts';
import type { Place, ProblemText } from '../problem.ts';
import { afterQuote, openQuote, tooLong, tooManyFields, type UnreadableFile, unreadable } from './file-problems.ts';
import { type Lines, lineEnds } from './lines.ts';
import type { RecordSource, TableRecord } from './records.ts';
import { separatorOf } from './separator.ts';

/**
 * The records of a CSV file, whose fields are separated by semicolons or by what its first line declares; or by `any`
 * separator that its lines have. A record whose quoted field has not ended waits for the next lines.
 */
export async function* csvRecords(
  source: AsyncIterable<Lines>,
  file: string,
  separator: 'semicolon' | 'any' = 'semicolon',
): RecordSource {
  let form = formOf(';');
  let waiting: OpenRecord | null = null;
  for await (const lines of source) {
    const declared = lines.first === 1 ? separatorLine.exec(lines.text) : null;
    if (lines.first === 1) form = formOf(declared?.[1] ?? (separator === 'any' ? separatorOf(lines.text) : ';'));
    // The line break stays, so that lines are counted as they stand.
    const own = lines.text.slice(declared?.[0].length);
    const text: string = (waiting?.raw ?? '') + own + cutLine(lines);
    const { records, end, open } = recordsIn(text, { file, form, first: waiting?.line ?? lines.first });
    yield records;
    const stop = end ?? faultOf(lines, file);
    if (stop !== null) throw stop;
    waiting = open;
  }
  if (waiting !== null) throw waiting.fault;
}

/** Excel's "sep=;" before the header, which names the separator. */
const separatorLine = /^"?sep=([;,\t])"?[^\S\n]*(?=\n|$)/i;

/** A line that is too long is parsed as far as it was read: it may be one with too many fields. */
const cutLine = ({ fault }: Lines): string => (fault?.problem === tooLong ? fault.line : '');

/** What keeps the lines after these from being read. */
const faultOf = ({ text, first, fault }: Lines, file: string): UnreadableFile | null =>
  fault && unreadable({ file, line: first + lineEnds(text), column: fault.column }, fault.problem);

/** A record with a quoted field that has not ended, and the fault that it is if it never does. */
interface OpenRecord {
  readonly raw: string;
  readonly line: number;
  readonly fault: UnreadableFile;
}

/** The records of a text up to the first that cannot be read; `end` is what is wrong with that one. */
interface Records {
  readonly records: readonly CsvRecord[];
  readonly end: UnreadableFile | null;
  readonly open: OpenRecord | null;
}

function recordsIn(text: string, source: Omit<Part, 'lines'>): Records {
  const part = { ...source, lines: text.split('\n') };
  const { rows, error } = parseText(text, part.form.separator);
  const hasQuotes = text.includes('"');
  const records: CsvRecord[] = [];
  let next = 0;
  for (const row of rows) {
    const from = afterBlankLines(part, next);
    next = from + (hasQuotes ? row.join('').split('\n').length : 1);
    const record = new CsvRecord(hasQuotes ? row.map(trimmed) : row, part, from, next);
    const { excess } = record;
    if (excess !== null) {
      return { records, end: unreadable({ file: part.file, line: record.line, column: 1 }, excess), open: null };
    }
    records.push(record);
  }
  if (error === null) return { records, end: null, open: null };
  const broken = new CsvRecord([], part, afterBlankLines(part, next), part.lines.length);
  const fault = syntaxFault(broken, error, part.form);
  const mayEnd = error.code === 'CSV_QUOTE_NOT_CLOSED' && broken.excess === null;
  if (!mayEnd) return { records, end: fault, open: null };
  return { records, end: null, open: { raw: broken.raw, line: broken.line, fault } };
}

/** What is wrong with a record of which csv-parse read some fields before the error. */
function syntaxFault(broken: CsvRecord, error: CsvError, form: Form): UnreadableFile {
  const { raw } = broken;
  const start = startOf(raw, Number(error['index']), form);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return unreadable(broken.placeIn(raw, start), openQuote);
  const quotedField = /^"[^"]*(?:""[^"]*)*"\s*/.exec(raw.slice(start))?.[0] ?? '';
  return unreadable(broken.placeIn(raw, start + quotedField.length), afterQuote);
}

/** The first line from `at` on that csv-parse does not pass over. */
function afterBlankLines({ lines, form }: Part, at: number): number {
  let line = at;
  while (line < lines.length && form.blankLine.test(lines[line] as string)) line++;
  return line;
}

/** csv-parse trims fields without quotes only. A line break in a field stays, so that it is noticed. */
const trimmed = (field: string): string => (field.includes('\n') ? field : field.trim());

/** How the fields of a file are separated, with the patterns to find them again in its lines. */
interface Form {
  readonly separator: string;
  /** A line that csv-parse passes over. */
  readonly blankLine: RegExp;
  /** A quoted field with the blanks before it, and the blanks before a field; to be matched where one begins. */
  readonly quoted: RegExp;
  readonly blanks: RegExp;
}

function formOf(separator: string): Form {
  const blanks = `[^\\S\\n${separator}]*`;
  return {
    separator,
    blankLine: new RegExp(`^${blanks}$`),
    quoted: new RegExp(`${blanks}"[^"]*(?:""[^"]*)*"`, 'y'),
    blanks: new RegExp(blanks, 'y'),
  };
}

/** Lines of a file that are parsed together. */
interface Part {
  readonly file: string;
  readonly form: Form;
  /** Number of the first of `lines`. */
  readonly first: number;
  readonly lines: readonly string[];
}

class CsvRecord implements TableRecord {
  readonly fields: readonly string[];
  readonly #part: Part;
  /** Of the part's lines it stands on those from `from` to `to`. */
  readonly #from: number;
  readonly #to: number;

  constructor(fields: readonly string[], part: Part, from: number, to: number) {
    this.fields = fields;
    this.#part = part;
    this.#from = from;
    this.#to = to;
  }

  get line(): number {
    return this.#part.first + this.#from;
  }

  get isMultiline(): boolean {
    return this.#to > this.#from + 1;
  }

  get isUnended(): boolean {
    return this.#to === this.#part.lines.length;
  }

  /** The record as it stands in the file. */
  get raw(): string {
    const { lines } = this.#part;
    return this.isMultiline ? lines.slice(this.#from, this.#to).join('\n') : (lines[this.#from] ?? '');
  }

  /** What of the limits it breaks; null when it keeps them. */
  get excess(): ProblemText | null {
    if (this.fields.length > limits.fields) return tooManyFields;
    return this.raw.length > limits.record ? tooLong : null;
  }

  place(field: number): Place {
    const raw = this.raw;
    return this.placeIn(raw, startOf(raw, field, this.#part.form));
  }

  placeIn(raw: string, offset: number): Place {
    const lineStart = raw.lastIndexOf('\n', offset - 1) + 1;
    const linesBefore = lineStart === 0 ? 0 : raw.slice(0, lineStart).split('\n').length - 1;
    return { file: this.#part.file, line: this.line + linesBefore, column: offset - lineStart + 1 };
  }
}

/** Offset of a field, after its blanks, in a record that is right up to there. */
function startOf(raw: string, index: number, { separator, quoted, blanks }: Form): number {
  const hasQuotes = raw.includes('"');
  let start = 0;
  for (let i = 0; i < index; i++) {
    quoted.lastIndex = start;
    const end = hasQuotes && quoted.test(raw) ? quoted.lastIndex : start;
    start = raw.indexOf(separator, end) + 1;
  }
  blanks.lastIndex = start;
  blanks.test(raw);
  return blanks.lastIndex;
}

function parseText(text: string, separator: string): { rows: readonly string[][]; error: CsvError | null } {
  // After a closing quote csv-parse takes only blanks of one byte.
  const plain = text.replace(/"[^\S\n\t]+/g, (found) => `"${' '.repeat(found.length - 1)}`);
  // Looking for quotes and blanks in every field takes a fifth of the time, and few tables have any. Without `trim`,
  // text after a closing quote would be no error.
  const hasQuotes = text.includes('"');
  const all: Options = {
    delimiter: separator,
    record_delimiter: '\n',
    trim: hasQuotes || /[^\S\n]/.test(text),
    quote: hasQuotes ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  };
  try {
    return { rows: parse(plain, all), error: null };
  } catch {
    return rowsBeforeError(plain, all);
  }
}

/** Parses once more to keep the rows before the error: with `on_record` each row takes twice its time. */
function rowsBeforeError(text: string, all: Options): ReturnType<typeof parseText> {
  const rows: string[][] = [];
  try {
    parse(text, { ...all, on_record: (fields: string[]) => void rows.push(fields) });
    return { rows, error: null };
  } catch (error) {
    if (error instanceof CsvError) return { rows, error };
    throw error;
  }
}
