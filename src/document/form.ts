import type { Form, OutlineItem } from '../pdf/index.ts';
import { closing } from './closing.ts';
import { withFeet } from './foot.ts';
import { footnotePlace } from './footnote.ts';
import { goalsTable } from './goals.ts';
import { keyFigureSection } from './key-figures.ts';
import type { Bookmark, Kit, Part } from './kit.ts';
import { opening } from './opening.ts';
import { paginate } from './paginate.ts';
import { element } from './tree.ts';
import type { Wording } from './wording.ts';

/** Wording → pages and logical tree. Errors: `UserError` when a text of the template is too long for a page. */
export function makeForm(wording: Wording, kit: Kit): Form {
  const parts = partsOf(wording, kit);
  const pages = paginate(parts.flatMap((part) => part.blocks));
  return {
    pages: withFeet(pages, kit),
    root: element(
      'Document',
      parts.flatMap((part) => part.elements),
    ),
    outline: parts.flatMap((part) => part.bookmarks).map(outlineItem),
  };
}

/** The report from top to bottom; drawn and read aloud in this order. */
function partsOf(wording: Wording, kit: Kit): Part[] {
  const note = footnotePlace(wording.footnote);
  return [
    opening(wording, kit),
    goalsTable(wording.goals, note, kit),
    ...wording.keyFigures.map((table, index) => keyFigureSection(table, index, kit)),
    closing(wording, note, kit),
  ];
}

const outlineItem = ({ title, at, children }: Bookmark): OutlineItem => ({
  title,
  page: at.page,
  y: at.y,
  children: children.map(outlineItem),
});
