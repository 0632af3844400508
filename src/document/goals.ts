import type { EmptyMark, StructElement } from '../pdf/index.ts';
import type { Goal, GoalsTable, Indicator } from '../report/report.ts';
import type { Block } from './block.ts';
import { dataCell, drawn, headerCell, silentCell, type TaggedCell, treeRow } from './cell.ts';
import { type FootnotePlace, markedHeading } from './footnote.ts';
import { type Bookmark, bookmark, type Kit, notePlace, type Part } from './kit.ts';
import { plain, type Span } from './paragraph.ts';
import { numberAxis, type RowCell, type RowLook, rowBlock, setValue } from './row.ts';
import { color, columns, text } from './style.ts';
import { content, element } from './tree.ts';

const look = {
  heading: { above: 0, below: 4, rule: { color: color.strongRule, width: 1 } },
  goal: { above: 3.6, below: 4.4, band: color.band, rule: { color: color.rule, width: 0.5 } },
  indicator: { above: 3.3, below: 4.1, rule: { color: color.rule, width: 0.5 } },
} as const satisfies Record<string, RowLook>;

/** Ids of header cells, for the cells that they head. */
const id = {
  column: (index: number) => `maal-k${index}`,
  goal: (goal: Goal) => `maal-${goal.number}`,
  goalYear: (goal: Goal, index: number) => `maal-${goal.number}-k${index}`,
  indicator: (indicator: Indicator) => `indikator-${indicator.id}`,
};

interface Axes {
  readonly status: number;
  readonly change: number;
}

/**
 * The goals' table: a column heading, then per goal a heading row and its indicators. The section's heading is not
 * printed, as in the published report, but those who go from heading to heading find it.
 */
export function goalsTable(table: GoalsTable, note: FootnotePlace, kit: Kit): Part {
  const [sectionOwner, captionOwner] = [content(), content()];
  const heading = columnHeading(table, note, kit);
  const unseen = [sectionOwner, captionOwner].map((owner): EmptyMark => ({ kind: 'empty', owner }));
  const first: Block = { ...heading.block, marks: [...unseen, ...heading.block.marks], keepWithNext: true };
  const axes = axesOf(table, kit);
  const goals = table.goals.map((goal) => goalPart(goal, heading.block, axes, kit));
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

function axesOf(table: GoalsTable, { fonts }: Kit): Axes {
  const indicators = table.goals.flatMap((goal) => goal.indicators);
  const axis = (column: 'status' | 'change') =>
    numberAxis(
      indicators.map((indicator) => indicator[column].text),
      text.value,
      fonts,
    );
  return { status: axis('status'), change: axis('change') };
}

function columnHeading(
  { columns: headings }: GoalsTable,
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
  return { block: rowBlock('overskriften', drawn(cells), look.heading, {}), row: treeRow(cells) };
}

type ColumnIndex = 0 | 1 | 2;

const setText =
  (kit: Kit, index: ColumnIndex, value: string, style: Span['style']) =>
  (owner: Span['owner']): RowCell => ({
    x: columns[index].x,
    set: kit.typeset([{ text: value, style, owner }], columns[index].width),
  });

interface GoalPart {
  readonly blocks: readonly Block[];
  readonly body: StructElement;
  readonly bookmark: Bookmark;
}

function goalPart(goal: Goal, repeat: Block, axes: Axes, kit: Kit): GoalPart {
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
      { headers: [id.column(index), id.goalYear(goal, index), id.goal(goal), id.indicator(indicator)] },
      (owner) => setValue(cell.text, text.value, owner, columns[index], axis, kit.fonts, kit.typeset),
    );
  return [
    headerCell({ id: id.indicator(indicator), scope: 'Row', headers: [id.column(0), id.goal(goal)] }, (owner) => ({
      x: columns[0].x,
      set: kit.typeset(plain(indicator.text, text.body, owner), columns[0].width),
    })),
    value(1, indicator.status, axes.status),
    value(2, indicator.change, axes.change),
  ];
}
