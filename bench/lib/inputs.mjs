// Where the peers find what they read. make-inputs.mjs makes it; this file loads little, since every peer begins with it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildFolder } from './program.mjs';

const fontFiles = (folder) => ({
  regular: join(folder, 'SourceSans3-Regular.ttf'),
  semibold: join(folder, 'SourceSans3-Semibold.ttf'),
});

/** As they come from their package: 430 KB each. */
export const wholeFonts = fontFiles(join(createRequire(import.meta.url).resolve('source-sans/package.json'), '../TTF'));

/** The same cut to Latin letters: 67 KB each. */
export const cutFontFolder = join(buildFolder, 'fonts');
export const cutFonts = fontFiles(cutFontFolder);

export const inputFolder = join(buildFolder, 'reports');

/** `name` is the program's file name without its ending, "udviklingsrapport-glostrup-2026-06". */
export const inputFile = (name, ending) => join(inputFolder, `${name}.${ending}`);
export const reportOf = (name) => JSON.parse(readFileSync(inputFile(name, 'json'), 'utf8'));

/** What a site generator is handed: `reports.json` and `series.json`, all texts finished. */
export const siteFolder = join(buildFolder, 'site');

/** The program's own pages of the same reports, without the rest of an edition: `pages.cjs <reports.json> <folder>`. */
export const ourPages = join(buildFolder, 'pages.cjs');
