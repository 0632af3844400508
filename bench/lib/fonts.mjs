// The fonts of the peers: the same characters and outlines as the program's own, without hints and kerning, but whole
// TTF files with a cmap, as a library needs them. Made once, from the same npm package as fonts/.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { buildFolder, programFolder } from './paths.mjs';

export const fontFolder = join(buildFolder, 'fonts');
export const fontFiles = {
  regular: join(fontFolder, 'SourceSans3-Regular.ttf'),
  semibold: join(fontFolder, 'SourceSans3-Semibold.ttf'),
};

const source = join(createRequire(import.meta.url).resolve('source-sans/package.json'), '..', 'TTF');
const layoutTables = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'gasp', 'cvt ', 'fpgm', 'prep'];

/** Makes the TTF files unless they are there. */
export async function makeFonts() {
  mkdirSync(fontFolder, { recursive: true });
  const { regular } = JSON.parse(readFileSync(join(programFolder, 'fonts', 'wide.json'), 'utf8'));
  for (const file of Object.values(fontFiles)) {
    if (existsSync(file)) continue;
    const original = readFileSync(join(source, file.slice(fontFolder.length + 1)));
    const options = {
      targetFormat: 'sfnt',
      noHinting: true,
      noLayoutClosure: true,
      dropTables: layoutTables,
      preserveNameIds: [1, 2, 3, 4, 5, 6, 16, 17],
    };
    writeFileSync(file, await subsetFont(original, regular.characters, options));
  }
}
