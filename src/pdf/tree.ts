import { fieldsOf } from './fields.ts';
import type { Content, Form, Role, StructElement } from './model.ts';
import type { Objects } from './objects.ts';

/** The logical tree, flattened in reading order, with an object number for every element. */
export interface Tree {
  readonly nodes: readonly Node[];
  readonly leaves: ReadonlyMap<Content, Leaf>;
}

export interface Node {
  readonly element: StructElement;
  readonly object: number;
  /** Object number of the parent; of the root: of the StructTreeRoot. */
  readonly parent: number;
  readonly children: readonly (Node | Leaf)[];
}

/** Where a leaf's marked content stands: filled while the pages are drawn. */
export interface Leaf {
  readonly role: Role;
  /** Object number of the element that holds it. */
  readonly parent: number;
  readonly places: Place[];
  /** The field that is all of it and may be blank. */
  readonly field: string | undefined;
}

export interface Place {
  readonly page: number;
  readonly mcid: number;
}

export function flatten(form: Form, treeRoot: number, objects: Objects): Tree {
  const blankable = blankableFields(form);
  const nodes: Node[] = [];
  const leaves = new Map<Content, Leaf>();
  const visit = (element: StructElement, parent: number): Node => {
    const object = objects.reserve();
    const children: (Node | Leaf)[] = [];
    const node = { element, object, parent, children };
    nodes.push(node);
    for (const child of element.children) {
      if (child.kind === 'element') children.push(visit(child, object));
      else {
        const leaf: Leaf = { role: element.role, parent: object, places: [], field: blankable.get(child) };
        leaves.set(child, leaf);
        children.push(leaf);
      }
    }
    return node;
  };
  visit(form.root, treeRoot);
  return { nodes, leaves };
}

/** Names of the fields that may be blank, by their content. */
function blankableFields(form: Form): ReadonlyMap<Content, string> {
  const names = new Map<Content, string>();
  for (const { owner, name, mayBeBlank } of fieldsOf(form)) {
    if (mayBeBlank && owner.kind === 'content') names.set(owner, name);
  }
  return names;
}
