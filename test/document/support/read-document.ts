import type { Content, Fill, PdfDocument, StructElement } from '../../../src/pdf/index.ts';

type Laid = Pick<PdfDocument, 'form' | 'fills'>;

/** What a reader of a document meets: texts as they are drawn, or as they are spoken where nothing is. */
export interface ReadDocument {
  readonly title: string;
  /** Cells after the first of each row, by the id of the row's header. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Header cells by their ids. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Reads a document back from its tree and its marks alone. */
export function readDocument({ form, fills }: Laid): ReadDocument {
  const drawn = textsByOwner({ form, fills });
  const rows = new Map<string, string[]>();
  const headers = new Map<string, string>();
  let title = '';
  const textOf = (element: StructElement): string => {
    const text = element.children
      .map((child) => (child.kind === 'element' ? textOf(child) : (drawn.get(child) ?? '')))
      .join('');
    return text === '' ? (element.actualText ?? '') : text;
  };
  const visit = (element: StructElement): void => {
    const children = element.children.filter((child) => child.kind === 'element');
    if (element.role === 'H1') title = textOf(element);
    if (element.role === 'TH' && element.id !== undefined) headers.set(element.id, textOf(element));
    if (element.role === 'TR') rows.set(children[0]?.id ?? '', children.slice(1).map(textOf));
    children.forEach(visit);
  };
  visit(form.root);
  return { title, rows, headers };
}

function textsByOwner({ form, fills }: Laid): ReadonlyMap<Content, string> {
  const texts = new Map<Content, string>();
  const add = (owner: Content, text: string) => texts.set(owner, (texts.get(owner) ?? '') + text);
  for (const mark of form.pages.flatMap(({ marks }) => marks)) {
    if (mark.kind === 'rect' || mark.owner.kind !== 'content') continue;
    if (mark.kind === 'text') add(mark.owner, mark.runs.map(({ text }) => text).join(''));
    if (mark.kind === 'field') add(mark.owner, said(fills.get(mark.name)));
  }
  return texts;
}

const said = (fill: Fill | undefined): string => (fill?.text ? fill.text : `(${fill?.spoken})`);
