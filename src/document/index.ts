import type { Attachment, OutlineItem, PdfDocument } from '../pdf/index.ts';
import type { Report } from '../report/report.ts';
import { closing } from './closing.ts';
import { withFeet } from './foot.ts';
import { footnotePlace } from './footnote.ts';
import { goalsTable } from './goals.ts';
import { keyFigureSection } from './key-figures.ts';
import type { Bookmark, Kit, Part } from './kit.ts';
import { metadataOf } from './metadata.ts';
import { opening } from './opening.ts';
import { paginate } from './paginate.ts';
import { element } from './tree.ts';

export { type Kit, makeKit } from './kit.ts';

/** What a document takes besides its report. */
export interface DocumentOptions {
  /** Name and version of the program, "barometer-report 1.0.0". */
  readonly creator: string;
  readonly attachments: readonly Attachment[];
}

/** Report → pages and logical tree. Errors: `UserError` when a text of the template is too long for a page. */
export function layOut(report: Report, kit: Kit, options: DocumentOptions): PdfDocument {
  const parts = partsOf(report, kit);
  const pages = paginate(parts.flatMap((part) => part.blocks));
  return {
    pages: withFeet(pages, kit),
    root: element(
      'Document',
      parts.flatMap((part) => part.elements),
    ),
    outline: parts.flatMap((part) => part.bookmarks).map(outlineItem),
    attachments: options.attachments,
    metadata: metadataOf(report, options.creator),
  };
}

/** The report from top to bottom; drawn and read aloud in this order. */
function partsOf(report: Report, kit: Kit): Part[] {
  const note = footnotePlace(report.footnote);
  return [
    opening(report, kit),
    goalsTable(report.goals, note, kit),
    ...report.keyFigures.map((table, index) => keyFigureSection(table, index, kit)),
    closing(report, note, kit),
  ];
}

const outlineItem = ({ title, at, children }: Bookmark): OutlineItem => ({
  title,
  page: at.page,
  y: at.y,
  children: children.map(outlineItem),
});
