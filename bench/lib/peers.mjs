// All that make the report. `command(folder, names)` writes `<folder>/<name>.pdf` for each name; `version` is null for
// one that is not installed; slow ones are run less often.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { reportOf } from './inputs.mjs';
import { benchFolder, program, programVersion, reportOptions } from './program.mjs';

const script = (name) => join(benchFolder, 'peers', name);
const versionOf = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;

/** What a command prints, or null when it is not installed. */
function says(file, ...args) {
  const { status, stdout } = spawnSync(file, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** A script in peers/ that takes `<args> <folder> <name>...`. */
const node =
  (name, ...args) =>
  (folder, names) => [process.execPath, script(name), ...args, folder, ...names];

const venv = join(benchFolder, '.venv', 'bin', 'python');
const python = existsSync(venv) ? venv : 'python3';
const chromium = process.env.BENCH_CHROMIUM ?? '/usr/bin/chromium';
const typst = {
  version: says(python, '-c', 'import typst; print(typst.__version__)'),
  makes: 'PDF/A-3a, CSV and JSON attached',
};
const pdfmake = { version: versionOf('pdfmake'), makes: 'no tags', slow: true };
const loop = 'folder=$2; python=$1; shift 2; for name; do "$python" "$0" whole-job "$folder" "$name" || exit; done';
/** Typst's peer, handed finished text or doing the whole job. */
const typstIn = (job) => (folder, names) => [python, script('typst_peer.py'), job, folder, ...names];

/** As users type it: `--alle`, or `--kommune` for each of a few. */
function ours(folder, names) {
  const few = names.flatMap((name) => ['--kommune', reportOf(name).subject.code]);
  return program(...(names.length > 2 ? ['--alle'] : few), ...reportOptions(folder));
}

export const peers = [
  {
    id: 'ours',
    name: 'barometer-report',
    version: programVersion,
    makes: 'PDF/UA-1 and PDF/A-3a, CSV and JSON attached',
    command: ours,
  },
  { id: 'typst-finished-text', name: 'Typst, finished text', ...typst, command: typstIn('finished-text') },
  { id: 'typst-whole-job', name: 'Python and Typst, whole job', ...typst, command: typstIn('whole-job') },
  {
    id: 'typst-loop',
    name: 'Python and Typst, whole job, a process per report',
    ...typst,
    command: (folder, names) => ['sh', '-c', loop, script('typst_peer.py'), python, folder, ...names],
    slow: true,
  },
  { id: 'pdfmake', name: 'pdfmake, plain use', ...pdfmake, command: node('pdfmake.mjs', 'whole') },
  { id: 'pdfmake-cut-fonts', name: 'pdfmake, fonts cut beforehand', ...pdfmake, command: node('pdfmake.mjs', 'cut') },
  {
    id: 'weasyprint',
    name: 'WeasyPrint',
    version: says(python, '-c', 'import weasyprint; print(weasyprint.__version__)'),
    makes: 'PDF/UA-1',
    command: (folder, names) => [python, script('weasyprint_peer.py'), folder, ...names],
    slow: true,
  },
  {
    id: 'chromium',
    name: 'Chromium',
    version: says(chromium, '--version')?.match(/\d+(\.\d+)*/)?.[0] ?? null,
    makes: 'tagged',
    command: node('chromium.mjs', chromium),
    slow: true,
  },
];
