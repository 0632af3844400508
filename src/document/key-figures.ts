import type { EmptyMark, StructElement } from '../pdf/index.ts';
import type { Block } from './block.ts';
import { drawn, silentCell, slotCell, type TaggedCell, treeRow } from './cell.ts';
import { field, id } from './ids.ts';
import { bookmark, type Kit, notePlace, type Part } from './kit.ts';
import { plain, type Span } from './paragraph.ts';
import { type RowLook, rowBlock } from './row.ts';
import { color, columns, text, textWidth, valueColumn } from './style.ts';
import { content, element, type LinkAreas } from './tree.ts';
import type { KeyFiguresWording, KeyFigureWording } from './wording.ts';

const look = {
  heading: { above: 0, below: 4, rule: { color: color.strongRule, width: 1 } },
  row: { above: 3.3, below: 4.1, rule: { color: color.rule, width: 0.5 } },
} as const satisfies Record<string, RowLook>;

const gap = { beforeSection: 20, afterSection: 1 } as const;

/** A section of key figures: its heading and its table. */
export function keyFigureSection(table: KeyFiguresWording, index: number, kit: Kit): Part {
  const mark = bookmark(table.heading);
  const captionOwner = content();
  const heading = columnHeading(table, index, kit);
  const rows = table.rows.map((row) => ({ row, cells: rowCells(index, row, kit) }));
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

function columnHeading(table: KeyFiguresWording, index: number, kit: Kit): { block: Block; row: StructElement } {
  const heads = table.columns.map((slot, at) => {
    const column = valueColumn(at);
    const attributes = { id: id.keyFigureColumn(index, at + 1), scope: 'Column' } as const;
    const name = field.keyFigureColumn(index, at + 1);
    return slotCell('TH', slot, name, attributes, { style: text.columnHeading, column }, kit);
  });
  const cells = [silentCell('TH', table.rowHeading, { id: id.keyFigureColumn(index, 0), scope: 'Column' }), ...heads];
  return { block: rowBlock('overskriften', drawn(cells), look.heading, {}), row: treeRow(cells) };
}

function rowCells(index: number, row: KeyFigureWording, kit: Kit): TaggedCell[] {
  const values = row.cells.map((slot, at) => {
    const headers = [id.keyFigureColumn(index, at + 1), id.keyFigure(row)];
    const look = { style: text.value, column: valueColumn(at) };
    return slotCell('TD', slot, field.keyFigure(row, at + 1), { headers }, look, kit);
  });
  return [rowHeader(index, row, kit), ...values];
}

/** "Nøgletal 4 - text - period": the number is a link; a period stays on one line. */
function rowHeader(index: number, row: KeyFigureWording, kit: Kit): TaggedCell {
  const linked = content();
  const rest = content();
  const areas: LinkAreas = [];
  const spans: Span[] = [
    { text: row.label, style: text.link, owner: linked, areas, whole: true },
    { text: ` - ${row.text}${row.period === '' ? '' : ' - '}`, style: text.body, owner: rest },
    { text: row.period, style: text.body, owner: rest, whole: true },
  ];
  const link = element('Link', [linked], { link: { to: row.url, contents: `${row.label} på ${row.url}`, areas } });
  const attributes = { id: id.keyFigure(row), scope: 'Row', headers: [id.keyFigureColumn(index, 0)] } as const;
  return {
    element: element('TH', [link, rest], attributes),
    cell: { x: columns[0].x, set: kit.typeset(spans, columns[0].width) },
  };
}
