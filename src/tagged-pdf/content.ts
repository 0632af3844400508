// What a document is written of: pdfmake's nodes and names, as far as they can be tagged, and a few of our own.
import type { FontChoice } from './fonts.ts';
import type { Shape } from './shapes.ts';
import type { Tag } from './tag.ts';

/** How text looks. Colours are "#rrggbb". */
export interface TextLook extends FontChoice {
  readonly fontSize?: number;
  readonly color?: string;
  readonly decoration?: 'underline' | undefined;
  readonly alignment?: 'left' | 'center' | 'right';
  readonly style?: string | readonly string[];
}

interface Tagged {
  /** The structure type of an element below the one around it ("H1"), or an element of its own. */
  readonly tag?: string | Tag;
  /** Read aloud in place of the text (ActualText). A text that prints nothing needs one. */
  readonly actual?: string | undefined;
}

interface Linked {
  /** A web address. */
  readonly link?: string;
  /** Where it leads; else its text is read aloud. */
  readonly alt?: string;
}

/**
 * A run of text of one look; it belongs to the element around it, unless its tag says otherwise. Of its `marker` the
 * footer of its page is told, as of a picture's.
 */
export interface ContentRun extends TextLook, Tagged, Linked {
  readonly text: string;
  readonly noWrap?: boolean;
  /** Makes it the place of a value, which each file puts in (`SlotValue`). */
  readonly slot?: string;
  readonly marker?: string | undefined;
}

interface Placed {
  readonly margin?: number | readonly number[];
  readonly pageBreak?: 'before';
  /** Among columns. */
  readonly width?: number | string;
  /** Of a table cell that covers those after it or below it, which are `{}`. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly fillColor?: string;
}

/** A paragraph (P), or what its tag or its cell says. Headings, H1 to H6, do not stand last on a page. */
export interface ContentText extends TextLook, Tagged, Linked, Placed {
  readonly text: string | readonly (string | ContentRun)[];
  readonly noWrap?: boolean;
  /** 1 keeps what has no heading's tag with what follows it. */
  readonly headlineLevel?: number;
  /** Makes a heading a bookmark. */
  readonly outline?: boolean;
}

/** One below the other; with a tag, parts of one element. */
export interface ContentStack extends TextLook, Placed {
  readonly stack: readonly Content[];
  readonly tag?: string | Tag;
  readonly unbreakable?: boolean;
}

/** Side by side, and read one after the other. */
export interface ContentColumns extends TextLook, Placed {
  readonly columns: readonly Content[];
  readonly columnGap?: number;
  readonly tag?: string | Tag;
}

/** A table of data, if it has headers; else a layout, whose cells are read one after the other. */
export interface ContentTable extends TextLook, Placed {
  readonly table: {
    readonly body: readonly (readonly Content[])[];
    readonly widths?: readonly (number | string)[];
    readonly headerRows?: number;
    /** How many cells head their row, from the left. Not pdfmake's. */
    readonly headerColumns?: number;
    /** Names the table to those who cannot see what stands above it. Not pdfmake's. */
    readonly caption?: string;
    /** Begins the ids of its cells: where several layouts go into one file, it tells their tables apart. Not pdfmake's. */
    readonly id?: string;
    readonly dontBreakRows?: boolean;
    readonly keepWithHeaderRows?: number;
  };
  /** Name of one of pdfmake's layouts, or its functions of widths, colours, paddings and fill. */
  readonly layout?: string | object;
}

/** Level lines and filled rectangles that say nothing. */
export interface ContentCanvas extends Placed {
  readonly canvas: readonly (
    | {
        readonly type: 'line';
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
        readonly lineWidth?: number;
        readonly lineColor?: string;
      }
    | {
        readonly type: 'rect';
        readonly x: number;
        readonly y: number;
        readonly w: number;
        readonly h: number;
        readonly color: string;
      }
  )[];
}

/**
 * A Figure, which `alt` says in words. Its shapes are placed from its upper left corner. With a `slot` it is the place of
 * a picture, which each file puts in. Not pdfmake's.
 */
export interface ContentPicture extends Placed {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
  readonly alt?: string;
  readonly slot?: string;
  readonly tag?: Tag;
  readonly marker?: string | undefined;
}

/** Covered by the cell before it or above it. */
export type Covered = Readonly<Record<string, never>>;

export type Content =
  | string
  | ContentText
  | ContentStack
  | ContentColumns
  | ContentTable
  | ContentCanvas
  | ContentPicture
  | Covered
  | readonly Content[];
