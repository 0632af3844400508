import { checkFile, checkPages } from './check.ts';
import type { Content } from './content.ts';
import { checkProperties } from './content.ts';
import { type Attachment, type Info, PdfFile } from './document.ts';
import { type DrawnPage, draw, drawnPage, type Footer, type SlotValues } from './draw.ts';
import { refuse } from './faults.ts';
import type { Fonts } from './fonts.ts';
import { type Paper, pagesOf } from './layout.ts';

/** What a file says of itself, and what is put into its pages. */
export interface FileOptions {
  readonly info: Info;
  /** "en-GB" */
  readonly language: string;
  readonly footer?: Footer;
  readonly attachments?: readonly Attachment[];
  readonly values?: SlotValues;
  /** Sixteen bytes that tell files of different contents apart; else they follow from what is in the file. */
  readonly identifier?: Uint8Array;
}

/** pdfmake's document definition, as far as all can read it. */
export interface TaggedDocument extends Paper, FileOptions {
  readonly content: readonly Content[];
}

/** A document in one step. Errors: `TaggedPdfError`. */
export function renderTagged(document: TaggedDocument, fonts: Fonts): Uint8Array {
  checkProperties('document', document);
  return writePages(layOut(document.content, document, fonts), document, fonts);
}

/** Content → pages, which many files may be written of, each with values of its own. Errors: `TaggedPdfError`. */
export function layOut(content: readonly Content[], paper: Paper, fonts: Fonts): readonly DrawnPage[] {
  const pages = pagesOf(content, paper, fonts);
  checkPages(pages, fonts);
  return pages.map((page) => drawnPage(page, fonts));
}

/** Pages → a file that is PDF/UA-1 and PDF/A-3a. Errors: `TaggedPdfError`. */
export function writePages(pages: readonly DrawnPage[], options: FileOptions, fonts: Fonts): Uint8Array {
  const { info, language, values = new Map(), footer = () => [], attachments = [], identifier } = options;
  checkProperties('info', info);
  for (const [property, value] of Object.entries({ language, title: info.title, creationDate: info.creationDate })) {
    if (value === undefined || value === '') refuse({ code: 'missing-property', property });
  }
  checkFile(pages);
  const file = new PdfFile(info, language, identifier);
  draw(file, pages, { values, footer }, fonts);
  for (const attachment of attachments) file.attach(attachment);
  return file.bytes();
}
