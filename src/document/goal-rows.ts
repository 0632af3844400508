import type { StructElement } from '../pdf/index.ts';
import type { Goal, Indicator } from '../report/report.ts';
import type { Block } from './block.ts';
import { dataCell, drawn, headerCell, silentCell, type TaggedCell, treeRow } from './cell.ts';
import { type Bookmark, bookmark, type Kit, notePlace } from './kit.ts';
import { plain, type Span } from './paragraph.ts';
import { type RowCell, type RowLook, rowBlock, setValue } from './row.ts';
import { color, columns, text } from './style.ts';
import { element } from './tree.ts';

const look = {
  goal: { above: 3.6, below: 4.4, band: color.band, rule: { color: color.rule, width: 0.5 } },
  indicator: { above: 3.3, below: 4.1, rule: { color: color.rule, width: 0.5 } },
} as const satisfies Record<string, RowLook>;

/** Id of the heading of column `index`. */
export const columnId = (index: number): string => `maal-k${index}`;

/** Ids of the other header cells, for the cells that they head. */
const id = {
  goal: (goal: Goal) => `maal-${goal.number}`,
  goalYear: (goal: Goal, index: number) => `maal-${goal.number}-k${index}`,
  indicator: (indicator: Indicator) => `indikator-${indicator.id}`,
};

/** Where the numbers of each column end, from its left edge. */
export interface Axes {
  readonly status: number;
  readonly change: number;
}

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
export function goalPart(goal: Goal, repeat: Block, axes: Axes, kit: Kit): GoalPart {
  const mark = bookmark(goal.name);
  const heading = goalHeading(goal, kit);
  const headingBlock = rowBlock(goal.name, drawn(heading), look.goal, {
    keepWithNext: goal.indicators.length > 0,
    breakBefore: goal.pageBreakBefore,
    repeat,
    onPlaced: notePlace(mark),
  });
  const rows = goal.indicators.map((indicator) => ({
    id: indicator.id,
    cells: indicatorCells(goal, indicator, axes, kit),
  }));
  return {
    blocks: [
      headingBlock,
      ...rows.map(({ id: name, cells }) => rowBlock(name, drawn(cells), look.indicator, { repeat })),
    ],
    body: element('TBody', [treeRow(heading), ...rows.map(({ cells }) => treeRow(cells))]),
    bookmark: mark,
  };
}

function goalHeading(goal: Goal, kit: Kit): TaggedCell[] {
  const year = (index: 1 | 2, value: string): TaggedCell => {
    const attributes = {
      id: id.goalYear(goal, index),
      scope: 'Column',
      headers: [columnId(index), id.goal(goal)],
    } as const;
    if (value === '') return silentCell('TH', noYear, attributes);
    return headerCell(attributes, setText(kit, index, value, text.goalYear));
  };
  return [
    headerCell({ id: id.goal(goal), scope: 'Both', headers: [columnId(0)] }, (owner) => ({
      x: columns[0].x,
      set: kit.typeset(goalSpans(goal, owner), columns[0].width),
    })),
    year(1, goal.statusText),
    year(2, goal.baselineText),
  ];
}

const noYear = 'Intet år';

/** The goal's name stands out in its sentence. */
function goalSpans(goal: Goal, owner: Span['owner']): Span[] {
  if (!goal.text.startsWith(goal.name)) return [{ text: goal.text, style: text.goalText, owner }];
  return [
    { text: goal.name, style: text.goalName, owner },
    { text: goal.text.slice(goal.name.length), style: text.goalText, owner },
  ];
}

function indicatorCells(goal: Goal, indicator: Indicator, axes: Axes, kit: Kit): TaggedCell[] {
  const value = (index: 1 | 2, cell: Indicator['status'], axis: number): TaggedCell =>
    dataCell(
      cell,
      { headers: [columnId(index), id.goalYear(goal, index), id.goal(goal), id.indicator(indicator)] },
      (owner) => setValue(cell.text, text.value, owner, columns[index], axis, kit.fonts, kit.typeset),
    );
  return [
    headerCell({ id: id.indicator(indicator), scope: 'Row', headers: [columnId(0), id.goal(goal)] }, (owner) => ({
      x: columns[0].x,
      set: kit.typeset(plain(indicator.text, text.body, owner), columns[0].width),
    })),
    value(1, indicator.status, axes.status),
    value(2, indicator.change, axes.change),
  ];
}
