import { color, noticePadding, overhang, page, text, textWidth } from '../style.ts';
import type { Wording } from '../values.ts';
import { goals } from './goals.ts';
import { keyFigures } from './key-figures.ts';
import { bare, type Node, noteId, type Paragraph, paragraph, run, slotRun, type Tag, tag } from './node.ts';

export type { Node, Run, Tag } from './node.ts';

/** What a report prints, from top to bottom. */
export function contentOf(wording: Wording): Node[] {
  const root = tag('Document', null);
  return [
    ...opening(wording, root),
    goals(wording, root),
    ...wording.keyFigures.flatMap((table, index) => keyFigures(table, index, root)),
    closing(wording, root),
  ];
}

/** The title and, where the report shows made-up figures, the notice that says so. */
function opening({ heading, name, notice }: Wording, root: Tag): Node[] {
  const title = tag('H1', root, { place: 'titlen' });
  return [
    // One heading in two sizes: what kind of report, then whose and when.
    paragraph([run(`${heading} `, title, text.kicker)], 0, 1),
    paragraph([slotRun(name, title, text.title)], 0, 10),
    ...(notice === null ? [] : [noticeBox(notice, root)]),
  ];
}

function noticeBox(notice: string, root: Tag): Node {
  const owner = tag('P', root, { place: 'oplysningen om eksempeldata' });
  const { edge, left, right, above, below } = noticePadding;
  const width = textWidth + 2 * overhang - edge - left - right;
  return {
    table: { widths: [width], body: [[{ text: [run(notice, owner, text.notice)], fillColor: color.notice }]] },
    layout: {
      ...bare,
      paddingLeft: () => left,
      paddingRight: () => right,
      paddingTop: () => above,
      paddingBottom: () => below,
      vLineWidth: (line) => (line === 0 ? edge : 0),
      vLineColor: () => color.noticeEdge,
    },
    margin: [0, 0, 0, 9],
  };
}

/** The note that the mark of a column heading points to, and the day the report was made. */
function closing({ footnote, dateLine }: Wording, root: Tag): Node {
  const { mark, before, linkText, url, after } = footnote;
  const note = tag('Note', root, { id: noteId, place: 'fodnoten' });
  const link = tag('Link', note, { link: { to: { url }, contents: `Læs mere på ${url}` } });
  const runs = [
    run(`${mark} `, tag('Lbl', note), text.body),
    run(before, note, text.body),
    run(linkText, link, text.link),
    run(after, note, text.body),
  ];
  const date = run(dateLine, tag('P', root, { place: 'datoen' }), text.body);
  return { stack: [paragraph(runs, 20, 6), paragraph([date], 0, 0)], unbreakable: true };
}

/** The page's number, at the right edge. It has no tag: page numbers are for the eye only. */
export const pageFoot = (number: number, count: number): Paragraph => ({
  text: [{ text: `Side ${number} af ${count}`, ...text.foot }],
  alignment: 'right',
  margin: [0, 13, page.right, 0],
});
