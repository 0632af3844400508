// From what users write to what pdfmake lays out: every run with its element, and text that breaks where it may.
import type {
  Content,
  ContentCanvas,
  ContentColumns,
  ContentPicture,
  ContentRun,
  ContentStack,
  ContentTable,
  ContentText,
  TextLook,
} from './content.ts';
import { refuse } from './faults.ts';
import type { PictureMark } from './page.ts';
import { checkProperties } from './properties.ts';
import { taggedCells } from './table.ts';
import { type Tag, tag } from './tag.ts';
import { unbroken } from './text.ts';

export interface TaggedRun extends TextLook {
  readonly text: string;
  readonly tag: Tag;
  readonly actual?: string | undefined;
  readonly slot?: string;
  readonly marker?: string | undefined;
}

export type TaggedPicture = Omit<PictureMark, 'x' | 'y'>;

export interface Resolved {
  /** For pdfmake, which changes what it is given: nothing in it is the user's own. */
  readonly nodes: object[];
  /** What must come back from it. */
  readonly parts: readonly (TaggedRun | TaggedPicture)[];
}

/** The element around a node, and the one that a cell is: its text is that element's own. */
export interface Around {
  readonly owner: Tag | null;
  readonly cell?: Tag;
}

/** Errors: `TaggedPdfError` for what is not known here. */
export function resolve(content: readonly Content[]): Resolved {
  const parts: (TaggedRun | TaggedPicture)[] = [];
  const resolvers = { text, stack, columns, table, shapes: picture, canvas };
  const kinds = Object.keys(resolvers) as (keyof typeof resolvers)[];
  let tables = 0;
  /** The name of a table, which its first text brings along. */
  let caption: TaggedRun | null = null;

  return { nodes: content.map((node) => resolved(node, { owner: null })), parts };

  function resolved(node: Content, around: Around): object {
    if (typeof node === 'string') return text({ text: node }, around);
    if (Array.isArray(node)) return stack({ stack: node as readonly Content[] }, around);
    const kind = kinds.find((each) => each in node);
    if (kind !== undefined) return resolvers[kind](node as never, around);
    const [property] = Object.keys(node);
    return property === undefined ? {} : refuse({ code: 'unknown-property', where: 'content', property });
  }

  function text(node: ContentText, { owner, cell }: Around): object {
    checkProperties('text', node);
    const { text, tag: given, actual, link, alt, outline, ...more } = node;
    const runs = runsOf(node);
    const type = typeof given === 'string' ? given : 'P';
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    const title = runs.map((run) => run.text).join('');
    const bookmark = outline === true && level > 0 ? { bookmark: { title, level } } : {};
    const made = (): Tag => (given === undefined && cell !== undefined ? cell : tag(type, cell ?? owner, bookmark));
    const element = typeof given === 'object' ? given : made();
    const named = caption === null ? [] : [caption];
    caption = null;
    return {
      ...(level > 0 && { headlineLevel: 1 }),
      ...more,
      text: [...named, ...runs.map((run) => kept(run, element))],
    };
  }

  /** A run of the text in `owner`. */
  function kept(run: ContentRun, owner: Tag | null): TaggedRun {
    checkProperties('run', run);
    const { link, alt, tag: given, text, ...more } = run;
    const around = (typeof given === 'string' ? tag(given, owner) : given) ?? owner ?? tag('P', null);
    const leads = { link: { to: { url: link ?? '' }, contents: alt ?? text } };
    const part = { ...more, text: unbroken(text), tag: link === undefined ? around : tag('Link', around, leads) };
    parts.push(part);
    return part;
  }

  function inside(given: string | Tag | undefined, { owner, cell }: Around): Around {
    const around = cell ?? owner;
    return { owner: given === undefined ? around : typeof given === 'string' ? tag(given, around) : given };
  }

  function stack(node: ContentStack, around: Around): object {
    checkProperties('stack', node);
    const { stack, tag: given, ...more } = node;
    const within = inside(given, around);
    return { ...more, stack: stack.map((each) => resolved(each, within)) };
  }

  function columns(node: ContentColumns, around: Around): object {
    checkProperties('columns', node);
    const { columns, tag: given, ...more } = node;
    const within = inside(given, around);
    return { ...more, columns: columns.map((each) => resolved(each, within)) };
  }

  function table(node: ContentTable, around: Around): object {
    checkProperties('table node', node);
    checkProperties('table', node.table);
    if (typeof node.layout === 'object') checkProperties('layout', node.layout);
    const { headerRows = 0, headerColumns = 0, caption: title, id, body, ...more } = node.table;
    const { owner } = inside(undefined, around);
    tables += 1;
    const cells = taggedCells(node.table, owner, id ?? `table-${tables}`);
    if (title !== undefined) caption = kept({ text: '', actual: title }, tag('Caption', cells?.table ?? owner));
    const rows = body.map((row, y) =>
      row.map((each, x) => {
        if (cells === null) return resolved(each, { owner });
        const cell = cells.at(x, y);
        // A cell without a word is a fault, not a gap in its row.
        const isEmpty = typeof each === 'object' && 'text' in each && each.text.length === 0;
        if (cell === null) return {};
        return resolved(isEmpty ? { ...(each as ContentText), text: '' } : each, { owner, cell });
      }),
    );
    return { ...node, table: { ...more, ...(headerRows > 0 && { headerRows }), body: rows } };
  }

  /** Only its place is reserved. */
  function picture(node: ContentPicture, around: Around): object {
    checkProperties('picture', node);
    const { shapes, width: w, height: h, alt = '', slot, tag: given, marker, margin = 0, ...more } = node;
    const element = given ?? tag('Figure', inside(undefined, around).owner);
    const picture = { tag: element, shapes, width: w, height: h, alt, slot, marker };
    parts.push(picture);
    return { ...more, margin, canvas: [{ type: 'rect', x: 0, y: 0, w, h, picture }] };
  }
}

/** What a text says of the whole of it, its one run or its first one says; a run's own `actual` is of a Span. */
function runsOf({ text, actual, link, alt }: ContentText): ContentRun[] {
  if (typeof text === 'string') {
    return [{ text, actual, ...(link !== undefined && { link }), ...(alt !== undefined && { alt }) }];
  }
  if (link !== undefined) refuse({ code: 'unknown-property', where: 'text of several runs', property: 'link' });
  return text.map((each, index) => {
    const run = typeof each === 'string' ? { text: each } : each;
    if (index === 0 && actual !== undefined) return { ...run, actual };
    return run.actual === undefined || text.length === 1 ? run : { tag: 'Span', ...run };
  });
}

function canvas(node: ContentCanvas): object {
  checkProperties('canvas', node);
  const shapes = node.canvas.map((shape) => {
    if (shape.type !== 'line' && shape.type !== 'rect') {
      const { type } = shape as { readonly type: unknown };
      return refuse({ code: 'unknown-value', property: 'canvas', value: String(type) });
    }
    checkProperties(shape.type, shape);
    if (shape.type === 'rect') return { ...shape };
    const { x1, y1, x2, y2 } = shape;
    if (x1 !== x2 && y1 !== y2) refuse({ code: 'unknown-value', property: 'canvas', value: 'a slanting line' });
    return { lineWidth: 1, lineColor: '#000000', ...shape };
  });
  return { ...node, canvas: shapes };
}
