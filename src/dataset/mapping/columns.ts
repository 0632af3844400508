import type { JsonPath } from '../../json/index.ts';
import type { ExportMapping } from '../declaration.ts';
import { columnLetters } from '../place.ts';
import { foldedName, HEAD_ROWS, isText, type RecordSource, type TableRecord, textOf } from '../read/table-record.ts';
import { UnreadableFile } from '../read/unreadable.ts';
import { columnNotInExport, columnTwice, missingColumn, unsplitHead, unusedColumns } from '../rules/mappings.ts';
import type { Problem } from '../rules/rule.ts';
import type { FileMapping } from './mapping.ts';

/** Positions of the columns in a record, -1 for one that the file does not have. */
export interface ColumnPositions {
  readonly subject: number;
  readonly series: number;
  readonly time: number;
  readonly value: number;
  readonly provenance: number;
  /** Those that rows are chosen by, by their names. */
  readonly choosing: ReadonlyMap<string, number>;
  /** The head's texts. */
  readonly head: readonly string[];
  /** Without the nameless ones at the end, which a spreadsheet may leave. */
  readonly count: number;
  /** The columns with a name that are not used. */
  readonly unused: Problem | null;
}

/** The names in a head; a nameless column left of a named one has the letter that a spreadsheet shows, as in wide tables. */
export function namesIn({ fields }: TableRecord): string[] {
  const count = fields.findLastIndex(isText) + 1;
  const letter = (field: number): string => {
    const name = columnLetters(field + 1);
    return fields.some((other) => foldedName(other) === foldedName(name)) ? '' : name;
  };
  return fields.map((name, field) => (name === '' && field < count ? letter(field) : name));
}

/** Columns that rows are chosen by: those of `udvalg`, then those that name the series together. */
const choosingColumns = ({ selection, picks }: ExportMapping): string[] => [
  ...selection.keys(),
  ...new Set(picks.flatMap(({ texts }) => [...texts.keys()])),
];

/** The records of an export from the head on: the first that names all columns, or else the one of the first that names most. */
export async function* fromHead(records: RecordSource, mapping: FileMapping): RecordSource {
  const names = [...Object.values(mapping.columns), ...choosingColumns(mapping)];
  const wanted = new Set(names.flatMap((name) => (name === undefined ? [] : foldedName(name))));
  const named = (record: TableRecord): number => {
    const own = new Set(namesIn(record).map(foldedName));
    return [...wanted].filter((name) => own.has(name)).length;
  };
  const below = (all: readonly TableRecord[]): TableRecord[] => {
    const counts = all.slice(0, HEAD_ROWS).map(named);
    const [head, ...rest] = all.slice(counts.indexOf(Math.max(...counts)));
    return head === undefined ? [] : [{ ...head, fields: namesIn(head) }, ...rest];
  };
  let first: readonly TableRecord[] | null = [];
  for await (const batch of records) {
    if (first === null) yield batch;
    else {
      first = [...first, ...batch];
      if (first.length < HEAD_ROWS && first.every((record) => named(record) < wanted.size)) continue;
      yield below(first);
      first = null;
    }
  }
  if (first !== null) yield below(first);
}

/**
 * Finds the columns by their names, in any order; case does not matter. Throws `UnreadableFile` when one that is needed
 * is missing or stands twice.
 */
export function readHeader(record: TableRecord, mapping: FileMapping): ColumnPositions {
  const { kommune, serie, tid, vaerdi, kilde } = mapping.columns;
  const { fields } = record;
  const [head = ''] = fields;
  // Not split: its separator is another.
  if (fields.length === 1 && /[,\t|]/.test(head))
    throw new UnreadableFile(unsplitHead.at(record.place(0), kommune, head));
  const problems: Problem[] = [];
  const used = new Set<number>();
  const find = (name: string | undefined, isNeeded = true): number => {
    if (name === undefined) return -1;
    const [first, second] = fields.flatMap((text, i) => (foldedName(text) === foldedName(name) ? [i] : []));
    if (second !== undefined) problems.push(columnTwice.at(record.place(second), name));
    if (first !== undefined) used.add(first);
    else if (isNeeded) problems.push(lackingColumn(name, record, mapping));
    return first ?? -1;
  };
  const columns = {
    head: fields,
    count: fields.findLastIndex((name) => name !== '') + 1,
    subject: find(kommune),
    series: find(serie),
    time: find(tid),
    value: find(vaerdi),
    provenance: find(kilde, !mapping.isOwn),
    choosing: new Map(choosingColumns(mapping).map((name) => [name, find(name)])),
  };
  if (problems.length > 0) throw new UnreadableFile(...problems);
  return { ...columns, unused: unusedIn(record, used) };
}

/** The problem of the columns with a name that are not among those that are used. */
function unusedIn(record: TableRecord, used: ReadonlySet<number>): Problem | null {
  const extra = record.fields.flatMap((name, i) => (used.has(i) || name === '' ? [] : [i]));
  const [first] = extra;
  if (first === undefined) return null;
  return unusedColumns.at(
    record.place(first),
    extra.map((i) => textOf(record, i)),
  );
}

const lackingColumn = (name: string, record: TableRecord, mapping: FileMapping): Problem =>
  mapping.isOwn
    ? missingColumn.at(record.place(0), name, record.fields)
    : columnNotInExport.at(mapping.place(columnPath(mapping, name)), name, mapping.file, record.fields);

/** Path in the mapping of what names a column. */
function columnPath({ columns, selection, picks }: ExportMapping, name: string): JsonPath {
  const [key] = Object.entries(columns).find(([, column]) => column === name) ?? [];
  if (key !== undefined) return ['kolonner', key];
  if (selection.has(name)) return ['udvalg', name];
  const pick = picks.find(({ texts }) => texts.has(name));
  return pick === undefined ? ['kolonner'] : ['serier', pick.id, name];
}
