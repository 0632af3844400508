import type { Report } from '../../report/index.ts';
import type { Format, Rendered } from '../format.ts';
import { parsedReport } from '../json.ts';
import { readAttachments } from './attachments.ts';

export { readAttachments } from './attachments.ts';

/** Tagged (PDF/UA-1) and archival (PDF/A-3a), with the report's numbers attached as CSV and JSON. */
export const pdf = {
  ending: 'pdf',
  annex: 'asked',
  renderer: pdfRenderer,
  isOurs: (bytes) => {
    // A program that changes a PDF puts its own name here, in a new packet when it adds to the file's end.
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const at = file.lastIndexOf('<pdf:Producer>');
    const isOurName = at > 0 && file.toString('latin1', at, at + 40).startsWith('<pdf:Producer>barometer-report ');
    return isOurName && endsOnce(file);
  },
  reportIn: async (bytes) => {
    try {
      const data = readAttachments(bytes).find(({ name }) => name.endsWith('.json'));
      return data === undefined ? null : parsedReport(data.bytes);
    } catch {
      return null;
    }
  },
} satisfies Format;

/** What was added behind the end, or in a second part with its own end, another wrote. */
const endsOnce = (file: Buffer): boolean =>
  /\nstartxref\n\d+\n%%EOF\n$/.test(file.toString('latin1', Math.max(0, file.length - 60))) &&
  file.indexOf('\nstartxref\n') === file.lastIndexOf('\nstartxref\n');

/**
 * A renderer of reports as PDF. What it keeps between reports is fonts and layouts, which hold no value. Errors:
 * `UserError` 65 for a text that the fonts cannot draw or that no page can hold; `InternalError` for a report that not
 * all could read.
 */
export function pdfRenderer(creator: string): ReturnType<Format['renderer']> {
  let render: ((report: Report) => Rendered) | undefined;
  return async (report) => {
    // pdfmake and pdfkit are loaded by runs that make a PDF.
    render ??= (await import('./render.ts')).makeRenderer(creator);
    return render(report);
  };
}
