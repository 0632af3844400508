import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
