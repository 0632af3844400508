// The program, as its users run it, and the folders of the benchmark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const benchFolder = fileURLToPath(new URL('..', import.meta.url));
export const programFolder = fileURLToPath(new URL('../..', import.meta.url));
/** What the peers read. */
export const buildFolder = join(benchFolder, '.build');

export const { version: programVersion } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'));

/** One command line of the program, as a command to start. */
export const program = (...args) => [process.execPath, join(programFolder, 'bin', 'barometer-report.js'), ...args];

/** What all runs that write reports have in common. */
export const reportOptions = (folder) => ['--dato', '2026-06-06', '--stille', '--ud', folder];

/** The program's main function, for a process that runs many command lines: the only door into its inside. */
export const loadMain = () => createRequire(import.meta.url)('../../bin/load.js').load().program.main;
