import type { Annex } from '../../../report/index.ts';
import type { PageFoot, Part } from '../content/index.ts';
import type { Node } from '../node.ts';
import { indicators } from './indicators.ts';
import { notes } from './notes.ts';
import { heading, notice, reference, summary, yearsPage } from './texts.ts';
import { years } from './years.ts';

/**
 * The sheets of an annex, each with its parts; texts that each report has for itself stand apart from tables, whose
 * layout reports share. A new part is a file of its own and a line here.
 */
const sheets: readonly (Pick<Part, 'below' | 'pageValue'> & {
  readonly parts: readonly ((annex: Annex) => Node[])[];
})[] = [
  { parts: [heading, notice, summary, reference] },
  { parts: [indicators], below: true },
  { parts: [years], pageValue: yearsPage },
  { parts: [notes] },
];

/** The pages after a report; goals and indicators that are not shown are left out. */
export function annexParts(annex: Annex, foot: PageFoot): Part[] {
  const goals = annex.goals
    .map((goal) => ({ ...goal, indicators: goal.indicators.filter(({ shown }) => shown) }))
    .filter(({ indicators }) => indicators.length > 0);
  return sheets
    .map(({ parts, ...page }) => ({ ...page, foot, nodes: parts.flatMap((part) => part({ ...annex, goals })) }))
    .filter(({ nodes }) => nodes.length > 0);
}
