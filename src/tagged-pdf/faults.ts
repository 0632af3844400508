/** Why a document is refused. */
export type Fault =
  // What was asked for is not known here.
  /** A property of pdfmake's, or of nobody's, that would be drawn wrong, without a tag, or not at all. */
  | { readonly code: 'unknown-property'; readonly where: string; readonly property: string }
  | { readonly code: 'unknown-value'; readonly property: string; readonly value: string }
  | { readonly code: 'missing-property'; readonly where: string; readonly property: string }
  | { readonly code: 'unknown-font'; readonly font: string }
  | { readonly code: 'unreadable-font'; readonly reason: string }
  /** No structure type of PDF 1.7. */
  | { readonly code: 'unknown-type'; readonly type: string }
  // It cannot be drawn.
  | { readonly code: 'missing-glyph'; readonly character: string; readonly text: string }
  /** A row or a block that must not break has no room on a page; `place` is that of the tag around it. */
  | { readonly code: 'text-lost'; readonly text: string; readonly place: string | null }
  | { readonly code: 'outside-page'; readonly text: string }
  /** A slot has no value; a value has no slot; a value has neither a text nor one to be read aloud. */
  | { readonly code: 'slot-unfilled' | 'slot-unknown' | 'slot-silent'; readonly slot: string }
  // Not all could read it.
  /** Two texts of a picture, which its `alt` names. */
  | { readonly code: 'texts-overlap'; readonly one: string; readonly two: string; readonly picture: string }
  /** A text of a picture that is wider or higher than it; `place` as above. */
  | { readonly code: 'text-outside-picture'; readonly text: string; readonly place: string | null }
  | { readonly code: 'nothing-to-read'; readonly type: string }
  /** What is read aloud in place of an element would hide the elements in it. */
  | { readonly code: 'actual-hides-elements'; readonly type: string }
  | { readonly code: 'figure-without-picture' | 'figure-without-alt' | 'figure-without-room' }
  | { readonly code: 'picture-no-figure'; readonly type: string }
  | { readonly code: 'header-without-scope' | 'cell-without-header' }
  /** How many columns each row of a table covers. */
  | { readonly code: 'rows-unequal'; readonly widths: readonly number[] }
  | { readonly code: 'header-unknown'; readonly type: string; readonly id: string }
  | { readonly code: 'id-repeated'; readonly id: string }
  | { readonly code: 'attachment-repeated'; readonly name: string }
  /** A link leads to the id of no Note. */
  | { readonly code: 'link-unknown'; readonly id: string }
  | { readonly code: 'heading-skips-level'; readonly type: string };

/** A document that not all could read, or that could not be made: every fault that was found. */
export class TaggedPdfError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ code, ...data }) => [code, ...Object.values(data)].join(' ')).join('\n'));
    this.name = 'TaggedPdfError';
    this.faults = faults;
  }
}

export function refuseAll(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new TaggedPdfError(faults);
}

export const refuse = (fault: Fault): never => {
  throw new TaggedPdfError([fault]);
};
