import { type Kit, layOut, makeKit } from '../../document/index.ts';
import { exitCode, UserError } from '../../errors.ts';
import { codePoint, loadFonts, missingGlyphs, type PdfDocument, renderPdf } from '../../pdf/index.ts';
import type { Report, WrittenReport } from '../../report/index.ts';
import { reportCsv } from '../csv.ts';
import type { Rendered } from '../format.ts';

/** Turns reports into files. What reports share of it depends on nothing that is one report's own (see `Wording`). */
export interface Press {
  readonly kit: Kit;
  /** Name and version of the program, as it stands in the file. */
  readonly creator: string;
}

/** Fonts and layout tools, read once. */
export const makePress = (creator: string): Press => ({ kit: makeKit(loadFonts()), creator });

/**
 * The report as PDF, its numbers attached as JSON (`data`) and CSV; `name` is the file's name without ending.
 * Errors: `UserError` 65 for a text that the fonts cannot draw: never an empty box.
 */
export function printPdf({ report, data }: WrittenReport, name: string, press: Press): Rendered {
  const attachments = attachmentsOf(report, data, name);
  const document = layOut(report, press.kit, { creator: press.creator, attachments });
  return { bytes: render(document, press), pages: document.form.pages.length };
}

/** What the document's check finds is a fault of ours, except characters that nobody could know we cannot draw. */
function render(document: PdfDocument, { kit }: Press): Uint8Array {
  try {
    return renderPdf(document, kit.fonts);
  } catch (fault) {
    throw glyphFault(document, kit) ?? fault;
  }
}

function glyphFault(document: PdfDocument, { fonts }: Kit): UserError | null {
  const missing = missingGlyphs(document, fonts);
  if (missing.length === 0) return null;
  const firstOfEach = missing.filter(
    (glyph, at) => at === missing.findIndex((one) => one.character === glyph.character),
  );
  const lines = firstOfEach.map(({ character, text }) => `  ${codePoint(character)} i "${text}"`);
  return new UserError(
    exitCode.data,
    [`Skrifttypen har ikke alle tegn i rapporten. Ret teksten i skabelonen eller datasættet:`, ...lines].join('\n'),
  );
}

function attachmentsOf(report: Report, data: string, name: string) {
  return [
    {
      name: `${name}.csv`,
      mimeType: 'text/csv',
      description: 'Rapportens tal som tabel (semikolon, decimalkomma, UTF-8)',
      bytes: utf8(reportCsv(report)),
    },
    {
      name: `${name}.json`,
      mimeType: 'application/json',
      description: 'Rapportens tal og tekster med kilder, til programmer',
      bytes: utf8(`${data}\n`),
    },
  ];
}

const encoder = new TextEncoder();
const utf8 = (text: string): Uint8Array => encoder.encode(text);
