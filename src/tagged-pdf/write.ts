import { checkPages } from './check.ts';
import type { Content } from './content.ts';
import { type Attachment, attachmentParts, type Info, infoParts, PdfFile } from './document.ts';
import { refuseAll } from './faults.ts';
import { type Font, Fonts } from './fonts.ts';
import { layOut, paperParts } from './layout.ts';
import { type DrawnPage, type FilledPage, filledPage, markOperators, type SlotValues } from './page.ts';
import { checkProperties, type Described, is, kind, needed, refuseValue } from './properties.ts';
import { artifact, checkShapes, type Shape, shapeOperators, textsOf } from './shapes.ts';
import { Structure } from './structure.ts';

/** What a page, on which `markers` are, shows at its edge, in points from its corner. It is for the eye only. */
export type Footer = (page: number, count: number, markers: ReadonlySet<string | undefined>) => readonly Shape[];

const fileParts = {
  info: needed(kind<Info>(is.object)),
  /** "en-GB" */
  language: needed(kind<string>((value) => /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(`${value}`))),
  footer: kind<Footer>(is.call),
  attachments: kind<readonly Attachment[]>(is.list),
  values: kind<SlotValues>((value) => value instanceof Map),
  /** Sixteen bytes that tell files of different contents apart; else they follow from what is in the file. */
  identifier: kind<Uint8Array>((value) => value instanceof Uint8Array && value.length === 16),
};

/** What a file says of itself, and what is put into its pages. */
export interface FileOptions extends Described<typeof fileParts> {}

const documentParts = { content: needed(kind<readonly Content[]>(is.list)), ...paperParts, ...fileParts };

/** pdfmake's document definition, as far as all can read it. */
export interface TaggedDocument extends Described<typeof documentParts> {}

/** A document in one step. Errors: `TaggedPdfError`. */
export function renderTagged(document: TaggedDocument, fonts: Fonts): Uint8Array {
  checkProperties('document', documentParts, document);
  if (!(fonts instanceof Fonts)) refuseValue('fonts', fonts);
  const { content, pageSize, pageMargins, defaultStyle, startsBelow, ...file } = document;
  return writePages(layOut(content, { pageSize, pageMargins, defaultStyle, startsBelow }, fonts), file, fonts);
}

/** Pages → a file that is PDF/UA-1 and PDF/A-3a. Errors: `TaggedPdfError`. */
export function writePages(pages: readonly DrawnPage[], options: FileOptions, fonts: Fonts): Uint8Array {
  checkProperties('file', fileParts, options);
  checkProperties('info', infoParts, options.info);
  const { info, language, values = new Map(), footer = () => [], attachments = [], identifier } = options;
  for (const attachment of attachments) checkProperties('attachment', attachmentParts, attachment);
  const names = attachments.map(({ name }) => name);
  const again = names.filter((name, at) => names.indexOf(name) < at);
  refuseAll(again.map((name) => ({ code: 'attachment-repeated', name })));
  const slots = new Set(pages.flatMap(({ marks }) => marks.map(({ slot }) => slot)));
  const unknown = [...values.keys()].filter((slot) => !slots.has(slot));
  refuseAll(unknown.map((slot) => ({ code: 'slot-unknown', slot })));
  const filled = pages.map((page, index): FilledPage => {
    const full = filledPage(page, values);
    const foot = footer(index + 1, pages.length, new Set(full.marks.map(({ marker }) => marker)));
    checkShapes(foot);
    return { ...full, foot };
  });
  const file = new PdfFile(info, language, identifier);
  const resources = fonts.embed(file, (font) => filled.map((page) => shownText(page, font, fonts)).join(''));
  const structure = new Structure(file);
  for (const { size, ground, repeated, marks, foot } of filled) {
    file.startPage(size, resources);
    const headings = repeated.map((mark) => markOperators(mark, fonts));
    // Artifacts come first: Chromium would read a page's foot aloud as part of its last line.
    file.addContent(ground);
    file.addContent(artifact('Pagination', [...headings, ...shapeOperators(foot, [0, 0], fonts)]));
    for (const mark of marks) structure.add(mark, mark.operators ?? markOperators(mark, fonts));
    structure.endContent();
  }
  checkPages(filled, structure.tags, fonts);
  structure.end();
  return file.bytes(attachments);
}

/** What a page shows in one of the fonts. */
function shownText({ foot, repeated, marks }: FilledPage, font: Font, fonts: Fonts): string {
  const shown = [...repeated, ...marks].flatMap((mark) => ('text' in mark ? [mark] : textsOf(mark.shapes, fonts)));
  return [...textsOf(foot, fonts), ...shown].map((each) => (each.font === font ? each.text : '')).join('');
}
