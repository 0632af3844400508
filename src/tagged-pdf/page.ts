import { refuse } from './faults.ts';
import type { Fonts } from './fonts.ts';
import { is } from './properties.ts';
import { type Box, type PlacedText, type Shape, type Size, shapeOperators, textOperators } from './shapes.ts';
import type { Tag } from './tag.ts';

/** What one element has in one place. */
interface ElementMark extends Box {
  readonly tag: Tag;
  /** Name of the value that is drawn in its place. */
  readonly slot: string | undefined;
  /** What the footer of its page is told of. */
  readonly marker: string | undefined;
  /** Finished PDF, unless a value is drawn in its place. */
  readonly operators?: string;
}

/** In one look on one line; its box is as high as the line. */
export interface TextMark extends ElementMark, PlacedText {
  readonly decoration: 'underline' | undefined;
  /** Read aloud in place of the text. */
  readonly actual: string | undefined;
}

export interface PictureMark extends ElementMark {
  readonly shapes: readonly Shape[];
  /** Said in its place. */
  readonly alt: string;
}

export type Mark = TextMark | PictureMark;

export const markOperators = (mark: Mark, fonts: Fonts): string =>
  'text' in mark ? textOperators(mark, fonts) : shapeOperators(mark.shapes, [mark.x, mark.y], fonts).join('\n');

/** A page as it is whatever the values. */
export interface DrawnPage {
  readonly size: Size;
  /** Finished PDF: bands, rules and underlines. */
  readonly ground: string;
  /** Headings that an earlier page has. */
  readonly repeated: readonly TextMark[];
  /** Its content, in reading order. */
  readonly marks: readonly Mark[];
  /** Where its content ends, with the margin below it. */
  readonly end: number;
}

/** Pages that go on below others: they begin on the last of them. */
export function joined(above: readonly DrawnPage[], below: readonly DrawnPage[]): DrawnPage[] {
  const [last, first] = [above.at(-1), below[0]];
  if (last === undefined || first === undefined) return [...above, ...below];
  const both = {
    ...first,
    ground: `${last.ground}\n${first.ground}`,
    repeated: [...last.repeated, ...first.repeated],
    marks: [...last.marks, ...first.marks],
  };
  return [...above.slice(0, -1), both, ...below.slice(1)];
}

/** What is put in the place of a slot: a text on one line, a picture, or null for none. */
export type SlotValue = SlotText | SlotPicture | null;

interface SlotText extends Pick<TextMark, 'text' | 'actual' | 'width'>, Partial<Pick<TextMark, 'marker'>> {
  /** Distance from the left edge of the slot. */
  readonly inset: number;
}

interface SlotPicture extends Pick<PictureMark, 'shapes' | 'alt'>, Partial<Pick<PictureMark, 'marker'>> {}

/** By the names of slots. */
export type SlotValues = ReadonlyMap<string, SlotValue>;

/** A page of a file, with values in place of its own texts and shapes. */
export interface FilledPage extends DrawnPage {
  readonly foot: readonly Shape[];
}

/** Errors: `TaggedPdfError` for a slot without a value that fits it. */
export function filledPage(page: DrawnPage, values: SlotValues): DrawnPage {
  const fill = <M extends Mark>(marks: readonly M[]): M[] =>
    marks.filter(({ slot }) => slot === undefined || values.get(slot) !== null).map((mark) => filled(mark, values));
  return { ...page, repeated: fill(page.repeated), marks: fill(page.marks) };
}

function filled<M extends Mark>(mark: M, values: SlotValues): M {
  const { slot } = mark;
  if (slot === undefined) return mark;
  const value = values.get(slot);
  if (!is.object(value) || 'text' in value !== 'text' in mark) return refuse({ code: 'slot-unfilled', slot });
  if (!('text' in value)) return { ...mark, ...value };
  const { text, actual, inset, width, marker } = value;
  if (text === '' && !is.filled(actual)) refuse({ code: 'slot-silent', slot });
  return { ...mark, text, actual, marker, x: mark.x + inset, width };
}
