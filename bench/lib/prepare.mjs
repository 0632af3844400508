// Makes all that peers read, before anything is measured: the bundle of the program, the fonts, and every report as
// JSON, CSV and HTML.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { fontFiles, makeFonts } from './fonts.mjs';
import { benchFolder, buildFolder } from './paths.mjs';
import { load, openProgram } from './program.mjs';

const bundle = (name) =>
  build({
    entryPoints: [join(benchFolder, 'src', `${name}.ts`)],
    outfile: join(buildFolder, `${name}.mjs`),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });

/** Bundles, fonts and reports of the dataset in `data`, fresh; gives the codes of the municipalities. */
export async function prepare(data) {
  for (const name of ['ours', 'pdfmake-document', 'html']) await bundle(name);
  await makeFonts();
  const reports = join(buildFolder, 'reports');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const { attachments } = await load('ours');
  const { css, html } = await load('html');
  const urls = Object.entries(fontFiles).map(([weight, file]) => [weight, pathToFileURL(file).href]);
  writeFileSync(join(reports, 'report.css'), css(Object.fromEntries(urls)));
  const program = await openProgram(data);
  for (const code of program.codes) {
    const report = program.report(code);
    const { csv, json } = attachments(report);
    writeFileSync(join(reports, `${code}.json`), JSON.stringify(report));
    writeFileSync(join(reports, `${code}.attached.json`), json);
    writeFileSync(join(reports, `${code}.attached.csv`), csv);
    writeFileSync(join(reports, `${code}.html`), html(report, 'report.css'));
  }
  return program.codes;
}
