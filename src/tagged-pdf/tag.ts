/**
 * An element of the structure tree. There is no other description of the tree: it grows of the tags of what is drawn,
 * in the order of drawing.
 */
export interface Tag {
  /** A structure type of PDF 1.7: "TH". */
  readonly type: string;
  /** Null for what stands at the top, below the document itself. */
  readonly parent: Tag | null;
  readonly id?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  /** Ids of the header cells of a table cell; without them, its row and its column lead to them by their Scope. */
  readonly headers?: readonly string[];
  /** How many columns or rows of its table a cell covers. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
  /** How the items of an L are numbered. */
  readonly numbering?: 'None' | 'Disc' | 'Decimal' | 'UpperRoman' | 'LowerRoman' | 'UpperAlpha' | 'LowerAlpha';
  /** `to` is a web address, or the id of a Note of this document; `contents` is read aloud. */
  readonly link?: { readonly to: { readonly url: string } | { readonly id: string }; readonly contents: string };
  /** The bookmark that leads here stands below the one before it that is of the next higher level. */
  readonly bookmark?: { readonly title: string; readonly level: number };
  /** What users call this part of the document. Faults name it; the file does not. */
  readonly place?: string;
}

/** The place that a fault of an element names. */
export const placeOf = ({ place, parent }: Tag): string | null => place ?? (parent === null ? null : placeOf(parent));

/** Of a heading, H1 to H6; 0 for all else. */
export const levelOf = (type: string): number => Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);

export const tag = (type: string, parent: Tag | null, more?: Omit<Tag, 'type' | 'parent'>): Tag => ({
  type,
  parent,
  ...more,
});
