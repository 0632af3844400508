import { capitalise, withMinus } from '../../../danish/index.ts';
import type { Annex, AnnexGoal, AnnexIndicator } from '../../../report/index.ts';
import { type Tag, tag } from '../../../tagged-pdf/index.ts';
import {
  cell,
  type Group,
  groupedTable,
  lone,
  madeUpMarker,
  markerOf,
  type Node,
  type Picture,
  type Run,
  run,
  silent,
} from '../node.ts';
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
  const { subject, country, alt } = legend;
  const picture = (owner: Tag, slot: string, drawn: Legend): Picture => ({
    tag: tag('Figure', owner, { place: 'bilag.signatur' }),
    alt,
    slot,
    ...drawn,
  });
  const [below, spineBelow] = [tag('Span', heads[3]), tag('Span', heads[4])];
  return [
    head(0, titles.indicator),
    head(1, titles.status),
    head(2, titles.change),
    {
      stack: [
        head(3, titles.chart),
        picture(heads[3], 'bilag-signatur-kurve', curveLegend(subject, country)),
        cell(run(titles.chartBelow, below, textStyles.tiny)),
      ],
    },
    {
      stack: [
        head(4, titles.spread),
        cell(run(titles.spreadBelow, spineBelow, textStyles.tiny)),
        picture(heads[4], 'bilag-signatur-spredning', spineLegend(country === '' ? subject : country)),
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
        goal.movement === null
          ? cell(silent(tag('P', movement), annex.none.movement))
          : movementPicture(goal, `${id}-bevaegelse`, movement),
        cell(),
        cell(),
      ],
    },
    rows: goal.indicators.map((indicator) => indicatorRow(indicator, goal, annex, body)),
  };
}

function indicatorRow(indicator: AnnexIndicator, goal: AnnexGoal, annex: Annex, body: Tag): Node[] {
  const { id, name, betterText } = indicator;
  const row = tag('TR', body, { place: id });
  const own = `bilag-${id}`;
  const th = tag('TH', row, { id: own, scope: 'Row', headers: [columnId(0), `bilag-${goal.number}`] });
  const td = (column: number): Tag => tag('TD', row, { headers: [columnId(column), `bilag-${goal.number}`, own] });
  return [
    {
      stack: [
        cell(run(`${id} ${name}`, tag('P', th), textStyles.smallStrong)),
        cell(run(capitalise(betterText), tag('P', th), textStyles.tiny)),
      ],
    },
    statusCell(indicator, own, annex.names, td(1)),
    changeCell(indicator, own, annex.none.movement, td(2)),
    curveCell(indicator, `${own}-kurve`, td(3)),
    spineCell(indicator, `${own}-spredning`, annex, td(4)),
  ];
}

/** The change, and below it the movement; or why there is none, which is heard alone. */
function changeCell(indicator: AnnexIndicator, own: string, none: string, td: Tag): Node {
  const text = changeShort(indicator);
  const value = { ...lone(`${own}-udvikling`, changeWidth), actual: text === '' ? none : indicator.changeText };
  const change: Run = { ...run(text, tag('P', td), textStyles.smallStrong), ...value };
  return { stack: [cell(change), movementPicture(indicator, `${own}-bevaegelse`, td)] };
}

/** The unit of a count stands with its status. */
const changeShort = ({ measure, changeText }: AnnexIndicator): string =>
  measure === 'count' ? changeText.replace(/ .*/, '') : changeText;

/** Sign and word in one picture; the word alone is read aloud, since it says the same. Nothing where there is none. */
function movementPicture({ movement, movementText }: AnnexGoal | AnnexIndicator, slot: string, td: Tag): Picture {
  const alt = movementText ?? '';
  const shapes = movement === null ? [] : movementShapes(movement, alt);
  const size = { width: changeWidth, height: chart.sign.height };
  const figure = tag('Figure', td, { place: 'bilag.bevaegelser' });
  return { tag: figure, alt, slot, shapes, ...size, margin: [0, 1, 0, 0] };
}

/** The subject's figure, or why there is none, and those of the region and the country below, without their unit. */
function statusCell({ status, unit }: AnnexIndicator, own: string, names: Annex['names'], td: Tag): Node {
  const { subject } = status;
  const isBlank = subject.text === '';
  const text = isBlank ? (subject.spoken ?? '') : withMinus(subject.text);
  const others = (['region', 'country'] as const).flatMap((side): Node[] => {
    const figure = status[side];
    if (figure === undefined || figure.text === '') return [];
    const [name, short] = [names[side] ?? '', unit === '' ? figure.text : figure.text.replace(` ${unit}`, '')];
    return [
      cell(
        run(withMinus(`${name} ${short}`), tag('P', td), textStyles.tiny, {
          marker: markerOf(figure.figures),
          ...lone(`${own}-${side}`, statusWidth),
          actual: withMinus(`${name} ${figure.text}`),
        }),
      ),
    ];
  });
  const style = isBlank ? textStyles.tiny : textStyles.smallStrong;
  const lines = { name: `${own}-status`, room: statusWidth };
  return {
    stack: [{ ...cell(run(text, tag('P', td), style, { marker: markerOf(subject.figures) })), lines }, ...others],
  };
}

function curveCell(indicator: AnnexIndicator, slot: string, td: Tag): Node {
  const { alt, chart: drawn, history } = indicator;
  const shapes = drawn.reason === null ? curveShapes(indicator) : [];
  if (shapes.length === 0) return cell(silent(td, drawn.reason ?? ''));
  const { width, height } = chart.curve;
  const marker = markerOf(history.flatMap(({ subject, country }) => [subject, country ?? subject]));
  return { tag: tag('Figure', td, { place: 'bilag.kurve' }), alt, slot, width, height, shapes, marker };
}

function spineCell(indicator: AnnexIndicator, slot: string, { none, names }: Annex, td: Tag): Node {
  const { spread, spreadFault } = indicator;
  if (spreadFault !== null) return cell(run(spreadFault, td, textStyles.tiny));
  if (spread === null) return cell(silent(td, none.spread));
  const { width, height } = chart.spine;
  const shapes = spineShapes(indicator, names.country === undefined);
  const { alt, madeUp } = spread;
  const figure = tag('Figure', td, { place: 'bilag.spredning' });
  return { tag: figure, alt, slot, width, height, shapes, marker: madeUp ? madeUpMarker : undefined };
}
