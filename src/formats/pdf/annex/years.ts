import type { Annex, AnnexGoal, AnnexIndicator } from '../../../report/index.ts';
import {
  bandedTable,
  type Column,
  cell,
  type Group,
  type Node,
  type Paragraph,
  paragraph,
  run,
  silent,
  type Tag,
  tag,
  valueCell,
} from '../content/node.ts';
import { looks, overhang, text, textWidth } from '../style.ts';

const nameWidth = 96;

/** Between two columns of years. */
const gap = 4;

/** A table of few years has no wider columns than one of many. */
const widestYear = 40;

/** More years go into a table of their own, so that their columns are not too narrow. */
const mostYears = 14;

/** All figures of all years: what the charts show, in words and numbers. */
export function years(annex: Annex): Node[] {
  const goals = annex.goals.filter((goal) => goal.years.length > 0 && goal.indicators.some(({ shown }) => shown));
  if (goals.length === 0) return [];
  const { heading } = annex.years;
  const owner = tag('H2', null, { bookmark: { title: heading, level: 2 }, place: heading });
  return [
    paragraph([run(heading, owner, text.section)], 0, 4),
    ...goals.flatMap((goal) => [
      goalHeading(goal),
      ...inParts(goal.years).map((part) => yearsTable(goal, part, annex)),
    ]),
  ];
}

function goalHeading({ yearsCaption }: AnnexGoal): Node {
  const owner = tag('H3', null, { bookmark: { title: yearsCaption, level: 3 }, place: yearsCaption });
  return { ...paragraph([run(yearsCaption, owner, text.strong)], 10, 1), headlineLevel: 1 };
}

function inParts(all: readonly number[]): (readonly number[])[] {
  const parts = Math.ceil(all.length / mostYears);
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}

function yearsTable(goal: AnnexGoal, part: readonly number[], annex: Annex): Node {
  const table = tag('Table', null);
  // Short, since every cell names three of them.
  const id = `a${goal.number}${part[0] === goal.years[0] ? '' : `-${part[0]}`}`;
  const width = Math.min(widestYear, (textWidth - nameWidth) / part.length - gap);
  const rest = textWidth - nameWidth - part.length * (width + gap);
  const columns: Column[] = [
    { width: nameWidth, before: overhang, after: 0 },
    ...part.map((_, at) => ({ width, before: gap, after: at === part.length - 1 ? overhang + rest : 0 })),
  ];
  const row = tag('TR', tag('THead', table), { place: goal.yearsCaption });
  const th = (column: string): Tag => tag('TH', row, { id: `${id}-${column}`, scope: 'Column' });
  const head = [
    cell(silent(tag('Caption', table), goal.yearsCaption), run(annex.years.rowHeading, th('n'), text.small)),
    ...part.map((year) => cell(run(String(year), th(String(year)), text.smallStrong))),
  ];
  const rows = goal.indicators
    .filter(({ shown }) => shown)
    .map((indicator) => indicatorGroup(indicator, { id, part, width }, annex, tag('TBody', table)));
  return bandedTable(head, rows, { columns }, looks.dense);
}

interface Place {
  /** Of the table. */
  readonly id: string;
  readonly part: readonly number[];
  readonly width: number;
}

function indicatorGroup(indicator: AnnexIndicator, place: Place, annex: Annex, body: Tag): Group {
  const { id, part } = place;
  const own = `${id}:${indicator.id}`;
  const row = tag('TR', body, { place: indicator.id });
  const colSpan = part.length + 1;
  const th = tag('TH', row, { id: own, scope: 'Both', headers: [`${id}-n`], colSpan });
  const name = cell(run(`${indicator.id} ${indicator.name}`, th, text.smallStrong));
  const sides = (['subject', 'region', 'country'] as const).filter((side) => annex.names[side] !== undefined);
  return {
    band: looks.group,
    heading: [{ ...name, colSpan }, ...part.map(() => cell())],
    rows: sides.map((side) => sideRow(side, indicator, { ...place, own }, annex, body)),
  };
}

function sideRow(
  side: 'subject' | 'region' | 'country',
  { history, id: indicator }: AnnexIndicator,
  { id, own, part, width }: Place & { readonly own: string },
  { names, years: { provisionalMark } }: Annex,
  body: Tag,
): Paragraph[] {
  const tr = tag('TR', body, { place: indicator });
  const row = `${own}${side[0]}`;
  const th = tag('TH', tr, { id: row, scope: 'Row', headers: [`${id}-n`, own] });
  const name = { text: names[side] ?? '', spoken: null };
  const style = side === 'subject' ? text.smallStrong : text.smallInk;
  return [
    valueCell(name, { table: `${own}-n`, row, at: -1, room: nameWidth }, th, style),
    ...part.map((year, at) => {
      const figure = history.find((one) => one.year === year)?.[side];
      const mark = figure?.provisional === true && figure.text !== '' ? provisionalMark : '';
      const value = { text: `${figure?.text ?? ''}${mark}`, spoken: figure?.spoken ?? null };
      const td = tag('TD', tr, { headers: [`${id}-${year}`, own, row] });
      return valueCell(value, { table: id, row, at, room: width }, td, style);
    }),
  ];
}
