import { isOnPage, type Size } from './box.ts';
import { pictureFaults, sharedTags } from './check.ts';
import type { PdfFile } from './document.ts';
import { type Fault, refuse, TaggedPdfError } from './faults.ts';
import type { Font, Fonts } from './fonts.ts';
import type { ColoredBox, Mark, Page, PictureMark, TextMark } from './page.ts';
import { boxOf, number, rgb, type Shape, shapeOperators, textOperators } from './shapes.ts';
import { Structure } from './structure.ts';
import type { Tag } from './tag.ts';
import { drawnText } from './text.ts';

/** What is put in the place of a slot: a text on one line, a picture, or null for none. */
export type SlotValue = SlotText | SlotPicture | null;

interface SlotText {
  readonly text: string;
  /** Read aloud in place of the text. */
  readonly actual: string | undefined;
  /** Distance from the left edge of the slot, and width. */
  readonly inset: number;
  readonly width: number;
  readonly marker?: string | undefined;
}

type SlotPicture = Pick<PictureMark, 'shapes' | 'alt'> & { readonly marker?: string | undefined };

/** By the names of slots. */
export type SlotValues = ReadonlyMap<string, SlotValue>;

/** What a page, on which `markers` are, shows at its edge, in points from its corner. It is for the eye only. */
export type Footer = (page: number, count: number, markers: ReadonlySet<string | undefined>) => readonly Shape[];

/** A mark with its operators, unless they are those of a value. */
type DrawnMark = Mark & { readonly operators?: string };

/** A page with the operators of what it shows whatever the values: its bands, rules and underlines, and its wording. */
export interface DrawnPage extends Page {
  readonly ground: string;
  readonly marks: readonly DrawnMark[];
  /** What has to fit what other pages of its file have: headings and ids. */
  readonly shared: readonly Tag[];
}

export function drawnPage(page: Page, fonts: Fonts): DrawnPage {
  const boxes = [...page.boxes, ...page.marks.flatMap(underline)];
  const marks = page.marks.map(
    (mark): DrawnMark => (mark.slot === undefined ? { ...mark, operators: operatorsOf(mark, fonts) } : mark),
  );
  return { ...page, ground: artifact('Layout', boxes.map(filledBox)), marks, shared: sharedTags(page.marks) };
}

/** Pages that go on below others: they begin on the last of them. */
export function joined(above: readonly DrawnPage[], below: readonly DrawnPage[]): DrawnPage[] {
  const [last, first] = [above.at(-1), below[0]];
  if (last === undefined || first === undefined) return [...above, ...below];
  const both = {
    size: first.size,
    end: first.end,
    ground: `${last.ground}\n${first.ground}`,
    boxes: [...last.boxes, ...first.boxes],
    repeated: [...last.repeated, ...first.repeated],
    marks: [...last.marks, ...first.marks],
    shared: [...last.shared, ...first.shared],
  };
  return [...above.slice(0, -1), both, ...below.slice(1)];
}

/** Draws pages with values put in; the structure tree grows in the order of drawing. Errors: `TaggedPdfError`. */
export function draw(
  file: PdfFile,
  pages: readonly DrawnPage[],
  { values, footer }: { readonly values: SlotValues; readonly footer: Footer },
  fonts: Fonts,
): void {
  const filledPages = pages.map((page, index) => {
    const repeated = page.repeated.map((mark) => filled(mark, values, page.size, fonts));
    const marks = page.marks
      .filter(({ slot }) => slot === undefined || values.get(slot) !== null)
      .map((mark) => filled(mark, values, page.size, fonts));
    const foot = footer(index + 1, pages.length, new Set(marks.map(({ marker }) => marker)));
    checkFooter(foot, page.size, fonts);
    return { ...page, repeated, marks, foot };
  });
  const resources = fonts.embed(file, (font) => shownIn(font, filledPages, fonts));
  const structure = new Structure(file);
  for (const { size, ground, repeated, marks, foot } of filledPages) {
    file.startPage(size, resources);
    const headings = repeated.map((mark) => operatorsOf(mark, fonts));
    // Artifacts come first: Chromium would read a page's foot aloud as part of its last line.
    file.addContent(ground);
    file.addContent(artifact('Pagination', [...headings, ...shapeOperators(foot, [0, 0], fonts)]));
    for (const mark of marks) {
      structure.add(mark, mark.operators ?? operatorsOf(mark, fonts));
    }
    structure.endContent();
  }
  structure.end();
  const placed = new Set(pages.flatMap(({ marks }) => marks.map(({ slot }) => slot)));
  const left = [...values.keys()].filter((slot) => !placed.has(slot));
  if (left.length > 0) throw new TaggedPdfError(left.map((slot): Fault => ({ code: 'slot-unknown', slot })));
}

/** A mark with its value in place of its own text or shapes. */
function filled<M extends DrawnMark | TextMark>(mark: M, values: SlotValues, size: Size, fonts: Fonts): M {
  const { slot } = mark;
  if (slot === undefined) return mark;
  const value = values.get(slot);
  if (value == null || 'text' in value !== 'text' in mark) return refuse({ code: 'slot-unfilled', slot });
  if (!('text' in value)) {
    const full = { ...mark, ...value };
    const faults = pictureFaults(full as PictureMark, fonts);
    return faults.length === 0 ? full : refuse(...faults);
  }
  const { text, actual, inset, width, marker } = value;
  const full = { ...mark, text, actual, marker, x: mark.x + inset, width };
  if (text === '' && (actual ?? '').trim() === '') refuse({ code: 'slot-silent', slot });
  if (!isOnPage(full, size)) refuse({ code: 'outside-page', text });
  return full;
}

function checkFooter(shapes: readonly Shape[], size: Size, fonts: Fonts): void {
  for (const shape of shapes) {
    if (shape.kind !== 'text' || isOnPage(boxOf(shape, fonts), size)) continue;
    refuse({ code: 'outside-page', text: shape.text });
  }
}

/** All text that pages show in a font. */
function shownIn(font: Font, pages: readonly (Page & { readonly foot: readonly Shape[] })[], fonts: Fonts): string {
  const ofShapes = (shapes: readonly Shape[]): string[] =>
    shapes.flatMap((shape) =>
      shape.kind === 'text' && fonts.find(shape.style) === font ? [drawnText(shape.text)] : [],
    );
  return pages
    .flatMap(({ repeated, marks, foot }) => [
      ...ofShapes(foot),
      ...[...repeated, ...marks].flatMap((mark) =>
        'shapes' in mark ? ofShapes(mark.shapes) : mark.font === font ? [mark.text] : [],
      ),
    ])
    .join('');
}

const operatorsOf = (mark: TextMark | PictureMark, fonts: Fonts): string =>
  'text' in mark
    ? textOperators(mark.text, mark, [mark.x, mark.baseline], fonts)
    : shapeOperators(mark.shapes, [mark.x, mark.y], fonts).join('\n');

const underline = (mark: Mark): ColoredBox[] =>
  'text' in mark && mark.decoration === 'underline'
    ? [{ x: mark.x, y: mark.baseline + 1.4, width: mark.width, height: 0.5, color: mark.color }]
    : [];

const artifact = (type: string, operators: readonly string[]): string =>
  [`/Artifact <</Type /${type}>> BDC`, ...operators, 'EMC'].join('\n');

const filledBox = ({ x, y, width, height, color }: ColoredBox): string =>
  `${rgb(color)} rg ${[x, y, width, height].map(number).join(' ')} re f`;
