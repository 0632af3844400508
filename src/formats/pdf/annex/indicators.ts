import type { Annex, AnnexGoal, AnnexIndicator, Report } from '../../../report/index.ts';
import { cell, type Group, groupedTable, type Node, run, silent, type Tag, tag } from '../node.ts';
import { chartSize, looks, overhang, text } from '../style.ts';
import { chart } from './chart.ts';
import { movementCell } from './movement.ts';
import { spreadStrip, stripWidth } from './spread.ts';

const columns = [
  { width: 112, before: overhang, after: 0 },
  { width: 52, before: 6, after: 0 },
  { width: chartSize.width, before: 4, after: 0 },
  { width: 84, before: 8, after: 0 },
  { width: stripWidth, before: 8, after: overhang },
] as const;

/** One row per indicator with figures, below its goal. */
export function indicators(annex: Annex, { subject }: Report): Node[] {
  const goals = annex.goals.filter((goal) => goal.indicators.some(({ shown }) => shown));
  if (goals.length === 0) return [];
  const table = tag('Table', null);
  const marksSubject = subject.kind === 'kommune';
  const groups = goals.map((goal) => goalGroup(goal, annex, marksSubject, table));
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
    cell(run(titles.movement, th(1), text.strong)),
    cell(run(titles.chart, th(2), text.strong)),
    cell(run(titles.status, th(3), text.strong)),
    { stack: [cell(run(`${titles.spread} `, spread, text.strong)), cell(run(titles.spreadBelow, spread, text.small))] },
  ];
}

function goalGroup(goal: AnnexGoal, annex: Annex, marksSubject: boolean, table: Tag): Group {
  const body = tag('TBody', table);
  const id = `bilag-${goal.number}`;
  const row = tag('TR', body, { place: goal.name });
  const name = tag('TH', row, {
    id,
    scope: 'Both',
    headers: [columnId(0)],
    bookmark: { title: goal.name, level: 2 },
  });
  const movement = tag('TD', row, { headers: [columnId(1), id], colSpan: columns.length - 1 });
  return {
    band: {
      look: goal.movement === 'negative' ? looks.negativeGoal : looks.goal,
      cells: [
        cell(run(goal.name, name, text.strong)),
        movementCell(goal.movement, goal.movementText, movement),
        ...columns.slice(2).map(() => cell()),
      ],
    },
    rows: goal.indicators
      .filter(({ shown }) => shown)
      .map((indicator) => indicatorRow(indicator, goal, annex, marksSubject, body)),
  };
}

function indicatorRow(
  indicator: AnnexIndicator,
  goal: AnnexGoal,
  { names }: Annex,
  marksSubject: boolean,
  body: Tag,
): Node[] {
  const { id, name, betterText, movement, movementText, spread } = indicator;
  const row = tag('TR', body, { place: id });
  const own = `bilag-${id}`;
  const th = tag('TH', row, { id: own, scope: 'Row', headers: [columnId(0), `bilag-${goal.number}`] });
  const td = (column: number): Tag => tag('TD', row, { headers: [columnId(column), `bilag-${goal.number}`, own] });
  return [
    {
      stack: [
        cell(run(`${id} ${name}`, tag('P', th), text.strong)),
        cell(run(capitalised(betterText), tag('P', th), text.small)),
      ],
    },
    movementCell(movement, movementText, td(1)),
    chart(indicator, goal.years, td(2)),
    statusCell(indicator, names, td(3)),
    spread === null
      ? cell(silent(td(4), 'Ingen spredning'))
      : spreadStrip(spread, marksSubject ? indicator : null, td(4)),
  ];
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

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
