// pdfmake as its documentation has it: one process, fonts given once.
import pdfmake from 'pdfmake';
import { pdfmakeDocument } from '../.build/pdfmake-document.mjs';
import { fontFiles, readInput } from '../lib/inputs.mjs';
import { writeReports } from './write-reports.mjs';

pdfmake.setFonts({ Sans: { normal: fontFiles.regular, bold: fontFiles.semibold } });
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

const [folder, ...names] = process.argv.slice(2);
await writeReports(folder, names, (name) =>
  pdfmake.createPdf(pdfmakeDocument(JSON.parse(readInput(name, 'json')))).getBuffer(),
);
