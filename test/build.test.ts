import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('V8 takes the code that was compiled when the program was built', () => {
  const script = "process.stdout.write(String(require('./bin/load.js').load().script.cachedDataRejected))";
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toBe('false');
});
