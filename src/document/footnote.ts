import type { Footnote } from '../report/report.ts';
import type { TaggedCell } from './cell.ts';
import type { Span } from './paragraph.ts';
import type { RowCell } from './row.ts';
import { text } from './style.ts';
import { content, element, type LinkAreas } from './tree.ts';

/** The report's footnote and where it came to stand: known when all is placed. */
export interface FootnotePlace {
  readonly footnote: Footnote;
  readonly at: { page: number; y: number };
}

export const footnotePlace = (footnote: Footnote): FootnotePlace => ({ footnote, at: { page: 0, y: 0 } });

/** For screen readers, of the mark in a heading. */
const leadsToNote = 'Gå til fodnoten';

/** A column heading; a footnote's mark at its end is a link to the note. */
export function markedHeading(
  title: string,
  { footnote, at }: FootnotePlace,
  attributes: Parameters<typeof element>[2],
  draw: (spans: Span[]) => RowCell,
): TaggedCell {
  const [words, mark] = [content(), content()];
  if (footnote.mark === '' || !title.endsWith(footnote.mark)) {
    const spans = [{ text: title, style: text.columnHeading, owner: words }];
    return { element: element('TH', [words], attributes), cell: draw(spans) };
  }
  const areas: LinkAreas = [];
  const link = element('Link', [mark], { link: { to: at, contents: leadsToNote, areas } });
  const spans = [
    { text: title.slice(0, -footnote.mark.length), style: text.columnHeading, owner: words },
    { text: footnote.mark, style: text.columnHeading, owner: mark, areas },
  ];
  return { element: element('TH', [words, element('Reference', [link])], attributes), cell: draw(spans) };
}
