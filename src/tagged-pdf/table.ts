import type { Content, ContentTable } from './content.ts';
import { type Tag, tag } from './tag.ts';

/** The elements of a table of data. */
export interface TableTags {
  readonly table: Tag;
  /** The cell in a column of a row; null where another cell covers it. */
  readonly at: (x: number, y: number) => Tag | null;
}

/**
 * Elements for the cells of a table of data: each names the headers of its columns and its row. Null for a table without
 * headers, which is a layout. Ids begin with `prefix`.
 */
export function taggedCells(
  { body, headerRows = 0, headerColumns = 0 }: ContentTable['table'],
  owner: Tag | null,
  prefix: string,
): TableTags | null {
  if (headerRows === 0 && headerColumns === 0) return null;
  const table = tag('Table', owner);
  const [head, rest] = [tag('THead', table), tag('TBody', table)];
  const cells = new Map<string, Tag | null>();
  const headers: Headers = { columns: [], rows: [] };
  const add = (node: Content, x: number, y: number, tr: Tag): void => {
    if (cells.has(key(x, y))) return;
    const span = spanOf(node, x, y);
    for (const column of span.columns) for (const row of span.rows) cells.set(key(column, row), null);
    const scope = y < headerRows ? 'Column' : x < headerColumns ? 'Row' : undefined;
    cells.set(key(x, y), cellTag(scope, `${prefix}-${y + 1}-${x + 1}`, span, headers, tr));
  };
  body.forEach((row, y) => {
    const tr = tag('TR', y < headerRows ? head : rest);
    row.forEach((node, x) => {
      add(node, x, y, tr);
    });
  });
  return { table, at: (x, y) => cells.get(key(x, y)) ?? null };
}

const key = (x: number, y: number): string => `${x} ${y}`;

/** Ids of the header cells of each column and row. */
interface Headers {
  readonly columns: string[][];
  readonly rows: string[][];
}

/** Where a cell stands. */
interface Span {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** A TD, unless it has a scope; its id then becomes a header of its columns or its rows. */
function cellTag(scope: 'Column' | 'Row' | undefined, id: string, span: Span, headers: Headers, tr: Tag): Tag {
  const { columns, rows } = span;
  const above = columns.flatMap((column) => headers.columns[column] ?? []);
  const before = rows.flatMap((row) => headers.rows[row] ?? []);
  const named = scope === 'Column' ? [] : [...new Set([...above, ...before])];
  const more = {
    ...(named.length > 0 && { headers: named }),
    ...(columns.length > 1 && { colSpan: columns.length }),
    ...(rows.length > 1 && { rowSpan: rows.length }),
  };
  if (scope === undefined) return tag('TD', tr, more);
  const [all, covered] = scope === 'Column' ? [headers.columns, columns] : [headers.rows, rows];
  for (const each of covered) all[each] = [...(all[each] ?? []), id];
  return tag('TH', tr, { id, scope, ...more });
}

function spanOf(node: Content, x: number, y: number): Span {
  const { colSpan = 1, rowSpan = 1 } = node as { readonly colSpan?: number; readonly rowSpan?: number };
  return { columns: range(x, colSpan), rows: range(y, rowSpan) };
}

const range = (start: number, length: number): number[] => Array.from({ length }, (_, index) => start + index);
