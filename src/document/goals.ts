import type { EmptyMark, StructElement } from '../pdf/index.ts';
import type { Block } from './block.ts';
import { drawn, silentCell, type TaggedCell, treeRow } from './cell.ts';
import { type FootnotePlace, markedHeading } from './footnote.ts';
import { goalPart } from './goal-rows.ts';
import { id } from './ids.ts';
import { bookmark, type Kit, type Part } from './kit.ts';
import { type RowLook, rowBlock } from './row.ts';
import { color, columns } from './style.ts';
import { content, element } from './tree.ts';
import type { GoalsWording } from './wording.ts';

const headingLook: RowLook = { above: 0, below: 4, rule: { color: color.strongRule, width: 1 } };

/**
 * The goals' table: a column heading, then per goal a heading row and its indicators. The section's heading is not
 * printed, as in the published report, but those who go from heading to heading find it.
 */
export function goalsTable(table: GoalsWording, note: FootnotePlace, kit: Kit): Part {
  const [sectionOwner, captionOwner] = [content(), content()];
  const heading = columnHeading(table, note, kit);
  const unseen = [sectionOwner, captionOwner].map((owner): EmptyMark => ({ kind: 'empty', owner }));
  const first: Block = { ...heading.block, marks: [...unseen, ...heading.block.marks], keepWithNext: true };
  const goals = table.goals.map((goal) => goalPart(goal, heading.block, kit));
  const spoken = { actualText: table.caption };
  const caption = element('Caption', [captionOwner], spoken);
  return {
    blocks: [first, ...goals.flatMap((goal) => goal.blocks)],
    elements: [
      element('H2', [sectionOwner], spoken),
      element('Table', [caption, element('THead', [heading.row]), ...goals.map((goal) => goal.body)]),
    ],
    bookmarks: [
      bookmark(
        table.caption,
        goals.map((goal) => goal.bookmark),
      ),
    ],
  };
}

function columnHeading(
  { columns: headings }: GoalsWording,
  note: FootnotePlace,
  kit: Kit,
): { block: Block; row: StructElement } {
  const head = (index: 1 | 2, title: string): TaggedCell =>
    markedHeading(title, note, { id: id.column(index), scope: 'Column' }, (spans) => ({
      x: columns[index].x,
      set: kit.typeset(spans, columns[index].width),
    }));
  const cells = [
    silentCell('TH', headings.goal, { id: id.column(0), scope: 'Column' }),
    head(1, headings.status),
    head(2, headings.change),
  ];
  return { block: rowBlock('overskriften', drawn(cells), headingLook, {}), row: treeRow(cells) };
}
