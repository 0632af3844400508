import type { Goal, GoalsTable, Indicator, Report } from '../../../report/index.ts';
import { type Tag, tag } from '../../../tagged-pdf/index.ts';
import {
  cell,
  type Grid,
  type Group,
  groupedTable,
  noteId,
  type Paragraph,
  type Run,
  run,
  silent,
  valueCell,
} from '../node.ts';
import { looks, textStyles } from '../style.ts';

/**
 * The goals' table: a column heading, then per goal a heading row and its indicators. The section's heading is not
 * printed, as in the published report, but those who go from heading to heading find it.
 */
export function goals({ goals: table, footnote }: Report): Grid {
  const section = tag('H2', null, { bookmark: { title: table.caption, level: 1 } });
  const owner = tag('Table', null);
  return groupedTable(
    columnHeadings(table, footnote.mark, section, owner),
    table.goals.map((goal) => goalGroup(goal, table.noYear, owner)),
  );
}

function columnHeadings({ caption, columns }: GoalsTable, mark: string, section: Tag, table: Tag): Paragraph[] {
  const row = tag('TR', tag('THead', table), { place: 'overskriften' });
  const head = (column: number): Tag => tag('TH', row, { id: `maal-k${column}`, scope: 'Column' });
  const unseen = [silent(section, caption), silent(head(0), columns.goal)];
  const marked = (title: string, th: Tag): Paragraph => cell(...withNoteLink(title, mark, th));
  return [cell(...unseen), marked(columns.status, head(1)), marked(columns.change, head(2))];
}

/** A footnote's mark at the end of a column heading is a link to the note. */
function withNoteLink(title: string, mark: string, th: Tag): Run[] {
  if (mark === '' || !title.endsWith(mark)) return [run(title, th, textStyles.strong)];
  const link = tag('Link', tag('Reference', th), { link: { to: { id: noteId }, contents: 'Gå til fodnoten' } });
  return [run(title.slice(0, -mark.length), th, textStyles.strong), run(mark, link, textStyles.strong)];
}

function goalGroup(goal: Goal, noYear: string, table: Tag): Group {
  const body = tag('TBody', table);
  return {
    band: { look: looks.goal, cells: goalHeading(goal, noYear, body) },
    rows: goal.indicators.map((indicator) => indicatorRow(goal, indicator, body)),
    pageBreakBefore: goal.pageBreakBefore,
  };
}

const goalId = ({ number }: Goal): string => `maal-${number}`;
const yearId = (goal: Goal, column: number): string => `${goalId(goal)}-k${column}`;

function goalHeading(goal: Goal, noYear: string, body: Tag): Paragraph[] {
  const id = goalId(goal);
  const row = tag('TR', body, { place: goal.name });
  const th = tag('TH', row, { id, scope: 'Both', headers: ['maal-k0'], bookmark: { title: goal.name, level: 2 } });
  const year = (column: number, value: string): Paragraph => {
    const owner = tag('TH', row, { id: yearId(goal, column), scope: 'Column', headers: [`maal-k${column}`, id] });
    return cell(value === '' ? silent(owner, noYear) : run(value, owner, textStyles.strong));
  };
  // The goal's name stands out in its sentence.
  const named = goal.text.startsWith(goal.name) ? goal.name.length : 0;
  const name = run(goal.text.slice(0, named), th, textStyles.strong);
  const rest = run(goal.text.slice(named), th, textStyles.goalText);
  return [cell(name, rest), year(1, goal.statusText), year(2, goal.baselineText)];
}

function indicatorRow(goal: Goal, { id, text: label, status, change }: Indicator, body: Tag): Paragraph[] {
  const tr = tag('TR', body, { place: id });
  const row = `indikator-${id}`;
  const th = tag('TH', tr, { id: row, scope: 'Row', headers: ['maal-k0', goalId(goal)] });
  const values = [status, change].map((value, at) => {
    const headers = [`maal-k${at + 1}`, yearId(goal, at + 1), goalId(goal), row];
    return valueCell(value, { table: 'maal', row, at }, tag('TD', tr, { headers }), textStyles.body);
  });
  return [cell(run(label, th, textStyles.body)), ...values];
}
