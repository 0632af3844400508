import type { JsonPath } from '../../json/index.ts';
import type { ExportMapping } from '../declaration.ts';
import { foldedName, type TableRecord, textOf } from '../read/table-record.ts';
import { UnreadableFile } from '../read/unreadable.ts';
import { columnNotInExport, columnTwice, missingColumn, unsplitHead, unusedColumns } from '../rules/mappings.ts';
import type { Problem } from '../rules/rule.ts';
import type { FileMapping } from './mapping.ts';

/** One thing of each column that the rows of a file are read by: its name, or its position. */
export interface PerColumn<Always, Maybe = Always> {
  readonly subject: Always;
  readonly series: Maybe;
  readonly time: Always;
  readonly value: Always;
  readonly provenance: Maybe;
}

/** Names of the columns that a file should have; null when nothing is said of that column. */
export interface ColumnNames extends PerColumn<string, string | null> {
  /** Columns of `udvalg`, in order. */
  readonly selection: readonly string[];
  /** Columns that tell the series together, in order. */
  readonly picks: readonly string[];
}

/** Positions of the columns in a record, -1 for one that the file does not have. */
export interface ColumnPositions extends PerColumn<number> {
  /** The head's texts. */
  readonly head: readonly string[];
  /** Without the nameless ones at the end, which a spreadsheet may leave. */
  readonly count: number;
  /** Those of `ColumnNames` by their names. */
  readonly selection: ReadonlyMap<string, number>;
  readonly picks: ReadonlyMap<string, number>;
  /** Tells of the columns with a name that are not used. */
  readonly note: Problem | null;
}

/**
 * Finds the columns by their names, in any order; case does not matter. Throws `UnreadableFile` when one that is needed
 * is missing or stands twice.
 */
export function readHeader(record: TableRecord, { columns: names, entry }: FileMapping): ColumnPositions {
  const { fields } = record;
  const [head = ''] = fields;
  // Not split: its separator is another.
  if (fields.length === 1 && /[,\t|]/.test(head))
    throw new UnreadableFile(unsplitHead.at(record.place(0), names.subject, head));
  const problems: Problem[] = [];
  const used = new Set<number>();
  const find = (name: string, isNeeded = true): number => {
    const [first, second] = fields.flatMap((text, i) => (foldedName(text) === foldedName(name) ? [i] : []));
    if (second !== undefined) problems.push(columnTwice.at(record.place(second), name));
    if (first !== undefined) used.add(first);
    else if (isNeeded) problems.push(lackingColumn(name, record, entry));
    return first ?? -1;
  };
  const columns = {
    head: fields,
    count: fields.findLastIndex((name) => name !== '') + 1,
    subject: find(names.subject),
    series: names.series === null ? -1 : find(names.series),
    time: find(names.time),
    value: find(names.value),
    provenance: names.provenance === null ? -1 : find(names.provenance, entry !== null),
    selection: new Map(names.selection.map((name) => [name, find(name)])),
    picks: new Map(names.picks.map((name) => [name, find(name)])),
  };
  if (problems.length > 0) throw new UnreadableFile(...problems);
  return { ...columns, note: noteOnUnused(record, used) };
}

/** Tells of the columns with a name that are not among those that are used. */
function noteOnUnused(record: TableRecord, used: ReadonlySet<number>): Problem | null {
  const extra = record.fields.flatMap((name, i) => (used.has(i) || name === '' ? [] : [i]));
  const [first] = extra;
  if (first === undefined) return null;
  return unusedColumns.at(
    record.place(first),
    extra.map((i) => textOf(record, i)),
  );
}

const lackingColumn = (name: string, record: TableRecord, mapping: ExportMapping | null): Problem =>
  mapping === null
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
