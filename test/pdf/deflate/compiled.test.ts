import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('the compiled compressor is that of its source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-deflate-'));
  try {
    const made = join(folder, 'compiled.ts');
    execFileSync(process.execPath, ['scripts/make-deflate.mjs', made]);
    expect(readFileSync('src/pdf/deflate/compiled.ts', 'utf8')).toBe(readFileSync(made, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(process.platform !== 'linux')('a process that may use few addresses is told what to change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-addresses-'));
  try {
    const command = `ulimit -v 6000000 && exec "$0" bin/barometer-report.js --kommune Glostrup --ud "$1"`;
    const run = spawnSync('bash', ['-c', command, process.execPath, folder], { encoding: 'utf8', timeout: 60_000 });
    expect(run.stderr).toContain('ulimit -v unlimited');
    expect(run.stderr).not.toContain('RangeError');
    expect(run.status).toBe(70);
    expect(readdirSync(folder)).toEqual(['rapporter.json']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
