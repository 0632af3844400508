// Where the peers find what they read. make-inputs.mjs makes it; this file loads nothing, since every peer begins with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './program.mjs';

export const fontFolder = join(buildFolder, 'fonts');
export const fontFiles = {
  regular: join(fontFolder, 'SourceSans3-Regular.ttf'),
  semibold: join(fontFolder, 'SourceSans3-Semibold.ttf'),
};

export const inputFolder = join(buildFolder, 'reports');

/** A report's file among the inputs; `name` as the program names it, "udviklingsrapport-glostrup-2026-06". */
export const inputFile = (name, ending) => join(inputFolder, `${name}.${ending}`);
export const readInput = (name, ending) => readFileSync(inputFile(name, ending), 'utf8');
