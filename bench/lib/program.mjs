import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildFolder, programFolder } from './paths.mjs';

export const shippedData = join(programFolder, 'fixtures', 'juni-2026');
export const bin = join(programFolder, 'bin', 'barometer-report.js');

/** A bundle that prepare.mjs has made. */
export const load = (name) => import(pathToFileURL(join(buildFolder, `${name}.mjs`)).href);

/** The program itself, its dataset read and its fonts loaded. */
export async function openProgram(data = shippedData) {
  const { openProgram: open } = await load('ours');
  return open({
    data,
    template: join(programFolder, 'templates', 'udviklingsrapport.json'),
    fonts: join(programFolder, 'fonts'),
    readText: (path) => readFileSync(path, 'utf8'),
  });
}
