import { capitalise, withMinus } from '../../../danish/index.ts';
import type { Annex, AnnexGoal, AnnexIndicator, Cell } from '../../../report/index.ts';
import { type Tag, tag } from '../../../tagged-pdf/index.ts';
import { cell, type Group, groupedTable, isMadeUp, type Node, type Picture, run, silent } from '../node.ts';
import { chart, looks, overhang, textStyles, textWidth } from '../style.ts';
import { curveLegend, curveShapes, type Legend, movementShapes, spineLegend, spineShapes } from './pictures.ts';

const [statusWidth, changeWidth, gap] = [81, 63, 6];
const nameWidth = textWidth - statusWidth - changeWidth - chart.curve.width - chart.spine.width - 3 * gap - gap;

const columns = [
  { width: nameWidth, before: overhang, after: 0 },
  { width: statusWidth, before: gap, after: 0 },
  { width: changeWidth, before: gap, after: 0 },
  { width: chart.curve.width, before: gap, after: 0 },
  { width: chart.spine.width, before: gap, after: overhang },
] as const;

/** One row per indicator with figures, below its goal. */
export function indicators(annex: Annex): Node[] {
  if (annex.goals.length === 0) return [];
  const table = tag('Table', null);
  const groups = annex.goals.map((goal) => goalGroup(goal, annex, table));
  return [groupedTable(headings(annex, table), groups, { columns, look: looks.indicator })];
}

const columnId = (column: number): string => `bilag-k${column}`;

function headings({ columns: titles, legend }: Annex, table: Tag): Node[] {
  const row = tag('TR', tag('THead', table), { place: 'bilagets overskrifter' });
  const th = (column: number): Tag => tag('TH', row, { id: columnId(column), scope: 'Column' });
  const heads = [0, 1, 2, 3, 4].map(th) as [Tag, Tag, Tag, Tag, Tag];
  const head = (column: 0 | 1 | 2 | 3 | 4, title: string): Node =>
    cell(run(title, heads[column], textStyles.smallStrong));
  const picture = (owner: Tag, alt: string, { height, width, shapes }: Legend): Picture => ({
    tag: tag('Figure', owner, { alt }),
    width,
    height,
    shapes,
  });
  const { subject, country, alt } = legend;
  const [below, spineBelow] = [tag('Span', heads[3]), tag('Span', heads[4])];
  return [
    head(0, titles.indicator),
    head(1, titles.status),
    head(2, titles.change),
    {
      stack: [
        head(3, titles.chart),
        picture(heads[3], alt, curveLegend(subject, country)),
        cell(run(titles.chartBelow, below, textStyles.tiny)),
      ],
    },
    {
      stack: [
        head(4, titles.spread),
        cell(run(titles.spreadBelow, spineBelow, textStyles.tiny)),
        picture(heads[4], alt, spineLegend(country === '' ? subject : country)),
      ],
    },
  ];
}

function goalGroup(goal: AnnexGoal, annex: Annex, table: Tag): Group {
  const body = tag('TBody', table);
  const id = `bilag-${goal.number}`;
  const row = tag('TR', body, { place: goal.name });
  const bookmark = { title: goal.name, level: 2 } as const;
  const name = tag('TH', row, { id, scope: 'Both', headers: [columnId(0)], colSpan: 2, bookmark });
  const movement = tag('TD', row, { headers: [columnId(2), id], colSpan: 3 });
  const [first, last] = [goal.years[0], goal.years.at(-1)];
  const span = first === undefined ? '' : `${first}\u2013${last}`;
  return {
    band: {
      look: looks.band,
      cells: [
        { ...cell(run(`${goal.name} `, name, textStyles.smallStrong), run(span, name, textStyles.small)), colSpan: 2 },
        cell(),
        movementCell(goal, annex.none.movement, movement),
        cell(),
        cell(),
      ],
    },
    rows: goal.indicators.map((indicator) => indicatorRow(indicator, goal, annex, body)),
  };
}

function indicatorRow(indicator: AnnexIndicator, goal: AnnexGoal, annex: Annex, body: Tag): Node[] {
  const { id, name, betterText, changeText } = indicator;
  const row = tag('TR', body, { place: id });
  const own = `bilag-${id}`;
  const th = tag('TH', row, { id: own, scope: 'Row', headers: [columnId(0), `bilag-${goal.number}`] });
  const td = (column: number): Tag => tag('TD', row, { headers: [columnId(column), `bilag-${goal.number}`, own] });
  const change = td(2);
  return [
    {
      stack: [
        cell(run(`${id} ${name}`, tag('P', th), textStyles.smallStrong)),
        cell(run(capitalise(betterText), tag('P', th), textStyles.tiny)),
      ],
    },
    statusCell(indicator, annex.names, td(1)),
    changeText === ''
      ? cell(silent(change, annex.none.movement))
      : {
          stack: [
            cell(run(changeShort(indicator), tag('P', change), textStyles.smallStrong, { actual: changeText })),
            movementCell(indicator, annex.none.movement, change),
          ],
        },
    curveCell(indicator, td(3)),
    spineCell(indicator, annex, td(4)),
  ];
}

/** The unit of a count stands with its status. */
const changeShort = ({ measure, changeText }: AnnexIndicator): string =>
  measure === 'count' ? changeText.replace(/ .*/, '') : changeText;

/** Sign and word in one picture; the word alone is read aloud, since it says the same. */
function movementCell({ movement, movementText }: AnnexGoal | AnnexIndicator, none: string, td: Tag): Node {
  if (movement === null || movementText === null) return cell(silent(tag('P', td), none));
  const { height } = chart.sign;
  const figure = tag('Figure', td, { alt: movementText });
  return {
    tag: figure,
    width: changeWidth,
    height,
    shapes: movementShapes(movement, movementText),
    margin: [0, 1, 0, 0],
  };
}

/** The subject's figure, or why there is none, and those of the region and the country below, without their unit. */
function statusCell({ status, unit }: AnnexIndicator, names: Annex['names'], td: Tag): Node {
  const { subject } = status;
  const isBlank = subject.text === '';
  const own = isBlank ? (subject.spoken ?? '') : withMinus(subject.text);
  const others = (['region', 'country'] as const).flatMap((side): Node[] => {
    const figure = status[side];
    if (figure === undefined || figure.text === '') return [];
    const [name, short] = [names[side] ?? '', unit === '' ? figure.text : figure.text.replace(` ${unit}`, '')];
    return [
      cell(
        run(withMinus(`${name} ${short}`), tag('P', td), textStyles.tiny, {
          ...shown(figure),
          actual: withMinus(`${name} ${figure.text}`),
        }),
      ),
    ];
  });
  const style = isBlank ? textStyles.tiny : textStyles.smallStrong;
  return { stack: [cell(run(own, tag('P', td), style, shown(subject))), ...others] };
}

const shown = ({ figures }: Cell): { readonly madeUp: true | undefined } => ({
  madeUp: isMadeUp(figures) || undefined,
});

function curveCell(indicator: AnnexIndicator, td: Tag): Node {
  const { alt, chart: drawn, history } = indicator;
  const shapes = drawn.reason === null ? curveShapes(indicator) : [];
  if (shapes.length === 0) return cell(silent(td, drawn.reason ?? ''));
  const { width, height } = chart.curve;
  const madeUp = isMadeUp(history.flatMap(({ subject, country }) => [subject, country ?? subject])) || undefined;
  return { tag: tag('Figure', td, { alt }), width, height, shapes, madeUp };
}

function spineCell(indicator: AnnexIndicator, { none, names }: Annex, td: Tag): Node {
  const { spread, spreadFault } = indicator;
  if (spreadFault !== null) return cell(run(spreadFault, td, textStyles.tiny));
  if (spread === null) return cell(silent(td, none.spread));
  const { width, height } = chart.spine;
  const shapes = spineShapes(indicator, names.country === undefined);
  return { tag: tag('Figure', td, { alt: spread.alt }), width, height, shapes, madeUp: spread.madeUp || undefined };
}
