import { type Annex, type AnnexGoal, type AnnexIndicator, sides } from '../../../report/index.ts';
import {
  type Column,
  cell,
  groupedTable,
  type Node,
  paragraph,
  run,
  silent,
  type Tag,
  tag,
  valueCell,
} from '../node.ts';
import { looks, overhang, text, textWidth } from '../style.ts';
import { sectionHeading } from './texts.ts';

/** Of both columns of names: indicators, and whose figures stand beside. */
const namesWidth = 182;

/** Between two columns. */
const gap = 4;

/** Room for columns of years. */
const room = textWidth - namesWidth - gap;

/** The names of municipalities are longer than that of the whole country. */
const areaWidthOf = ({ country }: Annex['names']): number => (country === undefined ? 54 : 80);

/** A table of few years has no wider columns than one of many. */
const widestYear = 36;

/** More years go into a table of their own, so that their columns are not too narrow. */
const mostYears = 14;

/** All figures of all years: what the charts show, in words and numbers. */
export function years(annex: Annex): Node[] {
  const goals = annex.goals.filter((goal) => goal.years.length > 0);
  if (goals.length === 0) return [];
  return [
    sectionHeading(annex.years.heading),
    ...goals.flatMap((goal) =>
      inParts(goal.years).map((part, index) => yearsTable(goal, part, annex, index === 0 ? goalHeading(goal) : apart)),
    ),
  ];
}

function goalHeading({ name: title }: AnnexGoal): Node {
  const owner = tag('H3', null, { bookmark: { title, level: 3 }, place: title });
  return paragraph([run(title, owner, text.strong)], 7, 1);
}

/** Above a table that goes on with later years. */
const apart = paragraph([], 8, 0);

function inParts(all: readonly number[]): (readonly number[])[] {
  const parts = Math.ceil(all.length / mostYears);
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}

/** Cells reach their headings by Scope: hundreds of cells that name theirs would make the file much larger. */
function yearsTable(goal: AnnexGoal, part: readonly number[], annex: Annex, above: Node): Node {
  const table = tag('Table', null);
  const areaWidth = areaWidthOf(annex.names);
  const width = Math.min(widestYear, room / part.length - gap);
  const columns: Column[] = [
    { width: namesWidth - areaWidth, before: overhang, after: 0 },
    { width: areaWidth, before: gap, after: 0 },
    ...part.map((_, at) => ({
      width,
      before: gap,
      after: at === part.length - 1 ? overhang + room - part.length * (width + gap) : 0,
    })),
  ];
  const row = tag('TR', tag('THead', table), { place: goal.name });
  const caption = silent(tag('Caption', table), goal.name);
  const names = run(annex.years.rowHeading, tag('TH', row, { scope: 'Column', colSpan: 2 }), text.small);
  const head = [
    { ...cell(caption, names), colSpan: 2 },
    cell(),
    ...part.map((year) => cell(run(String(year), tag('TH', row, { scope: 'Column' }), text.smallStrong))),
  ];
  const body = tag('TBody', table);
  const place = { table: `aar-${goal.number}-${part[0]}`, part, width, areaWidth };
  const groups = goal.indicators.map((indicator) => ({ rows: indicatorRows(indicator, place, annex, body) }));
  return groupedTable(head, groups, { columns, look: looks.dense, above: [above] });
}

interface Place {
  readonly table: string;
  readonly part: readonly number[];
  /** Of a column of a year. */
  readonly width: number;
  readonly areaWidth: number;
}

function indicatorRows(
  { id, name, history }: AnnexIndicator,
  { table, part, width, areaWidth }: Place,
  { names, years: { provisionalMark } }: Annex,
  body: Tag,
): Node[][] {
  // The region has rows where the dataset has its figures.
  const shown = sides.filter((side) => history[0]?.[side] !== undefined);
  const rowSpan = shown.length;
  return shown.map((side, index) => {
    const tr = tag('TR', body, { place: id });
    const label = run(`${id} ${name}`, tag('TH', tr, { scope: 'Row', rowSpan }), text.smallStrong);
    const row = `${table}-${id}-${side}`;
    const style = side === 'subject' ? text.smallStrong : text.smallInk;
    const area = { text: names[side] ?? '', spoken: null };
    return [
      index === 0 ? { ...cell(label), rowSpan } : cell(),
      valueCell(area, { table: row, row, at: -1, room: areaWidth }, tag('TH', tr, { scope: 'Row' }), style),
      ...part.map((year, at) => {
        const figure = history.find((one) => one.year === year)?.[side];
        const mark = figure?.provisional === true && figure.text !== '' ? provisionalMark : '';
        const value = { text: `${figure?.text ?? ''}${mark}`, spoken: figure?.spoken ?? null };
        return valueCell(value, { table, row, at, room: width }, tag('TD', tr), style);
      }),
    ];
  });
}
