import { fileURLToPath } from 'node:url';

/** Path of something that comes with the program; `src/` and `dist/` both lie right under its folder. */
export const shipped = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url));
