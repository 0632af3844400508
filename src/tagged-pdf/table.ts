import type { Content, ContentTable } from './content.ts';
import { type Tag, tag } from './tag.ts';

/**
 * Elements for the cells of a table of data, by row and column: each names the headers of its columns and its row. Null
 * where another cell covers it. Ids begin with `prefix`.
 */
export function cellTags(
  { body, headerRows = 0, headerColumns = 0 }: ContentTable['table'],
  table: Tag,
  prefix: string,
): (Tag | null)[][] {
  const [head, rest] = [tag('THead', table), tag('TBody', table)];
  const covered = new Set<string>();
  /** Ids of the header cells of each column, and of each row. */
  const [above, before]: [string[][], string[][]] = [[], []];

  function cellTag(node: Content, x: number, y: number, tr: Tag): Tag {
    const { colSpan = 1, rowSpan = 1 } = node as { readonly colSpan?: number; readonly rowSpan?: number };
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
