import { parsePeriod } from '../../danish/index.ts';
import type { Area } from '../areas.ts';
import { type NumberStyle, valueReader } from '../number.ts';
import { wholeFile } from '../place.ts';
import { HEAD_ROWS, isText, type TableRecord, textOf } from '../read/table-record.ts';
import { UnreadableFile } from '../read/unreadable.ts';
import { wideTable } from '../read/wide.ts';
import { noAreas } from '../rules/exports.ts';

/** What stands in a column. */
export interface ColumnProfile {
  readonly name: string;
  /** Its different texts, in the order of the file. */
  readonly texts: ReadonlySet<string>;
  /** The area tells the text already, as with a region's name beside the municipality's. */
  readonly isToldByArea: boolean;
}

/** How a table from StatBank is made, found by looking at its rows. */
export interface Profile {
  readonly form: 'lang' | 'bred';
  /** Texts above the head: title, unit. */
  readonly titles: readonly string[];
  readonly rows: number;
  readonly area: ColumnProfile;
  readonly time: ColumnProfile;
  /** Name of the column of values. */
  readonly value: string;
  readonly others: readonly ColumnProfile[];
  /** How the values are written; null when they have no marks, "ambiguous" when they may be different numbers. */
  readonly style: NumberStyle | null | 'ambiguous';
}

type ReadArea = (text: string) => Area | null;

/** A table in the long form, whatever it is in its file. */
interface LongTable {
  readonly form: Profile['form'];
  readonly titles: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly TableRecord[];
  readonly time: number;
  readonly value: number;
}

/** Looks at a table from StatBank. Throws `UnreadableFile` when no columns of areas, times and values are found. */
export function profileOf(rows: readonly TableRecord[], file: string, readArea: ReadArea): Profile {
  const table = longTable(rows) ?? fromWide(rows, file);
  const texts = (field: number): string[] => table.rows.map((row) => textOf(row, field));
  const fields = table.names.flatMap((_, field) => (field === table.time || field === table.value ? [] : [field]));
  const areaField = mostly(fields, texts, (text) => readArea(text) !== null);
  if (areaField === undefined) throw new UnreadableFile(noAreas.at(wholeFile(file)));
  const areas = texts(areaField);
  const column = (field: number): ColumnProfile => {
    const own = texts(field);
    return { name: table.names[field] as string, texts: new Set(own), isToldByArea: isTold(own, areas) };
  };
  const written = table.rows.filter((row) => row.cells?.isNumber(table.value) !== true);
  return {
    form: table.form,
    titles: table.titles,
    rows: table.rows.length,
    area: column(areaField),
    time: column(table.time),
    value: table.names[table.value] as string,
    others: fields.filter((field) => field !== areaField).map(column),
    style: styleOf(written.map((row) => textOf(row, table.value))),
  };
}

/** Rows below the head that tell what its columns hold. */
const SAMPLE = 2_000;

/** The table when it has a head of names, below it a column of times and one of values; null when it has not. */
function longTable(rows: readonly TableRecord[]): LongTable | null {
  const head = rows.slice(0, HEAD_ROWS).findIndex(isHead);
  if (head < 0) return null;
  const names = trimmed(rows[head] as TableRecord);
  const body = rows.slice(head + 1).filter((row) => trimmed(row).length > 1);
  const sample = body.slice(0, SAMPLE);
  const holds = (fits: (text: string) => boolean): number[] =>
    names.flatMap((_, field) => (share(sample, field, fits) > 0.9 ? [field] : []));
  const named = (fields: readonly number[], name: RegExp): number | undefined =>
    fields.find((field) => name.test(names[field] as string));
  const times = holds(isTime);
  const time = named(times, /^(?:tid|time|aar|år|periode)$/i) ?? times[0];
  const values = holds(isValue).filter((field) => field !== time);
  const value = named(values, /^(?:indhold|contents|v(?:æ|ae)rdi|value)$/i) ?? values.at(-1);
  if (time === undefined || value === undefined) return null;
  const titles = rows.slice(0, head).flatMap(trimmed);
  return { form: 'lang', titles: titles.filter(isText), names, rows: body, time, value };
}

function fromWide(rows: readonly TableRecord[], file: string): LongTable {
  const { head, titles, rows: long } = wideTable(rows, file, { column: '', isArea: () => false });
  const names = head.fields;
  return { form: 'bred', titles, names, rows: [...long], time: names.length - 2, value: names.length - 1 };
}

/** A period, or a half-year or week, which reports cannot show. */
function isTime(text: string): boolean {
  const period = parsePeriod(text);
  return typeof period === 'object' || period === 'unknown-kind';
}

const isValue = (text: string): boolean => /^[-−]?[\d., \u00a0\u202f]*\d\*?$|^[-.]$|^\.{2,3}$/.test(text);

/** Three names or more, none of them a time or a number. */
function isHead(row: TableRecord): boolean {
  const names = trimmed(row);
  return names.length >= 3 && names.every((name) => isText(name) && !isTime(name) && !isValue(name));
}

/** The row's texts without the empty ones at its end. */
function trimmed(row: TableRecord): readonly string[] {
  return row.fields.slice(0, row.fields.findLastIndex(isText) + 1);
}

/** The part of a column's texts that fit; 0 for an empty column. */
function share(rows: readonly TableRecord[], field: number, fits: (text: string) => boolean): number {
  const texts = rows.map((row) => textOf(row, field)).filter(isText);
  return texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
}

/** The column of which most different texts fit, at least half. */
function mostly(
  fields: readonly number[],
  textsOf: (field: number) => readonly string[],
  fits: (text: string) => boolean,
): number | undefined {
  const shares = fields.map((field) => {
    const texts = [...new Set(textsOf(field))];
    return texts.filter(fits).length / texts.length;
  });
  const most = Math.max(...shares);
  return most >= 0.5 ? fields[shares.indexOf(most)] : undefined;
}

/** True when rows with the same one of `keys` have the same one of `texts`. */
function isTold(texts: readonly string[], keys: readonly string[]): boolean {
  const told = new Map(keys.map((key, i) => [key, texts[i]]));
  return keys.every((key, i) => told.get(key) === texts[i]);
}

const styles: readonly NumberStyle[] = [
  { decimal: ',', thousands: null },
  { decimal: '.', thousands: null },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: ' ' },
];

/** The first way of writing numbers that all texts follow; they are ambiguous when another one reads other numbers. */
function styleOf(texts: readonly string[]): Profile['style'] {
  const marked = [...new Set(texts)].filter((text) => /\d[., \u00a0\u202f]\d/.test(text));
  if (marked.length === 0) return null;
  const readings = styles.map((style) => ({ style, values: marked.map(valueReader(style)) }));
  const fitting = readings.filter(({ values }) => values.every((value) => typeof value === 'object'));
  const [first] = fitting;
  const different = new Set(fitting.map(({ values }) => JSON.stringify(values)));
  return first !== undefined && different.size === 1 ? first.style : 'ambiguous';
}
