// Where the peers find what they read. make-inputs.mjs makes it; this file loads nothing, since every peer begins with it.
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

/** The same cut to what Danish needs, as the program's own are: 67 KB each. */
export const cutFontFolder = join(buildFolder, 'fonts');
export const cutFonts = fontFiles(cutFontFolder);

export const inputFolder = join(buildFolder, 'reports');

/** A report's file among the inputs; `name` as the program names it, "udviklingsrapport-glostrup-2026-06". */
export const inputFile = (name, ending) => join(inputFolder, `${name}.${ending}`);
export const readInput = (name, ending) => readFileSync(inputFile(name, ending), 'utf8');
