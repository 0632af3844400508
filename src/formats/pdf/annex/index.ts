import type { Annex, Report } from '../../../report/index.ts';
import type { Node } from '../node.ts';
import { heading } from './heading.ts';
import { indicators } from './indicators.ts';
import { notes } from './notes.ts';
import { summary } from './summary.ts';
import { years } from './years.ts';

/** The sheets of an annex, each with its parts. A new part is a file of its own and a line here. */
const sheets: readonly (readonly ((annex: Annex, report: Report) => Node[])[])[] = [
  [heading, summary, indicators],
  [years],
  [notes],
];

/** The pages after a report, in parts that each begin a page. */
export const annexParts = (annex: Annex, report: Report): Node[][] =>
  sheets.map((parts) => parts.flatMap((part) => part(annex, report))).filter((nodes) => nodes.length > 0);
