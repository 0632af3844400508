import { type CsvError, parse } from 'csv-parse/sync';
import { limits } from '../limits.ts';
import type { Place } from '../place.ts';
import { afterQuote, openQuote, tooLong, tooManyFields } from '../rules/files.ts';
import type { RuleOn } from '../rules/rule.ts';
import type { RecordSource, TableRecord } from './table-record.ts';
import { type Lines, lineEnds } from './text.ts';
import { UnreadableFile } from './unreadable.ts';

/**
 * The records of a CSV file, whose fields are separated by semicolons or by what its first line declares; or by what
 * `guess` finds in its first lines. A record whose quoted field has not ended waits for the next lines.
 */
export async function* csvRecords(
  source: AsyncIterable<Lines>,
  file: string,
  guess: (start: string) => string = () => ';',
): RecordSource {
  let separator = ';';
  let broken: BrokenRecord | null = null;
  for await (const { text, first, fault } of source) {
    const declared = first === 1 ? separatorLine.exec(text) : null;
    if (first === 1) separator = declared?.[1] ?? guess(text);
    // The line break stays, so that lines are counted as they stand.
    const own = text.slice(declared?.[0].length);
    const read = recordsIn((broken?.raw ?? '') + own, { file, line: broken?.line ?? first }, separator);
    yield read.records;
    broken = read.broken;
    if (broken?.mayEnd === false) throw broken.fault;
    if (fault !== null) throw fault;
  }
  if (broken !== null) throw broken.fault;
}

/** Excel's "sep=;" before the header, which names the separator. */
const separatorLine = /^"?sep=([;,\t])"?[^\S\n]*(?=\n|$)/i;

/** Lines of a file's beginning that are searched for its separator. */
const SEPARATOR_LINES = 100;

/**
 * What separates the fields of a table whose text begins with `start`. A semicolon or tab where most lines have one: a
 * comma may be a decimal mark there. Otherwise a comma, if lines have one outside quotes.
 */
export function separatorOf(start: string): string {
  const lines = start.split('\n', SEPARATOR_LINES).filter((line) => line.trim() !== '');
  const bare = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  const most = (mark: string): boolean => 2 * bare.filter((line) => line.includes(mark)).length >= bare.length;
  if (most(';')) return ';';
  if (most('\t')) return '\t';
  return bare.some((line) => line.includes(';')) && !most(',') ? ';' : ',';
}

/** A record that cannot be read; `mayEnd` when only the rest of a quoted field is missing, which later lines may hold. */
interface BrokenRecord {
  readonly raw: string;
  readonly line: number;
  readonly fault: UnreadableFile;
  readonly mayEnd: boolean;
}

/** The records of a text that begins at a place, up to the first that cannot be read. */
function recordsIn(
  text: string,
  { file, line: first }: Pick<Place, 'file' | 'line'>,
  separator: string,
): { records: TableRecord[]; broken: BrokenRecord | null } {
  const { rows, error } = parseText(text, separator);
  const lines = text.split('\n');
  const hasQuotes = text.includes('"');
  const records: TableRecord[] = [];
  let from = 0;
  for (const row of rows) {
    const to = from + (hasQuotes ? lineEnds(row.join('')) + 1 : 1);
    const raw = to === from + 1 ? (lines[from] as string) : lines.slice(from, to).join('\n');
    const line = first + from;
    const excess = excessOf(row, raw);
    if (excess !== null) {
      const fault = new UnreadableFile(excess.at({ file, line, column: 1 }));
      return { records, broken: { raw, line, fault, mayEnd: false } };
    }
    if (!isBlank(row))
      records.push({
        fields: hasQuotes ? row.map(trimmed) : row,
        line,
        isMultiline: to > from + 1,
        isUnended: to === lines.length,
        place: (field) => placeIn(raw, startOf(raw, field, separator), { file, line }),
      });
    from = to;
  }
  if (error === undefined) return { records, broken: null };
  const raw = lines.slice(from).join('\n');
  const line = first + from;
  const start = startOf(raw, Number(error['index']), separator);
  const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
  const [rule, at] = isOpen ? [openQuote, start] : [afterQuote, afterBlanks(raw, afterQuoted(raw, start), separator)];
  const fault = new UnreadableFile(rule.at(placeIn(raw, at, { file, line })));
  return { records, broken: { raw, line, fault, mayEnd: isOpen && raw.length <= limits.record } };
}

/** The limit that a record breaks; null when it keeps them. */
function excessOf(fields: readonly string[], raw: string): RuleOn<[]> | null {
  if (fields.length > limits.fields) return tooManyFields;
  return raw.length > limits.record ? tooLong : null;
}

/** True for what csv-parse makes of a blank line. */
const isBlank = (row: readonly string[]): boolean => row.length === 1 && row[0]?.trim() === '';

/** csv-parse trims fields without quotes only. A line break in a field stays, so that it is noticed. */
const trimmed = (field: string): string => (field.includes('\n') ? field : field.trim());

/** The place of an offset in a record that begins on `line`. */
function placeIn(raw: string, offset: number, { file, line }: Pick<Place, 'file' | 'line'>): Place {
  const lineStart = raw.lastIndexOf('\n', offset - 1) + 1;
  return { file, line: line + lineEnds(raw.slice(0, lineStart)), column: offset - lineStart + 1 };
}

/** Offset of a field, after its blanks, in a record that is right up to there; its end for a field that it lacks. */
function startOf(raw: string, index: number, separator: string): number {
  let start = afterBlanks(raw, 0, separator);
  for (let i = 0; i < index; i++) {
    const next = raw.indexOf(separator, afterQuoted(raw, start)) + 1;
    if (next === 0) return raw.length;
    start = afterBlanks(raw, next, separator);
  }
  return start;
}

const afterBlanks = (raw: string, start: number, separator: string): number =>
  endOf(separator === '\t' ? /[^\S\n\t]*/y : /[^\S\n]*/y, raw, start);

const afterQuoted = (raw: string, start: number): number =>
  raw[start] === '"' ? endOf(/"[^"]*(?:""[^"]*)*"/y, raw, start) : start;

/** Where what a sticky pattern matches at an offset ends. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The rows of a text up to the first error, at which csv-parse leaves off. */
function parseText(text: string, separator: string): { rows: string[][]; error: CsvError | undefined } {
  // After a closing quote csv-parse takes only blanks of one byte.
  const plain = text.replace(/"[^\S\n\t]+/g, (found) => `"${' '.repeat(found.length - 1)}`);
  // Looking for quotes and blanks in every field takes a fifth of the time, and few tables have any. Without `trim`,
  // text after a closing quote would be no error.
  const hasQuotes = text.includes('"');
  const errors: CsvError[] = [];
  const rows = parse(plain, {
    delimiter: separator,
    record_delimiter: '\n',
    trim: hasQuotes || /[^\S\n]/.test(text),
    quote: hasQuotes ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: (error) => void (error && errors.push(error)),
  });
  return { rows, error: errors[0] };
}
