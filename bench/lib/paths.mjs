import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder, the program's, and the one for all that a run makes. */
export const benchFolder = fileURLToPath(new URL('..', import.meta.url));
export const programFolder = fileURLToPath(new URL('../..', import.meta.url));
export const buildFolder = join(benchFolder, '.build');
