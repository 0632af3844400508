// Runs after `npm test` and says what that did not try.
import { spawnSync } from 'node:child_process';

const has = (command) => spawnSync(command, ['-version']).error === undefined;

if (process.env.CI === undefined) {
  const next =
    has('java') && has('mvn') ? 'npm run validate does it.' : 'npm run validate does it where Java and Maven are.';
  process.stdout.write(`Left out: veraPDF (PDF/UA-1 and PDF/A-3a) and qpdf on all reports; ${next}\n`);
}
