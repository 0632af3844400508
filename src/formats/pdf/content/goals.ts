import { text } from '../style.ts';
import type { GoalWording, IndicatorWording, Wording } from '../values.ts';
import {
  bare,
  cell,
  goalLook,
  grid,
  headLook,
  type Node,
  noteId,
  type Paragraph,
  type Run,
  rowLook,
  run,
  silent,
  slotRun,
  type Tag,
  tag,
} from './node.ts';

/**
 * The goals' table: a column heading, then per goal a heading row and its indicators. The section's heading is not
 * printed, as in the published report, but those who go from heading to heading find it.
 */
export function goals(wording: Wording, root: Tag): Node {
  const section = tag('H2', root, { bookmark: wording.caption });
  const table = tag('Table', root);
  const rows = wording.goals.flatMap((goal) => goalRows(goal, section, table));
  return {
    table: {
      widths: ['*'],
      headerRows: 1,
      // A page that ends between the headings and the first goal cannot hold them together.
      keepWithHeaderRows: wording.goals[0]?.pageBreakBefore === true ? 0 : 1,
      dontBreakRows: true,
      body: [[columnHeadings(wording, section, table)], ...rows.map((row) => [row])],
    },
    layout: bare,
  };
}

function columnHeadings({ caption, columns, footnote }: Wording, section: Tag, table: Tag): Node {
  const row = tag('TR', tag('THead', table), { place: 'overskriften' });
  const head = (column: number): Tag => tag('TH', row, { id: `maal-k${column}`, scope: 'Column' });
  const unseen = [silent(section, caption), silent(tag('Caption', table), caption), silent(head(0), columns.goal)];
  const marked = (title: string, th: Tag): Paragraph => cell(...withNoteLink(title, footnote.mark, th));
  return grid([[cell(...unseen), marked(columns.status, head(1)), marked(columns.change, head(2))]], headLook);
}

/** A footnote's mark at the end of a column heading is a link to the note. */
function withNoteLink(title: string, mark: string, th: Tag): Run[] {
  if (mark === '' || !title.endsWith(mark)) return [run(title, th, text.strong)];
  const link = tag('Link', tag('Reference', th), { link: { to: { id: noteId }, contents: 'Gå til fodnoten' } });
  return [run(title.slice(0, -mark.length), th, text.strong), run(mark, link, text.strong)];
}

/** Rows of the outer table, which never break: a goal's heading with its first indicator, then the others. */
function goalRows(goal: GoalWording, section: Tag, table: Tag): Node[] {
  const body = tag('TBody', table);
  const heading = goalHeading(goal, section, body);
  const [first, ...others] = goal.indicators.map((indicator) => indicatorRow(goal, indicator, body));
  const start = goal.pageBreakBefore ? ({ pageBreak: 'before' } as const) : {};
  const together = first === undefined ? [heading] : [heading, first];
  return [{ ...grid(together, goalLook), ...start }, ...others.map((row) => grid([row], rowLook))];
}

const goalId = ({ number }: GoalWording): string => `maal-${number}`;
const yearId = (goal: GoalWording, column: number): string => `${goalId(goal)}-k${column}`;

function goalHeading(goal: GoalWording, section: Tag, body: Tag): Paragraph[] {
  const id = goalId(goal);
  const row = tag('TR', body, { place: goal.name });
  const th = tag('TH', row, { id, scope: 'Both', headers: ['maal-k0'], bookmark: goal.name, under: section });
  const year = (column: number, value: string): Paragraph => {
    const owner = tag('TH', row, { id: yearId(goal, column), scope: 'Column', headers: [`maal-k${column}`, id] });
    return cell(value === '' ? silent(owner, 'Intet år') : run(value, owner, text.strong));
  };
  // The goal's name stands out in its sentence.
  const named = goal.text.startsWith(goal.name) ? goal.name.length : 0;
  const name = run(goal.text.slice(0, named), th, text.strong);
  const rest = run(goal.text.slice(named), th, text.goalText);
  return [cell(name, rest), year(1, goal.statusText), year(2, goal.baselineText)];
}

function indicatorRow(goal: GoalWording, { id, text: label, cells }: IndicatorWording, body: Tag): Paragraph[] {
  const row = tag('TR', body, { place: id });
  const own = `indikator-${id}`;
  const th = tag('TH', row, { id: own, scope: 'Row', headers: ['maal-k0', goalId(goal)] });
  const values = cells.map((slot, at): Paragraph => {
    const headers = [`maal-k${at + 1}`, yearId(goal, at + 1), goalId(goal), own];
    return cell(slotRun(slot, tag('TD', row, { headers }), text.body));
  });
  return [cell(run(label, th, text.body)), ...values];
}
