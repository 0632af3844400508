import { remember } from '../remember.ts';
import type {
  Artifact,
  Color,
  Content,
  EmptyMark,
  FieldMark,
  Fills,
  FontName,
  Mark,
  Owner,
  Page,
  RectMark,
  TextMark,
  TextRun,
} from './model.ts';
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

/** A field in a page's content. `look` chooses its font and colour where they are not already in use. */
interface FieldPiece {
  readonly name: string;
  readonly font: FontName;
  readonly look: string;
  /** Height above the page's foot, as it is written. */
  readonly height: string;
}

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

interface Pen {
  readonly draw: (mark: Exclude<Mark, FieldMark>) => string;
  readonly field: (mark: FieldMark) => FieldPiece;
}

/** Draws marks one after another; sets colour and font only where they change. */
function makePen(height: number, typesetter: Typesetter): Pen {
  let color = '#000000';
  let font: FontName | null = null;
  let size = 0;
  const useColor = (next: Color) => {
    if (next === color) return '';
    color = next;
    return fill(next);
  };
  const useFont = (next: Pick<TextRun, 'font' | 'size'>) => {
    if (next.font === font && next.size === size) return '';
    font = next.font;
    size = next.size;
    return `${typesetter.resource(font)} ${number(size)} Tf `;
  };
  const drawText = (mark: TextMark) => {
    let line = `BT ${number(mark.x)} ${number(height - mark.y)} Td `;
    for (const run of joinRuns(mark.runs)) {
      line += `${useFont(run)}${useColor(run.color)}${typesetter.show(run.text, run.font)}`;
    }
    return `${line}ET\n`;
  };
  return {
    draw: (mark) => {
      if (mark.kind === 'text') return drawText(mark);
      return mark.kind === 'rect' ? useColor(mark.color) + drawRect(mark, height) : drawNothing(mark);
    },
    field: (mark) => ({
      name: mark.name,
      font: mark.font,
      look: useFont(mark) + useColor(mark.color),
      height: number(height - mark.y),
    }),
  };
}

function drawRect(mark: RectMark, height: number): string {
  const bottom = height - mark.y - mark.height;
  return `${number(mark.x)} ${number(bottom)} ${number(mark.width)} ${number(mark.height)} re f\n`;
}

function drawNothing(_mark: EmptyMark): string {
  return '';
}

/** Neighbouring runs that look the same become one, so that words are not torn apart when copied. */
export function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  if (runs.length < 2) return runs;
  const joined: TextRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.font === run.font && last.size === run.size && last.color === run.color) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}

/** "#1a2b3c" as a fill colour. */
const fill = remember((color) => {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return `${parts.map((part) => String(Math.round(part * 1000) / 1000)).join(' ')} rg `;
}, 200);
