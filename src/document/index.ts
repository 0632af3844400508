import type { Attachment, PdfDocument } from '../pdf/index.ts';
import { rememberLatest, rememberOf } from '../remember.ts';
import type { Report } from '../report/report.ts';
import { fillsOf } from './fills.ts';
import { makeForm } from './form.ts';
import type { Kit } from './kit.ts';
import { metadataOf } from './metadata.ts';
import { type Wording, wordingOf } from './wording.ts';

export { type Kit, makeKit } from './kit.ts';

/** What a document takes besides its report. */
export interface DocumentOptions {
  /** Name and version of the program, "barometer-report 1.0.0". */
  readonly creator: string;
  readonly attachments: readonly Attachment[];
}

/** Report → form and fills. Errors: `UserError` when a text of the template is too long for a page. */
export function layOut(report: Report, kit: Kit, options: DocumentOptions): PdfDocument {
  const fills = fillsOf(report, kit);
  return {
    form: formOf(kit)(wordingOf(report, fills)),
    fills,
    attachments: options.attachments,
    metadata: metadataOf(report, options.creator),
  };
}

/** Nearly all reports of a batch have one wording, or one of two: with the notice of made-up figures and without. */
const maxForms = 4;

const formOf = rememberOf((kit: Kit) =>
  rememberLatest(
    (wording: Wording) => JSON.stringify(wording),
    (wording) => makeForm(wording, kit),
    maxForms,
  ),
);
