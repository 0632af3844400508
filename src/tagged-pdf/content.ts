// What a document is written of: pdfmake's nodes and names, as far as they can be tagged, and a few of our own. What
// pdfmake knows besides would be drawn wrong, without a tag, or not at all, and is refused.
import { fontParts } from './fonts.ts';
import { type Described, is, kind, needed } from './properties.ts';
import type { Shape } from './shapes.ts';
import type { Tag } from './tag.ts';

const look = {
  ...fontParts,
  fontSize: is.positive,
  /** "#rrggbb" */
  color: is.color,
  decoration: is.oneOf('underline'),
  alignment: is.oneOf('left', 'center', 'right'),
};

const said = {
  /** The structure type of an element below the one around it ("H1"), or one that `tag` has made. Not pdfmake's. */
  tag: kind<string | Tag>((value) => is.filled(value) || is.object(value)),
  /** Read aloud in place of the text (ActualText). A text that prints nothing needs one. Not pdfmake's. */
  actual: is.text,
  /** A web address. */
  link: is.filled,
  /** Said in place of a picture; of a link, where it leads, unless its text says it. Not pdfmake's. */
  alt: is.text,
  noWrap: is.flag,
};

/** For many documents of one layout. Not pdfmake's. */
const variable = {
  /** Makes it the place of a value, which each file puts in (`SlotValue`). */
  slot: is.filled,
  /** The footer of its page is told of it. */
  marker: is.text,
};

const placed = {
  /** On all sides; at the sides, above and below; or left, above, right, below. */
  margin: kind<number | readonly number[]>((value) => is.number(value) || is.numbers(2)(value) || is.numbers(4)(value)),
  pageBreak: is.oneOf('before'),
  /** Of a table cell that covers those after it or below it, which are `{}`. */
  colSpan: is.count(1),
  rowSpan: is.count(1),
  fillColor: is.color,
};

const paddings = { paddingLeft: is.call, paddingRight: is.call, paddingTop: is.call, paddingBottom: is.call };
const colors = { hLineColor: is.call, vLineColor: is.call, fillColor: is.call };

const layouts = ['noBorders', 'headerLineOnly', 'lightHorizontalLines'];

/** What is known of each kind of node, and of what is in it. */
export const nodeParts = {
  look,
  run: { text: needed(is.text), ...look, ...said, ...variable },
  text: {
    text: needed(kind<string | readonly unknown[]>((value) => is.text(value) || is.list(value))),
    ...look,
    ...said,
    ...placed,
    /** 1 keeps what has no heading's tag with what follows it. */
    headlineLevel: is.count(1),
  },
  stack: { stack: needed(is.list), tag: said.tag, unbreakable: is.flag, ...look, ...placed },
  table: {
    table: needed(is.object),
    /** Name of one of pdfmake's layouts, or its functions of rows, columns and lines. */
    layout: kind<string | object>((value) => is.object(value) || is.oneOf(...layouts)(value)),
    ...look,
    ...placed,
  },
  rows: {
    body: needed(is.listOf(is.list)),
    /** Points, "*", "auto" or "20%" of each column. */
    widths: is.listOf(kind<number | string>((value) => is.positive(value) || /^(\*|auto|[\d.]+%)$/.test(`${value}`))),
    headerRows: is.count(0),
    /** How many cells head their row, from the left. Not pdfmake's. */
    headerColumns: is.count(0),
    /** Begins the ids of its cells: where several layouts go into one file, it tells their tables apart. Not pdfmake's. */
    id: is.filled,
    dontBreakRows: is.flag,
    keepWithHeaderRows: is.count(0),
  },
  layout: { hLineWidth: is.call, vLineWidth: is.call, ...colors, ...paddings },
  picture: {
    shapes: needed(is.list),
    width: needed(is.number),
    height: needed(is.number),
    tag: said.tag,
    alt: said.alt,
    ...variable,
    ...placed,
  },
};

type Known<Node extends keyof typeof nodeParts> = Described<(typeof nodeParts)[Node]>;

/** A run of text of one look; it belongs to the element around it, unless its tag says otherwise. */
export interface ContentRun extends Known<'run'> {}

/** A paragraph (P), or what its tag or its cell says. Headings, H1 to H6, are bookmarks, and do not stand last on a page. */
export interface ContentText extends Known<'text'> {
  readonly text: string | readonly (string | ContentRun)[];
}

/** One below the other; with a tag, parts of one element. */
export interface ContentStack extends Known<'stack'> {
  readonly stack: readonly Content[];
}

export interface ContentRows extends Known<'rows'> {
  readonly body: readonly (readonly Content[])[];
}

/** A table of data, if it has headers; else a layout, whose cells are read one after the other. */
export interface ContentTable extends Known<'table'> {
  readonly table: ContentRows;
}

/** A Figure of shapes, which are placed from its upper left corner. Not pdfmake's. */
export interface ContentPicture extends Known<'picture'> {
  readonly shapes: readonly Shape[];
}

/** `{}` is a cell that the one before it or above it covers. */
export type Content =
  | string
  | ContentText
  | ContentStack
  | ContentTable
  | ContentPicture
  | Readonly<Record<string, never>>
  | readonly Content[];
