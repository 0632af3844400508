import type { KeyFigure, KeyFigureTable } from '../../../report/index.ts';
import { type Tag, tag } from '../../../tagged-pdf/index.ts';
import { type Column, cell, type Node, type Paragraph, paragraph, run, silent, valueCell } from '../node.ts';
import { columns, looks, textStyles } from '../style.ts';

/** A section of key figures: its heading and its table. */
export function keyFigures(table: KeyFigureTable, index: number): Node[] {
  const section = tag('H2', null, { bookmark: { title: table.heading, level: 1 }, place: table.heading });
  const owner = tag('Table', null);
  const head = headings(table, index, owner);
  const body = tag('TBody', owner);
  const rows = table.rows.map((row) => ({ look: looks.row, cells: keyFigureRow(row, index, body) }));
  return [
    { ...paragraph([run(table.heading, section, textStyles.section)], 20, 1), headlineLevel: 1 },
    { columns: columnsFor(table), rows: [{ look: looks.head, cells: head }, ...rows], headed: true },
  ];
}

/** Rules reach the margin, also where there is one value a row. */
function columnsFor({ columns: titles }: KeyFigureTable): readonly Column[] {
  const [label, first, second] = columns;
  if (titles.length > 1) return columns;
  return [label, { ...first, after: second.before + second.width + second.after }];
}

const tableId = (index: number): string => `noegletabel-${index}`;
const columnId = (index: number, column: number): string => `${tableId(index)}-k${column}`;

function headings({ rowHeading, columns }: KeyFigureTable, index: number, owner: Tag): Paragraph[] {
  const tr = tag('TR', tag('THead', owner), { place: 'overskriften' });
  const th = (column: number): Tag => tag('TH', tr, { id: columnId(index, column), scope: 'Column' });
  const [row, table] = [tableId(index), `${tableId(index)}-hoved`];
  return [
    cell(silent(th(0), rowHeading)),
    ...columns.map((title, at) =>
      valueCell({ text: title, spoken: null }, { table, row, at }, th(at + 1), textStyles.strong),
    ),
  ];
}

/** Whatever its letters: what is longer may have to break. */
const fitsALine = (words: string): boolean => words.length <= 30;

/** "Nøgletal 4 - text - period": the label is a link; label and period stay on one line each. */
function keyFigureRow({ number, label, url, cells, ...words }: KeyFigure, index: number, body: Tag): Paragraph[] {
  const tr = tag('TR', body, { place: label });
  const row = `noegletal-${number}`;
  const th = tag('TH', tr, { id: row, scope: 'Row', headers: [columnId(index, 0)] });
  const link = tag('Link', th, { link: { to: { url }, contents: `${label} på ${url}` } });
  const runs = [
    run(label, link, textStyles.link, { noWrap: fitsALine(label) }),
    run(` - ${words.text}${words.period === '' ? '' : ' - '}`, th, textStyles.body),
    run(words.period, th, textStyles.body, { noWrap: fitsALine(words.period) }),
  ];
  const values = cells.map((value, at) => {
    const headers = [columnId(index, at + 1), row];
    return valueCell(value, { table: tableId(index), row, at }, tag('TD', tr, { headers }), textStyles.body);
  });
  return [cell(...runs), ...values];
}
