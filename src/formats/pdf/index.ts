import { makePress, printFile } from '../../batch/printer.ts';
import { readAttachments } from '../../pdf/attachments.ts';
import { written } from '../../report/index.ts';
import type { Format } from '../format.ts';
import { parsedReport } from '../json.ts';

export { readAttachments };

/** Stands in until pdfmake lays out the pages. */
export const pdf: Format = {
  ending: 'pdf',
  renderer: (creator) => {
    const press = makePress(creator);
    return async (report) => {
      const { bytes, file } = printFile(written(report), 'pdf', press);
      return { bytes, pages: file.pages };
    };
  },
  isOurs: (bytes) => Buffer.from(bytes).includes('<pdf:Producer>barometer-report '),
  reportIn: async (bytes) => {
    const found = readAttachments(bytes).find(({ name }) => name.endsWith('.json'));
    return found === undefined ? null : parsedReport(found.bytes);
  },
};
