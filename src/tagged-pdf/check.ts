import { isOnPage, meet } from './box.ts';
import { type Fault, TaggedPdfError } from './faults.ts';
import type { Fonts } from './fonts.ts';
import type { Mark, Page, PictureMark } from './page.ts';
import { boxOf } from './shapes.ts';
import { placeOf, type Tag } from './tag.ts';

/**
 * Refuses pages that not all could read: text outside the page, texts on top of each other in a picture, an element with
 * nothing to see or hear, a text that is heard in place of other elements, a data cell without a header, rows of unequal
 * width. What stands in a slot is checked when it is known. Errors: `TaggedPdfError` with every fault.
 */
export function checkPages(pages: readonly Page[], fonts: Fonts): void {
  const marks = pages.flatMap((page) => page.marks);
  const tags = withParents(marks.map(({ tag }) => tag));
  refuseAll([
    ...pages
      .flatMap(({ size, marks, repeated }) => [...repeated, ...marks].filter((mark) => !isOnPage(mark, size)))
      .map((mark): Fault => ({ code: 'outside-page', text: 'text' in mark ? mark.text : mark.alt })),
    ...silentTags(marks).map(({ type }): Fault => ({ code: 'nothing-to-read', type })),
    ...marks.flatMap((mark) => markFaults(mark, fonts)),
    ...actualFaults(marks, tags),
    ...headerFaults(tags),
    ...rowFaults(tags),
    ...typeFaults(tags),
  ]);
}

/** Of the elements of marks, those that `checkFile` looks at. */
export const sharedTags = (marks: readonly Mark[]): Tag[] =>
  [...withParents(marks.map(({ tag }) => tag))].filter(({ type, id }) => id !== undefined || /^H\d$/.test(type));

/** Refuses pages that do not fit each other: ids are unique in a file, and its headings skip no level. */
export function checkFile(pages: readonly { readonly shared: readonly Tag[] }[]): void {
  const shared = new Set(pages.flatMap(({ shared }) => shared));
  refuseAll([...idFaults(shared), ...headingFaults(shared)]);
}

function refuseAll(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new TaggedPdfError(faults);
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** Elements that have marks, all of them blank: where lines break, a mark may be a space alone. */
function silentTags(marks: readonly Mark[]): Tag[] {
  const isSaid = (mark: Mark): boolean => !('text' in mark && isBlank(mark.text) && isBlank(mark.actual));
  const said = new Set(marks.filter(isSaid).map(({ tag }) => tag));
  return [...new Set(marks.map(({ tag }) => tag))].filter((tag) => !said.has(tag));
}

/** A picture, and nothing else, is a Figure. */
function markFaults(mark: Mark, fonts: Fonts): Fault[] {
  const { type } = mark.tag;
  if ('text' in mark) return type === 'Figure' ? [{ code: 'figure-without-picture' }] : [];
  return [
    ...(type === 'Figure' ? [] : [{ code: 'picture-no-figure', type } as const]),
    ...(mark.slot === undefined ? pictureFaults(mark, fonts) : []),
  ];
}

/** A picture has room for its texts, which do not meet, and one that is said in its place. */
export function pictureFaults({ tag, alt, width, height, shapes }: PictureMark, fonts: Fonts): Fault[] {
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [{ ...shape, box: boxOf(shape, fonts) }] : []));
  const overlaps = texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((two) => meet(one.box, two.box))
      .map((two): Fault => ({ code: 'texts-overlap', one: one.text, two: two.text, picture: alt })),
  );
  return [
    ...(isBlank(alt) ? [{ code: 'figure-without-alt' } as const] : []),
    ...(width > 0 && height > 0 ? [] : [{ code: 'figure-without-room' } as const]),
    ...texts
      .filter(({ box }) => !isOnPage(box, { width, height }))
      .map(({ text }): Fault => ({ code: 'text-outside-picture', text, place: placeOf(tag) })),
    ...overlaps,
  ];
}

/** What is heard in place of an element is heard in place of all that lies in it. */
function actualFaults(marks: readonly Mark[], tags: ReadonlySet<Tag>): Fault[] {
  const parents = new Set([...tags].map(({ parent }) => parent));
  const spoken = marks.flatMap((mark) =>
    'text' in mark && (mark.actual ?? mark.slot) !== undefined ? [mark.tag] : [],
  );
  return [...new Set(spoken)]
    .filter((tag) => parents.has(tag))
    .map(({ type }) => ({ code: 'actual-hides-elements', type }));
}

/** The tags of the tree in the order in which it grows. */
function withParents(drawn: readonly Tag[]): ReadonlySet<Tag> {
  const tags = new Set<Tag>();
  const add = (tag: Tag): void => {
    if (tag.parent !== null) add(tag.parent);
    tags.add(tag);
  };
  drawn.forEach(add);
  return tags;
}

/**
 * Every header that a cell names is a TH of its table; a data cell names one, or its table has headers of rows and of
 * columns by their Scope.
 */
function headerFaults(tags: ReadonlySet<Tag>): Fault[] {
  const headers = new Map<string, Tag | null>();
  const scopes = new Map<Tag | null, Set<string>>();
  for (const tag of tags) {
    const { type, id, scope } = tag;
    if (id !== undefined && type === 'TH') headers.set(id, tableOf(tag));
    if (scope !== undefined) scopes.set(tableOf(tag), (scopes.get(tableOf(tag)) ?? new Set()).add(scope));
  }
  return [...tags].flatMap((tag): Fault[] => {
    const { type, scope, headers: named = [] } = tag;
    const isScoped = ['Row', 'Column'].every((each) => scopes.get(tableOf(tag))?.has(each));
    return [
      ...(type === 'TH' && scope === undefined ? [{ code: 'header-without-scope' } as const] : []),
      ...(type === 'TD' && named.length === 0 && !isScoped ? [{ code: 'cell-without-header' } as const] : []),
      ...named
        .filter((id) => tableOf(tag) === null || headers.get(id) !== tableOf(tag))
        .map((id): Fault => ({ code: 'header-unknown', type, id })),
    ];
  });
}

/** The rows of a table are of one width, with what reaches into them from above; nothing reaches below the last. */
function rowFaults(tags: ReadonlySet<Tag>): Fault[] {
  const tables = new Map<Tag | null, { readonly rows: Tag[]; readonly widths: number[] }>();
  for (const tag of tags) {
    const { type, parent, colSpan = 1, rowSpan = 1 } = tag;
    const table = tables.get(tableOf(tag)) ?? { rows: [], widths: [] };
    tables.set(tableOf(tag), table);
    if (type === 'TR') table.rows.push(tag);
    const first = (type === 'TH' || type === 'TD') && parent !== null ? table.rows.indexOf(parent) : -1;
    for (let row = first; row >= 0 && row < first + rowSpan; row++) {
      table.widths[row] = (table.widths[row] ?? 0) + colSpan;
    }
  }
  return [...tables.values()]
    .filter(({ rows, widths }) => widths.length > rows.length || new Set(widths).size > 1)
    .map(({ widths }) => ({ code: 'rows-unequal', widths }));
}

function idFaults(tags: ReadonlySet<Tag>): Fault[] {
  const known = new Set<string>();
  return [...tags].flatMap(({ id }): Fault[] => {
    if (id === undefined) return [];
    const isRepeated = known.has(id);
    known.add(id);
    return isRepeated ? [{ code: 'id-repeated', id }] : [];
  });
}

function tableOf(tag: Tag): Tag | null {
  for (let part: Tag | null = tag; part !== null; part = part.parent) if (part.type === 'Table') return part;
  return null;
}

/** Headings start at H1 and skip no level on the way down. */
function headingFaults(tags: ReadonlySet<Tag>): Fault[] {
  let last = 0;
  return [...tags].flatMap(({ type }): Fault[] => {
    const level = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (level === 0) return [];
    const skips = level > last + 1;
    last = level;
    return skips ? [{ code: 'heading-skips-level', type }] : [];
  });
}

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4). Others, such as Strong and Title, came later. */
const types = new Set(
  (
    'Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'
  ).split(' '),
);

const typeFaults = (tags: ReadonlySet<Tag>): Fault[] =>
  [...new Set([...tags].map(({ type }) => type))]
    .filter((type) => !types.has(type))
    .map((type) => ({ code: 'unknown-type', type }));
