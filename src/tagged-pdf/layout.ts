// The only file that knows pdfmake: its LayoutBuilder places the content, and the places become plain marks.
import LayoutBuilder, { type LaidInline, type LaidLine, type LaidVector } from 'pdfmake/js/LayoutBuilder.js';
import { tableLayouts } from 'pdfmake/js/tableLayouts.js';
import type { Size } from './box.ts';
import type { Content, TextLook } from './content.ts';
import { checkProperties } from './content.ts';
import { type Fault, TaggedPdfError } from './faults.ts';
import type { Font, Fonts } from './fonts.ts';
import type { ColoredBox, Mark, Page, PictureMark, TextMark } from './page.ts';
import { resolve, type TaggedPicture, type TaggedRun } from './resolve.ts';
import { placeOf, type Tag } from './tag.ts';

/** Where content is laid out; pdfmake's names. */
export interface Paper {
  readonly pageSize: Size;
  readonly pageMargins: readonly [left: number, top: number, right: number, bottom: number];
  readonly styles?: Readonly<Record<string, TextLook & { readonly margin?: number | readonly number[] }>>;
  readonly defaultStyle?: TextLook;
  /** How far below the margin the content begins on its first page. Not pdfmake's. */
  readonly startsBelow?: number;
}

/** The class, or a module around it: that depends on who loads it. */
const Builder = 'default' in LayoutBuilder ? (LayoutBuilder.default as typeof LayoutBuilder) : LayoutBuilder;

/** Content → pages. Errors: `TaggedPdfError` for what is not known, drawn or placed. */
export function pagesOf(content: readonly Content[], paper: Paper, fonts: Fonts): Page[] {
  const { nodes, parts } = resolve(content);
  const pages = placed(nodes, paper, fonts);
  const drawn = lengths(pages.flatMap(({ marks }) => marks));
  const lost = [...lengths(parts)].map(([tag, length]) => ({ tag, length: length - (drawn.get(tag) ?? -1) }));
  const [most] = lost.filter(({ length }) => length !== 0).sort((a, b) => b.length - a.length);
  if (most !== undefined) throw new TaggedPdfError([textLost(most.tag, parts)]);
  return pages;
}

/** Number of letters and signs by tag; an element that prints nothing, and a picture, has none. */
function lengths(parts: readonly { readonly tag: Tag; readonly text?: string }[]): Map<Tag, number> {
  const lengths = new Map<Tag, number>();
  for (const { tag, text = '' } of parts) lengths.set(tag, (lengths.get(tag) ?? 0) + text.replace(/\s/g, '').length);
  return lengths;
}

/** pdfmake drops what does not fit into a row or a block that must not break. */
function textLost(tag: Tag, parts: readonly (TaggedRun | TaggedPicture)[]): Fault {
  const text = parts.flatMap((part) => (part.tag === tag && 'text' in part ? [part.text] : [])).join('');
  return { code: 'text-lost', text, place: placeOf(tag) };
}

function placed(nodes: object[], paper: Paper, fonts: Fonts): Page[] {
  const { pageSize, styles = {}, defaultStyle = {}, startsBelow = 0 } = paper;
  for (const style of [defaultStyle, ...Object.values(styles)]) checkProperties('style', style);
  const [left, top, right, bottom] = paper.pageMargins;
  const builder = new Builder({ ...pageSize }, { left, top, right, bottom });
  builder.registerTableLayouts(tableLayouts);
  const document = {
    provideFont: (font: string, bold: boolean, italics: boolean) => fonts.find({ font, bold, italics }),
  };
  const look = { font: fonts.first, fontSize: 12, color: '#000000', ...defaultStyle };
  /** A heading that stands last on its page; or one that pdfmake has moved to the next without the space above it. */
  const startsPage: Parameters<LayoutBuilder['layoutDocument']>[8] = ({ headlineLevel, startPosition }, around) =>
    headlineLevel === 1 &&
    (startPosition.pageNumber > 1 || around.getPreviousNodesOnPage().some(({ stack }) => !stack)) &&
    (around.getFollowingNodesOnPage().length === 0 || startPosition.top <= top);
  const pages = builder.layoutDocument(
    [{ stack: nodes, margin: [0, startsBelow, 0, 0] }],
    document,
    styles,
    look,
    null,
    null,
    null,
    null,
    startsPage,
  );
  const end = builder.writer.context().y;
  const drawn = new Set<LaidInline>();
  return pages.map(({ items }) => {
    const all = items.flatMap((item): (TextMark | PictureMark)[] =>
      item.type === 'line' ? marksOf(item.item, drawn) : pictureOf(item.item),
    );
    return {
      size: pageSize,
      boxes: items.flatMap((item) => (item.type === 'vector' ? boxOf(item.item) : [])),
      repeated: all.filter((mark): mark is TextMark => mark.tag === null),
      marks: all.filter((mark): mark is Mark => mark.tag !== null),
      end,
    };
  });
}

/** What stands for a picture's place has it with it. */
type Vector = LaidVector & { readonly picture?: TaggedPicture };

const pictureOf = (vector: Vector): PictureMark[] =>
  vector.picture === undefined || vector.type !== 'rect' ? [] : [{ ...vector.picture, x: vector.x, y: vector.y }];

/** Rules are thin boxes. */
function boxOf(vector: Vector): ColoredBox[] {
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
function marksOf(line: LaidLine, drawn: Set<LaidInline>): TextMark[] {
  const place = { y: line.y, height: line.getHeight(), baseline: line.y + line.getAscenderHeight() };
  const marks: { -readonly [K in keyof TextMark]: TextMark[K] }[] = [];
  for (const inline of line.inlines as readonly (LaidInline & TaggedRun)[]) {
    const { text, width, fontSize, color, decoration, slot, actual, marker } = inline;
    const tag = drawn.has(inline) ? null : inline.tag;
    drawn.add(inline);
    // pdfmake has put the font in place of its name.
    const font = inline.font as unknown as Font;
    const last = marks.at(-1);
    const joins =
      last?.tag === tag &&
      last.font === font &&
      last.fontSize === fontSize &&
      last.color === color &&
      last.decoration === decoration &&
      last.slot === undefined &&
      slot === undefined;
    if (joins) {
      last.text += text;
      last.width += width;
    } else {
      const x = line.x + inline.x;
      marks.push({ ...place, x, width, text, font, fontSize, color, decoration, actual, slot, marker, tag });
    }
  }
  return marks;
}
