import { isOnPage, meet } from './box.ts';
import { type Fault, TaggedPdfError } from './faults.ts';
import type { Fonts } from './fonts.ts';
import type { Mark, Page, PictureMark } from './page.ts';
import { boxOf } from './shapes.ts';
import type { Tag } from './tag.ts';

/**
 * Refuses pages that not all could read: text outside the page, texts on top of each other in a picture, an element with
 * nothing to see or hear, a text that is heard in place of other elements, a data cell without a header, headings that
 * skip a level. Errors: `TaggedPdfError` with every fault.
 */
export function checkPages(pages: readonly Page[], fonts: Fonts): void {
  const marks = pages.flatMap((page) => page.marks);
  const tags = withParents(marks.map(({ tag }) => tag));
  const faults = [
    ...pages
      .flatMap(({ size, marks, repeated }) => [...repeated, ...marks].filter((mark) => !isOnPage(mark, size)))
      .map((mark): Fault => ({ code: 'outside-page', text: 'text' in mark ? mark.text : (mark.tag.alt ?? '') })),
    ...silentTags(marks).map(({ type }): Fault => ({ code: 'nothing-to-read', type })),
    ...marks.flatMap(pictureFaults),
    ...marks.flatMap((mark) => ('text' in mark ? [] : overlaps(mark, fonts))),
    ...actualFaults(marks, tags),
    ...headerFaults(tags),
    ...headingFaults(tags),
    ...typeFaults(tags),
  ];
  if (faults.length > 0) throw new TaggedPdfError(faults);
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** Elements that have marks, all of them blank: where lines break, a mark may be a space alone. */
function silentTags(marks: readonly Mark[]): Tag[] {
  const isSaid = (mark: Mark): boolean => !('text' in mark && isBlank(mark.text) && isBlank(mark.actual));
  const said = new Set(marks.filter(isSaid).map(({ tag }) => tag));
  return [...new Set(marks.map(({ tag }) => tag))].filter((tag) => !said.has(tag));
}

/** A picture, and nothing else, is a Figure; it has room and a text in its place. */
function pictureFaults(mark: Mark): Fault[] {
  const { type, alt } = mark.tag;
  if ('text' in mark) return type === 'Figure' ? [{ code: 'figure-without-picture' }] : [];
  return [
    ...(type === 'Figure' ? [] : [{ code: 'picture-no-figure', type } as const]),
    ...(isBlank(alt) ? [{ code: 'figure-without-alt' } as const] : []),
    ...(mark.width > 0 && mark.height > 0 ? [] : [{ code: 'figure-without-room' } as const]),
  ];
}

/** Texts of a picture that meet. */
function overlaps({ tag, shapes }: PictureMark, fonts: Fonts): Fault[] {
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [{ ...shape, box: boxOf(shape, fonts) }] : []));
  return texts.flatMap((one, at) =>
    texts
      .slice(at + 1)
      .filter((two) => meet(one.box, two.box))
      .map((two): Fault => ({ code: 'texts-overlap', one: one.text, two: two.text, picture: tag.alt ?? '' })),
  );
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
 * columns by their Scope. Ids are unique in the document.
 */
function headerFaults(tags: ReadonlySet<Tag>): Fault[] {
  const headers = new Map<string, Tag | null>();
  const scopes = new Map<Tag | null, Set<string>>();
  const faults: Fault[] = [];
  for (const tag of tags) {
    const { type, id, scope } = tag;
    if (type === 'TH' && scope === undefined) faults.push({ code: 'header-without-scope' });
    if (scope !== undefined) scopes.set(tableOf(tag), (scopes.get(tableOf(tag)) ?? new Set()).add(scope));
    if (id === undefined) continue;
    if (headers.has(id)) faults.push({ code: 'id-repeated', id });
    headers.set(id, type === 'TH' ? tableOf(tag) : null);
  }
  const isScoped = (tag: Tag): boolean => ['Row', 'Column'].every((scope) => scopes.get(tableOf(tag))?.has(scope));
  return [...faults, ...[...tags].flatMap((tag) => cellFaults(tag, headers, isScoped(tag)))];
}

/** `headers`: the tables of header cells by their ids. */
function cellFaults(tag: Tag, headers: ReadonlyMap<string, Tag | null>, isScoped: boolean): Fault[] {
  const { type, headers: named = [] } = tag;
  if (type === 'TD' && named.length === 0) return isScoped ? [] : [{ code: 'cell-without-header' }];
  return named
    .filter((id) => (headers.get(id) ?? null) === null || headers.get(id) !== tableOf(tag))
    .map((id): Fault => ({ code: 'header-unknown', type, id }));
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
const grouping = [
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Index',
  'NonStruct',
  'Private',
];
const blocks = ['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody'];
const tables = ['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot'];
const inline = ['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Figure', 'Formula', 'Form'];
const types = new Set([...grouping, ...blocks, ...tables, ...inline]);

const typeFaults = (tags: ReadonlySet<Tag>): Fault[] =>
  [...new Set([...tags].map(({ type }) => type))]
    .filter((type) => !types.has(type))
    .map((type) => ({ code: 'unknown-type', type }));
