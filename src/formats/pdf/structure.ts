import type { Tag } from './content/index.ts';
import type { PdfBookmark, PdfElement, PdfFile } from './document.ts';

/** The structure tree and the bookmarks of a file: an element is made of its tag when something is first drawn for it. */
export class Structure {
  readonly #file: PdfFile;
  readonly #document: PdfElement;
  readonly #elements = new Map<Tag, PdfElement>();
  readonly #bookmarks = new Map<Tag, PdfBookmark>();
  #open: { readonly tag: Tag; readonly element: PdfElement } | null = null;

  constructor(file: PdfFile) {
    this.#file = file;
    this.#document = file.element({ type: 'Document' }, null);
  }

  /** Begins marked content of the tag's element, unless it is begun; `top` is where it stands on the page. */
  open(tag: Tag, spoken: string | undefined, top: number): PdfElement {
    if (this.#open?.tag === tag) return this.#open.element;
    this.close();
    const element = this.#element(tag, spoken, top);
    element.add(this.#file.markStructureContent(tag.type));
    this.#open = { tag, element };
    return element;
  }

  /** Ends what is begun. A link ends on its own page: pdfkit takes its annotations to stand where it ends. */
  close(): void {
    if (this.#open === null) return;
    this.#file.endMarkedContent();
    if (this.#open.tag.type === 'Link') this.#open.element.end();
    this.#open = null;
  }

  /** pdfkit waits for ever for an element that is not ended; the document ends all below it. */
  end(): void {
    this.#document.end();
  }

  #element(tag: Tag, spoken: string | undefined, top: number): PdfElement {
    const known = this.#elements.get(tag);
    if (known !== undefined) return known;
    const parent = tag.parent === null ? this.#document : this.#element(tag.parent, undefined, top);
    const element = this.#file.element(tag, parent, spoken);
    this.#elements.set(tag, element);
    if (tag.bookmark !== undefined) {
      const under = tag.under === undefined ? undefined : this.#bookmarks.get(tag.under);
      this.#bookmarks.set(tag, this.#file.bookmark(tag.bookmark, under ?? null, top));
    }
    return element;
  }
}
