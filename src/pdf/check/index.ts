import { rememberOf } from '../../remember.ts';
import type { FontSet } from '../fonts.ts';
import type { Form, PdfDocument } from '../model.ts';
import { attachmentFaults } from './attachments.ts';
import { fieldFaults, fillFaults } from './fills.ts';
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
 * before it is written, all at once, in Danish. Empty when the document may be written. A form is checked once.
 */
export function checkDocument(document: PdfDocument, fonts: FontSet): string[] {
  const faults: string[] = [
    ...metadataFaults(document.metadata),
    ...attachmentFaults(document.attachments),
    ...formFaults(fonts)(document.form),
  ];
  fillFaults(document, fonts, (fault) => faults.push(fault));
  return faults;
}

const formFaults = rememberOf((fonts: FontSet) => rememberOf((form: Form) => checkForm(form, fonts)));

function checkForm(form: Form, fonts: FontSet): readonly string[] {
  const seen = survey(form);
  const faults = outlineFaults(form);
  const note: Note = (fault) => faults.push(fault);
  const noteElement: NoteElement = (element, fault) => note(`${seen.describe(element)} ${fault}`);
  treeFaults(seen, note, noteElement);
  headingFaults(seen, noteElement);
  tableFaults(seen, noteElement);
  linkFaults(form, seen, noteElement);
  pageFaults(form, seen, fonts, note);
  fieldFaults(form, seen, note);
  glyphFaults(form, fonts, note);
  return faults;
}
