import type { Report } from '../../../report/index.ts';
import { tag } from '../../../tagged-pdf/index.ts';
import { annexParts } from '../annex/index.ts';
import { lone, type Node, noteId, paragraph, run } from '../node.ts';
import { textStyles, textWidth } from '../style.ts';
import { goals } from './goals.ts';
import { keyFigures } from './key-figures.ts';
import { noticeBox } from './notice.ts';

/** At the left and the right of a page's foot; `isMadeUp`: the page shows a made-up figure. */
export type PageFoot = (
  page: number,
  count: number,
  isMadeUp: boolean,
) => { readonly left: string; readonly right: string };

/** A part of a report: it begins a page, or goes on below the part before it. */
export interface Part {
  readonly nodes: readonly Node[];
  readonly foot: PageFoot;
  readonly below?: boolean;
  /** A value that is told the page on which the part begins. */
  readonly pageValue?: string;
}

/** What a report prints, from top to bottom. */
export const contentOf = (report: Report): Part[] => [
  {
    nodes: [...opening(report), goals(report), ...report.keyFigures.flatMap(keyFigures), closing(report)],
    foot: pageFoot(report.pageFoot, report),
  },
  ...(report.annex === null ? [] : annexParts(report.annex, pageFoot(report.annex.pageFoot, report))),
];

/** Stands at the foot of every page, so that loose sheets are known apart: "Glostrup · Juni 2026 · Side 2 af 3". */
const pageFoot =
  (words: string, { madeUpFoot }: Report): PageFoot =>
  (page, count, isMadeUp) => ({
    left: isMadeUp ? madeUpFoot : '',
    right: words.replace('{side}', String(page)).replace('{antal}', String(count)),
  });

/** The title and, where the report shows made-up figures, the notice that says so. */
function opening({ title: { heading, subject, edition }, subject: { name }, notice }: Report): Node[] {
  const title = tag('H1', null, { place: 'titlen' });
  const line = `${subject === '' ? `${name}.` : subject} ${edition}`;
  return [
    // One heading in two sizes: what kind of report, then whose and when.
    paragraph([run(`${heading} `, title, textStyles.kicker)], 0, 1),
    paragraph([run(line, title, textStyles.title, lone('titel', textWidth))], 0, 10),
    ...(notice === null ? [] : [noticeBox(notice)]),
  ];
}

/** The note that the mark of a column heading points to, and the day the report was made. */
function closing({ footnote, dateLine }: Report): Node {
  const { mark, before, linkText, url, after } = footnote;
  const note = tag('Note', null, { id: noteId, place: 'fodnoten' });
  const link = tag('Link', note, { link: { to: { url }, contents: `Læs mere på ${url}` } });
  const runs = [
    run(`${mark} `, tag('Lbl', note), textStyles.body),
    run(before, note, textStyles.body),
    run(linkText, link, textStyles.link),
    run(after, note, textStyles.body),
  ];
  const date = run(dateLine, tag('P', null, { place: 'datoen' }), textStyles.body);
  return { stack: [paragraph(runs, 20, 6), paragraph([date], 0, 0)], unbreakable: true };
}
