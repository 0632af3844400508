import { remember } from '../remember.ts';
import type { StructElement } from './model.ts';
import type { FormObjects } from './objects.ts';
import { reference, text } from './syntax.ts';
import type { Leaf, Node, Place, Tree } from './tree.ts';

/** Objects that the structure tree points to or is pointed to from. */
export interface TreeContext {
  readonly pages: readonly number[];
  /** By page and MCID: the element that owns the marked content. */
  readonly owners: readonly (readonly number[])[];
  readonly links: readonly LinkObject[];
}

/** One link annotation: its number, its page and the element that it belongs to. */
export interface LinkObject {
  readonly annotation: number;
  readonly page: number;
  readonly node: Node;
}

export function putTree(treeRoot: number, tree: Tree, context: TreeContext, objects: FormObjects): void {
  const annotations = groupByNode(context.links);
  for (const node of tree.nodes) {
    const kids = kidsOf(node, annotations.get(node) ?? [], context);
    const dictionary = elementDictionary(node, kids);
    const field = fieldOf(node);
    if (field === undefined) objects.put(node.object, `<<${dictionary}>>`);
    else objects.putOpen(node.object, dictionary, field);
  }
  const parents = objects.put(objects.reserve(), parentTree(context));
  const root = tree.nodes[0]?.object ?? 0;
  objects.put(
    treeRoot,
    `<</Type/StructTreeRoot/K ${reference(root)}/ParentTree ${reference(parents)}` +
      `/ParentTreeNextKey ${context.pages.length + context.links.length}${idTree(tree)}>>`,
  );
}

/** An element whose content is a field that may be blank: each document says what is read aloud in place of it. */
function fieldOf({ children }: Node): string | undefined {
  const [only] = children;
  return only === undefined || isNode(only) ? undefined : only.field;
}

/** What a document adds to the dictionary of such an element. */
export const spokenEntry = remember((spoken) => entry('/ActualText', spoken));

function elementDictionary({ element, parent }: Node, kids: string): string {
  return (
    `/S/${element.role}/P ${reference(parent)}${kids}${attributes(element)}` +
    `${element.id === undefined ? '' : `/ID${idText(element.id)}`}${entry('/T', element.title)}${entry('/ActualText', element.actualText)}`
  );
}

/** Ids are the same in all reports, and each header cell's is written for all cells that it heads. */
const idText = remember(text);

function entry(key: string, value: string | undefined): string {
  return value === undefined ? '' : key + text(value);
}

function attributes({ scope, headers, colSpan }: StructElement): string {
  let table = '';
  if (scope !== undefined) table += `/Scope/${scope}`;
  if (headers !== undefined && headers.length > 0) table += `/Headers[${headers.map(idText).join('')}]`;
  if (colSpan !== undefined && colSpan > 1) table += `/ColSpan ${colSpan}`;
  return table === '' ? '' : `/A<</O/Table${table}>>`;
}

function groupByNode(links: readonly LinkObject[]): ReadonlyMap<Node, readonly LinkObject[]> {
  const groups = new Map<Node, LinkObject[]>();
  for (const link of links) {
    const group = groups.get(link.node);
    if (group === undefined) groups.set(link.node, [link]);
    else group.push(link);
  }
  return groups;
}

/** The element's children: elements, marked content, annotations. Pg is the page of its first marked content. */
function kidsOf(node: Node, links: readonly LinkObject[], { pages }: TreeContext): string {
  const own = firstPage(node.children);
  const kids: string[] = [];
  for (const child of node.children) {
    if (isNode(child)) kids.push(reference(child.object));
    else for (const place of child.places) kids.push(markedContent(place, own, pages));
  }
  for (const { annotation, page } of links) {
    kids.push(`<</Type/OBJR/Pg ${reference(pages[page] ?? 0)}/Obj ${reference(annotation)}>>`);
  }
  const pg = own === undefined ? '' : `/Pg ${reference(pages[own] ?? 0)}`;
  if (kids.length === 0) return pg;
  return `${pg}/K${kids.length === 1 ? ` ${kids[0]}` : `[${kids.join(' ')}]`}`;
}

/** By its number alone on the element's own page, by page and number elsewhere. */
function markedContent({ page, mcid }: Place, own: number | undefined, pages: readonly number[]): string {
  return page === own ? String(mcid) : `<</Type/MCR/Pg ${reference(pages[page] ?? 0)}/MCID ${mcid}>>`;
}

function isNode(child: Node | Leaf): child is Node {
  return 'object' in child;
}

function firstPage(children: readonly (Node | Leaf)[]): number | undefined {
  for (const child of children) {
    const place = isNode(child) ? undefined : child.places[0];
    if (place !== undefined) return place.page;
  }
  return undefined;
}

/** From marked content and annotations back to their elements: page i has key i, annotations follow. */
function parentTree({ owners, links }: TreeContext): string {
  const pages = owners.map((elements, page) => `${page}[${elements.map(reference).join(' ')}]`);
  const annotations = links.map(({ node }, index) => `${owners.length + index} ${reference(node.object)}`);
  return `<</Nums[${[...pages, ...annotations].join('\n')}]>>`;
}

function idTree({ nodes }: Tree): string {
  const ids: (readonly [string, number])[] = [];
  for (const { element, object } of nodes) if (element.id !== undefined) ids.push([idText(element.id), object]);
  if (ids.length === 0) return '';
  ids.sort(([a], [b]) => (a < b ? -1 : 1));
  return `/IDTree<</Names[${ids.map(([id, object]) => `${id}${reference(object)}`).join(' ')}]>>`;
}
