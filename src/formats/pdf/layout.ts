// The only file that knows pdfmake: its LayoutBuilder places the content, and the places become plain marks.
import LayoutBuilder, { type LaidInline, type LaidLine, type LaidVector } from 'pdfmake/js/LayoutBuilder.js';
import { exitCode, InternalError, UserError } from '../../errors.ts';
import { drawnText, type FontName, type Fonts, wordJoiner } from './faces.ts';
import { type Grid, leavesOf, mapRuns, type Node, type Picture, type Run, type Tag } from './node.ts';
import { overhang, page } from './style.ts';

/** Lengths are points from the upper left corner of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Ground extends Box {
  readonly color: string;
}

/** What one element draws in one look on one line; its box is as high as the line. */
export interface TextMark
  extends Box,
    Pick<Run, 'text' | 'font' | 'fontSize' | 'color' | 'underline' | 'spoken' | 'madeUp'> {
  readonly baseline: number;
  /** Name of the value that is drawn in place of the text. */
  readonly value: string | undefined;
  /** Null for what is repeated on each page. */
  readonly tag: Tag | null;
}

export type TaggedText = TextMark & { readonly tag: Tag };

/** A picture with its place. */
export type PictureMark = Picture & Box;

/** What is part of a page's content, in reading order. */
export type Mark = TaggedText | PictureMark;

export interface Page {
  /** Bands and rules. */
  readonly grounds: readonly Ground[];
  /** Repeated headings. */
  readonly repeated: readonly TextMark[];
  readonly marks: readonly Mark[];
}

/** The class, or a module around it: that depends on who loads it. */
const Builder = 'default' in LayoutBuilder ? (LayoutBuilder.default as typeof LayoutBuilder) : LayoutBuilder;

const size = { width: page.width, height: page.height };
const margins = { left: page.left - overhang, right: page.right - overhang, top: page.top, bottom: page.bottom };

/**
 * Content → pages. Errors: `UserError` 65 for a text that is too long for a page: pdfmake drops what does not fit into
 * a row that must not break.
 */
export function layOut(content: readonly Node[], fonts: Fonts): Page[] {
  const nodes = content.map((node) => mapRuns(node, unbroken));
  const given = lengths(
    leavesOf(nodes).flatMap((leaf): readonly (Run | Picture)[] => ('text' in leaf ? leaf.text : [leaf])),
  );
  const pages = placed(new Builder(size, margins), nodes.map(pdfmakeNode), fonts);
  const drawn = lengths(pages.flatMap(({ marks }) => marks));
  const lost = [...given].map(([tag, length]) => ({ tag, length: length - (drawn.get(tag) ?? -1) }));
  const [most] = lost.filter(({ length }) => length !== 0).sort((a, b) => b.length - a.length);
  if (most !== undefined) throw tooLong(most.tag);
  return pages;
}

/** Text that breaks at spaces only, and never before a dash between spaces, as Danish rules of typesetting want. */
const unbroken = (run: Run): Run => ({
  ...run,
  text: drawnText(run.text)
    .replace(/ (?=[-–] )/g, '\u00a0')
    .replace(insideWords, wordJoiner),
});

/** Where pdfmake might break a line though there is no space: beside all that is neither letter nor digit. */
const insideWords = /(?<=[^\s])(?=[^\s\p{L}\p{N}])|(?<=[^\s\p{L}\p{N}])(?=[^\s])/gu;

function pdfmakeNode(node: Node): object {
  if ('text' in node) return node;
  if ('stack' in node) return { ...node, stack: node.stack.map(pdfmakeNode) };
  if ('shapes' in node) {
    // Only its place is reserved.
    const { width: w, height: h, margin = [0, 0, 0, 0] } = node;
    return { canvas: [{ type: 'rect', x: 0, y: 0, w, h, picture: node }], margin };
  }
  const { rows, columns, headed = false, ...more } = node;
  const body = rows.map(({ cells }) => cells.map(pdfmakeNode));
  // A page that ends between the headings and the first row cannot hold them together.
  const parted = rows[1]?.cells.some((cell) => 'pageBreak' in cell) ?? false;
  const header = headed ? { headerRows: 1, keepWithHeaderRows: parted ? 0 : 1 } : {};
  const widths = columns.map(({ width }) => width);
  return { table: { widths, dontBreakRows: true, body, ...header }, layout: rulesOf(node), ...more };
}

/** pdfmake's functions by row, column or line; line 0 lies before the first row or column. */
const rulesOf = ({ rows, columns, edge }: Grid) => ({
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

/** Number of characters by tag; an element that prints nothing, and a picture, has none. */
function lengths(parts: readonly { readonly tag: Tag; readonly text?: string }[]): Map<Tag, number> {
  const lengths = new Map<Tag, number>();
  for (const { tag, text = '' } of parts) lengths.set(tag, (lengths.get(tag) ?? 0) + text.length);
  return lengths;
}

function tooLong(tag: Tag): Error {
  for (let part: Tag | null = tag; part !== null; part = part.parent) {
    if (part.place === undefined) continue;
    return new UserError(
      exitCode.data,
      `Teksten ved "${part.place}" er for lang: rækken fylder mere end en side. Gør teksten i skabelonen kortere.`,
    );
  }
  return new InternalError('Noget af teksten fik ikke plads på rapportens sider.');
}

function placed(builder: LayoutBuilder, content: object[], fonts: Fonts): Page[] {
  const document = { provideFont: (name: string) => fonts[name as FontName] };
  const pages = builder.layoutDocument(content, document, {}, {}, null, null, null, null, startsPage);
  const drawn = new Set<LaidInline>();
  return pages.map(({ items }) => {
    const all = items.flatMap((item): (TextMark | PictureMark)[] =>
      item.type === 'line' ? marksOf(item.item, drawn, fonts) : pictureOf(item.item),
    );
    return {
      grounds: items.flatMap((item) => (item.type === 'vector' ? groundOf(item.item) : [])),
      repeated: all.filter((mark): mark is TextMark => mark.tag === null),
      marks: all.filter((mark): mark is Mark => mark.tag !== null),
    };
  });
}

/** A heading that stands last on its page; or one that pdfmake has moved to the next without the space above it. */
const startsPage: Parameters<LayoutBuilder['layoutDocument']>[8] = ({ headlineLevel, startPosition }, around) =>
  headlineLevel === 1 && (around.getFollowingNodesOnPage().length === 0 || startPosition.top <= page.top);

/** The picture whose place a vector holds. */
const pictureOf = (vector: LaidVector & { readonly picture?: Picture }): PictureMark[] =>
  vector.picture === undefined || vector.type !== 'rect' ? [] : [{ ...vector.picture, x: vector.x, y: vector.y }];

/** Rules are thin boxes. */
function groundOf(vector: LaidVector & { readonly picture?: Picture }): Ground[] {
  if (vector.picture !== undefined) return [];
  if (vector.type === 'rect')
    return [{ x: vector.x, y: vector.y, width: vector.w, height: vector.h, color: vector.color }];
  const { x1, x2, y1, y2, lineWidth, lineColor: color } = vector;
  const half = lineWidth / 2;
  return x1 === x2
    ? [{ x: x1 - half, y: y1, width: lineWidth, height: y2 - y1, color }]
    : [{ x: x1, y: y1 - half, width: x2 - x1, height: lineWidth, color }];
}

/** The words of a line, those of one run joined. Words that are drawn again are a heading that pdfmake repeats. */
function marksOf(line: LaidLine, drawn: Set<LaidInline>, fonts: Fonts): TextMark[] {
  const place = { y: line.y, height: line.getHeight(), baseline: line.y + line.getAscenderHeight() };
  const marks: TextMark[] = [];
  for (const inline of line.inlines as readonly (LaidInline & Run)[]) {
    const { text, width, fontSize, color, underline, slot, spoken, madeUp } = inline;
    const value = slot?.name;
    const tag = drawn.has(inline) ? null : inline.tag;
    drawn.add(inline);
    // pdfmake has put the face in place of its name.
    const font = (inline.font as unknown) === fonts.semibold ? 'semibold' : 'regular';
    const last = marks.at(-1);
    const joins = last?.tag === tag && last.font === font && last.color === color;
    if (joins && last.value === undefined && value === undefined) {
      marks[marks.length - 1] = { ...last, text: last.text + text, width: last.width + width };
      continue;
    }
    const look = { font, fontSize, color, underline } as const;
    marks.push({ ...place, x: line.x + inline.x, width, text, tag, ...look, value, spoken, madeUp });
  }
  return marks;
}
