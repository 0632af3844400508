// pdfmake as its documentation has it: one process, fonts given once. `node pdfmake.mjs whole|cut <folder> <name>...`
import pdfmake from 'pdfmake';
import { pdfmakeDocument } from '../.build/pdfmake-document.mjs';
import { cutFonts, reportOf, wholeFonts } from '../lib/inputs.mjs';
import { writeReports } from './write-reports.mjs';

const [cut, folder, ...names] = process.argv.slice(2);
const fonts = cut === 'cut' ? cutFonts : wholeFonts;
pdfmake.setFonts({ Sans: { normal: fonts.regular, bold: fonts.semibold } });
pdfmake.setLocalAccessPolicy(() => true);
pdfmake.setUrlAccessPolicy(() => false);

await writeReports(folder, names, (name) => pdfmake.createPdf(pdfmakeDocument(reportOf(name))).getBuffer());
