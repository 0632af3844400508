import { parsePeriod } from '../../danish/index.ts';
import type { Area, ReadArea } from '../areas.ts';
import { isText, type TableRecord, textOf } from '../read/table-record.ts';
import { FileFault } from '../read/unreadable.ts';
import { type ColumnKind, noColumnOf } from '../rules/exports.ts';

/** A period, or a half-year or week, which reports cannot show. */
export function isTime(text: string): boolean {
  const period = parsePeriod(text);
  return typeof period === 'object' || period === 'unknown-kind';
}

export const isValue = (text: string): boolean => /^[-−]?[\d., \u00a0\u202f]*\d\*?$|^[-.]$|^\.{2,3}$/.test(text);

/** The columns that rows are read by, by position; several where nobody can say which of them it is. */
export interface Roles {
  readonly area: readonly number[];
  readonly time: readonly number[];
  readonly value: readonly number[];
  /** Columns that number the rows or the areas, which say nothing. */
  readonly idle: readonly number[];
}

/** Rows that show what the columns hold. */
const SAMPLE = 2_000;

/** A column may be what at least this part of its different texts is. */
const ENOUGH = 0.5;

const timeName =
  /^(?:tid|time|aar|år|årstal|aarstal|year|periode|period|time_period|kvartal|quarter|måned|maaned|month|dato|date)$/i;
const valueName = /^(?:indhold|contents?|v(?:æ|ae)rdi(?:er)?|values?|obs_?value)$/i;
const areaName = /(?:område|kommune|area|municipality|bopæl)/i;
const codeName = /(?:kode|code|nr\.?|nummer|number|\bid|index|indeks)$/i;
/** Names that spreadsheets and statistics programs give to a column of which nobody has said a name. */
const noName = /^(?:[A-Z]{1,2}|unnamed.*|column\d*|kolonne\d*|#)$/i;

/** Finds them by names and by what the columns hold. Throws `FileFault` that names the nearest column. */
export function rolesOf(columns: readonly FileColumn[]): Roles {
  const rest = columns.filter((column) => !column.isOfAreas || valueName.test(column.name));
  const area = areasIn(columns);
  const time = timesOf(rest);
  if (time.length === 0) throw none('times', rest, isTime, timeName);
  // A column that only may be the time may be the value as well.
  const free = rest.filter((column) => time.length > 1 || !time.includes(column));
  const idle = free.filter((column) => column.isIndex);
  const value = valuesOf(free.filter((column) => !idle.includes(column)));
  if (value.length === 0) throw none('values', free, isValue, valueName);
  return { area, time: fieldsOf(time), value: fieldsOf(value), idle: fieldsOf(idle) };
}

const fieldsOf = (columns: readonly FileColumn[]): number[] => columns.map(({ field }) => field);

/** The columns of a table, by what their first rows hold. */
export const columnsOf = (names: readonly string[], rows: readonly TableRecord[], readArea: ReadArea): FileColumn[] =>
  names.map((name, field) => new FileColumn(name, field, rows.slice(0, SAMPLE), readArea));

class FileColumn {
  readonly name: string;
  readonly field: number;
  /** In the order of the rows. */
  readonly all: readonly string[];
  /** The different ones, without the empty one. */
  readonly texts: readonly string[];
  /** Those of them that are areas. */
  readonly areas: ReadonlyMap<string, Area>;

  constructor(name: string, field: number, rows: readonly TableRecord[], readArea: ReadArea) {
    this.name = name;
    this.field = field;
    this.all = rows.map((row) => textOf(row, field));
    this.texts = [...new Set(this.all)].filter(isText);
    this.areas = new Map(
      this.texts.flatMap((text) => {
        const area = readArea(text);
        return area === null ? [] : [[text, area]];
      }),
    );
  }

  /** The part of its texts that fit. */
  share(fits: (text: string) => boolean): number {
    return this.texts.length === 0 ? 0 : this.texts.filter(fits).length / this.texts.length;
  }

  /** The code of the subject in a row; null when there is none. */
  subjectIn(row: number): string | null {
    const area = this.areas.get(this.all[row] ?? '');
    return area?.kind === 'subject' ? area.code : null;
  }

  /** How many of its texts are subjects. */
  get subjects(): number {
    return [...this.areas.values()].filter(({ kind }) => kind === 'subject').length;
  }

  /** True for a column of areas, be they named or in code. */
  get isOfAreas(): boolean {
    const { areas, texts } = this;
    return (
      areas.size >= ENOUGH * texts.length &&
      this.subjects > 0 &&
      (areas.size >= Math.min(5, texts.length) || !texts.every(isValue))
    );
  }

  /** True when it numbers the rows. */
  get isIndex(): boolean {
    const numbers = this.all.map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN));
    const first = numbers[0] as number;
    const isCounted = numbers.every((number, i) => number === first + i);
    if (isCounted && first <= 1 && numbers.length >= 10) return true;
    const isRising = numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number));
    return noName.test(this.name) && isRising && numbers.length > 2;
  }
}

/** The column with most areas; all of such columns when rows have different subjects in them. */
export function areasIn(columns: readonly FileColumn[]): readonly number[] {
  const found = columns
    .filter((column) => column.isOfAreas && !valueName.test(column.name))
    .sort((a, b) => b.areas.size / b.texts.length - a.areas.size / a.texts.length);
  const most = found.filter(({ subjects, texts }) => 2 * subjects >= texts.length);
  const [first, ...others] = most.length > 0 ? most : found;
  if (first === undefined)
    throw none('areas', columns, (text) => columns.some(({ areas }) => areas.has(text)), areaName);
  const differs = (other: FileColumn): boolean =>
    first.all.some((_, row) => {
      const [a, b] = [first.subjectIn(row), other.subjectIn(row)];
      return a !== null && b !== null && a !== b;
    });
  return fieldsOf([first, ...others.filter(differs)]);
}

/** By name, else by what they hold. A column with the name, but without times, is one that only nearly fits. */
function timesOf(columns: readonly FileColumn[]): FileColumn[] {
  const named = columns.filter(({ name }) => timeName.test(name));
  const fitting = named.filter((column) => column.share(isTime) >= ENOUGH);
  if (fitting.length > 0) return fitting;
  if (named.some(({ texts }) => texts.some((text) => /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text)))) return [];
  const isLikely = (text: string): boolean => isTime(text) && Number(text.slice(0, 4)) <= 2100;
  return columns.filter((column) => !valueName.test(column.name) && column.share(isLikely) >= ENOUGH);
}

/** By name, whatever they hold, else those with numbers that are no codes. */
function valuesOf(columns: readonly FileColumn[]): FileColumn[] {
  const named = columns.filter(({ name }) => valueName.test(name));
  if (named.length > 0) return named;
  const numbers = columns.filter((column) => !codeName.test(column.name) && column.share(isValue) >= ENOUGH);
  const others = numbers.filter(({ areas, texts }) => areas.size < texts.length);
  return others.length > 0 ? others : numbers;
}

function none(
  kind: ColumnKind,
  columns: readonly FileColumn[],
  fits: (text: string) => boolean,
  name: RegExp,
): FileFault {
  const named = columns.find((column) => name.test(column.name) && column.texts.length > 0);
  const best = [...columns].sort((a, b) => b.share(fits) - a.share(fits))[0];
  const nearest = named ?? (best !== undefined && best.share(fits) > 0 ? best : undefined);
  const unread = nearest?.texts.filter((text) => !fits(text)) ?? [];
  return new FileFault(noColumnOf, kind, nearest === undefined ? null : { name: nearest.name, unread });
}
