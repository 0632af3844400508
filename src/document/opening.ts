import type { Mark } from '../pdf/index.ts';
import { type Block, move } from './block.ts';
import { field } from './ids.ts';
import type { Kit, Part } from './kit.ts';
import { plain, type SetText } from './paragraph.ts';
import { overhang } from './row.ts';
import { setSlot } from './slot.ts';
import { color, text, textColumn, textWidth } from './style.ts';
import { content, decoration, element, ground } from './tree.ts';
import type { Wording } from './wording.ts';

/** The title and, where the report shows made-up figures, the notice that says so. */
export function opening(wording: Wording, kit: Kit): Part {
  const parts = [title(wording, kit), ...(wording.notice === null ? [] : [notice(wording.notice, kit)])];
  return {
    blocks: parts.map((part) => part.block),
    elements: parts.map((part) => part.element),
    bookmarks: [],
  };
}

const gap = { kickerToTitle: 1, afterTitle: 10, afterNotice: 9 } as const;

/** One heading in two sizes: what kind of report, then whose and when. */
function title({ title: { heading, name } }: Wording, kit: Kit) {
  const owner = content();
  const kicker = kit.typeset(plain(`${heading} `, text.kicker, owner), textWidth);
  const look = { style: text.title, column: textColumn };
  const main = setSlot(name, { name: field.title, owner, mayBeBlank: false }, look, kit);
  const top = kicker.height + gap.kickerToTitle;
  const marks = [...kicker.marks, ...main.marks.map((mark) => move(mark, 0, top))];
  const block: Block = { name: 'titlen', height: top + main.height + gap.afterTitle, marks, keepWithNext: true };
  return { block, element: element('H1', [owner]) };
}

const noticePadding = { x: 12, y: 5 } as const;

function notice(message: string, kit: Kit) {
  const owner = content();
  const set = kit.typeset(plain(message, text.notice, owner), textWidth - 2 * (noticePadding.x - overhang));
  const height = set.height + 2 * noticePadding.y;
  const block: Block = {
    name: 'oplysningen om eksempeldata',
    height: height + gap.afterNotice,
    marks: [...noticeGround(height), ...inNotice(set)],
    keepWithNext: true,
  };
  return { block, element: element('P', [owner]) };
}

function noticeGround(height: number): Mark[] {
  const box = { kind: 'rect', y: 0, height, x: -overhang } as const;
  return [
    { ...box, width: textWidth + 2 * overhang, color: color.notice, owner: ground },
    { ...box, width: 3, color: color.noticeEdge, owner: decoration },
  ];
}

const inNotice = (set: SetText): Mark[] =>
  set.marks.map((mark) => move(mark, noticePadding.x - overhang, noticePadding.y));
