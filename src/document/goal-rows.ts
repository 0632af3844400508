import type { StructElement } from '../pdf/index.ts';
import type { Block } from './block.ts';
import { drawn, headerCell, silentCell, slotCell, type TaggedCell, treeRow } from './cell.ts';
import { field, id } from './ids.ts';
import { type Bookmark, bookmark, type Kit, notePlace } from './kit.ts';
import { plain, type Span } from './paragraph.ts';
import { type RowCell, type RowLook, rowBlock } from './row.ts';
import { color, columns, text } from './style.ts';
import { element } from './tree.ts';
import type { GoalWording, IndicatorWording, Slot } from './wording.ts';

const look = {
  goal: { above: 3.6, below: 4.4, band: color.band, rule: { color: color.rule, width: 0.5 } },
  indicator: { above: 3.3, below: 4.1, rule: { color: color.rule, width: 0.5 } },
} as const satisfies Record<string, RowLook>;

type ColumnIndex = 0 | 1 | 2;

const setText =
  (kit: Kit, index: ColumnIndex, value: string, style: Span['style']) =>
  (owner: Span['owner']): RowCell => ({
    x: columns[index].x,
    set: kit.typeset([{ text: value, style, owner }], columns[index].width),
  });

/** A goal's heading row and the rows of its indicators. */
export interface GoalPart {
  readonly blocks: readonly Block[];
  readonly body: StructElement;
  readonly bookmark: Bookmark;
}

/** `repeat` is the column heading that a new page begins with. */
export function goalPart(goal: GoalWording, repeat: Block, kit: Kit): GoalPart {
  const mark = bookmark(goal.name);
  const heading = goalHeading(goal, kit);
  const headingBlock = rowBlock(goal.name, drawn(heading), look.goal, {
    keepWithNext: goal.indicators.length > 0,
    breakBefore: goal.pageBreakBefore,
    repeat,
    onPlaced: notePlace(mark),
  });
  const rows = goal.indicators.map((indicator) => ({
    name: indicator.id,
    cells: indicatorCells(goal, indicator, kit),
  }));
  return {
    blocks: [headingBlock, ...rows.map(({ name, cells }) => rowBlock(name, drawn(cells), look.indicator, { repeat }))],
    body: element('TBody', [treeRow(heading), ...rows.map(({ cells }) => treeRow(cells))]),
    bookmark: mark,
  };
}

function goalHeading(goal: GoalWording, kit: Kit): TaggedCell[] {
  const year = (index: 1 | 2, value: string): TaggedCell => {
    const attributes = {
      id: id.goalYear(goal, index),
      scope: 'Column',
      headers: [id.column(index), id.goal(goal)],
    } as const;
    if (value === '') return silentCell('TH', noYear, attributes);
    return headerCell(attributes, setText(kit, index, value, text.goalYear));
  };
  return [
    headerCell({ id: id.goal(goal), scope: 'Both', headers: [id.column(0)] }, (owner) => ({
      x: columns[0].x,
      set: kit.typeset(goalSpans(goal, owner), columns[0].width),
    })),
    year(1, goal.statusText),
    year(2, goal.baselineText),
  ];
}

const noYear = 'Intet år';

/** The goal's name stands out in its sentence. */
function goalSpans(goal: GoalWording, owner: Span['owner']): Span[] {
  if (!goal.text.startsWith(goal.name)) return [{ text: goal.text, style: text.goalText, owner }];
  return [
    { text: goal.name, style: text.goalName, owner },
    { text: goal.text.slice(goal.name.length), style: text.goalText, owner },
  ];
}

function indicatorCells(goal: GoalWording, indicator: IndicatorWording, kit: Kit): TaggedCell[] {
  const value = (index: 1 | 2, slot: Slot): TaggedCell => {
    const headers = [id.column(index), id.goalYear(goal, index), id.goal(goal), id.indicator(indicator)];
    const look = { style: text.value, column: columns[index] };
    return slotCell('TD', slot, field.indicator(indicator, index), { headers }, look, kit);
  };
  return [
    headerCell({ id: id.indicator(indicator), scope: 'Row', headers: [id.column(0), id.goal(goal)] }, (owner) => ({
      x: columns[0].x,
      set: kit.typeset(plain(indicator.text, text.body, owner), columns[0].width),
    })),
    value(1, indicator.status),
    value(2, indicator.change),
  ];
}
