import type { Report } from '../../../report/index.ts';
import { annexParts } from '../annex/index.ts';
import { cell, type Node, noteId, paragraph, run, tag } from '../node.ts';
import { color, looks, overhang, text, textWidth } from '../style.ts';
import { goals } from './goals.ts';
import { keyFigures } from './key-figures.ts';

/** What a report prints, from top to bottom, in parts that each begin a page. */
export const contentOf = (report: Report): Node[][] => [
  [...opening(report), goals(report), ...report.keyFigures.flatMap(keyFigures), closing(report)],
  ...(report.annex === null ? [] : annexParts(report.annex)),
];

/** Stands at the foot of every page, so that loose sheets are known apart: "Glostrup · Juni 2026 · Side 2 af 3". */
export const pageFoot =
  ({ pageFoot: words }: Report) =>
  (page: number, count: number): string =>
    words.replace('{side}', String(page)).replace('{antal}', String(count));

/** The title and, where the report shows made-up figures, the notice that says so. */
function opening({ title: { heading, subject, edition }, subject: { name }, notice }: Report): Node[] {
  const title = tag('H1', null, { place: 'titlen' });
  const line = `${subject === '' ? `${name}.` : subject} ${edition}`;
  const slot = { name: 'titel', column: 'titel', room: textWidth };
  return [
    // One heading in two sizes: what kind of report, then whose and when.
    paragraph([run(`${heading} `, title, text.kicker)], 0, 1),
    paragraph([run(line, title, text.title, { slot })], 0, 10),
    ...(notice === null ? [] : [noticeBox(notice)]),
  ];
}

function noticeBox(notice: string): Node {
  const owner = tag('P', null, { place: 'oplysningen om eksempeldata' });
  const edge = { width: 3, color: color.noticeEdge };
  const [before, after] = [9, 12];
  return {
    columns: [{ width: textWidth + 2 * overhang - edge.width - before - after, before, after }],
    rows: [{ look: looks.notice, cells: [cell(run(notice, owner, text.notice))] }],
    edge,
    margin: [0, 0, 0, 9],
  };
}

/** The note that the mark of a column heading points to, and the day the report was made. */
function closing({ footnote, dateLine }: Report): Node {
  const { mark, before, linkText, url, after } = footnote;
  const note = tag('Note', null, { id: noteId, place: 'fodnoten' });
  const link = tag('Link', note, { link: { to: { url }, contents: `Læs mere på ${url}` } });
  const runs = [
    run(`${mark} `, tag('Lbl', note), text.body),
    run(before, note, text.body),
    run(linkText, link, text.link),
    run(after, note, text.body),
  ];
  const date = run(dateLine, tag('P', null, { place: 'datoen' }), text.body);
  return { stack: [paragraph(runs, 20, 6), paragraph([date], 0, 0)], unbreakable: true };
}
