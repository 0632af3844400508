// The only file that knows pdfmake: its LayoutBuilder places the content, and the places become plain marks.
import type LayoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import type { LaidInline, LaidLine, LaidVector } from 'pdfmake/js/LayoutBuilder.js';
import { exitCode, InternalError, UserError } from '../../errors.ts';
import { contentOf, type Node, pageFoot, type Run, type Tag } from './content/index.ts';
import type { FontName, Fonts } from './faces.ts';
import { overhang, page } from './style.ts';
import type { Wording } from './values.ts';

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
    Pick<Run, 'text' | 'font' | 'fontSize' | 'color' | 'underline' | 'value' | 'spoken'> {
  readonly kind: 'text';
  readonly baseline: number;
  /** Null for what is repeated on each page. */
  readonly tag: Tag | null;
}

/** What is part of a page's content, in reading order. */
export type Mark = TextMark & { readonly tag: Tag };

export interface Page {
  /** Bands and rules. */
  readonly grounds: readonly Ground[];
  /** Repeated headings and the page number. */
  readonly repeated: readonly TextMark[];
  readonly marks: readonly Mark[];
}

const size = { width: page.width, height: page.height };
const margins = { left: page.left - overhang, right: page.right - overhang, top: page.top, bottom: page.bottom };

/**
 * Wording → pages. Errors: `UserError` 65 for a text that is too long for a page: pdfmake drops what does not fit into
 * a row that must not break.
 */
export async function layOut(wording: Wording, fonts: Fonts): Promise<Page[]> {
  // Loaded when first needed.
  const { default: module } = await import('pdfmake/js/LayoutBuilder.js');
  const Builder = 'default' in module ? (module.default as typeof LayoutBuilder) : module;
  const content = contentOf(wording);
  const given = lengths(content.flatMap(runsOf));
  const pages = placed(new Builder(size, margins), content, fonts);
  const drawn = lengths(pages.flatMap(({ marks }) => marks));
  const lost = [...given].map(([tag, length]) => ({ tag, length: length - (drawn.get(tag) ?? -1) }));
  const [most] = lost.filter(({ length }) => length !== 0).sort((a, b) => b.length - a.length);
  if (most !== undefined) throw tooLong(most.tag);
  return pages;
}

/** Every run of text in a node. */
function runsOf(node: Node): readonly Run[] {
  if ('text' in node) return node.text;
  return ('stack' in node ? node.stack : node.table.body.flat()).flatMap(runsOf);
}

/** Number of characters by tag; an element that prints nothing has none. */
function lengths(runs: readonly { readonly tag?: Tag; readonly text: string }[]): Map<Tag, number> {
  const lengths = new Map<Tag, number>();
  for (const { tag, text } of runs) if (tag !== undefined) lengths.set(tag, (lengths.get(tag) ?? 0) + text.length);
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

function placed(builder: LayoutBuilder, content: Node[], fonts: Fonts): Page[] {
  const document = { provideFont: (name: string) => fonts[name as FontName] };
  const pages = builder.layoutDocument(content, document, {}, {}, null, null, pageFoot, null, startsPage);
  const drawn = new Set<LaidInline>();
  return pages.map(({ items }) => {
    const lines = items.flatMap((item) => (item.type === 'line' ? marksOf(item.item, drawn, fonts) : []));
    return {
      grounds: items.flatMap((item) => (item.type === 'vector' ? [ground(item.item)] : [])),
      repeated: lines.filter(({ tag }) => tag === null),
      marks: lines.filter((mark): mark is Mark => mark.tag !== null),
    };
  });
}

/** A heading that stands last on its page; or one that pdfmake has moved to the next without the space above it. */
const startsPage: Parameters<LayoutBuilder['layoutDocument']>[8] = ({ headlineLevel, startPosition }, around) =>
  headlineLevel === 1 && (around.getFollowingNodesOnPage().length === 0 || startPosition.top <= page.top);

/** Rules are thin boxes. */
function ground(vector: LaidVector): Ground {
  if (vector.type === 'rect')
    return { x: vector.x, y: vector.y, width: vector.w, height: vector.h, color: vector.color };
  const { x1, x2, y1, y2, lineWidth, lineColor: color } = vector;
  const half = lineWidth / 2;
  return x1 === x2
    ? { x: x1 - half, y: y1, width: lineWidth, height: y2 - y1, color }
    : { x: x1, y: y1 - half, width: x2 - x1, height: lineWidth, color };
}

/** The words of a line, those of one run joined. Words that are drawn again are a heading that pdfmake repeats. */
function marksOf(line: LaidLine, drawn: Set<LaidInline>, fonts: Fonts): TextMark[] {
  const place = { y: line.y, height: line.getHeight(), baseline: line.y + line.getAscenderHeight() };
  const marks: TextMark[] = [];
  for (const inline of line.inlines as readonly (LaidInline & Run)[]) {
    const { text, width, fontSize, color, underline, value, spoken } = inline;
    const tag = drawn.has(inline) ? null : (inline.tag ?? null);
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
    marks.push({ kind: 'text', ...place, x: line.x + inline.x, width, text, tag, ...look, value, spoken });
  }
  return marks;
}
