import { text } from '../style.ts';
import type { KeyFiguresWording, KeyFigureWording } from '../values.ts';
import {
  cell,
  grid,
  headLook,
  type Node,
  type Paragraph,
  paragraph,
  run,
  silent,
  slotRun,
  type Tag,
  tag,
} from './node.ts';

/** A section of key figures: its heading and its table. */
export function keyFigures(table: KeyFiguresWording, index: number, root: Tag): Node[] {
  const section = tag('H2', root, { bookmark: table.heading, place: table.heading });
  const owner = tag('Table', root);
  const head = headings(table, index, owner);
  const body = tag('TBody', owner);
  const rows = table.rows.map((row) => keyFigureRow(row, index, body));
  return [
    { ...paragraph([run(table.heading, section, text.section)], 20, 1), headlineLevel: 1 },
    grid([head, ...rows], headLook, { headerRows: 1, keepWithHeaderRows: 1 }),
  ];
}

const columnId = (table: number, column: number): string => `noegletabel-${table}-k${column}`;

function headings({ heading, rowHeading, columns }: KeyFiguresWording, index: number, table: Tag): Paragraph[] {
  const caption = silent(tag('Caption', table), heading);
  const row = tag('TR', tag('THead', table), { place: 'overskriften' });
  const th = (column: number): Tag => tag('TH', row, { id: columnId(index, column), scope: 'Column' });
  return [
    cell(caption, silent(th(0), rowHeading)),
    ...columns.map((slot, at) => cell(slotRun(slot, th(at + 1), text.strong))),
  ];
}

/** "Nøgletal 4 - text - period": the label is a link; label and period stay on one line each. */
function keyFigureRow({ number, label, url, ...row }: KeyFigureWording, index: number, body: Tag): Paragraph[] {
  const tr = tag('TR', body, { place: label });
  const id = `noegletal-${number}`;
  const th = tag('TH', tr, { id, scope: 'Row', headers: [columnId(index, 0)] });
  const link = tag('Link', th, { link: { to: { url }, contents: `${label} på ${url}` } });
  const runs = [
    run(label, link, text.link, { noWrap: true }),
    run(` - ${row.text}${row.period === '' ? '' : ' - '}`, th, text.body),
    run(row.period, th, text.body, { noWrap: true }),
  ];
  const values = row.cells.map((slot, at): Paragraph => {
    const headers = [columnId(index, at + 1), id];
    return cell(slotRun(slot, tag('TD', tr, { headers }), text.body));
  });
  return [cell(...runs), ...values];
}
