import { tag } from '../../../tagged-pdf/index.ts';
import { cell, type Node, run } from '../node.ts';
import { color, looks, overhang, textStyles, textWidth } from '../style.ts';

/** Says on the first page that figures are made up. */
export function noticeBox(notice: string): Node {
  const owner = tag('P', null, { place: 'oplysningen om opdigtede tal' });
  const edge = { width: 3, color: color.noticeEdge };
  const [before, after] = [9, 12];
  return {
    columns: [{ width: textWidth + 2 * overhang - edge.width - before - after, before, after }],
    rows: [{ look: looks.notice, cells: [cell(run(notice, owner, textStyles.notice))] }],
    edge,
    margin: [0, 0, 0, 9],
  };
}
