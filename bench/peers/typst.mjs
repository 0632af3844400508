// Typst with one compiler for all reports, so that fonts, dataset and what it has laid out stay in its memory.
// `node typst.mjs finished-text|whole-job <folder> <name>...`
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { cutFontFolder, reportOf } from '../lib/inputs.mjs';
import { benchFolder, programFolder } from '../lib/program.mjs';
import { writeReports } from './write-reports.mjs';

const [job, folder, ...names] = process.argv.slice(2);
const mainFilePath = join(benchFolder, 'peers', 'typst', `${job}.typ`);
const compiler = NodeCompiler.create({ workspace: programFolder, fontArgs: [{ fontPaths: [cutFontFolder] }] });

function inputs(name) {
  const report = reportOf(name);
  return job === 'whole-job'
    ? { code: report.subject.code, name: report.subject.name }
    : { report: JSON.stringify(report) };
}

await writeReports(folder, names, (name) => {
  const compiled = compiler.compile({ mainFilePath, inputs: inputs(name) });
  if (compiled.hasError()) {
    compiled.printErrors();
    throw new Error(`Typst refused ${job}.typ.`);
  }
  const bytes = compiler.pdf(compiled.result, { pdfStandard: 'a-3a' });
  compiler.evictCache(10); // as its documentation advises; else its memory grows with every report
  return bytes;
});
