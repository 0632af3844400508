import type { Content, Form, Mark, StructElement, TextMark } from '../model.ts';

/** What the checks look at: the tree in reading order beside what was drawn for it. */
export interface Survey {
  readonly entries: readonly Entry[];
  /** The element that holds each leaf. */
  readonly leaves: ReadonlyMap<Content, StructElement>;
  /** Leaves and elements that stand in the tree more than once. */
  readonly repeated: readonly (Content | StructElement)[];
  readonly drawn: ReadonlyMap<Content, Drawn>;
  /** For messages: role and text, `TD »52 pct.«`. */
  readonly describe: (element: StructElement) => string;
}

/** Takes down a fault. A list for each of hundreds of elements, nearly all empty, would cost more than the checks. */
export type Note = (fault: string) => void;

/** Takes down what is wrong with an element. */
export type NoteElement = (element: StructElement, fault: string) => void;

export interface Entry {
  readonly element: StructElement;
  readonly parent: StructElement | null;
  /** Whether the element or one above it has a text for readers. */
  readonly spoken: boolean;
}

/** What the pages draw for one leaf. A field stands for its text with its name. */
export interface Drawn {
  readonly lines: { readonly page: number; readonly mark: TextMark }[];
  text: string;
}

export function survey(form: Form): Survey {
  const drawn = collectDrawn(form);
  const entries: Entry[] = [];
  const leaves = new Map<Content, StructElement>();
  const known = new Set<StructElement>();
  const repeated: (Content | StructElement)[] = [];
  const visit = (element: StructElement, parent: StructElement | null, above: boolean) => {
    if (known.has(element)) {
      repeated.push(element);
      return;
    }
    known.add(element);
    const spoken = above || isText(element.actualText);
    entries.push({ element, parent, spoken });
    for (const child of element.children) {
      if (child.kind === 'element') visit(child, element, spoken);
      else if (leaves.has(child)) repeated.push(child);
      else leaves.set(child, element);
    }
  };
  visit(form.root, null, false);
  return { entries, leaves, repeated, drawn, describe: (element) => describe(element, drawn) };
}

export function isText(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function collectDrawn({ pages }: Form): ReadonlyMap<Content, Drawn> {
  const drawn = new Map<Content, Drawn>();
  pages.forEach(({ marks }, page) => {
    for (const mark of marks) if (mark.owner.kind === 'content') collect(drawn, mark.owner, mark, page);
  });
  return drawn;
}

function collect(drawn: Map<Content, Drawn>, owner: Content, mark: Mark, page: number): void {
  const known = drawn.get(owner) ?? { lines: [], text: '' };
  drawn.set(owner, known);
  if (mark.kind === 'field') known.text += mark.name;
  if (mark.kind !== 'text') return;
  known.lines.push({ page, mark });
  for (const run of mark.runs) known.text += run.text;
}

function describe(element: StructElement, drawn: ReadonlyMap<Content, Drawn>): string {
  const text = element.actualText ?? textOf(element, drawn);
  return `${element.role} »${text.length > 40 ? `${text.slice(0, 40)}…` : text}«`;
}

function textOf(element: StructElement, drawn: ReadonlyMap<Content, Drawn>): string {
  let text = '';
  for (const child of element.children) {
    text += child.kind === 'element' ? textOf(child, drawn) : (drawn.get(child)?.text ?? '');
    if (text.length > 40) break;
  }
  return text;
}
