// Makes all that the peers read: fonts, and every report as the program writes it, as JSON and as HTML.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import subsetFont from 'subset-font';
import {
  cutFontFolder,
  cutFonts,
  inputFile,
  inputFolder,
  ourPages,
  reportOf,
  siteFolder,
  wholeFonts,
} from './inputs.mjs';
import { benchFolder, buildFolder, program, reportOptions } from './program.mjs';
import { run } from './run.mjs';

/** Gives the names of all reports. */
export async function makeInputs() {
  rmSync(buildFolder, { recursive: true, force: true });
  mkdirSync(cutFontFolder, { recursive: true });
  for (const weight of ['regular', 'semibold']) writeFileSync(cutFonts[weight], await cut(wholeFonts[weight]));
  await build({
    entryPoints: ['pdfmake-document', 'html'].map((name) => join(benchFolder, 'src', `${name}.ts`)),
    outdir: buildFolder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
  });
  await build({
    entryPoints: [join(benchFolder, 'src', 'pages.ts')],
    outfile: ourPages,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    define: { 'import.meta.url': '__here' },
    banner: { js: "const __here = require('node:url').pathToFileURL(__filename).href;" },
  });
  await run(program('--alle', '--format', 'json', ...reportOptions(inputFolder)));
  const reports = readdirSync(inputFolder).filter((file) => file.startsWith('udviklingsrapport-'));
  const names = reports.map((file) => file.replace('.json', ''));
  await makePages(names);
  await makeSite();
  return names;
}

/** A font with Latin letters only, without hints and kerning. */
function cut(file) {
  const codes = Array.from({ length: 0x180 - 0x20 }, (_, index) => 0x20 + index);
  const characters = String.fromCodePoint(...codes, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2212);
  return subsetFont(readFileSync(file), characters, {
    targetFormat: 'sfnt',
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'gasp', 'cvt ', 'fpgm', 'prep'],
    preserveNameIds: [1, 2, 3, 4, 5, 6, 16, 17],
  });
}

async function makePages(names) {
  const { css, html } = await import(pathToFileURL(join(buildFolder, 'html.mjs')).href);
  const [regular, semibold] = [cutFonts.regular, cutFonts.semibold].map((file) => pathToFileURL(file).href);
  writeFileSync(join(inputFolder, 'report.css'), css({ regular, semibold }));
  for (const name of names) writeFileSync(inputFile(name, 'html'), html(reportOf(name), 'report.css'));
}

/** All reports with annexes, and of each series what they show. */
async function makeSite() {
  mkdirSync(siteFolder);
  await run(program('--alle', '--bilag', '--format', 'json', ...reportOptions(siteFolder)));
  await run(program('--hele-landet', '--bilag', '--format', 'json', ...reportOptions(siteFolder)));
  const files = readdirSync(siteFolder).filter((file) => file.startsWith('udviklingsrapport-'));
  const reports = files.map((file) => JSON.parse(readFileSync(join(siteFolder, file), 'utf8')));
  const indicators = ({ goals }) => goals.goals.flatMap((goal) => goal.indicators);
  const keyFigures = ({ keyFigures }) => keyFigures.flatMap(({ rows }) => rows);
  const series = [
    ...indicators(reports[0]).map(({ id }, at) =>
      seriesOf(reports, 'indikator', id, (report) => indicators(report)[at]),
    ),
    ...keyFigures(reports[0]).map(({ number }, at) =>
      seriesOf(reports, 'noegletal', String(number), (report) => keyFigures(report)[at]),
    ),
  ];
  rmSync(siteFolder, { recursive: true });
  mkdirSync(siteFolder);
  writeFileSync(join(siteFolder, 'reports.json'), JSON.stringify(reports));
  writeFileSync(join(siteFolder, 'series.json'), JSON.stringify(series));
}

function seriesOf(reports, kind, id, rowOf) {
  const rows = reports.map((report) => {
    const row = rowOf(report);
    const texts = row.cells ? [row.cells[0].text] : [row.baseline.text, row.status.text, row.change.text];
    return { name: report.subject.name, slug: report.subject.slug, texts };
  });
  return { kind, id, slug: id.replace('.', '-'), text: rowOf(reports[0]).text, rows };
}
