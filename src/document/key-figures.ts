import type { EmptyMark, StructElement } from '../pdf/index.ts';
import type { KeyFigure, KeyFigureTable } from '../report/report.ts';
import type { Block } from './block.ts';
import { dataCell, drawn, headerCell, silentCell, type TaggedCell, treeRow } from './cell.ts';
import { bookmark, type Kit, notePlace, type Part } from './kit.ts';
import { plain, type Span } from './paragraph.ts';
import { numberAxis, type RowLook, rowBlock, setValue } from './row.ts';
import { color, columns, text, textWidth } from './style.ts';
import { content, element, type LinkAreas } from './tree.ts';

const look = {
  heading: { above: 0, below: 4, rule: { color: color.strongRule, width: 1 } },
  row: { above: 3.3, below: 4.1, rule: { color: color.rule, width: 0.5 } },
} as const satisfies Record<string, RowLook>;

const gap = { beforeSection: 20, afterSection: 1 } as const;

/** Ids of header cells; `table` counts from 0. */
const id = {
  column: (table: number, column: number) => `noegletabel-${table}-k${column}`,
  row: (row: KeyFigure) => `noegletal-${row.number}`,
};

/** A section of key figures: its heading and its table. */
export function keyFigureSection(table: KeyFigureTable, index: number, kit: Kit): Part {
  const mark = bookmark(table.heading);
  const captionOwner = content();
  const heading = columnHeading(table, index, kit);
  const axes = axesOf(table, kit);
  const rows = table.rows.map((row) => ({ row, cells: rowCells(index, row, axes, kit) }));
  const section = sectionHeading(table.heading, kit);
  const caption: EmptyMark = { kind: 'empty', owner: captionOwner };
  const blocks: Block[] = [
    { ...section.block, onPlaced: notePlace(mark) },
    { ...heading.block, marks: [caption, ...heading.block.marks], keepWithNext: true },
    ...rows.map(({ row, cells }) => rowBlock(row.label, drawn(cells), look.row, { repeat: heading.block })),
  ];
  const tree = element('Table', [
    element('Caption', [captionOwner], { actualText: table.heading }),
    element('THead', [heading.row]),
    element(
      'TBody',
      rows.map(({ cells }) => treeRow(cells)),
    ),
  ]);
  return { blocks, elements: [section.element, tree], bookmarks: [mark] };
}

function sectionHeading(heading: string, kit: Kit): { block: Block; element: StructElement } {
  const owner = content();
  const set = kit.typeset(plain(heading, text.section, owner), textWidth);
  const block: Block = {
    name: heading,
    height: gap.beforeSection + set.height + gap.afterSection,
    marks: set.marks.map((mark) => ({ ...mark, y: mark.y + gap.beforeSection })),
    keepWithNext: true,
  };
  return { block, element: element('H2', [owner]) };
}

/** The column that value number `index` (from 0) stands in. */
const columnOf = (index: number) => columns[index + 1] ?? columns[2];

function columnHeading(table: KeyFigureTable, index: number, kit: Kit): { block: Block; row: StructElement } {
  const heads = table.columns.map((title, column) => {
    const place = columnOf(column);
    return headerCell({ id: id.column(index, column + 1), scope: 'Column' }, (owner) => ({
      x: place.x,
      set: kit.typeset(plain(title, text.columnHeading, owner), place.width),
    }));
  });
  const cells = [silentCell('TH', table.rowHeading, { id: id.column(index, 0), scope: 'Column' }), ...heads];
  return { block: rowBlock('overskriften', drawn(cells), look.heading, {}), row: treeRow(cells) };
}

/** Where the numbers of each column end. */
const axesOf = (table: KeyFigureTable, { fonts }: Kit): number[] =>
  table.columns.map((_, column) =>
    numberAxis(
      table.rows.map((row) => row.cells[column]?.text ?? ''),
      text.value,
      fonts,
    ),
  );

function rowCells(index: number, row: KeyFigure, axes: readonly number[], kit: Kit): TaggedCell[] {
  const values = row.cells.map((cell, column) => {
    const place = columnOf(column);
    return dataCell(cell, { headers: [id.column(index, column + 1), id.row(row)] }, (owner) =>
      setValue(cell.text, text.value, owner, place, axes[column] ?? 0, kit.fonts, kit.typeset),
    );
  });
  return [rowHeader(index, row, kit), ...values];
}

/** "Nøgletal 4 - text - period": the number is a link; a period stays on one line. */
function rowHeader(index: number, row: KeyFigure, kit: Kit): TaggedCell {
  const linked = content();
  const rest = content();
  const areas: LinkAreas = [];
  const spans: Span[] = [
    { text: row.label, style: text.link, owner: linked, areas, whole: true },
    { text: ` - ${row.text}${row.period === '' ? '' : ' - '}`, style: text.body, owner: rest },
    { text: row.period, style: text.body, owner: rest, whole: true },
  ];
  const link = element('Link', [linked], { link: { to: row.url, contents: `${row.label} på ${row.url}`, areas } });
  const attributes = { id: id.row(row), scope: 'Row', headers: [id.column(index, 0)] } as const;
  return {
    element: element('TH', [link, rest], attributes),
    cell: { x: columns[0].x, set: kit.typeset(spans, columns[0].width) },
  };
}
