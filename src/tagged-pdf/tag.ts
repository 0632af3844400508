import { type Described, is, kind, needed } from './properties.ts';

const target = kind<{ readonly url: string } | { readonly id: string }>(
  (to) => is.object(to) && Object.entries(to).every(([key, value]) => /^(url|id)$/.test(key) && is.filled(value)),
);

export const tagParts = {
  /** A structure type of PDF 1.7: "TH". */
  type: needed(is.filled),
  /** Null for what stands at the top, below the document itself. */
  parent: needed(kind<object | null>((value) => value === null || is.object(value))),
  id: is.filled,
  scope: is.oneOf('Row', 'Column', 'Both'),
  /** Ids of the header cells of a table cell; without them, its row and its column lead to them by their Scope. */
  headers: is.listOf(is.filled),
  /** How many columns or rows of its table a cell covers. */
  colSpan: is.count(1),
  rowSpan: is.count(1),
  /** How the items of an L are numbered. */
  numbering: is.oneOf('None', 'Disc', 'Decimal', 'UpperRoman', 'LowerRoman', 'UpperAlpha', 'LowerAlpha'),
  /** `to` is a web address, or the id of a Note of this document; `contents` is read aloud. */
  link: is.thing({ to: needed(target), contents: needed(is.filled) }),
  /** The bookmark that leads here stands below the one before it that is of the next higher level. */
  bookmark: is.thing({ title: needed(is.text), level: needed(is.count(1)) }),
  /** What users call this part of the document. Faults name it; the file does not. */
  place: is.text,
};

/**
 * An element of the structure tree. There is no other description of the tree: it grows of the tags of what is drawn,
 * in the order of drawing.
 */
export interface Tag extends Described<typeof tagParts> {
  readonly parent: Tag | null;
}

/** The place that a fault of an element names. */
export const placeOf = ({ place, parent }: Tag): string | null => place ?? (parent === null ? null : placeOf(parent));

/** Of a heading, H1 to H6; 0 for all else. */
export const levelOf = (type: string): number => Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);

export const tag = (type: string, parent: Tag | null = null, more?: Omit<Tag, 'type' | 'parent'>): Tag => ({
  type,
  parent,
  ...more,
});
