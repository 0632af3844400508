// What a document is written of: pdfmake's nodes and names, as far as they can be tagged, and a few of our own. What
// pdfmake knows besides would be drawn wrong, without a tag, or not at all, and is refused.
import { refuse } from './faults.ts';
import type { FontChoice } from './fonts.ts';
import { isColor, type Shape } from './shapes.ts';
import type { Tag } from './tag.ts';

interface Properties extends FontChoice {
  // How text looks. Colours are "#rrggbb".
  readonly fontSize?: number;
  readonly color?: string;
  readonly decoration?: 'underline' | undefined;
  readonly alignment?: 'left' | 'center' | 'right';

  // What text says.
  /** The structure type of an element below the one around it ("H1"), or an element of its own. Not pdfmake's. */
  readonly tag?: string | Tag;
  /** Read aloud in place of the text (ActualText). A text that prints nothing needs one. Not pdfmake's. */
  readonly actual?: string | undefined;
  /** A web address. */
  readonly link?: string | undefined;
  /** Said in place of a picture; of a link, where it leads, unless its text says it. Not pdfmake's. */
  readonly alt?: string | undefined;
  readonly noWrap?: boolean;
  /** 1 keeps what has no heading's tag with what follows it. */
  readonly headlineLevel?: number;
  /** Makes it the place of a value, which each file puts in (`SlotValue`). Not pdfmake's. */
  readonly slot?: string;
  /** The footer of its page is told of it. Not pdfmake's. */
  readonly marker?: string | undefined;

  // Where it stands.
  readonly margin?: number | readonly number[];
  readonly pageBreak?: 'before';
  readonly unbreakable?: boolean;
  /** Of a table cell that covers those after it or below it, which are `{}`. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly fillColor?: string;

  // Of tables.
  readonly widths?: readonly (number | string)[];
  readonly headerRows?: number;
  /** How many cells head their row, from the left. Not pdfmake's. */
  readonly headerColumns?: number;
  /** Begins the ids of its cells: where several layouts go into one file, it tells their tables apart. Not pdfmake's. */
  readonly id?: string;
  readonly dontBreakRows?: boolean;
  readonly keepWithHeaderRows?: number;
  /** Name of one of pdfmake's layouts, or its functions of widths, colours, paddings and fill. */
  readonly layout?: string | object;
}

const look = ['font', 'bold', 'italics', 'fontSize', 'color', 'decoration', 'alignment'] as const;
const said = ['tag', 'actual', 'link', 'alt', 'noWrap'] as const;
const placed = ['margin', 'pageBreak', 'colSpan', 'rowSpan', 'fillColor'] as const;
const paddings = ['paddingLeft', 'paddingRight', 'paddingTop', 'paddingBottom'] as const;
const paper = ['pageSize', 'pageMargins', 'defaultStyle'] as const;

/** What may be said where. */
const known = {
  look,
  text: ['text', 'headlineLevel', ...said, ...look, ...placed],
  run: ['text', 'slot', 'marker', ...said, ...look],
  stack: ['stack', 'tag', 'unbreakable', ...look, ...placed],
  'table node': ['table', 'layout', ...look, ...placed],
  table: ['body', 'widths', 'headerRows', 'headerColumns', 'id', 'dontBreakRows', 'keepWithHeaderRows'],
  picture: ['shapes', 'width', 'height', 'alt', 'slot', 'tag', 'marker', ...placed],
  layout: ['hLineWidth', 'vLineWidth', 'hLineColor', 'vLineColor', 'fillColor', ...paddings],
  document: ['content', ...paper, 'info', 'language', 'footer', 'attachments', 'values', 'identifier'],
  info: ['title', 'author', 'subject', 'keywords', 'creator', 'producer', 'creationDate'],
} as const;

type Known<Kind extends keyof typeof known> = Pick<Properties, Extract<(typeof known)[Kind][number], keyof Properties>>;

/** How text looks. */
export interface TextLook extends Known<'look'> {}

/** A run of text of one look; it belongs to the element around it, unless its tag says otherwise. */
export interface ContentRun extends Known<'run'> {
  readonly text: string;
}

/** A paragraph (P), or what its tag or its cell says. Headings, H1 to H6, are bookmarks, and do not stand last on a page. */
export interface ContentText extends Known<'text'> {
  readonly text: string | readonly (string | ContentRun)[];
}

/** One below the other; with a tag, parts of one element. */
export interface ContentStack extends Known<'stack'> {
  readonly stack: readonly Content[];
}

/** A table of data, if it has headers; else a layout, whose cells are read one after the other. */
export interface ContentTable extends Known<'table node'> {
  readonly table: Known<'table'> & { readonly body: readonly (readonly Content[])[] };
}

/** A Figure of shapes, which are placed from its upper left corner. Not pdfmake's. */
export interface ContentPicture extends Known<'picture'> {
  readonly shapes: readonly Shape[];
  readonly width: number;
  readonly height: number;
  readonly tag?: Tag;
}

/** Covered by the cell before it or above it. */
export type Covered = Readonly<Record<string, never>>;

export type Content =
  | string
  | ContentText
  | ContentStack
  | ContentTable
  | ContentPicture
  | Covered
  | readonly Content[];

const oneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

/** Properties that know some values only. */
const knownValues: Readonly<Record<string, (value: unknown) => boolean>> = {
  alignment: oneOf('left', 'center', 'right'),
  decoration: oneOf('underline'),
  pageBreak: oneOf('before'),
  color: isColor,
  fillColor: (value) => typeof value === 'function' || isColor(value),
  layout: (value) => typeof value === 'object' || oneOf('noBorders', 'headerLineOnly', 'lightHorizontalLines')(value),
};

/** Refuses a node with a property, or a value of one, that is not known. */
export function checkProperties(where: keyof typeof known, node: object): void {
  const names: readonly string[] = known[where];
  for (const [property, value] of Object.entries(node)) {
    if (value === undefined) continue;
    if (!names.includes(property)) refuse({ code: 'unknown-property', where, property });
    if (knownValues[property]?.(value) === false) refuse({ code: 'unknown-value', property, value: String(value) });
  }
}
