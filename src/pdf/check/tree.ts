import type { Content, Role, StructElement } from '../model.ts';
import { type Entry, isText, type Note, type Survey } from './survey.ts';

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
export function treeFaults(seen: Survey, note: Note): void {
  for (const entry of seen.entries) elementFaults(entry, seen, note);
  for (const twice of seen.repeated) {
    const name = twice.kind === 'element' ? seen.describe(twice) : 'Et indhold';
    note(`${name} står to gange i den logiske struktur.`);
  }
  const root = seen.entries[0]?.element.role;
  if (root !== 'Document') note(`Den logiske struktur begynder med ${root}, ikke med Document.`);
  idFaults(seen, note);
}

function elementFaults({ element, spoken }: Entry, seen: Survey, note: Note): void {
  const noteHere: Note = (fault) => note(`${seen.describe(element)} ${fault}`);
  for (const child of element.children) childFaults(element, child, spoken, seen, noteHere);
  if (element.children.length === 0) noteHere('er tom.');
  if (element.actualText !== undefined && !isText(element.actualText)) noteHere('har en tom tekst til oplæsning.');
  if (element.role === 'Note' && !isText(element.id)) noteHere('mangler id.');
}

function childFaults(
  { role }: StructElement,
  child: StructElement | Content,
  spoken: boolean,
  seen: Survey,
  note: Note,
): void {
  const kind = child.kind === 'element' ? child.role : 'content';
  if (!legalChildren[role].has(kind)) note(`må ikke indeholde ${kind}.`);
  if (child.kind === 'element') return;
  const drawn = seen.drawn.get(child);
  if (drawn === undefined) note('har indhold, som ikke er tegnet på nogen side.');
  else if (!spoken && !isText(drawn.text)) note('har hverken synlig tekst eller tekst til oplæsning.');
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
