import { withMinus } from '../../../danish/index.ts';
import { type Annex, type AnnexGoal, type AnnexIndicator, type HistoryFigure, sides } from '../../../report/index.ts';
import { type Tag, tag } from '../../../tagged-pdf/index.ts';
import { type Column, cell, type Group, groupedTable, type Node, paragraph, run, silent, valueCell } from '../node.ts';
import { looks, overhang, textStyles, textWidth } from '../style.ts';
import { sectionHeading } from './texts.ts';

/** Of both columns of names: indicators, and whose figures stand beside. */
const namesWidth = 186;

/** Between two columns. */
const gap = 3;

/** Room for columns of years. */
const room = textWidth - namesWidth - gap;

/** The names of municipalities are longer than that of the whole country. */
const areaWidthOf = ({ country }: Annex['names']): number => (country === undefined ? 54 : 78);

/** A table of few years has no wider columns than one of many, unless its numbers are wider. */
const widestYear = 34;

/** More years go into a table of their own; fewer where numbers are too wide for as many. */
const mostYears = 16;

/** All figures of all years in one grid: what the charts show, in numbers. */
export function years(annex: Annex): Node[] {
  const all = annex.goals.flatMap((goal) => goal.years);
  if (all.length === 0) return [];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const widest = widestOf(annex);
  const span = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return [
    sectionHeading(annex.years.heading),
    ...inParts(span, Math.min(mostYears, Math.floor(room / (widest + gap)))).map((part, index) =>
      yearsTable(part, widest, annex, index === 0 ? [] : [apart]),
    ),
  ];
}

/** Above a table that goes on with later years. */
const apart = paragraph([], 8, 0);

/** The width of the widest figure. */
function widestOf({ goals, years: { provisionalMark } }: Annex): number {
  const histories = goals.flatMap((goal) => goal.indicators.flatMap(({ history }) => history));
  const texts = histories.flatMap((year) => sides.map((side) => textOf(year[side], provisionalMark)));
  return texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
}

/** As wide as the digits and points of a number are in our fonts, in bold. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ('.,'.includes(sign) ? 0.276 : 0.514), 0) * textStyles.smallStrong.fontSize;

/** A figure as it is printed, or the sign that stands in its place. */
function textOf(figure: HistoryFigure | undefined, provisionalMark: string): string {
  if (figure === undefined || figure.text === '') return figure?.symbol ?? '';
  return withMinus(figure.provisional ? `${figure.text}${provisionalMark}` : figure.text);
}

function inParts(all: readonly number[], most: number): (readonly number[])[] {
  const parts = Math.ceil(all.length / Math.max(1, most));
  const size = Math.ceil(all.length / parts);
  return Array.from({ length: parts }, (_, part) => all.slice(part * size, (part + 1) * size));
}

/** A table of some years. */
interface YearsSheet {
  readonly part: readonly number[];
  /** Of a column of a year. */
  readonly width: number;
  readonly areaWidth: number;
  readonly annex: Annex;
}

/** Cells reach their headings by Scope: hundreds of cells that name theirs would make the file much larger. */
function yearsTable(part: readonly number[], widest: number, annex: Annex, above: readonly Node[]): Node {
  const table = tag('Table', null);
  const areaWidth = areaWidthOf(annex.names);
  const width = Math.min(Math.max(widestYear, widest), room / part.length - gap);
  const columns: Column[] = [
    { width: namesWidth - areaWidth, before: overhang, after: 0 },
    { width: areaWidth, before: gap, after: 0 },
    ...part.map((_, at) => ({
      width,
      before: gap,
      after: at === part.length - 1 ? overhang + room - part.length * (width + gap) : 0,
    })),
  ];
  const row = tag('TR', tag('THead', table), { place: annex.years.heading });
  const names = run(annex.years.rowHeading, tag('TH', row, { scope: 'Column', colSpan: 2 }), textStyles.small);
  const head = [
    { ...cell(names), colSpan: 2 },
    cell(),
    ...part.map((year) => cell(run(String(year), tag('TH', row, { scope: 'Column' }), textStyles.smallStrong))),
  ];
  const sheet = { part, width, areaWidth, annex };
  const groups = annex.goals
    .filter((goal) => goal.years.some((year) => part.includes(year)))
    .flatMap((goal) => goalGroups(goal, sheet, table));
  return groupedTable(head, groups, { columns, look: looks.dense, above });
}

/** The goal's name above its first indicator. */
function goalGroups(goal: AnnexGoal, sheet: YearsSheet, table: Tag): Group[] {
  const body = tag('TBody', table);
  const colSpan = 2 + sheet.part.length;
  const name = tag('TH', tag('TR', body, { place: goal.name }), { scope: 'Row', colSpan });
  const empty = Array.from({ length: colSpan - 1 }, () => cell());
  const band = {
    look: looks.band,
    cells: [{ ...cell(run(goal.name, name, textStyles.smallStrong)), colSpan }, ...empty],
  };
  return goal.indicators.map((indicator, index) => {
    const rows = indicatorRows(indicator, sheet, body);
    return index === 0 ? { band, rows, whole: true } : { rows };
  });
}

function indicatorRows(indicator: AnnexIndicator, { part, width, areaWidth, annex }: YearsSheet, body: Tag): Node[][] {
  const { id, name, unit, history } = indicator;
  const { names, years: words } = annex;
  // The region has rows where the dataset has its figures.
  const shown = sides.filter((side) => history[0]?.[side] !== undefined);
  const rowSpan = shown.length;
  return shown.map((side, index) => {
    const tr = tag('TR', body, { place: id });
    const th = tag('TH', tr, { scope: 'Row', rowSpan });
    const label = [
      run(`${id} ${name} `, th, textStyles.smallStrong),
      run(unit === '' ? '' : `(${unit})`, th, textStyles.tiny),
    ];
    const row = `aar-${part[0]}-${id}-${side}`;
    const style = side === 'subject' ? textStyles.smallStrong : textStyles.smallInk;
    const area = { text: names[side] ?? '', spoken: null };
    const figures = part.map((year) => history.find((one) => one.year === year)?.[side]);
    return [
      index === 0 ? { ...cell(...label), rowSpan } : cell(),
      valueCell(area, { table: row, row, at: -1, room: areaWidth }, tag('TH', tr, { scope: 'Row' }), style),
      ...figureCells(
        figures,
        (figure, at) => {
          const td = tag('TD', tr);
          const value = {
            text: textOf(figure, words.provisionalMark),
            spoken: figure.spoken,
            figures: [figure],
          };
          return valueCell(value, { table: row, row, at, room: width }, td, style);
        },
        (missing, colSpan) => {
          const td = tag('TD', tr, colSpan === 1 ? {} : { colSpan });
          if (colSpan === part.length) return cell(run(words.noFigures, td, textStyles.tiny));
          return cell(silent(td, missing?.spoken ?? words.outside));
        },
      ),
    ];
  });
}

/** A cell for each figure or sign, and one for years beside each other that have neither. */
function figureCells(
  figures: readonly (HistoryFigure | undefined)[],
  shownCell: (figure: HistoryFigure, at: number) => Node,
  emptyCell: (figure: HistoryFigure | undefined, count: number) => Node,
): Node[] {
  const isEmpty = (figure: HistoryFigure | undefined): boolean => figure === undefined || figure.blank === 'no-row';
  const cells: Node[] = [];
  for (let at = 0; at < figures.length; ) {
    const figure = figures[at];
    if (figure !== undefined && !isEmpty(figure)) {
      cells.push(shownCell(figure, at));
      at++;
      continue;
    }
    const isOutside = figure === undefined;
    const end = figures.findIndex((one, index) => index > at && (!isEmpty(one) || (one === undefined) !== isOutside));
    const count = (end < 0 ? figures.length : end) - at;
    const node = emptyCell(figure, count);
    cells.push('text' in node ? { ...node, colSpan: count } : node, ...Array.from({ length: count - 1 }, () => cell()));
    at += count;
  }
  return cells;
}
