import { exitCode, UserError } from '../../errors.ts';
import { onPaper, unfit } from './check.ts';
import type { PdfElement, PdfFile } from './document.ts';
import { drawnText, type Fonts } from './faces.ts';
import type { Ground, Mark, Page, PictureMark, TaggedText, TextMark } from './layout.ts';
import { fontName, number, rgb, shapeOperators, textOperators } from './shapes.ts';
import { Structure } from './structure.ts';
import { firstBaseline, page, textStyles as style } from './style.ts';
import type { Values } from './values.ts';

/** At the left and the right of a page's foot; `isMadeUp`: the page shows a made-up figure. */
export type PageFoot = (
  page: number,
  count: number,
  isMadeUp: boolean,
) => { readonly left: string; readonly right: string };

/** What fills a layout: values by name, and the foot of each page. */
export interface Filling {
  readonly values: Values;
  readonly foot: PageFoot;
}

/** A page with the operators of what it shows whatever the values: its bands, rules and underlines, and its wording. */
export interface DrawnPage extends Page {
  readonly ground: string;
  readonly wording: ReadonlyMap<Mark, string>;
}

export const drawnPage = (page: Page, fonts: Fonts): DrawnPage => ({
  ...page,
  ground: artifact('Layout', [...page.grounds, ...page.marks.flatMap(underline)].map(filledBox)),
  wording: new Map(
    page.marks.flatMap((mark) => ('text' in mark && mark.value === undefined ? [[mark, textOf(mark, fonts)]] : [])),
  ),
});

/**
 * Draws pages with a report's values put in; the structure tree grows in the order of drawing. Errors: `InternalError`
 * for a value without a place, or a place without a value.
 */
export function draw(file: PdfFile, pages: readonly DrawnPage[], { values, foot }: Filling, fonts: Fonts): void {
  const resources = Object.fromEntries(
    (['regular', 'semibold'] as const).map((name) => [fontName[name], fonts[name].embed(file)]),
  );
  const structure = new Structure(file);
  const placed = new Set<string>();
  for (const [index, { ground, repeated, marks, wording }] of pages.entries()) {
    file.startPage(resources);
    const headings = repeated.map((mark) => textOf(filled(mark, values), fonts));
    // Artifacts come first: Chromium would read a page's foot aloud as part of its last line.
    file.addContent(ground);
    const isMadeUp = marks.some((mark) => mark.madeUp ?? ('value' in mark && values.get(mark.value ?? '')?.madeUp));
    file.addContent(artifact('Pagination', [...headings, footOf(foot(index + 1, pages.length, isMadeUp), fonts)]));
    for (const mark of marks) {
      if ('shapes' in mark) drawPicture(file, mark, structure, fonts);
      else {
        const text = filled(mark, values);
        const element = structure.open(text.tag, text.spoken, text);
        file.addContent(wording.get(mark) ?? textOf(text, fonts));
        addTargets(file, text, element);
        if (mark.value !== undefined) placed.add(mark.value);
      }
    }
    structure.close();
  }
  structure.end();
  const left = [...values.keys()].filter((name) => !placed.has(name));
  if (left.length > 0) throw unfit(left.map((name) => `Der er intet felt til »${name}«.`));
}

/** A mark with its value in place of its text. */
function filled<M extends TextMark>(mark: M, values: Values): M {
  if (mark.value === undefined) return mark;
  const value = values.get(mark.value);
  if (value === undefined) throw unfit([`Feltet »${mark.value}« er ikke udfyldt.`]);
  const { text, spoken, inset, width } = value;
  const full = { ...mark, text, spoken, x: mark.x + inset, width };
  if (text === '' && (spoken ?? '').trim() === '') {
    throw unfit([`Feltet »${mark.value}« har hverken synlig tekst eller tekst til oplæsning.`]);
  }
  if (!onPaper(full)) throw unfit([`»${text}« står uden for siden.`]);
  return full;
}

function drawPicture(file: PdfFile, mark: PictureMark, structure: Structure, fonts: Fonts): void {
  structure.open(mark.tag, undefined, mark);
  file.addContent(shapeOperators(mark.shapes, [mark.x, mark.y], fonts).join('\n'));
}

const textOf = (mark: TextMark, fonts: Fonts): string => textOperators(mark.text, mark, [mark.x, mark.baseline], fonts);

/** What a mark leads to, and what leads to it. */
function addTargets(file: PdfFile, { tag, x, y, width, height }: TaggedText, element: PdfElement): void {
  if (tag.type === 'Note' && tag.id !== undefined) file.addNamedDestination(tag.id, 'XYZ', x, y, null);
  if (tag.link === undefined) return;
  const { to, contents } = tag.link;
  const options = { Contents: new String(contents), structParent: element };
  if ('id' in to) file.goTo(x, y, width, height, to.id, options);
  else file.link(x, y, width, height, asciiUrl(to.url), options);
}

/** A URI is 7-bit ASCII: anything else is percent-encoded. */
const asciiUrl = (url: string): string => url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part));

/** It has no tag: page numbers are for the eye only. */
function footOf({ left, right }: ReturnType<PageFoot>, fonts: Fonts): string {
  const { font, fontSize } = style.foot;
  const widthOf = (text: string): number => fonts[font].widthOfString(drawnText(text), fontSize);
  const x = page.width - page.right - widthOf(right);
  if (x < page.left + widthOf(left)) {
    throw new UserError(exitCode.data, `"${right}" er for langt til sidens fod. Gør navnet i skabelonen kortere.`);
  }
  const baseline = page.height - page.bottom + 13 + firstBaseline * fontSize;
  const drawn = (text: string, from: number): string =>
    textOperators(drawnText(text), style.foot, [from, baseline], fonts);
  return [drawn(left, page.left), drawn(right, x)].join('\n');
}

const underline = (mark: Mark): Ground[] =>
  'text' in mark && mark.underline
    ? [{ x: mark.x, y: mark.baseline + 1.4, width: mark.width, height: 0.5, color: mark.color }]
    : [];

const artifact = (type: string, operators: readonly string[]): string =>
  [`/Artifact <</Type /${type}>> BDC`, ...operators, 'EMC'].join('\n');

const filledBox = ({ x, y, width, height, color }: Ground): string =>
  `${rgb(color)} rg ${[x, y, width, height].map(number).join(' ')} re f`;
