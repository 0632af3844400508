// From what users write to what pdfmake lays out: every run with its element, and text that breaks where it may.
import {
  type Content,
  type ContentPicture,
  type ContentRun,
  type ContentStack,
  type ContentTable,
  type ContentText,
  nodeParts,
} from './content.ts';
import { refuse } from './faults.ts';
import type { PictureMark } from './page.ts';
import { checkProperties, is, refuseValue } from './properties.ts';
import { checkShapes } from './shapes.ts';
import { cellTags, checkRows } from './table.ts';
import { levelOf, type Tag, tag, tagParts } from './tag.ts';
import { unbroken } from './text.ts';

export interface TaggedRun extends Omit<ContentRun, 'tag' | 'link' | 'alt'> {
  readonly tag: Tag;
}

export type TaggedPicture = Omit<PictureMark, 'x' | 'y'>;

/** A text alone and a list are nodes too. */
function nodeOf(content: Content): object {
  if (is.text(content)) return { text: content };
  if (is.list(content)) return { stack: content };
  return is.object(content) ? content : refuseValue('content', content);
}

interface Resolved {
  /** For pdfmake, which changes what it is given: nothing in it is the user's own. */
  readonly nodes: object[];
  /** What must come back from it. */
  readonly parts: readonly (TaggedRun | TaggedPicture)[];
}

/** Errors: `TaggedPdfError` for what is not known here. */
export function resolve(content: readonly Content[]): Resolved {
  const parts: (TaggedRun | TaggedPicture)[] = [];
  const checked = new Set<Tag | null>([null]);
  let tables = 0;

  const nodes = (is.list(content) ? content : refuseValue('content', content)).map((node) => resolved(node, null));
  if (parts.length === 0) refuseValue('content', content);
  return { nodes, parts };

  /** A node in the element `owner`; in a cell, `owner` is the cell, and a text is that element's own. */
  function resolved(content: Content, owner: Tag | null, isCell = false): object {
    const node = nodeOf(content);
    if ('text' in node) return text(node as ContentText, owner, isCell);
    if ('stack' in node) return stack(node as ContentStack, owner);
    if ('table' in node) return table(node as ContentTable, owner);
    if ('shapes' in node) return picture(node as ContentPicture, owner);
    for (const property in node) refuse({ code: 'unknown-property', where: 'content', property });
    return refuse({ code: 'nothing-to-read', type: owner?.type ?? 'P' });
  }

  function text(node: ContentText, owner: Tag | null, isCell: boolean): object {
    checkProperties('text', nodeParts.text, node);
    const { text, tag: given, actual, link, alt, ...more } = node;
    const type = typeof given === 'string' ? given : 'P';
    const level = levelOf(type);
    const runs = runsOf(node, isCell);
    const title = actual ?? runs.map((run) => run.text).join('');
    const made = tag(type, owner, level > 0 ? { bookmark: { title, level } } : {});
    const element = typeof given === 'object' || (isCell && given === undefined) ? elementOf(given, owner) : made;
    return { ...(level > 0 && { headlineLevel: 1 }), ...more, text: runs.map((run) => kept(run, element)) };
  }

  /** A run of the text in `owner`. */
  function kept(run: ContentRun, owner: Tag | null): TaggedRun {
    const { link, alt, tag: given, text, ...more } = run;
    if ((link ?? alt) !== link) refuse({ code: 'unknown-property', where: 'text without a link', property: 'alt' });
    const around = elementOf(given, owner) ?? tag('P', null);
    const element =
      link === undefined ? around : tag('Link', around, { link: { to: { url: link }, contents: alt ?? text } });
    const part = { ...more, text: unbroken(text), tag: element };
    parts.push(part);
    return part;
  }

  function stack(node: ContentStack, owner: Tag | null): object {
    checkProperties('stack', nodeParts.stack, node);
    const { stack, tag: given, ...more } = node;
    const within = elementOf(given, owner);
    return { ...more, stack: stack.map((each) => resolved(each, within)) };
  }

  function table(node: ContentTable, owner: Tag | null): object {
    checkProperties('table node', nodeParts.table, node);
    checkProperties('table', nodeParts.rows, node.table);
    if (typeof node.layout === 'object') checkProperties('layout', nodeParts.layout, node.layout);
    const { headerRows = 0, headerColumns = 0, id, body, ...more } = node.table;
    checkRows(body);
    const { widths = body[0] } = more;
    if (widths?.length !== body[0]?.length) refuseValue('widths', widths);
    if (headerRows > body.length) refuseValue('headerRows', headerRows);
    tables += 1;
    const element = headerRows + headerColumns > 0 ? tag('Table', owner) : null;
    const tags = element && cellTags(node.table, element, id ?? `table-${tables}`);
    const rows = body.map((row, y) =>
      row.map((each, x) => {
        const cell = tags?.[y]?.[x] ?? null;
        if (cell !== null) return resolved(each, cell, true);
        return is.object(each) && Object.keys(each).length === 0 ? { text: [] } : resolved(each, owner);
      }),
    );
    return { ...node, table: { ...more, ...(headerRows > 0 && { headerRows }), body: rows } };
  }

  /** Only its place is reserved. */
  function picture(node: ContentPicture, owner: Tag | null): object {
    checkProperties('picture', nodeParts.picture, node);
    checkShapes(node.shapes);
    const { shapes, width, height, alt = '', slot, tag: given, marker, margin = 0, ...more } = node;
    const picture = { tag: elementOf(given ?? 'Figure', owner) as Tag, shapes, width, height, alt, slot, marker };
    parts.push(picture);
    return { ...more, margin, canvas: [{ type: 'rect', x: 0, y: 0, w: width, h: height, picture }] };
  }

  function elementOf(given: string | Tag | undefined, owner: Tag | null): Tag | null {
    if (typeof given === 'string') return tag(given, owner);
    for (let each: Tag | null = given ?? null; each !== null && !checked.has(each); each = each.parent) {
      checkProperties('tag', tagParts, each);
      checked.add(each);
    }
    return given ?? owner;
  }
}

/** What a text says of the whole of it, its one run or its first one says; a run's own `actual` is of a Span. */
function runsOf({ text, actual, link, alt }: ContentText, isCell: boolean): ContentRun[] {
  if (typeof text === 'string') return [{ text, actual, link, alt }];
  for (const [property, given] of Object.entries({ link, alt })) {
    if (given !== undefined) refuse({ code: 'unknown-property', where: 'text of several runs', property });
  }
  // A cell without a word is a fault, not a gap in its row.
  if (text.length === 0 && isCell) return [{ text: '', actual }];
  return text.map((each, index) => {
    const run = typeof each === 'string' ? { text: each } : each;
    checkProperties('run', nodeParts.run, run);
    if (index === 0 && actual !== undefined) return { ...run, actual };
    return run.actual === undefined || text.length === 1 ? run : { tag: 'Span', ...run };
  });
}
