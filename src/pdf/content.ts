import { remember } from '../remember.ts';
import type {
  Artifact,
  Color,
  Content,
  EmptyMark,
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
  readonly operators: string;
  readonly owners: readonly number[];
}

/** Draws one page; writes into the leaves of the tree where their content stands. */
export function drawPage(page: Page, index: number, tree: Tree, typesetter: Typesetter): PageContent {
  const owners: number[] = [];
  const pen = makePen(page.height, typesetter);
  let operators = '';
  let open: Owner | null = null;
  for (const mark of page.marks) {
    if (!sameOwner(open, mark.owner)) {
      operators += closing(open, tree) + opening(mark.owner, tree, index, owners);
      open = mark.owner;
    }
    operators += pen(mark);
  }
  return { operators: operators + closing(open, tree), owners };
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

/** Draws marks one after another; sets colour and font only where they change. */
function makePen(height: number, typesetter: Typesetter): (mark: Mark) => string {
  let color = '#000000';
  let font: FontName | null = null;
  let size = 0;
  const useColor = (next: Color) => {
    if (next === color) return '';
    color = next;
    return fill(next);
  };
  const useFont = (run: TextRun) => {
    if (run.font === font && run.size === size) return '';
    font = run.font;
    size = run.size;
    return `${typesetter.resource(font)} ${number(size)} Tf `;
  };
  const drawText = (mark: TextMark) => {
    let line = `BT ${number(mark.x)} ${number(height - mark.y)} Td `;
    for (const run of joinRuns(mark.runs)) line += `${useFont(run)}${useColor(run.color)}${typesetter.show(run)}`;
    return `${line}ET\n`;
  };
  return (mark) => {
    if (mark.kind === 'text') return drawText(mark);
    return mark.kind === 'rect' ? useColor(mark.color) + drawRect(mark, height) : drawNothing(mark);
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
