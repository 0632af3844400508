import { onPaper, unfit } from './check.ts';
import type { PdfFile } from './document.ts';
import type { FontName, Fonts } from './faces.ts';
import type { Ground, Mark, Page, TextMark } from './layout.ts';
import { Structure } from './structure.ts';
import type { Value, Values } from './values.ts';

/** A page with all the operators that no value changes. */
export interface PreparedPage {
  readonly ground: string;
  /** Values in repeated headings. */
  readonly repeated: readonly TextMark[];
  /** `operators` of a mark that stands for a value are those of the value. */
  readonly marks: readonly { readonly mark: Mark; readonly operators: string }[];
}

export const prepare = (pages: readonly Page[], fonts: Fonts): PreparedPage[] =>
  pages.map((page) => ({
    ground: groundOf(page, fonts),
    repeated: page.repeated.filter(({ value }) => value !== undefined),
    marks: page.marks.map((mark) => ({
      mark,
      operators: mark.value === undefined ? shownText(mark, mark, fonts) : '',
    })),
  }));

/** Names of the fonts in operators. */
const fontName: Readonly<Record<FontName, string>> = { regular: 'F1', semibold: 'F2' };

/**
 * Draws pages with a report's values put in; the structure tree grows in the order of drawing. Errors: `InternalError`
 * for a value without a place, or a place without a value.
 */
export function draw(file: PdfFile, pages: readonly PreparedPage[], values: Values, fonts: Fonts): void {
  const resources = Object.fromEntries(
    (['regular', 'semibold'] as const).map((name) => [fontName[name], fonts[name].embed(file)]),
  );
  const structure = new Structure(file);
  const placed = new Set<string>();
  for (const { ground, repeated, marks } of pages) {
    file.startPage(resources);
    file.addContent(ground);
    const headings = repeated.map((mark) => shownText(mark, valueFor(mark, values), fonts));
    if (headings.length > 0) file.addContent(artifact('Pagination', headings));
    for (const { mark, operators } of marks) {
      if (mark.value === undefined) drawMark(file, mark, operators, mark.spoken ?? null, structure);
      else {
        const value = valueFor(mark, values);
        drawMark(file, mark, shownText(mark, value, fonts), value.text === '' ? value.spoken : null, structure);
        placed.add(mark.value);
      }
    }
    structure.close();
  }
  structure.end();
  const left = [...values.keys()].filter((name) => !placed.has(name));
  if (left.length > 0) throw unfit(left.map((name) => `Der er intet felt til »${name}«.`));
}

function valueFor(mark: TextMark, values: Values): Value {
  const value = values.get(mark.value ?? '');
  if (value === undefined) throw unfit([`Feltet »${mark.value}« er ikke udfyldt.`]);
  if (value.text === '' && (value.spoken ?? '').trim() === '') {
    throw unfit([`Feltet »${mark.value}« har hverken synlig tekst eller tekst til oplæsning.`]);
  }
  if (!onPaper({ ...mark, x: mark.x + value.inset, width: value.width })) {
    throw unfit([`»${value.text}« står uden for siden.`]);
  }
  return value;
}

function drawMark(file: PdfFile, mark: Mark, operators: string, spoken: string | null, structure: Structure): void {
  const { tag, x, y, width, height } = mark;
  const element = structure.open(tag, spoken, y);
  file.addContent(operators);
  if (tag.type === 'Note' && tag.id !== undefined) file.addNamedDestination(tag.id, 'XYZ', x, y, null);
  if (tag.link === undefined) return;
  const { to, contents } = tag.link;
  const options = { Contents: new String(contents), structParent: element };
  if ('id' in to) file.goTo(x, y, width, height, to.id, options);
  else file.link(x, y, width, height, asciiUrl(to.url), options);
}

/** A URI is 7-bit ASCII: anything else is percent-encoded. */
const asciiUrl = (url: string): string => url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part));

/**
 * What is no content: bands, rules, lines under links; repeated headings and page numbers. It comes first: Chromium
 * would read a page's foot aloud as part of its last line.
 */
function groundOf({ grounds, marks, repeated }: Page, fonts: Fonts): string {
  const underlines = marks
    .filter(({ underline }) => underline)
    .map(({ x, baseline, width, color }) => ({ x, y: baseline + 1.4, width, height: 0.5, color }));
  const fixed = repeated.filter(({ value }) => value === undefined).map((mark) => shownText(mark, mark, fonts));
  return `${artifact('Layout', [...grounds, ...underlines].map(filledBox))}\n${artifact('Pagination', fixed)}`;
}

const artifact = (type: string, operators: readonly string[]): string =>
  [`/Artifact <</Type /${type}>> BDC`, ...operators, 'EMC'].join('\n');

const filledBox = ({ x, y, width, height, color }: Ground): string =>
  `${rgb(color)} rg ${[x, y, width, height].map(number).join(' ')} re f`;

/** pdfkit draws with pages upside down, where text would stand on its head. */
function shownText(mark: TextMark, { text, inset = 0 }: { text: string; inset?: number }, fonts: Fonts): string {
  if (text === '') return '';
  const { font, fontSize, color, x, baseline } = mark;
  const place = `1 0 0 -1 ${number(x + inset)} ${number(baseline)} Tm`;
  return `BT ${rgb(color)} rg /${fontName[font]} ${fontSize} Tf ${place} <${fonts[font].encode(text)}> Tj ET`;
}

const number = (value: number): number => Math.round(value * 1000) / 1000;

const rgb = (color: string): string =>
  [1, 3, 5].map((at) => number(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(' ');
