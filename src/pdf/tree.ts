import type { Content, Role, StructElement } from './model.ts';
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
}

export interface Place {
  readonly page: number;
  readonly mcid: number;
}

export function flatten(root: StructElement, treeRoot: number, objects: Objects): Tree {
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
        const leaf: Leaf = { role: element.role, parent: object, places: [] };
        leaves.set(child, leaf);
        children.push(leaf);
      }
    }
    return node;
  };
  visit(root, treeRoot);
  return { nodes, leaves };
}
