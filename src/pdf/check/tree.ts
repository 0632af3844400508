import type { Content, Role, StructElement } from '../model.ts';
import { type Entry, isText, type Note, type NoteElement, type Survey } from './survey.ts';

type Child = Role | 'content';

const blocks: readonly Child[] = ['Sect', 'H1', 'H2', 'H3', 'P', 'Table', 'Note'];
const inline: readonly Child[] = ['content', 'Span', 'Link', 'Reference', 'Note', 'Lbl'];

/** Which children a role may have (ISO 32000-1, 14.8.4), as far as this program uses them. */
const legalChildren: Readonly<Record<Role, ReadonlySet<Child>>> = {
  Document: new Set(blocks),
  Sect: new Set(blocks),
  H1: new Set(inline),
  H2: new Set(inline),
  H3: new Set(inline),
  P: new Set(inline),
  Span: new Set(inline),
  Reference: new Set(inline),
  Lbl: new Set(inline),
  Link: new Set<Child>(['content', 'Span', 'Lbl', 'Reference']),
  Note: new Set<Child>([...inline, 'P']),
  Caption: new Set<Child>([...inline, 'P']),
  TH: new Set<Child>([...inline, 'P']),
  TD: new Set<Child>([...inline, 'P']),
  Table: new Set<Child>(['Caption', 'THead', 'TBody', 'TR']),
  THead: new Set<Child>(['TR']),
  TBody: new Set<Child>(['TR']),
  TR: new Set<Child>(['TH', 'TD']),
};

/** Faults of the tree as a tree: roles, children, ids, leaves without content. */
export function treeFaults(seen: Survey, note: Note, noteElement: NoteElement): void {
  for (const entry of seen.entries) elementFaults(entry, seen, noteElement);
  for (const twice of seen.repeated) {
    if (twice.kind === 'element') noteElement(twice, inTreeTwice);
    else note(`Et indhold ${inTreeTwice}`);
  }
  const root = seen.entries[0]?.element.role;
  if (root !== 'Document') note(`Den logiske struktur begynder med ${root}, ikke med Document.`);
  idFaults(seen, note);
}

const inTreeTwice = 'står to gange i den logiske struktur.';

function elementFaults({ element, spoken }: Entry, seen: Survey, note: NoteElement): void {
  for (const child of element.children) {
    const kind = child.kind === 'element' ? child.role : 'content';
    if (!legalChildren[element.role].has(kind)) note(element, `må ikke indeholde ${kind}.`);
    if (child.kind === 'content') contentFaults(element, child, spoken, seen, note);
  }
  if (element.children.length === 0) note(element, 'er tom.');
  if (element.actualText !== undefined && !isText(element.actualText)) note(element, 'har en tom tekst til oplæsning.');
  if (element.role === 'Note' && !isText(element.id)) note(element, 'mangler id.');
}

function contentFaults(
  element: StructElement,
  content: Content,
  spoken: boolean,
  seen: Survey,
  note: NoteElement,
): void {
  const drawn = seen.drawn.get(content);
  if (drawn === undefined) note(element, 'har indhold, som ikke er tegnet på nogen side.');
  else if (!spoken && !isText(drawn.text)) note(element, 'har hverken synlig tekst eller tekst til oplæsning.');
}

function idFaults({ entries }: Survey, note: Note): void {
  const known = new Set<string>();
  const twice = new Set<string>();
  for (const { element } of entries) {
    if (element.id === undefined) continue;
    if (known.has(element.id)) twice.add(element.id);
    known.add(element.id);
  }
  for (const id of twice) note(`Id »${id}« er brugt flere gange.`);
}
