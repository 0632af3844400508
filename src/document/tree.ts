import type { Artifact, Content, LinkTarget, Role, StructElement } from '../pdf/index.ts';

/** Areas of a link, filled while its blocks are placed. */
export type LinkAreas = LinkTarget['areas'][number][];

type Attributes = Omit<StructElement, 'kind' | 'role' | 'children'>;

/** A new leaf for drawn marks to belong to. */
export const content = (): Content => ({ kind: 'content' });

/** All elements have all properties, used or not: V8 is slow where objects of one kind differ in shape. */
export function element(
  role: Role,
  children: readonly (StructElement | Content)[],
  { id, scope, headers, colSpan, actualText, title, link }: Attributes = {},
): StructElement {
  return { kind: 'element', role, children, id, scope, headers, colSpan, actualText, title, link };
}

export const decoration: Artifact = { kind: 'artifact', type: 'Layout' };
export const ground: Artifact = { kind: 'artifact', type: 'Background' };
export const repeatedHeading: Artifact = { kind: 'artifact', type: 'Pagination', subtype: 'Header' };
export const pageFoot: Artifact = { kind: 'artifact', type: 'Pagination', subtype: 'Footer' };
