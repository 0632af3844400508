import { shipped } from '../../paths.ts';
import type { Report } from '../../report/report.ts';
import { readAttachments } from './attachments.ts';

export { type AttachedFile, notWhole, readAttachments } from './attachments.ts';

/** A finished file and its number of pages. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/**
 * A renderer of reports as PDF, tagged (PDF/UA-1) and archival (PDF/A-3a), with their numbers attached as CSV and JSON.
 * What it keeps between reports is fonts and layouts, which hold no value. `creator`: "barometer-report 1.0.0".
 * Errors: `UserError` 65 for a text that the fonts cannot draw or that no page can hold; `InternalError` for a report
 * that not all could read.
 */
export function pdfRenderer(creator: string, fonts: string = shipped('fonts')): (report: Report) => Promise<Rendered> {
  let render: ((report: Report) => Promise<Rendered>) | undefined;
  return async (report) => {
    // pdfmake and pdfkit are loaded by runs that make a PDF.
    render ??= (await import('./render.ts')).makeRenderer(creator, fonts);
    return render(report);
  };
}

/** A program that changes a PDF puts its own name here, in a new packet when it adds to the file's end. */
export function isOurPdf(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf('<pdf:Producer>');
  return at > 0 && file.toString('latin1', at, at + 40).startsWith('<pdf:Producer>barometer-report ');
}

/** The report that a PDF was made of; null when it carries none. Errors: as `readAttachments`. */
export async function reportIn(bytes: Uint8Array): Promise<Report | null> {
  const file = (await readAttachments(bytes)).find(({ name }) => name.endsWith('.json'));
  return file === undefined ? null : (JSON.parse(Buffer.from(file.bytes).toString('utf8')) as Report);
}
