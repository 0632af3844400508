// One compiler for all reports, so that its fonts, its template and what it has laid out before stay in memory.
// BENCH_TYPST=archival makes what the program makes: tagged, PDF/A-3a, CSV and JSON attached. Otherwise tagged only.
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolder } from '../lib/fonts.mjs';
import { benchFolder } from '../lib/paths.mjs';
import { readReportFile, serve } from '../lib/serve.mjs';

const archival = process.env.BENCH_TYPST === 'archival';
const workspace = join(benchFolder, 'src');
const mainFilePath = join(workspace, 'template.typ');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontFolder] }] });
const evictAfter = 10;
const options = archival ? { pdfStandard: 'a-3a' } : { pdfTags: true };

function inputs(code) {
  const report = readReportFile(code, 'json');
  if (!archival) return { report };
  return { report, csv: readReportFile(code, 'attached.csv'), json: readReportFile(code, 'attached.json') };
}

function render(given) {
  const compiled = compiler.compile({ mainFilePath, inputs: given });
  if (compiled.hasError()) {
    compiled.printErrors();
    throw new Error('Typst refused the template.');
  }
  return compiler.pdf(compiled.result, options);
}

await serve(inputs, (given) => {
  const bytes = render(given);
  compiler.evictCache(evictAfter); // as its documentation advises; else its memory grows with every report
  return bytes;
});
