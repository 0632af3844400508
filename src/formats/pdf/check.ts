import { InternalError } from '../../errors.ts';
import type { Fonts } from './faces.ts';
import type { Box, Mark, Page, PictureMark } from './layout.ts';
import type { Tag } from './node.ts';
import { textBox } from './shapes.ts';
import { page as paper } from './style.ts';

/**
 * Refuses a layout that not all could read: text outside the page, texts on top of each other in a picture, an element
 * with nothing to see or hear, a text that is heard in place of other elements, a data cell without a header, headings
 * that skip a level. What each page holds is looked at on `fresh` pages only. Errors: `InternalError` with every fault.
 */
export function checkLayout(pages: readonly Page[], fonts: Fonts, fresh: readonly Page[] = pages): void {
  const tags = withParents(pages.flatMap((page) => page.marks.map(({ tag }) => tag)));
  const marks = fresh.flatMap((page) => page.marks);
  const faults = [
    ...fresh
      .flatMap(({ marks, repeated }) => [...repeated, ...marks].filter((mark) => !onPaper(mark)))
      .map((mark) => `»${'text' in mark ? mark.text : mark.tag.alt}« står uden for siden.`),
    ...marks
      .filter((mark) => 'text' in mark && mark.text.trim() === '' && (mark.spoken ?? '').trim() === '')
      .map(({ tag }) => `${tag.type} har hverken synlig tekst eller tekst til oplæsning.`),
    ...marks.flatMap(pictureFaults),
    ...marks.flatMap((mark) => ('text' in mark ? [] : overlaps(mark, fonts))),
    ...spokenFaults(marks, tags),
    ...headerFaults(tags),
    ...headingFaults(tags),
  ];
  if (faults.length > 0) throw unfit(faults);
}

export const unfit = (faults: readonly string[]): InternalError =>
  new InternalError(
    `Rapporten kan ikke skrives som tilgængelig PDF:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  );

const slack = 0.01;

export function onPaper({ x, y, width, height }: Box): boolean {
  return x >= -slack && y >= -slack && x + width <= paper.width + slack && y + height <= paper.height + slack;
}

/** A picture, and nothing else, is a Figure; it has room and a text in its place. */
function pictureFaults(mark: Mark): string[] {
  const { type, alt } = mark.tag;
  if ('text' in mark) return type === 'Figure' ? ['En Figure har ingen tegning.'] : [];
  const hasRoom = mark.width > 0 && mark.height > 0;
  return [
    ...(type === 'Figure' ? [] : [`En tegning er mærket som ${type}.`]),
    ...((alt ?? '').trim() === '' ? ['En Figure mangler alternativ tekst (Alt).'] : []),
    ...(hasRoom ? [] : ['En Figure mangler sin plads på siden (BBox).']),
  ];
}

/** Texts of a picture that meet. */
function overlaps({ tag, shapes }: PictureMark, fonts: Fonts): string[] {
  const boxes = shapes.flatMap((shape) =>
    shape.kind === 'text' ? [{ words: shape.text, ...textBox(shape, fonts) }] : [],
  );
  return boxes.flatMap((one, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (two) =>
          one.x < two.x + two.width &&
          two.x < one.x + one.width &&
          one.y < two.y + two.height &&
          two.y < one.y + one.height,
      )
      .map((two) => `»${one.words}« og »${two.words}« står oven i hinanden i »${tag.alt}«.`),
  );
}

/** What is heard in place of an element's content is heard in place of all that lies in it. */
function spokenFaults(marks: readonly Mark[], tags: ReadonlySet<Tag>): string[] {
  const spoken = marks.flatMap((mark) =>
    'text' in mark && (mark.spoken ?? mark.value) !== undefined ? [mark.tag] : [],
  );
  const parents = new Set([...tags].map(({ parent }) => parent));
  return [...new Set(spoken)]
    .filter((tag) => parents.has(tag))
    .map((tag) => `${tag.type} har tekst til oplæsning i stedet for andre dele, som ikke bliver læst.`);
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
function headerFaults(tags: ReadonlySet<Tag>): string[] {
  const headers = new Map<string, Tag | null>();
  const scopes = new Map<Tag | null, Set<string>>();
  const faults: string[] = [];
  for (const tag of tags) {
    const { type, id, scope } = tag;
    if (type === 'TH' && scope === undefined) faults.push('TH mangler Scope.');
    if (scope !== undefined) scopes.set(tableOf(tag), (scopes.get(tableOf(tag)) ?? new Set()).add(scope));
    if (id === undefined) continue;
    if (headers.has(id)) faults.push(`Id »${id}« er brugt flere gange.`);
    headers.set(id, type === 'TH' ? tableOf(tag) : null);
  }
  const isScoped = (tag: Tag): boolean => ['Row', 'Column'].every((scope) => scopes.get(tableOf(tag))?.has(scope));
  return [...faults, ...[...tags].flatMap((tag) => cellFaults(tag, headers, isScoped(tag)))];
}

/** `headers`: the tables of header cells by their ids. */
function cellFaults(tag: Tag, headers: ReadonlyMap<string, Tag | null>, isScoped: boolean): string[] {
  const { type, headers: named = [] } = tag;
  if (type === 'TD' && named.length === 0) return isScoped ? [] : ['TD har ingen overskriftscelle (TH).'];
  return named
    .filter((id) => (headers.get(id) ?? null) === null || headers.get(id) !== tableOf(tag))
    .map((id) => `${type} henviser til »${id}«, som ikke er en TH i tabellen.`);
}

function tableOf(tag: Tag): Tag | null {
  for (let part: Tag | null = tag; part !== null; part = part.parent) if (part.type === 'Table') return part;
  return null;
}

/** Headings start at H1 and skip no level on the way down. */
function headingFaults(tags: ReadonlySet<Tag>): string[] {
  let last = 0;
  return [...tags].flatMap(({ type }) => {
    const level = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (level === 0) return [];
    const skips = level > last + 1;
    last = level;
    return skips ? [`${type} springer et niveau over.`] : [];
  });
}
