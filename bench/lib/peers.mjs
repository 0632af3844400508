// All that make the report, and how each is started. `slow` marks those that are measured once.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readInput } from './inputs.mjs';
import { benchFolder, program, programVersion, reportOptions } from './program.mjs';

const script = (name) => join(benchFolder, 'peers', name);
const node = (name, ...args) => [process.execPath, script(name), ...args];
const versionOf = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;

/** What a program prints, or null when it is not installed. */
function says(file, ...args) {
  const { status, stdout } = spawnSync(file, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

const venv = join(benchFolder, '.venv', 'bin', 'python');
const python = existsSync(venv) ? venv : 'python3';
const chromium = process.env.BENCH_CHROMIUM ?? 'chromium';
const typst = `binding ${versionOf('@myriaddreamin/typst-ts-node-compiler')}`;
const loop = 'folder=$1; shift; for name; do node "$0" whole-job "$folder" "$name" || exit; done';

/** The program itself: `--alle` for all, else one `--kommune` for each name. */
function ours(folder, names) {
  const code = (name) => JSON.parse(readInput(name, 'json')).subject.code;
  const subjects = names.length > 2 ? ['--alle'] : names.flatMap((name) => ['--kommune', code(name)]);
  return program(...subjects, ...reportOptions(folder));
}

/** `command(folder, names)` writes `<folder>/<name>.pdf` for each name; `version` is null for one that is not installed. */
export const peers = [
  {
    id: 'ours',
    name: 'barometer-report',
    makes: 'PDF/UA-1 and PDF/A-3a, CSV and JSON attached',
    version: programVersion,
    command: ours,
  },
  {
    id: 'typst-finished-text',
    name: 'Typst, handed finished text',
    makes: 'PDF/A-3a, CSV and JSON attached',
    version: typst,
    command: (folder, names) => node('typst.mjs', 'finished-text', folder, ...names),
  },
  {
    id: 'typst-whole-job',
    name: 'Typst, whole job, one process',
    makes: 'PDF/A-3a, CSV and JSON attached',
    version: typst,
    command: (folder, names) => node('typst.mjs', 'whole-job', folder, ...names),
  },
  {
    id: 'typst-loop',
    name: 'Typst, whole job, a process per report',
    makes: 'PDF/A-3a, CSV and JSON attached',
    version: typst,
    command: (folder, names) => ['sh', '-c', loop, script('typst.mjs'), folder, ...names],
    slow: true,
  },
  {
    id: 'pdfmake',
    name: 'pdfmake, plain use',
    makes: 'no tags',
    version: versionOf('pdfmake'),
    command: (folder, names) => node('pdfmake.mjs', 'whole', folder, ...names),
    slow: true,
  },
  {
    id: 'pdfmake-cut-fonts',
    name: 'pdfmake, fonts cut beforehand',
    makes: 'no tags',
    version: versionOf('pdfmake'),
    command: (folder, names) => node('pdfmake.mjs', 'cut', folder, ...names),
    slow: true,
  },
  {
    id: 'weasyprint',
    name: 'WeasyPrint',
    makes: 'PDF/UA-1',
    version: says(python, '-c', 'import weasyprint; print(weasyprint.__version__)'),
    command: (folder, names) => [python, script('weasyprint_peer.py'), folder, ...names],
    slow: true,
  },
  {
    id: 'chromium',
    name: 'Chromium',
    makes: 'tagged',
    version: says(chromium, '--version')?.match(/\d+(\.\d+)*/)?.[0] ?? null,
    command: (folder, names) => node('chromium.mjs', chromium, folder, ...names),
    slow: true,
  },
];
