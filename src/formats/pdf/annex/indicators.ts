import { capitalise } from '../../../danish/index.ts';
import type { Annex, AnnexGoal, AnnexIndicator, GoalMovement } from '../../../report/index.ts';
import { cell, type Group, groupedTable, type Node, type Paragraph, run, silent, type Tag, tag } from '../node.ts';
import { chartSize, looks, overhang, type TextStyle, text } from '../style.ts';
import { chart } from './chart.ts';
import { spreadStrip, stripWidth } from './spread.ts';

const columns = [
  { width: 112, before: overhang, after: 0 },
  { width: 52, before: 6, after: 0 },
  { width: chartSize.width, before: 4, after: 0 },
  { width: 84, before: 8, after: 0 },
  { width: stripWidth, before: 8, after: overhang },
] as const;

/** One row per indicator with figures, below its goal. */
export function indicators(annex: Annex): Node[] {
  if (annex.goals.length === 0) return [];
  const table = tag('Table', null);
  const groups = annex.goals.map((goal) => goalGroup(goal, annex, table));
  return [groupedTable(headings(annex, table), groups, { columns })];
}

const columnId = (column: number): string => `bilag-k${column}`;

function headings({ columns: titles, titles: { title } }: Annex, table: Tag): Node[] {
  const caption = silent(tag('Caption', table), title);
  const row = tag('TR', tag('THead', table), { place: 'bilagets overskrifter' });
  const th = (column: number): Tag => tag('TH', row, { id: columnId(column), scope: 'Column' });
  const spread = th(4);
  return [
    cell(caption, run(titles.indicator, th(0), text.strong)),
    cell(run(titles.change, th(1), text.strong)),
    cell(run(titles.chart, th(2), text.strong)),
    cell(run(titles.status, th(3), text.strong)),
    { stack: [cell(run(`${titles.spread} `, spread, text.strong)), cell(run(titles.spreadBelow, spread, text.small))] },
  ];
}

function goalGroup(goal: AnnexGoal, annex: Annex, table: Tag): Group {
  const body = tag('TBody', table);
  const id = `bilag-${goal.number}`;
  const row = tag('TR', body, { place: goal.name });
  const bookmark = { title: goal.name, level: 2 } as const;
  const name = tag('TH', row, { id, scope: 'Both', headers: [columnId(0)], bookmark });
  const movement = tag('TD', row, { headers: [columnId(1), id], colSpan: columns.length - 1 });
  return {
    band: {
      look: goal.movement === 'negative' ? looks.negativeGoal : looks.goal,
      cells: [
        cell(run(goal.name, name, text.strong)),
        movementCell(goal, annex.none.movement, movement),
        ...columns.slice(2).map(() => cell()),
      ],
    },
    rows: goal.indicators.map((indicator) => indicatorRow(indicator, goal, annex, body)),
  };
}

function indicatorRow(indicator: AnnexIndicator, goal: AnnexGoal, { names, none }: Annex, body: Tag): Node[] {
  const { id, name, betterText, spread } = indicator;
  const row = tag('TR', body, { place: id });
  const own = `bilag-${id}`;
  const th = tag('TH', row, { id: own, scope: 'Row', headers: [columnId(0), `bilag-${goal.number}`] });
  const td = (column: number): Tag => tag('TD', row, { headers: [columnId(column), `bilag-${goal.number}`, own] });
  // The whole country is no municipality of the spread.
  const marked = names.country === undefined ? null : indicator;
  return [
    {
      stack: [
        cell(run(`${id} ${name}`, tag('P', th), text.strong)),
        cell(run(capitalise(betterText), tag('P', th), text.small)),
      ],
    },
    movementCell(indicator, none.movement, td(1)),
    chart(indicator, goal.years, td(2)),
    statusCell(indicator, names, td(3)),
    spread === null ? cell(silent(td(4), none.spread)) : spreadStrip(spread, marked, td(4)),
  ];
}

const styles: Readonly<Record<GoalMovement, TextStyle>> = {
  positive: text.positive,
  negative: text.negative,
  unchanged: text.neutral,
  mixed: text.neutral,
};

/** Shape and word; the word alone is read aloud, since it says the same. */
function movementCell({ movement, movementText }: AnnexGoal | AnnexIndicator, none: string, td: Tag): Paragraph {
  if (movement === null || movementText === null) return cell(silent(td, none));
  return cell(run(movementText, td, styles[movement]));
}

/** The subject's figure in full, and the others' with their names in place of the unit. */
function statusCell({ status, unit }: AnnexIndicator, names: Annex['names'], td: Tag): Node {
  const { subject } = status;
  const own =
    subject.text === '' ? silent(td, subject.spoken ?? '') : run(subject.text, tag('P', td), text.smallStrong);
  const others = (['region', 'country'] as const).flatMap((side) => {
    const figure = status[side]?.text ?? '';
    // "82 pct. (2022)" is "82 (2022)".
    const number = unit === '' ? figure : figure.replace(` ${unit}`, '');
    return figure === '' ? [] : [cell(run(`${number} ${names[side] ?? ''}`, tag('P', td), text.small))];
  });
  return { stack: [cell(own), ...others] };
}
