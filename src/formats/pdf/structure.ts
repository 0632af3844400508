import type { PdfBookmark, PdfElement, PdfFile } from './document.ts';
import type { Box } from './layout.ts';
import type { Tag } from './node.ts';

/** The structure tree and the bookmarks of a file: an element is made of its tag when something is first drawn for it. */
export class Structure {
  readonly #file: PdfFile;
  readonly #document: PdfElement;
  readonly #elements = new Map<Tag, PdfElement>();
  /** The last bookmark of each level. */
  readonly #bookmarks: PdfBookmark[] = [];
  #open: { readonly tag: Tag; readonly element: PdfElement } | null = null;

  constructor(file: PdfFile) {
    this.#file = file;
    this.#document = file.element({ type: 'Document' }, null);
  }

  /** Begins marked content of the tag's element, unless it is begun; `box` is where it stands on the page. */
  open(tag: Tag, spoken: string | undefined, box: Box): PdfElement {
    if (this.#open?.tag === tag) return this.#open.element;
    this.close();
    const element = this.#element(tag, spoken, box);
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

  #element(tag: Tag, spoken: string | undefined, box: Box): PdfElement {
    const known = this.#elements.get(tag);
    if (known !== undefined) return known;
    const parent = tag.parent === null ? this.#document : this.#element(tag.parent, undefined, box);
    const element = this.#file.element(tag, parent, spoken, box);
    this.#elements.set(tag, element);
    if (tag.bookmark !== undefined) {
      const { title, level } = tag.bookmark;
      this.#bookmarks.length = level - 1;
      this.#bookmarks.push(this.#file.bookmark(title, this.#bookmarks.at(-1) ?? null, box.y));
    }
    return element;
  }
}
