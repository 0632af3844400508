import { wordJoiner } from '../faces.ts';
import { color, columns, overhang, type TextStyle, text } from '../style.ts';
import type { Slot } from '../values.ts';

/**
 * An element of the structure tree. There is no other description of the tree: it grows of the tags of what is drawn,
 * in the order of drawing.
 */
export interface Tag {
  readonly type: string; // "TH"
  readonly parent: Tag | null;
  readonly id?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  /** Ids of the header cells of a table cell. */
  readonly headers?: readonly string[];
  /** `to` is a web address, or the id of an element of this document; `contents` is read aloud. */
  readonly link?: { readonly to: { readonly url: string } | { readonly id: string }; readonly contents: string };
  /** Title of the bookmark that leads here, below that of `under`. */
  readonly bookmark?: string;
  readonly under?: Tag;
  /** What users call this part of the report, for messages. */
  readonly place?: string;
}

/** A run of text of one look. One without text is an element that prints nothing: `spoken` is what is read aloud. */
export interface Run extends TextStyle {
  readonly text: string;
  readonly tag?: Tag;
  readonly spoken?: string | undefined;
  /** Name of the value that is put in place of the text. */
  readonly value?: string | undefined;
  readonly noWrap?: boolean;
}

export interface Paragraph {
  readonly text: readonly Run[];
  readonly margin?: readonly number[];
  readonly alignment?: 'right';
  readonly fillColor?: string;
  /** A heading that does not stand last on a page. */
  readonly headlineLevel?: 1;
}

export interface Grid {
  readonly table: {
    readonly widths: readonly (number | '*')[];
    readonly body: readonly (readonly Node[])[];
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
  };
  /** By row, column or line; line 0 lies before the first row or column. */
  readonly layout: Readonly<Record<string, (index: number) => number | string | null>>;
  readonly margin?: readonly number[];
  readonly pageBreak?: 'before';
}

/** The nodes that we use of pdfmake's. */
export type Node = Paragraph | Grid | { readonly stack: readonly Node[]; readonly unbreakable: true };

/** Id of the note that the mark of a column heading points to. */
export const noteId = 'fodnote';

export const tag = (type: string, parent: Tag | null, more?: Omit<Tag, 'type' | 'parent'>): Tag => ({
  type,
  parent,
  ...more,
});

/** Text that breaks at spaces only, and never before a dash between spaces, as Danish rules of typesetting want. */
export function run(value: string, tag: Tag, style: TextStyle, more?: Pick<Run, 'noWrap'>): Run {
  const joined = value.replace(/ (?=[-–] )/g, '\u00a0').replace(insideWords, wordJoiner);
  return { text: joined, tag, ...style, ...more };
}

/** Where pdfmake might break a line though there is no space: beside all that is neither letter nor digit. */
const insideWords = /(?<=[^\s])(?=[^\s\p{L}\p{N}])|(?<=[^\s\p{L}\p{N}])(?=[^\s])/gu;

/** A run for an element that prints nothing. */
export const silent = (tag: Tag, spoken: string): Run => ({ text: '', tag, spoken, ...text.strong });

/** The place of a value, held by a text as high as any; or a text that is too long to be put into a line. */
export const slotRun = (slot: Slot, tag: Tag, style: TextStyle): Run =>
  'value' in slot ? { text: '0', tag, ...style, value: slot.value } : run(slot.text, tag, style);

/** Runs that have no text take no place, and make no element. */
export const paragraph = (runs: readonly Run[], above: number, below: number): Paragraph => ({
  text: runs.filter(({ text }) => text !== ''),
  margin: [overhang, above, overhang, below],
});

/** Cells of a table row; a run without text is there for its element. */
export const cell = (...runs: readonly Run[]): Paragraph => ({
  text: runs.filter(({ text, spoken }) => text !== '' || spoken !== undefined),
});

/** Three columns. */
export const grid = (body: Grid['table']['body'], layout: Grid['layout'], more?: Partial<Grid['table']>): Grid => ({
  table: { widths: [...columns.widths], dontBreakRows: true, body, ...more },
  layout,
});

const lengths = ['hLineWidth', 'vLineWidth', 'paddingLeft', 'paddingRight', 'paddingTop', 'paddingBottom'];
export const bare: Grid['layout'] = Object.fromEntries(lengths.map((name) => [name, () => 0]));

interface RowLook {
  readonly above: number;
  readonly below: number;
  readonly rule: number;
  readonly color: string;
}

const head: RowLook = { above: 0, below: 3, rule: 1, color: color.strongRule };
const goal: RowLook = { above: 3.6, below: 3.9, rule: 0.5, color: color.rule };
const row: RowLook = { above: 3.3, below: 3.6, rule: 0.5, color: color.rule };

/** Rows with a rule below each; the first may look different. */
function ruled(first: RowLook): Grid['layout'] {
  const look = (index: number): RowLook => (index <= 0 ? first : row);
  return {
    ...bare,
    paddingLeft: (column) => columns.before[column] ?? 0,
    paddingRight: (column) => (column === columns.before.length - 1 ? overhang : 0),
    paddingTop: (index) => look(index).above,
    paddingBottom: (index) => look(index).below,
    hLineWidth: (line) => (line === 0 ? 0 : look(line - 1).rule),
    hLineColor: (line) => look(line - 1).color,
  };
}

/** Tables that begin with a column heading, with a goal's heading, or with neither. */
export const headLook = ruled(head);
export const goalLook = { ...ruled(goal), fillColor: (index: number) => (index === 0 ? color.band : null) };
export const rowLook = ruled(row);
