// All that render the report, and how each is started. `few` marks the slow ones: fewer reports per round.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { benchFolder, programFolder } from './paths.mjs';

const require = createRequire(import.meta.url);
const versionIn = (file) => require(file).version;
const peer = (name) => join(benchFolder, 'peers', name);
const node = (name, ...settings) => [
  ...(settings.length === 0 ? [] : ['env', ...settings]),
  process.execPath,
  peer(name),
];

/** First line that a program prints, or null when it is not installed. */
function says(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n')[0] : null;
}

/** Its version, or null. */
function weasyprintIn(candidate) {
  return says(candidate, '-c', 'import weasyprint; print(weasyprint.__version__)');
}

const python = [join(benchFolder, '.venv', 'bin', 'python'), 'python3'].find(
  (candidate) => (candidate === 'python3' || existsSync(candidate)) && weasyprintIn(candidate) !== null,
);
const weasyprint = python === undefined ? null : weasyprintIn(python);
export const chromium = process.env.BENCH_CHROMIUM ?? 'chromium';
const chromiumVersion = says(chromium, '--version')?.match(/\d+(\.\d+)*/)?.[0] ?? null;

/** The peers at hand; `version` is null for one that is not installed. */
export const peers = [
  {
    id: 'ours',
    name: 'barometer-report',
    makes: 'PDF/UA-1 and PDF/A-3a, CSV and JSON attached',
    version: versionIn(join(programFolder, 'package.json')),
    command: node('ours.mjs', `BENCH_DATA=${process.env.BENCH_DATA ?? ''}`),
  },
  {
    id: 'typst',
    name: 'Typst, same work',
    makes: 'PDF/A-3a, CSV and JSON attached',
    version: typstVersion(),
    command: node('typst.mjs', 'BENCH_TYPST=archival'),
  },
  {
    id: 'typst-tagged',
    name: 'Typst, tags only',
    makes: 'tagged',
    version: typstVersion(),
    command: node('typst.mjs', 'BENCH_TYPST=tagged'),
  },
  {
    id: 'pdfmake',
    name: 'pdfmake, plain use',
    makes: 'no tags',
    version: versionIn('pdfmake/package.json'),
    command: node('pdfmake.mjs'),
    few: true,
  },
  {
    id: 'weasyprint',
    name: 'WeasyPrint',
    makes: 'PDF/UA-1',
    version: weasyprint,
    command: [python ?? 'python3', peer('weasyprint_peer.py')],
    few: true,
  },
  {
    id: 'chromium',
    name: 'Chromium',
    makes: 'tagged',
    version: chromiumVersion,
    command: node('chromium.mjs'),
    few: true,
  },
];

/** The binding's own version; the compiler inside names itself in the PDF that it makes. */
function typstVersion() {
  return `binding ${versionIn('@myriaddreamin/typst-ts-node-compiler/package.json')}`;
}
