import { isMadeUp } from '../../report/index.ts';
import type { Shape, Tag } from '../../tagged-pdf/index.ts';
import {
  type Look,
  looks,
  overhang,
  type TextStyle,
  textStyles,
  textWidth,
  columns as valueColumns,
  valueWidth,
} from './style.ts';

/**
 * Makes a run a value: it differs from report to report, and is put by its name, `slot`, into the layout that they share.
 * The numbers of one `column` end at one line; `room` is its width.
 */
interface InSlot {
  readonly slot?: string;
  readonly column?: string;
  readonly room?: number;
}

/** A run of text of one look. One without text is an element that prints nothing. */
export interface Run extends TextStyle, InSlot {
  readonly text: string;
  readonly tag: Tag;
  /** Read aloud in place of the text. */
  readonly actual?: string | undefined;
  readonly noWrap?: boolean;
  /** Tells the foot of its page that it shows a made-up figure. */
  readonly marker?: string | undefined;
}

export interface Paragraph {
  readonly text: readonly Run[];
  /** Makes its lines, of the width `room`, values. */
  readonly lines?: { readonly name: string; readonly room: number };
  readonly margin?: readonly number[];
  /** A heading that does not stand last on a page. */
  readonly headlineLevel?: 1;
  /** Of a cell that covers those after it or below it, which are empty. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The first row is repeated on every page, and does not stand without the next, unless the next begins a page. */
  readonly headed?: boolean;
  /** A bar to its left. */
  readonly edge?: { readonly width: number; readonly color: string };
  readonly margin?: readonly number[];
  readonly pageBreak?: 'before';
}

/**
 * A picture; `tag` is a Figure, which `alt` says in words. Its shapes are placed from its upper left corner. With a
 * `slot` it is a value, as a run's; without shapes its place stays empty.
 */
export interface Picture {
  readonly tag: Tag;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly slot?: string;
  readonly margin?: readonly number[];
  readonly marker?: string | undefined;
}

/** `before` and `after` are space beside what stands in it. */
export interface Column {
  readonly width: number;
  readonly before: number;
  readonly after: number;
}

export type Node = Paragraph | Grid | Picture | { readonly stack: readonly Node[]; readonly unbreakable?: true };

export type Leaf = Paragraph | Picture;

/** The paragraphs and pictures of nodes, from top to bottom. */
export function leavesOf(nodes: readonly Node[]): Leaf[] {
  const leaves: Leaf[] = [];
  const add = (node: Node): void => {
    if ('stack' in node) node.stack.forEach(add);
    else if ('rows' in node) for (const { cells } of node.rows) cells.forEach(add);
    else leaves.push(node);
  };
  nodes.forEach(add);
  return leaves;
}

/** A node with other leaves. */
export function mapLeaves(node: Node, change: (leaf: Leaf) => Leaf): Node {
  const all = (nodes: readonly Node[]): Node[] => nodes.map((each) => mapLeaves(each, change));
  if ('stack' in node) return { ...node, stack: all(node.stack) };
  if ('rows' in node) return { ...node, rows: node.rows.map(({ look, cells }) => ({ look, cells: all(cells) })) };
  return change(node);
}

/** What shows a made-up figure is known by, on its page. */
export const madeUpMarker = 'made-up';

/** Id of the note that the mark of a column heading points to. */
export const noteId = 'fodnote';

export const run = (
  text: string,
  tag: Tag,
  style: TextStyle,
  more?: InSlot & Pick<Run, 'noWrap' | 'actual' | 'marker'>,
): Run => ({
  text,
  tag,
  ...style,
  ...more,
});

/** A value that is alone in its column. */
export const lone = (name: string, room: number): InSlot => ({ slot: name, column: name, room });

/** A run for an element that prints nothing. */
export const silent = (tag: Tag, actual: string): Run => ({ text: '', tag, actual, ...textStyles.strong });

/** Runs that have no text take no place, and make no element. */
export const paragraph = (runs: readonly Run[], above: number, below: number): Paragraph => ({
  text: runs.filter(({ text }) => text !== ''),
  margin: [overhang, above, overhang, below],
});

/** Cells of a table row; a run without text is there for its element. */
export const cell = (...runs: readonly Run[]): Paragraph => ({
  text: runs.filter(({ text, actual }) => text !== '' || actual !== undefined),
});

/** A cell in value column `at` (from 0) of a table; its name is the row's and the column's. */
export function valueCell(
  {
    text,
    spoken,
    figures = [],
  }: { readonly text: string; readonly spoken: string | null; readonly figures?: Originals },
  { table, row, at, room = valueWidth(at) }: ValuePlace,
  tag: Tag,
  style: TextStyle,
): Paragraph {
  const value = { slot: `${row}-k${at + 1}`, column: `${table}-k${at + 1}`, room };
  return { text: [{ text, tag, actual: spoken ?? undefined, ...style, ...value, marker: markerOf(figures) }] };
}

export interface ValuePlace {
  readonly table: string;
  readonly row: string;
  readonly at: number;
  readonly room?: number;
}

/** A row of a table; rows do not break. */
export interface Row {
  readonly look: Look;
  readonly cells: readonly Node[];
}

/** Rows of a table, below a heading of their own, a band, if there is one. */
export interface Group {
  readonly band?: Row;
  readonly rows: readonly (readonly Node[])[];
  readonly pageBreakBefore?: boolean;
  /** Its rows stay together, also below a band. */
  readonly whole?: boolean;
}

interface TableLook {
  readonly columns?: readonly Column[];
  /** Of rows that are no bands. */
  readonly look?: Look;
  readonly above?: readonly Node[];
}

/**
 * A table whose column headings, and what stands `above` them, come again on every page. It has a text and two values a
 * row, unless it has other columns. A band does not stand apart from its first row; a group without one stays whole.
 */
export function groupedTable(
  head: readonly Node[],
  groups: readonly Group[],
  { above = [], look = looks.row, columns = valueColumns }: TableLook = {},
): Grid {
  const grids = groups.flatMap(({ band, rows: cells, pageBreakBefore = false, whole = band === undefined }): Grid[] => {
    const plain = cells.map((each) => ({ look, cells: each }));
    const first = whole ? plain.length : 1;
    const together = [...(band === undefined ? [] : [band]), ...plain.slice(0, first)];
    const begin = { columns, rows: together, ...(pageBreakBefore && { pageBreak: 'before' as const }) };
    return [begin, ...plain.slice(first).map((row) => ({ columns, rows: [row] }))];
  });
  const headings = { stack: [...above, { columns, rows: [{ look: looks.head, cells: head }] }] };
  return {
    columns: [{ width: textWidth + 2 * overhang, before: 0, after: 0 }],
    rows: [headings, ...grids].map((each) => ({ look: looks.bare, cells: [each] })),
    headed: true,
  };
}

type Originals = readonly { readonly provenance: string | null }[];

/** Where a figure of the report's own is made up, or one of those that its change is made of. */
export const markerOf = (figures: Originals): string | undefined => (figures.some(isMadeUp) ? madeUpMarker : undefined);
