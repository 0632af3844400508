import { onPaper, unfit } from './check.ts';
import type { PdfElement, PdfFile } from './document.ts';
import { drawnText, type FontName, type Fonts } from './faces.ts';
import type { Ground, Mark, Page, TextMark } from './layout.ts';
import { Structure } from './structure.ts';
import { firstBaseline, page, text as style } from './style.ts';
import type { Value, Values } from './values.ts';

/** Names of the fonts in operators. */
const fontName: Readonly<Record<FontName, string>> = { regular: 'F1', semibold: 'F2' };

/** What fills a layout: values by name, and the foot of each page. */
export interface Filling {
  readonly values: Values;
  readonly foot: (page: number, count: number) => string;
}

/**
 * Draws pages with a report's values put in; the structure tree grows in the order of drawing. Errors: `InternalError`
 * for a value without a place, or a place without a value.
 */
export function draw(file: PdfFile, pages: readonly Page[], { values, foot }: Filling, fonts: Fonts): void {
  const resources = Object.fromEntries(
    (['regular', 'semibold'] as const).map((name) => [fontName[name], fonts[name].embed(file)]),
  );
  const structure = new Structure(file);
  const placed = new Set<string>();
  const filled = (mark: TextMark): Shown => (mark.value === undefined ? mark : valueFor(mark.value, mark, values));
  for (const [index, page] of pages.entries()) {
    file.startPage(resources);
    const repeated = page.repeated.map((mark) => shownText(mark, filled(mark), fonts));
    // Artifacts come first: Chromium would read a page's foot aloud as part of its last line.
    file.addContent(artifact('Layout', [...page.grounds, ...page.marks.flatMap(underline)].map(filledBox)));
    file.addContent(artifact('Pagination', [...repeated, footOf(foot(index + 1, pages.length), fonts)]));
    for (const mark of page.marks) {
      const shown = filled(mark);
      const element = structure.open(mark.tag, shown.text === '' ? shown.spoken : undefined, mark.y);
      file.addContent(shownText(mark, shown, fonts));
      addTargets(file, mark, element);
      if (mark.value !== undefined) placed.add(mark.value);
    }
    structure.close();
  }
  structure.end();
  const left = [...values.keys()].filter((name) => !placed.has(name));
  if (left.length > 0) throw unfit(left.map((name) => `Der er intet felt til »${name}«.`));
}

/** A mark's own text, or a value's. */
type Shown = Pick<TextMark, 'text' | 'spoken'> & { readonly inset?: number };
type TextLook = Pick<TextMark, 'font' | 'fontSize' | 'color' | 'x' | 'baseline'>;

function valueFor(name: string, mark: TextMark, values: Values): Value {
  const value = values.get(name);
  if (value === undefined) throw unfit([`Feltet »${name}« er ikke udfyldt.`]);
  if (value.text === '' && (value.spoken ?? '').trim() === '') {
    throw unfit([`Feltet »${name}« har hverken synlig tekst eller tekst til oplæsning.`]);
  }
  if (!onPaper({ ...mark, x: mark.x + value.inset, width: value.width })) {
    throw unfit([`»${value.text}« står uden for siden.`]);
  }
  return value;
}

/** What a mark leads to, and what leads to it. */
function addTargets(file: PdfFile, { tag, x, y, width, height }: Mark, element: PdfElement): void {
  if (tag.type === 'Note' && tag.id !== undefined) file.addNamedDestination(tag.id, 'XYZ', x, y, null);
  if (tag.link === undefined) return;
  const { to, contents } = tag.link;
  const options = { Contents: new String(contents), structParent: element };
  if ('id' in to) file.goTo(x, y, width, height, to.id, options);
  else file.link(x, y, width, height, asciiUrl(to.url), options);
}

/** A URI is 7-bit ASCII: anything else is percent-encoded. */
const asciiUrl = (url: string): string => url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part));

/** At the right edge. It has no tag: page numbers are for the eye only. */
function footOf(given: string, fonts: Fonts): string {
  const [text, { font, fontSize }] = [drawnText(given), style.foot];
  const x = page.width - page.right - fonts[font].widthOfString(text, fontSize);
  const baseline = page.height - page.bottom + 13 + firstBaseline * fontSize;
  return shownText({ ...style.foot, x, baseline }, { text }, fonts);
}

const underline = ({ underline, x, baseline, width, color }: Mark): Ground[] =>
  underline ? [{ x, y: baseline + 1.4, width, height: 0.5, color }] : [];

const artifact = (type: string, operators: readonly string[]): string =>
  [`/Artifact <</Type /${type}>> BDC`, ...operators, 'EMC'].join('\n');

const filledBox = ({ x, y, width, height, color }: Ground): string =>
  `${rgb(color)} rg ${[x, y, width, height].map(number).join(' ')} re f`;

/** pdfkit draws with pages upside down, where text would stand on its head. */
function shownText(look: TextLook, { text, inset = 0 }: Omit<Shown, 'spoken'>, fonts: Fonts): string {
  if (text === '') return '';
  const { font, fontSize, color, x, baseline } = look;
  const place = `1 0 0 -1 ${number(x + inset)} ${number(baseline)} Tm`;
  return `BT ${rgb(color)} rg /${fontName[font]} ${fontSize} Tf ${place} <${fonts[font].encode(text)}> Tj ET`;
}

const number = (value: number): number => Math.round(value * 1000) / 1000;

const rgb = (color: string): string =>
  [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
