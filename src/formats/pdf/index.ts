import { slug } from '../../danish/index.ts';
import { readAttachments } from '../../pdf/attachments.ts';
import { written } from '../../report/index.ts';
import type { Format } from '../format.ts';
import { parsedReport } from '../json.ts';
import { makePress, printPdf } from './print.ts';

export { readAttachments };

/** Stands in until pdfmake lays out the pages. */
export const pdf: Format = {
  ending: 'pdf',
  renderer: (creator) => {
    const press = makePress(creator);
    return async (report) =>
      printPdf(written(report), `udviklingsrapport-${slug(report.subject.name)}-${report.edition}`, press);
  },
  isOurs: hasProducer,
  reportIn: async (bytes) => {
    try {
      const found = readAttachments(bytes).find(({ name }) => name.endsWith('.json'));
      return found === undefined ? null : parsedReport(found.bytes);
    } catch {
      return null;
    }
  },
};

/** A program that changes a PDF puts its own name here, in a new packet when it adds to the file's end. */
function hasProducer(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf('<pdf:Producer>');
  return at > 0 && file.toString('latin1', at, at + 40).startsWith('<pdf:Producer>barometer-report ');
}
