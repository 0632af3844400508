import type { Artifact, Content, Fills, Owner, Page } from './model.ts';
import { type FieldPiece, makePen } from './pen.ts';
import { number } from './syntax.ts';
import type { Leaf, Tree } from './tree.ts';
import type { Typesetter } from './typesetter.ts';

/** What a page draws, and which element each of its marked-content sequences belongs to (by MCID). */
export interface PageContent {
  readonly pieces: readonly Piece[];
  readonly owners: readonly number[];
}

/** Operators as they stand, or the place of a field's. */
export type Piece = string | FieldPiece;

/** Draws one page of a form; writes into the leaves of the tree where their content stands. */
export function drawPage(page: Page, index: number, tree: Tree, typesetter: Typesetter): PageContent {
  const owners: number[] = [];
  const pieces: Piece[] = [];
  const pen = makePen(page.height, typesetter);
  let operators = '';
  let open: Owner | null = null;
  for (const mark of page.marks) {
    if (!sameOwner(open, mark.owner)) {
      operators += closing(open, tree) + opening(mark.owner, tree, index, owners);
      open = mark.owner;
    }
    if (mark.kind === 'field') {
      pieces.push(operators, pen.field(mark));
      operators = '';
    } else operators += pen.draw(mark);
  }
  pieces.push(operators + closing(open, tree));
  return { pieces, owners };
}

/** The operators of a page with its fields filled in. */
export function fillPage(pieces: readonly Piece[], fills: Fills, typesetter: Typesetter): string {
  let operators = '';
  for (const piece of pieces) operators += typeof piece === 'string' ? piece : filled(piece, fills, typesetter);
  return operators;
}

function filled({ name, font, look, height }: FieldPiece, fills: Fills, { show }: Typesetter): string {
  const fill = fills.get(name);
  if (fill === undefined || fill.text === '') return look;
  return `BT ${number(fill.x)} ${height} Td ${look}${show(fill.text, font)}ET\n`;
}

/** Neighbouring marks of one owner share a sequence. */
function sameOwner(open: Owner | null, owner: Owner): boolean {
  if (open === owner) return true;
  if (open?.kind !== 'artifact' || owner.kind !== 'artifact') return false;
  return open.type === owner.type && open.subtype === owner.subtype;
}

function opening(owner: Owner, tree: Tree, page: number, owners: number[]): string {
  if (owner.kind === 'artifact') return openArtifact(owner);
  const leaf = tree.leaves.get(owner);
  return leaf === undefined ? '' : openLeaf(leaf, page, owners);
}

function openArtifact({ type, subtype }: Artifact): string {
  return `/Artifact<</Type/${type}${subtype === undefined ? '' : `/Subtype/${subtype}`}>>BDC\n`;
}

function openLeaf(leaf: Leaf, page: number, owners: number[]): string {
  const mcid = owners.push(leaf.parent) - 1;
  leaf.places.push({ page, mcid });
  return `/${leaf.role}<</MCID ${mcid}>>BDC\n`;
}

/** Content outside the tree is drawn untagged; the check before writing refuses it. */
function closing(owner: Owner | null, tree: Tree): string {
  if (owner === null) return '';
  return owner.kind === 'artifact' || isTagged(owner, tree) ? 'EMC\n' : '';
}

function isTagged(owner: Content, tree: Tree): boolean {
  return tree.leaves.has(owner);
}
