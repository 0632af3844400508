import pdfmake from 'pdfmake';
import { pdfmakeDocument } from '../.build/pdfmake-document.mjs';
import { fontFiles } from '../lib/fonts.mjs';
import { readReportFile, serve } from '../lib/serve.mjs';

pdfmake.setFonts({ Sans: { normal: fontFiles.regular, bold: fontFiles.semibold } });
pdfmake.setUrlAccessPolicy?.(() => false);

await serve(
  (code) => JSON.parse(readReportFile(code, 'json')),
  (report) => pdfmake.createPdf(pdfmakeDocument(report)).getBuffer(),
);
