import type { ReadArea } from '../areas.ts';
import { namesIn } from '../mapping/columns.ts';
import { type NumberStyle, valueReader } from '../number.ts';
import { HEAD_ROWS, isText, type TableRecord, textOf } from '../read/table-record.ts';
import { FileFault } from '../read/unreadable.ts';
import { rowsAboveData, wideTable } from '../read/wide.ts';
import { noHeadings, noTimes } from '../rules/exports.ts';
import { areasIn, columnsOf, isTime, isValue, type Roles, rolesOf } from './roles.ts';

/** What stands in a column. */
export interface ColumnProfile {
  readonly name: string;
  /** Its different texts, in the order of the file. */
  readonly texts: ReadonlySet<string>;
  /** Rows of one area have the same text, as in a column of regions beside the municipalities. */
  readonly followsArea: boolean;
}

/** A column that rows are read by. */
export interface ReadColumn extends Pick<ColumnProfile, 'name' | 'texts'> {
  /** Its texts that cannot be read as what it is taken for. */
  readonly unread: readonly string[];
  /** Names of the columns that it may be, when nobody can say which. */
  readonly candidates: readonly string[];
}

/** How a table from StatBank is made, found by looking at its rows. */
export interface Profile {
  readonly form: 'lang' | 'bred';
  /** Texts above the head: title, unit. */
  readonly titles: readonly string[];
  readonly rows: number;
  /** Rows that hold nothing but notes. */
  readonly notes: number;
  readonly area: ReadColumn;
  readonly time: ReadColumn;
  readonly value: ReadColumn;
  /** The other columns, without those that only number the rows. */
  readonly others: readonly ColumnProfile[];
  /** How the values are written; null when they have no marks, "ambiguous" when they may be different numbers. */
  readonly style: NumberStyle | null | 'ambiguous';
}

/** A table in the long form, whatever it is in its file. */
interface LongTable {
  readonly form: Profile['form'];
  readonly titles: readonly string[];
  readonly names: readonly string[];
  readonly rows: readonly TableRecord[];
  readonly roles: Roles;
}

/** Looks at a table from StatBank. Throws `FileFault` when no columns of areas, times and values are found. */
export function profileOf(records: readonly TableRecord[], readArea: ReadArea): Profile {
  const { form, titles, names, rows: all, roles } = tableOf(records, readArea);
  const textsIn = (fields: readonly number[], row: TableRecord): string[] => fields.map((field) => textOf(row, field));
  const isNote = (row: TableRecord): boolean =>
    [...roles.time, ...roles.value].every((field) => textOf(row, field) === '') &&
    !textsIn(roles.area, row).some((text) => readArea(text) !== null);
  const rows = form === 'bred' ? all : all.filter((row) => !isNote(row));
  const texts = (field: number): string[] => rows.map((row) => textOf(row, field));
  const areas = texts(roles.area[0] as number);
  const column = (field: number): ColumnProfile => {
    const own = texts(field);
    return { name: names[field] as string, texts: new Set(own), followsArea: follows(own, areas) };
  };
  const readColumn = (fields: readonly number[], isRead: (text: string) => boolean): ReadColumn => {
    const different = new Set(fields.flatMap(texts));
    const unread = [...different].filter((text) => !isRead(text));
    const own = fields.map((field) => names[field] as string);
    return { name: own[0] as string, texts: different, unread, candidates: own.length > 1 ? own : [] };
  };
  const written = rows.flatMap((row) =>
    textsIn(
      roles.value.filter((field) => row.cells?.[field]?.isNumber !== true),
      row,
    ),
  );
  const used = new Set([...roles.area, ...roles.time, ...roles.value, ...roles.idle]);
  return {
    form,
    titles,
    rows: rows.length,
    notes: all.length - rows.length,
    area: readColumn(roles.area, (text) => readArea(text) !== null),
    time: readColumn(roles.time, isTime),
    value: readColumn(roles.value, (text) => text === '' || isValue(text)),
    others: names.flatMap((_, field) => (used.has(field) ? [] : [column(field)])),
    style: styleOf(written.filter(isValue)),
  };
}

/** The table in the form that it has; one that has none is refused for what a long table lacks, if it has a head of one. */
function tableOf(records: readonly TableRecord[], readArea: ReadArea): LongTable {
  const isArea = (text: string): boolean => readArea(text) !== null;
  const head = longHead(records, isArea);
  try {
    if (head !== null) return fromLong(records, head, readArea);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return fromWide(records, readArea, error);
  }
  const hasData = rowsAboveData(records, isArea).length < Math.min(records.length, HEAD_ROWS);
  return fromWide(records, readArea, hasData ? new FileFault(noHeadings) : null);
}

/** The row with most names above the data, the nearest of such; null when a row of times is nearer, or there is none. */
function longHead(records: readonly TableRecord[], isArea: (text: string) => boolean): number | null {
  const above = rowsAboveData(records, isArea);
  const counts = above.map((row) => (isHead(row, isArea) ? trimmed(row).filter(isText).length : 0));
  const most = Math.max(0, ...counts);
  if (most === 0 || counts.indexOf(most) === records.length - 1) return null;
  const hasData = above.length < Math.min(records.length, HEAD_ROWS);
  if (!hasData) return counts.indexOf(most);
  const head = counts.lastIndexOf(most);
  const isWide = above.slice(head + 1).some(({ fields }) => fields.some((text, field) => field > 0 && isTime(text)));
  return isWide ? null : head;
}

function fromLong(records: readonly TableRecord[], head: number, readArea: ReadArea): LongTable {
  const names = namesIn(records[head] as TableRecord).slice(0, trimmed(records[head] as TableRecord).length);
  const rows = records.slice(head + 1).filter((row) => trimmed(row).length > 0);
  const titles = records.slice(0, head).flatMap(trimmed).filter(isText);
  const full = rows.filter((row) => trimmed(row).length > 1);
  return { form: 'lang', titles, names, rows, roles: rolesOf(columnsOf(names, full, readArea)) };
}

/** Throws `cause`, when there is one, for a file that has no row of times. */
function fromWide(records: readonly TableRecord[], readArea: ReadArea, cause: FileFault | null): LongTable {
  try {
    const { head, titles, rows } = wideTable(records, { column: '', isArea: (text) => readArea(text) !== null });
    const names = head.fields;
    const [time, value] = [names.length - 2, names.length - 1];
    const long = [...rows];
    const lines = [...new Map(long.map((row) => [row.line, row])).values()];
    const headings = columnsOf(names.slice(0, time), lines, readArea);
    const area = areasIn(headings);
    const idle = headings.flatMap(({ field, isIndex }) => (isIndex && !area.includes(field) ? [field] : []));
    const roles = { area, time: [time], value: [value], idle };
    return { form: 'bred', titles, names, rows: long, roles };
  } catch (error) {
    const isNone = error instanceof FileFault && error.rule === noTimes;
    throw isNone && cause !== null ? cause : error;
  }
}

/** Names of three columns or more, of which one or more may be nameless; none of them a time, a number or an area. */
function isHead(row: TableRecord, isArea: (text: string) => boolean): boolean {
  const columns = trimmed(row);
  const names = columns.filter(isText);
  const isName = (text: string): boolean => !isTime(text) && !isValue(text) && !isArea(text);
  return columns.length >= 3 && names.length >= 2 && names.every(isName);
}

/** The row's texts without the empty ones at its end. */
function trimmed(row: TableRecord): readonly string[] {
  return row.fields.slice(0, row.fields.findLastIndex(isText) + 1);
}

/** True when rows with the same one of `keys` have the same one of `texts`. */
function follows(texts: readonly string[], keys: readonly string[]): boolean {
  const textOfKey = new Map(keys.map((key, i) => [key, texts[i]]));
  return keys.every((key, i) => textOfKey.get(key) === texts[i]);
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
