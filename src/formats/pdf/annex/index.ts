import type { Annex } from '../../../report/index.ts';
import type { Node } from '../node.ts';
import { indicators } from './indicators.ts';
import { heading, notes, summary } from './texts.ts';
import { years } from './years.ts';

/** The sheets of an annex, each with its parts. A new part is a file of its own and a line here. */
const sheets: readonly (readonly ((annex: Annex) => Node[])[])[] = [[heading, summary, indicators], [years], [notes]];

/** The pages after a report, in parts that each begin a page; goals and indicators that are not shown are left out. */
export function annexParts(annex: Annex): Node[][] {
  const goals = annex.goals
    .map((goal) => ({ ...goal, indicators: goal.indicators.filter(({ shown }) => shown) }))
    .filter(({ indicators }) => indicators.length > 0);
  return sheets.map((parts) => parts.flatMap((part) => part({ ...annex, goals }))).filter((nodes) => nodes.length > 0);
}
