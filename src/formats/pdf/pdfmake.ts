import type { Content } from '../../tagged-pdf/index.ts';
import type { Grid, Node } from './node.ts';

/** What pdfmake lays out. Until then tables are plain data: pdfmake's functions could not be part of a key. */
export function pdfmakeContent(node: Node): Content {
  if ('stack' in node) return { ...node, stack: node.stack.map(pdfmakeContent) };
  return 'rows' in node ? pdfmakeTable(node) : node;
}

function pdfmakeTable({ rows, columns, headed = false, edge, margin, pageBreak }: Grid): Content {
  const body = rows.map(({ cells }) => cells.map(pdfmakeContent));
  // A page that ends between the headings and the first row cannot hold them together.
  const parted = rows[1]?.cells.some((cell) => 'pageBreak' in cell) ?? false;
  const header = headed ? { headerRows: 1, keepWithHeaderRows: parted ? 0 : 1 } : {};
  const widths = columns.map(({ width }) => width);
  const more = { ...(margin && { margin }), ...(pageBreak && { pageBreak }) };
  return {
    table: { widths, dontBreakRows: true, body, ...header },
    layout: layoutOf({ rows, columns, edge }),
    ...more,
  };
}

/** pdfmake's functions by row, column or line; line 0 lies before the first row or column. */
const layoutOf = ({ rows, columns, edge }: Pick<Grid, 'rows' | 'columns'> & { readonly edge: Grid['edge'] }) => ({
  paddingLeft: (column: number) => columns[column]?.before ?? 0,
  paddingRight: (column: number) => columns[column]?.after ?? 0,
  paddingTop: (row: number) => rows[row]?.look.above ?? 0,
  paddingBottom: (row: number) => rows[row]?.look.below ?? 0,
  hLineWidth: (line: number) => rows[line - 1]?.look.rule ?? 0,
  hLineColor: (line: number) => rows[line - 1]?.look.color,
  vLineWidth: (line: number) => (line === 0 ? (edge?.width ?? 0) : 0),
  vLineColor: () => edge?.color,
  fillColor: (row: number) => rows[row]?.look.fill ?? null,
});
