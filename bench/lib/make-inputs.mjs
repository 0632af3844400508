// Makes all that the peers read: fonts, and every report as the program writes it, as JSON, CSV and HTML.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import subsetFont from 'subset-font';
import { cutFontFolder, cutFonts, inputFile, inputFolder, readInput, wholeFonts } from './inputs.mjs';
import { benchFolder, buildFolder, program, reportOptions } from './program.mjs';
import { run, withFolder } from './run.mjs';

/** Gives the names of all reports. */
export async function makeInputs() {
  await cutFontsOnce();
  await bundleDocuments();
  rmSync(inputFolder, { recursive: true, force: true });
  mkdirSync(inputFolder, { recursive: true });
  await run(program('--alle', '--format', 'json', ...reportOptions(inputFolder)));
  const names = readdirSync(inputFolder)
    .filter((file) => file.startsWith('udviklingsrapport-'))
    .map((file) => file.replace(/\.json$/, ''));
  await makeAttachments();
  await makePages(names);
  return names;
}

/** Cuts the fonts to Latin letters, without hints and kerning, once. */
async function cutFontsOnce() {
  mkdirSync(cutFontFolder, { recursive: true });
  const codes = Array.from({ length: 0x180 - 0x20 }, (_, index) => 0x20 + index);
  const characters = String.fromCodePoint(...codes, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2212);
  const options = {
    targetFormat: 'sfnt',
    noHinting: true,
    noLayoutClosure: true,
    dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'gasp', 'cvt ', 'fpgm', 'prep'],
    preserveNameIds: [1, 2, 3, 4, 5, 6, 16, 17],
  };
  for (const [weight, file] of Object.entries(cutFonts)) {
    if (existsSync(file)) continue;
    writeFileSync(file, await subsetFont(readFileSync(wholeFonts[weight]), characters, options));
  }
}

const bundleDocuments = () =>
  build({
    entryPoints: ['pdfmake-document', 'html'].map((name) => join(benchFolder, 'src', `${name}.ts`)),
    outdir: buildFolder,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
  });

/** The CSV that the program attaches to each report, for the peers that attach files too. */
const makeAttachments = () =>
  withFolder(async (folder) => {
    await run(program('--alle', ...reportOptions(folder)));
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) {
      const task = getDocument({ data: new Uint8Array(readFileSync(join(folder, file))), verbosity: 0 });
      const attachments = Object.values(await (await task.promise).getAttachments());
      const { content } = attachments.find(({ filename }) => filename.endsWith('.csv'));
      writeFileSync(inputFile(file.replace(/\.pdf$/, ''), 'csv'), content);
      await task.destroy();
    }
  });

async function makePages(names) {
  const { css, html } = await import(pathToFileURL(join(buildFolder, 'html.mjs')).href);
  const urls = Object.entries(cutFonts).map(([weight, file]) => [weight, pathToFileURL(file).href]);
  writeFileSync(join(inputFolder, 'report.css'), css(Object.fromEntries(urls)));
  for (const name of names) {
    writeFileSync(inputFile(name, 'html'), html(JSON.parse(readInput(name, 'json')), 'report.css'));
  }
}
