import type { Content, ContentRows } from './content.ts';
import { refuse } from './faults.ts';
import { is } from './properties.ts';
import { type Tag, tag } from './tag.ts';

/** Refuses rows that are not of one width, as pdfmake counts: where a cell is covered, there is `{}`. */
export function checkRows(body: ContentRows['body']): void {
  const widths = body.map((row) => Math.max(row.length, ...row.map((node, x) => x + spanOf(node, 'colSpan'))));
  const isBelow = body.some((row, y) => row.some((node) => y + spanOf(node, 'rowSpan') > body.length));
  if (isBelow || new Set(widths).size !== 1) refuse({ code: 'rows-unequal', widths });
}

/** A wrong one is refused with its cell. */
function spanOf(node: Content, property: 'colSpan' | 'rowSpan'): number {
  const span: unknown = is.object(node) ? Reflect.get(node, property) : 1;
  return is.count(1)(span) ? span : 1;
}

/**
 * Elements for the cells of a table of data, by row and column: each names the headers of its columns and its row. Null
 * where another cell covers it. Ids begin with `prefix`.
 */
export function cellTags(
  { body, headerRows = 0, headerColumns = 0 }: ContentRows,
  table: Tag,
  prefix: string,
): (Tag | null)[][] {
  const [head, rest] = [tag('THead', table), tag('TBody', table)];
  const covered = new Set<string>();
  /** Ids of the header cells of each column, and of each row. */
  const [above, before]: [string[][], string[][]] = [[], []];

  function cellTag(node: Content, x: number, y: number, tr: Tag): Tag {
    const [colSpan, rowSpan] = [spanOf(node, 'colSpan'), spanOf(node, 'rowSpan')];
    const [columns, rows] = [range(x, colSpan), range(y, rowSpan)];
    for (const spot of columns.flatMap((column) => rows.map((row) => `${column} ${row}`))) covered.add(spot);
    const spans = { ...(colSpan > 1 && { colSpan }), ...(rowSpan > 1 && { rowSpan }) };
    const id = `${prefix}-${y + 1}-${x + 1}`;
    const headers = [...new Set([...idsAt(above, columns), ...idsAt(before, rows)])];
    if (y < headerRows) {
      for (const at of columns) above[at] = [...idsAt(above, [at]), id];
      return tag('TH', tr, { id, scope: 'Column', ...spans });
    }
    const cell = { ...(headers.length > 0 && { headers }), ...spans };
    if (x >= headerColumns) return tag('TD', tr, cell);
    for (const at of rows) before[at] = [...idsAt(before, [at]), id];
    return tag('TH', tr, { id, scope: 'Row', ...cell });
  }

  return body.map((row, y) => {
    const tr = tag('TR', y < headerRows ? head : rest);
    return row.map((node, x) => (covered.has(`${x} ${y}`) ? null : cellTag(node, x, y, tr)));
  });
}

const idsAt = (all: readonly (readonly string[])[], places: readonly number[]): string[] =>
  places.flatMap((at) => all[at] ?? []);

const range = (start: number, length: number): number[] => Array.from({ length }, (_, index) => start + index);
