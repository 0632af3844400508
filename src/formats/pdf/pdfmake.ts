import type { Content, ContentRun } from '../../tagged-pdf/index.ts';
import { type Grid, madeUpMarker, type Node, type Run } from './node.ts';

/** What pdfmake lays out. Until then tables are plain data: pdfmake's functions could not be part of a key. */
export function pdfmakeContent(node: Node): Content {
  if ('text' in node) return { ...node, text: node.text.map(pdfmakeRun) };
  if ('stack' in node) return { ...node, stack: node.stack.map(pdfmakeContent) };
  if ('rows' in node) return pdfmakeTable(node);
  const { madeUp, ...picture } = node;
  return { ...picture, marker: madeUp && madeUpMarker };
}

const pdfmakeRun = ({ slot, madeUp, ...run }: Run): ContentRun => ({
  ...run,
  ...(slot && { slot: slot.name }),
  marker: madeUp && madeUpMarker,
});

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
