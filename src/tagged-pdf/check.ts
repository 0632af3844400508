import { type Fault, refuseAll } from './faults.ts';
import type { Fonts } from './fonts.ts';
import type { FilledPage, Mark, PictureMark } from './page.ts';
import { is } from './properties.ts';
import { type Box, isWithin, textsOf } from './shapes.ts';
import { levelOf, placeOf, type Tag } from './tag.ts';

/**
 * Refuses the pages of a file that not all could read: text outside the page, texts on top of each other in a picture,
 * an element with nothing to see or hear, a text that is heard in place of other elements, a data cell without a header,
 * rows of unequal width, ids that are not unique, links to no Note, headings that do not begin at H1 or skip a level.
 * `tags` are all elements of their marks, in the order of the tree. Errors: `TaggedPdfError` with every fault.
 */
export function checkPages(pages: readonly FilledPage[], tags: readonly Tag[], fonts: Fonts): void {
  const marks = pages.flatMap((page) => page.marks);
  const unknown = new Set(tags.map(({ type }) => type).filter((type) => !types.has(type)));
  refuseAll([
    ...pages.flatMap((page) => outsideFaults(page, fonts)),
    ...silentTags(marks).map(({ type }): Fault => ({ code: 'nothing-to-read', type })),
    ...marks.flatMap((mark) => markFaults(mark, fonts)),
    ...actualFaults(marks, tags),
    ...tableFaults(tags),
    ...[...unknown].map((type): Fault => ({ code: 'unknown-type', type })),
    ...orderFaults(tags),
  ]);
}

function outsideFaults({ size, repeated, marks, foot }: FilledPage, fonts: Fonts): Fault[] {
  const outside = [...repeated, ...marks, ...textsOf(foot, fonts)].filter((box) => !isWithin(box, size));
  return outside.map((box) => ({ code: 'outside-page', text: 'text' in box ? box.text : box.alt }));
}

/** Ids are unique, links lead to Notes that are there, and headings begin at H1 and skip no level. */
function orderFaults(tags: readonly Tag[]): Fault[] {
  const faults: Fault[] = [];
  const notes = new Set(tags.flatMap(({ type, id }) => (type === 'Note' ? [id] : [])));
  const ids = new Set<string>();
  let last = 0;
  for (const { type, id, link } of tags) {
    if (link !== undefined && 'id' in link.to && !notes.has(link.to.id)) {
      faults.push({ code: 'link-unknown', id: link.to.id });
    }
    if (id !== undefined && ids.has(id)) faults.push({ code: 'id-repeated', id });
    if (id !== undefined) ids.add(id);
    const level = levelOf(type);
    if (level > last + 1) faults.push({ code: 'heading-skips-level', type });
    if (level > 0) last = level;
  }
  return faults;
}

/** Elements that have marks, all of them blank: where lines break, a mark may be a space alone. */
function silentTags(marks: readonly Mark[]): Tag[] {
  const isSaid = (mark: Mark): boolean => !('text' in mark) || is.filled(mark.text) || is.filled(mark.actual);
  const said = new Set(marks.filter(isSaid).map(({ tag }) => tag));
  return [...new Set(marks.map(({ tag }) => tag))].filter((tag) => !said.has(tag));
}

/** A picture, and nothing else, is a Figure. */
function markFaults(mark: Mark, fonts: Fonts): Fault[] {
  if (!('text' in mark)) return pictureFaults(mark, fonts);
  return mark.tag.type === 'Figure' ? [{ code: 'figure-without-picture' }] : [];
}

/** A picture has room for its texts, which do not meet, and one that is said in its place. */
function pictureFaults({ tag, alt, width, height, shapes }: PictureMark, fonts: Fonts): Fault[] {
  const texts = textsOf(shapes, fonts);
  const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((two) => [one, two] as const));
  return [
    ...(tag.type === 'Figure' ? [] : [{ code: 'picture-no-figure', type: tag.type } as const]),
    ...(is.filled(alt) ? [] : [{ code: 'figure-without-alt' } as const]),
    ...(width > 0 && height > 0 ? [] : [{ code: 'figure-without-room' } as const]),
    ...texts
      .filter((text) => !isWithin(text, { width, height }))
      .map(({ text }): Fault => ({ code: 'text-outside-picture', text, place: placeOf(tag) })),
    ...pairs
      .filter(([one, two]) => meet(one, two))
      .map(([one, two]): Fault => ({ code: 'texts-overlap', one: one.text, two: two.text, picture: alt })),
  ];
}

const meet = (one: Box, two: Box): boolean =>
  one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height;

/** What is heard in place of an element is heard in place of all that lies in it. */
function actualFaults(marks: readonly Mark[], tags: readonly Tag[]): Fault[] {
  const parents = new Set(tags.map(({ parent }) => parent));
  const heard = marks.filter((mark) => 'text' in mark && mark.actual !== undefined);
  return [...new Set(heard.map(({ tag }) => tag))]
    .filter((tag) => parents.has(tag))
    .map(({ type }) => ({ code: 'actual-hides-elements', type }));
}

function tableFaults(tags: readonly Tag[]): Fault[] {
  const tables = new Map<Tag | null, Tag[]>();
  for (const tag of tags) {
    const table = tableOf(tag);
    const parts = tables.get(table) ?? [];
    tables.set(table, parts);
    parts.push(tag);
  }
  return [...tables].flatMap(([table, parts]) => [...headerFaults(table, parts), ...rowFaults(parts)]);
}

function tableOf(tag: Tag): Tag | null {
  for (let part: Tag | null = tag; part !== null; part = part.parent) if (part.type === 'Table') return part;
  return null;
}

/**
 * Every header that a cell names is a TH of its table; a data cell names one, or its table has headers of rows and of
 * columns by their Scope.
 */
function headerFaults(table: Tag | null, parts: readonly Tag[]): Fault[] {
  const ids = new Set(parts.flatMap(({ type, id }) => (table !== null && type === 'TH' ? [id] : [])));
  const scopes = new Set(parts.map(({ scope }) => scope));
  const isScoped = scopes.has('Row') && scopes.has('Column');
  const faults: Fault[] = [];
  for (const { type, scope, headers = [] } of parts) {
    if (type === 'TH' && scope === undefined) faults.push({ code: 'header-without-scope' });
    if (type === 'TD' && headers.length === 0 && !isScoped) faults.push({ code: 'cell-without-header' });
    for (const id of headers) if (!ids.has(id)) faults.push({ code: 'header-unknown', type, id });
  }
  return faults;
}

/** The rows of a table are of one width, with what reaches into them from above; nothing reaches below the last. */
function rowFaults(parts: readonly Tag[]): Fault[] {
  const rows: (Tag | null)[] = parts.filter(({ type }) => type === 'TR');
  const widths = rows.map(() => 0);
  for (const { type, parent, colSpan = 1, rowSpan = 1 } of parts) {
    const first = type === 'TH' || type === 'TD' ? rows.indexOf(parent) : -1;
    for (let row = first; row >= 0 && row < first + rowSpan; row++) widths[row] = (widths[row] ?? 0) + colSpan;
  }
  return widths.length > rows.length || new Set(widths).size > 1 ? [{ code: 'rows-unequal', widths }] : [];
}

/** Structure types of PDF 1.7 (ISO 32000-1, 14.8.4). Others, such as Strong and Title, came later. */
const types = new Set(
  (
    'Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'
  ).split(' '),
);
