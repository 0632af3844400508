import { parsePeriod } from '../../danish/index.ts';
import { columnLetters } from '../place.ts';
import { gapInTimes, noTimes, notATime, shortRow, timeTwice, valueWithoutTime } from '../rules/exports.ts';
import { foldedName, HEAD_ROWS, isEmptyFrom, isText, type TableRecord, textOf } from './table-record.ts';
import { FileFault, UnreadableFile } from './unreadable.ts';

/**
 * A table with times as columns. Above its row of times may stand titles; left of the times stand columns with the row
 * headings, which are not repeated; above, between and below may stand notes.
 */
interface WideTable {
  /** Texts above the row of times: title, unit. */
  readonly titles: readonly string[];
  /** A row of the long form for each value: row headings, time, value. */
  readonly rows: Iterable<TableRecord>;
  /** The head of the long form. A column of row headings is named by its heading, else the letter that a spreadsheet shows. */
  readonly head: TableRecord;
}

/** Names of the last two columns of the long form. In parentheses, so that they are no heading of a real table. */
export const wideTime = '(tid)';
export const wideValue = '(værdi)';

const isTime = (text: string): boolean => typeof parsePeriod(text) === 'object';

/** A text that speaks of a year, so that it may be meant as a time: "2024", "1. kvartal 2024", "sep-25". */
const isTimelike = (text: string): boolean =>
  text.length <= 30 && (isTime(text) || /(?<!\d)(?:1[89]|20)\d\d(?!\d)|^\p{L}{3,4}-\d\d$/u.test(text));

/** A row of times: from its first time on most of its texts are times. */
interface Head {
  readonly index: number;
  readonly from: number;
  readonly times: number;
}

/**
 * Finds the row of times: the first with several, else the first with one. Undefined when there is none above the first
 * row of data, or when the rows below repeat its time, as those of a long table without a head do.
 */
function findHead(rows: readonly TableRecord[], isArea: (text: string) => boolean): Head | undefined {
  const above = rowsAboveData(rows, isArea);
  const heads = above.flatMap(({ fields }, index): Head[] => {
    const from = fields.findIndex((text, field) => field > 0 && isTimelike(text));
    const texts = fields.slice(from).filter(isText);
    const times = texts.filter(isTimelike).length;
    return from > 0 && 2 * times > texts.length ? [{ index, from, times }] : [];
  });
  const head = heads.find(({ times }) => times > 1) ?? heads[0];
  return head === undefined || isRepeated(rows, head) ? undefined : head;
}

/** The rows that a head may be among: none after the first that has an area and a number. */
export function rowsAboveData(rows: readonly TableRecord[], isArea: (text: string) => boolean): readonly TableRecord[] {
  const first = rows.slice(0, HEAD_ROWS);
  const data = first.findIndex(({ fields }) => {
    const area = fields.findIndex(isArea);
    return area >= 0 && fields.some((text, field) => field !== area && /\d/.test(text));
  });
  return data < 0 ? first : first.slice(0, data);
}

function isRepeated(rows: readonly TableRecord[], { index, from }: Head): boolean {
  const time = textOf(rows[index] as TableRecord, from);
  const below = rows
    .slice(index + 1, index + 1 + HEAD_ROWS)
    .map((row) => textOf(row, from))
    .filter(isText);
  return below.length > 0 && below.every((text) => text === time);
}

/**
 * Turns a wide table into rows of the long form. `area` is the name of the column with areas, and `isArea` knows them:
 * a row without any value is a heading or a note, unless it is an area's. Throws `UnreadableFile` for a table that has no
 * clear row of times, and while reading for values that stand below no time.
 */
export function wideTable(
  rows: readonly TableRecord[],
  area: { readonly column: string; readonly isArea: (text: string) => boolean },
): WideTable {
  const head = findHead(rows, area.isArea);
  if (head === undefined) throw new FileFault(noTimes);
  const { index, from } = head;
  const top = rows[index] as TableRecord;
  const columns = Array.from({ length: from }, (_, field) => textOf(top, field) || columnLetters(field + 1));
  const count = top.fields.findLastIndex(isText) + 1;
  checkTimes(top, from, top.fields.slice(from, count));
  const areaField = columns.findIndex((name) => foldedName(name) === foldedName(area.column));
  function* longRows(): Generator<TableRecord> {
    let headings: Headings = columns.map(() => undefined);
    for (const row of rows.slice(index + 1)) {
      headings = headingsAt(row, headings);
      if (isEmptyFrom(row, from)) {
        const ofArea = headings[areaField];
        const isArea = ofArea !== undefined && area.isArea(textOf(ofArea, areaField));
        if (textOf(row, from - 1) === '' || !isArea || isMergedFrom(row, from)) continue;
      } else checkValues(row, count);
      for (let field = from; field < count; field++) yield longRow(row, headings, top, field);
    }
  }
  return {
    titles: rows.slice(0, index).flatMap(({ fields }) => fields.filter(isText)),
    head: {
      line: top.line,
      isMultiline: top.isMultiline,
      isUnended: false,
      fields: [...columns, wideTime, wideValue],
      place: (field) => top.place(Math.min(field, from)),
    },
    rows: longRows(),
  };
}

function checkTimes(top: TableRecord, from: number, times: readonly string[]): void {
  times.forEach((time, i) => {
    const place = top.place(from + i);
    if (!isTime(time)) throw new UnreadableFile(time === '' ? gapInTimes.at(place) : notATime.at(place, time));
    if (times.indexOf(time) < i) throw new UnreadableFile(timeTwice.at(place, time));
  });
}

function checkValues(row: TableRecord, count: number): void {
  const beyond = row.fields.findIndex((text, field) => field >= count && isText(text));
  if (beyond >= 0) throw new UnreadableFile(valueWithoutTime.at(row.place(beyond)));
  const length = row.fields.length;
  if (length < count) throw new UnreadableFile(shortRow.at(row.place(length - 1), length, count));
}

/** For each column of headings the row that its heading stands in. */
type Headings = readonly (TableRecord | undefined)[];

/** A heading holds until another one stands in its column or in one to the left. */
function headingsAt(row: TableRecord, before: Headings): Headings {
  const first = before.findIndex((_, field) => textOf(row, field) !== '');
  if (first < 0) return before;
  return before.map((heading, field) => (field < first ? heading : textOf(row, field) === '' ? undefined : row));
}

const isMergedFrom = (row: TableRecord, from: number): boolean =>
  row.cells?.some((cell, field) => field >= from && cell?.flaw === 'merged') === true;

/** The row of the long form for the value in `valueField`. */
function longRow(row: TableRecord, headings: Headings, top: TableRecord, valueField: number): TableRecord {
  const time = headings.length;
  const texts = headings.map((heading, field) => (heading === undefined ? '' : textOf(heading, field)));
  return {
    ...row,
    fields: [...texts, textOf(top, valueField), textOf(row, valueField)],
    isUnended: row.isUnended && valueField === row.fields.length - 1,
    cells: row.cells && [...new Array(time + 1), row.cells[valueField]],
    place: (field) => {
      if (field < time) return (headings[field] ?? row).place(field);
      return field === time ? top.place(valueField) : row.place(valueField);
    },
  };
}
