import type { FontSet } from '../fonts.ts';
import type { PdfDocument } from '../model.ts';
import { attachmentFaults } from './attachments.ts';
import { glyphFaults } from './glyphs.ts';
import { headingFaults } from './headings.ts';
import { linkFaults } from './links.ts';
import { metadataFaults, outlineFaults } from './metadata.ts';
import { pageFaults } from './pages.ts';
import { type Note, type NoteElement, survey } from './survey.ts';
import { tableFaults } from './tables.ts';
import { treeFaults } from './tree.ts';

/**
 * Everything that keeps a document from being accessible (PDF/UA-1) or archival (PDF/A-3a) and that a machine can see
 * before it is written, all at once, in Danish. Empty when the document may be written.
 */
export function checkDocument(document: PdfDocument, fonts: FontSet): string[] {
  const seen = survey(document);
  const faults: string[] = [
    ...metadataFaults(document.metadata),
    ...outlineFaults(document),
    ...attachmentFaults(document.attachments),
  ];
  const note: Note = (fault) => faults.push(fault);
  const noteElement: NoteElement = (element, fault) => note(`${seen.describe(element)} ${fault}`);
  treeFaults(seen, note, noteElement);
  headingFaults(seen, noteElement);
  tableFaults(seen, noteElement);
  linkFaults(document, seen, noteElement);
  pageFaults(document, seen, fonts, note);
  glyphFaults(document, fonts, note);
  return faults;
}
