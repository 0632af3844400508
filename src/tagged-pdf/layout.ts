// The only file that knows pdfmake: its LayoutBuilder places the content, and the places become plain marks.
import LayoutBuilder, {
  type LaidInline,
  type LaidLine,
  type LaidPage,
  type LaidVector,
} from 'pdfmake/js/LayoutBuilder.js';
import { tableLayouts } from 'pdfmake/js/tableLayouts.js';
import { type Content, nodeParts } from './content.ts';
import { refuse } from './faults.ts';
import type { Font, Fonts } from './fonts.ts';
import { type DrawnPage, type Mark, markOperators, type TextMark } from './page.ts';
import { checkProperties, type Described, is, kind, needed } from './properties.ts';
import { resolve, type TaggedPicture, type TaggedRun } from './resolve.ts';
import { artifact, rectangle } from './shapes.ts';
import { placeOf, type Tag } from './tag.ts';

type Margins = readonly [left: number, top: number, right: number, bottom: number];

export const paperParts = {
  pageSize: needed(is.thing({ width: needed(is.positive), height: needed(is.positive) })),
  pageMargins: needed(kind<Margins>(is.numbers(4))),
  defaultStyle: is.thing(nodeParts.look),
  /** How far below the margin the content begins on its first page. Not pdfmake's. */
  startsBelow: is.number,
};

/** Where content is laid out; pdfmake's names. */
export interface Paper extends Described<typeof paperParts> {}

/** The class, or a module around it: that depends on who loads it. */
const Builder = 'default' in LayoutBuilder ? (LayoutBuilder.default as typeof LayoutBuilder) : LayoutBuilder;

/** Content → pages, which many files may be written of, each with values of its own. Errors: `TaggedPdfError`. */
export function layOut(content: readonly Content[], paper: Paper, fonts: Fonts): readonly DrawnPage[] {
  checkProperties('paper', paperParts, paper);
  const { nodes, parts } = resolve(content);
  const { laid, end } = placed(nodes, paper, fonts);
  const drawn = new Set<LaidInline>();
  const pages = laid.map((page) => ({ size: paper.pageSize, end, ...pageOf(page, drawn, fonts) }));
  checkWhole(
    parts,
    pages.flatMap(({ marks }) => marks),
  );
  return pages;
}

function placed(nodes: object[], paper: Paper, fonts: Fonts): { laid: readonly LaidPage[]; end: number } {
  const { pageSize, defaultStyle = {}, startsBelow = 0 } = paper;
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
  const all = [{ stack: nodes, margin: [0, startsBelow, 0, 0] }];
  const laid = builder.layoutDocument(all, document, {}, look, null, null, null, null, startsPage);
  return { laid, end: builder.writer.context().y };
}

/** pdfmake drops what does not fit into a row or a block that must not break. */
function checkWhole(parts: readonly (TaggedRun | TaggedPicture)[], marks: readonly Mark[]): void {
  const drawn = lengths(marks);
  const lost = [...lengths(parts)].map(([tag, length]) => ({ tag, length: length - (drawn.get(tag) ?? -1) }));
  const [most] = lost.filter(({ length }) => length !== 0).sort((a, b) => b.length - a.length);
  if (most === undefined) return;
  const texts = parts.map((part) => (part.tag === most.tag && 'text' in part ? part.text : ''));
  refuse({ code: 'text-lost', text: texts.join(''), place: placeOf(most.tag) });
}

/** Number of letters and signs by tag; an element that prints nothing, and a picture, has none. */
function lengths(parts: readonly { readonly tag: Tag; readonly text?: string }[]): Map<Tag, number> {
  const lengths = new Map<Tag, number>();
  for (const { tag, text = '' } of parts) lengths.set(tag, (lengths.get(tag) ?? 0) + text.replace(/\s/g, '').length);
  return lengths;
}

/** What a page shows; `drawn` are the words of the pages before it, of which those of headings come again. */
function pageOf({ items }: LaidPage, drawn: Set<LaidInline>, fonts: Fonts): Omit<DrawnPage, 'size' | 'end'> {
  const [marks, repeated, ground]: [Mark[], TextMark[], string[]] = [[], [], []];
  for (const { type, item } of items) {
    if (type === 'line') {
      const isRepeated = item.inlines.some((inline) => drawn.has(inline));
      for (const inline of item.inlines) drawn.add(inline);
      (isRepeated ? repeated : marks).push(...marksOf(item, isRepeated));
    } else if (item.type === 'rect' && item.picture !== undefined) {
      // What stands for a picture's place has it with it.
      marks.push({ ...(item.picture as TaggedPicture), x: item.x, y: item.y });
    } else ground.push(ruleOrBand(item));
  }
  ground.push(...marks.flatMap(underline));
  return {
    ground: artifact('Layout', ground),
    repeated,
    marks: marks.map((mark) => (mark.slot === undefined ? { ...mark, operators: markOperators(mark, fonts) } : mark)),
  };
}

/** Rules are thin bands. */
function ruleOrBand(vector: LaidVector): string {
  if (vector.type === 'rect') return rectangle(vector.x, vector.y, vector.w, vector.h, vector.color);
  const { x1, x2, y1, y2, lineWidth: width, lineColor } = vector;
  return x1 === x2
    ? rectangle(x1 - width / 2, y1, width, y2 - y1, lineColor)
    : rectangle(x1, y1 - width / 2, x2 - x1, width, lineColor);
}

const underline = (mark: Mark): string[] =>
  'text' in mark && mark.decoration === 'underline'
    ? [rectangle(mark.x, mark.baseline + 1.4, mark.width, 0.5, mark.color)]
    : [];

/** The words of a line, those of one run joined; of a repeated line, those of one look. */
function marksOf(line: LaidLine, isRepeated: boolean): TextMark[] {
  const place = { y: line.y, height: line.getHeight(), baseline: line.y + line.getAscenderHeight() };
  const marks: { -readonly [K in keyof TextMark]: TextMark[K] }[] = [];
  for (const inline of line.inlines as readonly (LaidInline & TaggedRun)[]) {
    const { text, width, fontSize, color, decoration, slot, actual, marker, tag } = inline;
    // pdfmake has put the font in place of its name.
    const font = inline.font as unknown as Font;
    const x = line.x + inline.x;
    const mark = { ...place, x, width, text, font, fontSize, color, decoration, actual, slot, marker, tag };
    const last = marks.at(-1);
    if (last === undefined || !isOneRun(last, mark, isRepeated)) marks.push(mark);
    else {
      last.text += text;
      last.width += width;
    }
  }
  return marks;
}

const joinedBy = ['font', 'fontSize', 'color', 'decoration'] as const;

const isOneRun = (one: TextMark, two: TextMark, isRepeated: boolean): boolean =>
  (isRepeated || one.tag === two.tag) &&
  (one.slot ?? two.slot) === undefined &&
  joinedBy.every((look) => one[look] === two[look]);
