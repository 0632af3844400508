// Everything that the validators are asked: the 99 reports of the shipped dataset and the difficult ones must pass,
// documents broken on purpose must be refused. Usage: npm run validate (no arguments).
// Exit: 0 all as it should be, 1 a check failed, 69 Java or Maven is missing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDifficultReports } from './difficult-reports.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a script of this project; ends this process with its code when it fails. */
function node(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

const folder = mkdtempSync(join(tmpdir(), 'barometer-validate-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const [reports, difficult, broken] = ['alle', 'svaere', 'brudte'].map((name) => join(folder, name));

node('bin/barometer-report.js', '--alle', '--hele-landet', '--ud', reports, '--dato', '2026-06-06', '--stille');
makeDifficultReports(difficult);
node('scripts/make-broken.mjs', broken);
node('scripts/validate.mjs', reports, difficult);
node('scripts/validate.mjs', '--afvist', broken);
