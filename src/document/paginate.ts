import { exitCode, UserError } from '../errors.ts';
import type { Mark } from '../pdf/index.ts';
import { type Block, move } from './block.ts';
import { page } from './style.ts';
import { repeatedHeading } from './tree.ts';

/** Height that blocks may fill on one page. */
export const pageRoom = page.height - page.top - page.bottom;

/** Marks per page. */
type Pages = Mark[][];

interface Cursor {
  readonly pages: Pages;
  y: number;
}

/** Blocks that must stand on one page: those that keep with the next, and that next one. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let open = false;
  for (const block of blocks) {
    const last = groups.at(-1);
    if (open && last !== undefined && block.breakBefore !== true) last.push(block);
    else groups.push([block]);
    open = block.keepWithNext === true;
  }
  return groups;
}

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.height, 0);

const onNewPage = (group: readonly Block[]): number => (group[0]?.repeat?.height ?? 0) + heightOf(group);

/** A group that no page can hold is loosened; a block that no page can hold is the text's fault. */
function fitting(group: Block[]): Block[][] {
  if (onNewPage(group) <= pageRoom) return [group];
  for (const block of group) {
    if (onNewPage([block]) > pageRoom) {
      throw new UserError(
        exitCode.data,
        `Teksten ved "${block.name}" er for lang: rækken fylder mere end en side. Gør teksten i skabelonen kortere.`,
      );
    }
  }
  return group.map((block) => [block]);
}

function startPage(cursor: Cursor, first: Block): void {
  cursor.pages.push([]);
  cursor.y = page.top;
  if (first.repeat !== undefined) place(cursor, asArtifact(first.repeat));
}

/** A repeated column heading is no second heading to a screen reader. */
function asArtifact(block: Block): Block {
  const marks = block.marks.flatMap((mark): Mark[] => {
    if (mark.kind === 'empty') return [];
    return [mark.owner.kind === 'artifact' ? mark : { ...mark, owner: repeatedHeading }];
  });
  return { height: block.height, marks, name: block.name };
}

function place(cursor: Cursor, block: Block): void {
  const index = cursor.pages.length - 1;
  for (const mark of block.marks) cursor.pages[index]?.push(move(mark, page.left, cursor.y));
  for (const link of block.links ?? []) {
    link.areas.push({
      page: index,
      x: page.left + link.x,
      y: cursor.y + link.y,
      width: link.width,
      height: link.height,
    });
  }
  block.onPlaced?.(index, cursor.y);
  cursor.y += block.height;
}

/** Room that a rounding of lengths may take. */
const tolerance = 0.01;

/** Blocks → marks per page, in reading order. A row never breaks; a heading never parts from what it heads. */
export function paginate(blocks: readonly Block[]): Pages {
  const cursor: Cursor = { pages: [], y: 0 };
  for (const group of groupsOf(blocks).flatMap(fitting)) {
    const [first] = group;
    if (first === undefined) continue;
    const full = cursor.y + heightOf(group) > page.top + pageRoom + tolerance;
    if (cursor.pages.length === 0 || first.breakBefore === true || full) startPage(cursor, first);
    for (const block of group) place(cursor, block);
  }
  return cursor.pages;
}
