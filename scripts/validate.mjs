// Validates PDFs against PDF/UA-1 and PDF/A-3a with veraPDF, and their syntax with qpdf where it is installed.
// Usage: node scripts/validate.mjs [--afvist] <file.pdf or folder> ...
// --afvist turns it round: every file is broken on purpose and veraPDF must refuse it.
// Exit: 0 all pass (or all are refused), 1 not so, 2 wrong use, 69 Java or Maven is missing or veraPDF cannot be fetched.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pom = join(root, 'scripts/verapdf/pom.xml');
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** Standards by veraPDF's name of their profile. */
const profiles = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

const unavailable = 69;

/** Files per Java process: well below the limit of a command line. */
const portion = 500;

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
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { missing: error?.code === 'ENOENT', status, output: `${stdout ?? ''}${stderr ?? ''}`, stdout: stdout ?? '' };
}

/** veraPDF's libraries, fetched once per version. A half-fetched folder is never taken for a whole one. */
function fetchValidator() {
  const version = /<verapdf>(.*)<\/verapdf>/.exec(readFileSync(pom, 'utf8'))?.[1];
  const folder = join(root, '.cache/verapdf', version);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}.tmp`;
  const { missing, status, output } = run('mvn', [
    '-q',
    '-B',
    '-f',
    pom,
    copyDependencies,
    `-DoutputDirectory=${half}`,
  ]);
  if (missing) throw new Stop(unavailable, 'Maven (mvn) mangler, så veraPDF kan ikke hentes.');
  if (status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Stop(unavailable, `veraPDF kunne ikke hentes:\n${output}`);
  }
  renameSync(half, folder);
  return folder;
}

function portions(files) {
  return Array.from({ length: Math.ceil(files.length / portion) }, (_, index) =>
    files.slice(index * portion, (index + 1) * portion),
  );
}

function startValidator(folder, profile, files) {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const result = run('java', ['-cp', join(folder, '*'), main, '-f', profile, '--format', 'text', '-v', ...files]);
  if (result.missing) throw new Stop(unavailable, 'Java mangler, så veraPDF kan ikke køres.');
  return result;
}

/** Files that pass, and veraPDF's words on the others. */
function validate(folder, profile, files) {
  const { status, stdout, output } = startValidator(folder, profile, files);
  const passed = stdout.split('\n').filter((line) => line.startsWith('PASS ')).length;
  if (status === 0 && passed === files.length) return { passed, words: '' };
  return {
    passed,
    words: output
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('PASS '))
      .join('\n'),
  };
}

function runProfile(folder, profile, files) {
  const results = portions(files).map((part) => validate(folder, profile, part));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  for (const { words } of results) if (words !== '') say(words);
  say(`${profiles[profile]}: ${passed} af ${files.length} består.`);
  return passed === files.length;
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

function main(args) {
  const paths = args.filter((arg) => arg !== '--afvist');
  const files = paths.flatMap(filesOf).map((file) => resolve(file));
  if (files.length === 0) throw new Stop(2, 'Brug: node scripts/validate.mjs <fil.pdf eller mappe> ...');
  const folder = fetchValidator();
  if (paths.length < args.length) return refuse(folder, files) ? 0 : 1;
  const results = [...Object.keys(profiles).map((profile) => runProfile(folder, profile, files)), runQpdf(files)];
  return results.every(Boolean) ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code;
}
