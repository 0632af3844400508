// Validates PDFs against PDF/UA-1 and PDF/A-3a with veraPDF, and their syntax with qpdf where it is installed.
// Usage: node scripts/validate.mjs [<file.pdf or folder> ...]
// Without names: the 99 reports of the shipped dataset, without and with annex, the difficult ones and the example of src/tagged-pdf must pass, and veraPDF must refuse those
// that are broken on purpose.
// Exit: 0 all is as it should be, 1 not so, 2 wrong use, 69 Java or Maven is missing or veraPDF cannot be fetched.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBrokenReports } from './broken-reports.mjs';
import { makeDifficultReports } from './difficult-reports.mjs';
import { makeExample } from './tagged-example.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pom = join(root, 'scripts/verapdf/pom.xml');
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** Standards by veraPDF's name of their profile. */
const profiles = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

const unavailable = 69;

class Stop extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

function filesOf(path) {
  if (!existsSync(path)) throw new Stop(2, `${path} findes ikke.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(path, name));
}

function run(command, args) {
  const options = { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 };
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  return { missing: error?.code === 'ENOENT', status, output: `${stdout ?? ''}${stderr ?? ''}`, stdout: stdout ?? '' };
}

/** veraPDF's libraries, fetched once per version. A half-fetched folder is never taken for a whole one. */
function fetchValidator() {
  const version = /<verapdf>(.*)<\/verapdf>/.exec(readFileSync(pom, 'utf8'))?.[1];
  const folder = join(root, '.cache/verapdf', version);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}.tmp`;
  const args = ['-q', '-B', '-f', pom, copyDependencies, `-DoutputDirectory=${half}`];
  const { missing, status, output } = run('mvn', args);
  if (missing) throw new Stop(unavailable, 'Maven (mvn) mangler, så veraPDF kan ikke hentes.');
  if (status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Stop(unavailable, `veraPDF kunne ikke hentes:\n${output}`);
  }
  renameSync(half, folder);
  return folder;
}

function startValidator(folder, profile, files) {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const result = run('java', ['-cp', join(folder, '*'), main, '-f', profile, '--format', 'text', '-v', ...files]);
  if (result.missing) throw new Stop(unavailable, 'Java mangler, så veraPDF kan ikke køres.');
  return result;
}

/** Whether all files pass; prints what veraPDF says of those that do not. */
function runProfile(folder, profile, files) {
  const { status, output } = startValidator(folder, profile, files);
  const lines = output.split('\n').filter((line) => line !== '');
  const failures = lines.filter((line) => !line.startsWith('PASS '));
  const passed = lines.length - failures.length;
  for (const line of failures) say(line);
  say(`${profiles[profile]}: ${passed} af ${files.length} består.`);
  return status === 0 && passed === files.length;
}

/** Warnings of qpdf (status 3) count as faults too. */
function runQpdf(files) {
  let passed = 0;
  for (const file of files) {
    const { missing, status, output } = run('qpdf', ['--check', file]);
    if (missing) {
      say('qpdf: ikke installeret, springes over.');
      return true;
    }
    if (status === 0) passed += 1;
    else say(output);
  }
  say(`qpdf: ${passed} af ${files.length} består.`);
  return passed === files.length;
}

/** Every file must be refused under one of the standards, with a rule named: a crash is no judgement. */
function refuse(folder, files) {
  const words = Object.keys(profiles).flatMap((profile) => startValidator(folder, profile, files).stdout.split('\n'));
  const accepted = files.filter((file) => !words.some((line) => line.startsWith(`FAIL ${file} `)));
  for (const file of accepted) say(`${file} er ødelagt med vilje, men består.`);
  say(`Ødelagte filer: ${files.length - accepted.length} af ${files.length} afvist.`);
  return accepted.length === 0;
}

/** Whether all files pass both standards and qpdf. */
function accept(folder, files) {
  const results = [...Object.keys(profiles).map((profile) => runProfile(folder, profile, files)), runQpdf(files)];
  return results.every(Boolean);
}

/** Makes and judges all that this project promises. */
async function validateAll(folder) {
  const work = mkdtempSync(join(tmpdir(), 'barometer-validate-'));
  const names = ['alle', 'bilag', 'svaere', 'brudte'];
  const [reports, annexes, difficult, broken] = names.map((name) => join(work, name));
  const make = (...args) =>
    execFileSync(process.execPath, [join(root, 'bin/barometer-report.js'), ...args], { stdio: 'inherit' });
  const all = ['--alle', '--hele-landet', '--dato', '2026-06-06', '--stille'];
  try {
    make(...all, '--ud', reports);
    make(...all, '--bilag', '--ud', annexes);
    makeDifficultReports(difficult);
    await makeExample(join(difficult, 'tagged-pdf.pdf'));
    await makeBrokenReports(broken);
    return accept(folder, [reports, annexes, difficult].flatMap(filesOf)) && refuse(folder, filesOf(broken));
  } finally {
    rmSync(work, { recursive: true });
  }
}

async function main(paths) {
  const files = paths.flatMap(filesOf).map((file) => resolve(file));
  if (files.length === 0 && paths.length > 0) throw new Stop(2, 'Der er ingen PDF-filer i mappen.');
  const folder = fetchValidator();
  return paths.length === 0 ? validateAll(folder) : accept(folder, files);
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code;
}
