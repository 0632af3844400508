// From what users write to what pdfmake lays out: every run with its element, and text that breaks where it may.
import {
  type Content,
  type ContentPicture,
  type ContentRun,
  type ContentStack,
  type ContentTable,
  type ContentText,
  checkProperties,
} from './content.ts';
import { refuse } from './faults.ts';
import type { PictureMark } from './page.ts';
import { cellTags } from './table.ts';
import { levelOf, type Tag, tag } from './tag.ts';
import { unbroken } from './text.ts';

export interface TaggedRun extends Omit<ContentRun, 'tag' | 'link' | 'alt'> {
  readonly tag: Tag;
}

export type TaggedPicture = Omit<PictureMark, 'x' | 'y'>;

interface Resolved {
  /** For pdfmake, which changes what it is given: nothing in it is the user's own. */
  readonly nodes: object[];
  /** What must come back from it. */
  readonly parts: readonly (TaggedRun | TaggedPicture)[];
}

/** Errors: `TaggedPdfError` for what is not known here. */
export function resolve(content: readonly Content[]): Resolved {
  const parts: (TaggedRun | TaggedPicture)[] = [];
  let tables = 0;

  return { nodes: content.map((node) => resolved(node, null)), parts };

  /** A node in the element `owner`; in a cell, `owner` is the cell, and a text is that element's own. */
  function resolved(node: Content, owner: Tag | null, isCell = false): object {
    if (typeof node === 'string') return text({ text: node }, owner, isCell);
    if (Array.isArray(node)) return { stack: node.map((each: Content) => resolved(each, owner)) };
    if ('text' in node) return text(node as ContentText, owner, isCell);
    if ('stack' in node) return stack(node as ContentStack, owner);
    if ('table' in node) return table(node as ContentTable, owner);
    if ('shapes' in node) return picture(node as ContentPicture, owner);
    return nothing(node);
  }

  function text(node: ContentText, owner: Tag | null, isCell: boolean): object {
    checkProperties('text', node);
    const { text, tag: given, actual, link, alt, ...more } = node;
    const type = typeof given === 'string' ? given : 'P';
    const level = levelOf(type);
    const runs = runsOf(node, isCell);
    const title = actual ?? runs.map((run) => run.text).join('');
    const made = () => tag(type, owner, level > 0 ? { bookmark: { title, level } } : {});
    const element = typeof given === 'object' ? given : isCell && given === undefined ? owner : made();
    return { ...(level > 0 && { headlineLevel: 1 }), ...more, text: runs.map((run) => kept(run, element)) };
  }

  /** A run of the text in `owner`. */
  function kept(run: ContentRun, owner: Tag | null): TaggedRun {
    checkProperties('run', run);
    const { link, alt, tag: given, text, ...more } = run;
    const around = elementOf(given, owner) ?? tag('P', null);
    const element =
      link === undefined ? around : tag('Link', around, { link: { to: { url: link }, contents: alt ?? text } });
    const part = { ...more, text: unbroken(text), tag: element };
    parts.push(part);
    return part;
  }

  function stack(node: ContentStack, owner: Tag | null): object {
    checkProperties('stack', node);
    const { stack, tag: given, ...more } = node;
    const within = elementOf(given, owner);
    return { ...more, stack: stack.map((each) => resolved(each, within)) };
  }

  function table(node: ContentTable, owner: Tag | null): object {
    checkProperties('table node', node);
    checkProperties('table', node.table);
    if (typeof node.layout === 'object') checkProperties('layout', node.layout);
    const { headerRows = 0, headerColumns = 0, id, body, ...more } = node.table;
    tables += 1;
    const element = headerRows + headerColumns > 0 ? tag('Table', owner) : null;
    const cells = element && cellTags(node.table, element, id ?? `table-${tables}`);
    const rows = body.map((row, y) =>
      row.map((each, x) => {
        if (cells === null) return resolved(each, owner);
        const cell = cells[y]?.[x] ?? null;
        return cell === null ? {} : resolved(each, cell, true);
      }),
    );
    return { ...node, table: { ...more, ...(headerRows > 0 && { headerRows }), body: rows } };
  }

  /** Only its place is reserved. */
  function picture(node: ContentPicture, owner: Tag | null): object {
    checkProperties('picture', node);
    const { shapes, width: w, height: h, alt = '', slot, tag: given, marker, margin = 0, ...more } = node;
    const picture = { tag: given ?? tag('Figure', owner), shapes, width: w, height: h, alt, slot, marker };
    parts.push(picture);
    return { ...more, margin, canvas: [{ type: 'rect', x: 0, y: 0, w, h, picture }] };
  }
}

const elementOf = (given: string | Tag | undefined, owner: Tag | null): Tag | null =>
  typeof given === 'string' ? tag(given, owner) : (given ?? owner);

/** What a covered cell is; else there is a property that is not known. */
function nothing(node: object): object {
  for (const property in node) refuse({ code: 'unknown-property', where: 'content', property });
  return {};
}

/** What a text says of the whole of it, its one run or its first one says; a run's own `actual` is of a Span. */
function runsOf({ text, actual, link, alt }: ContentText, isCell: boolean): ContentRun[] {
  if (typeof text === 'string') return [{ text, actual, link, alt }];
  if (link !== undefined) refuse({ code: 'unknown-property', where: 'text of several runs', property: 'link' });
  // A cell without a word is a fault, not a gap in its row.
  if (text.length === 0 && isCell) return [{ text: '', actual }];
  return text.map((each, index) => {
    const run = typeof each === 'string' ? { text: each } : each;
    if (index === 0 && actual !== undefined) return { ...run, actual };
    return run.actual === undefined || text.length === 1 ? run : { tag: 'Span', ...run };
  });
}
