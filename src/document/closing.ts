import type { Mark } from '../pdf/index.ts';
import { type Block, move } from './block.ts';
import type { FootnotePlace } from './footnote.ts';
import { type Kit, notePlace, type Part } from './kit.ts';
import { plain, type SetText, type Span } from './paragraph.ts';
import { text, textWidth } from './style.ts';
import { content, element, type LinkAreas } from './tree.ts';
import type { Wording } from './wording.ts';

const gap = { beforeNote: 20, beforeDate: 6 } as const;

/** The note that the asterisk of the column heading points to, and the day the report was made. */
export function closing({ dateLine }: Wording, { footnote, at }: FootnotePlace, kit: Kit): Part {
  const [mark, before, linked, after, dated] = [content(), content(), content(), content(), content()];
  const areas: LinkAreas = [];
  const spans: Span[] = [
    { text: `${footnote.mark} `, style: text.body, owner: mark },
    { text: footnote.before, style: text.body, owner: before },
    { text: footnote.linkText, style: text.link, owner: linked, areas },
    { text: footnote.after, style: text.body, owner: after },
  ];
  const link = element('Link', [linked], {
    link: { to: footnote.url, contents: linkDescription(footnote.url), areas },
  });
  const note = element('Note', [element('Lbl', [mark]), before, link, after], { id: noteId });
  const date = element('P', [dated]);
  return {
    blocks: [
      { ...paragraph('fodnoten', kit.typeset(spans, textWidth), gap.beforeNote, true), onPlaced: notePlace({ at }) },
      paragraph('datoen', kit.typeset(plain(dateLine, text.body, dated), textWidth), gap.beforeDate, false),
    ],
    elements: [note, date],
    bookmarks: [],
  };
}

const noteId = 'fodnote';

const linkDescription = (url: string): string => `Læs mere på ${url}`;

function paragraph(name: string, set: SetText, above: number, keepWithNext: boolean): Block {
  const marks: Mark[] = set.marks.map((mark) => move(mark, 0, above));
  const links = set.links.map((link) => ({ ...link, y: link.y + above }));
  return { name, height: above + set.height, marks, links, keepWithNext };
}
