import { refuse } from './faults.ts';
import type { DrawnPage, Mark, PictureMark, TextMark } from './page.ts';
import { is } from './properties.ts';

/** What is put in the place of a slot: a text on one line, a picture, or null for none. */
export type SlotValue = SlotText | SlotPicture | null;

interface SlotText extends Pick<TextMark, 'text' | 'actual' | 'width'>, Partial<Pick<TextMark, 'marker'>> {
  /** Distance from the left edge of the slot. */
  readonly inset: number;
}

interface SlotPicture extends Pick<PictureMark, 'shapes' | 'alt'>, Partial<Pick<PictureMark, 'marker'>> {}

/** By the names of slots. */
export type SlotValues = ReadonlyMap<string, SlotValue>;

/** A page with values in place of its own texts and shapes. Errors: `TaggedPdfError` for a slot without one that fits. */
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
