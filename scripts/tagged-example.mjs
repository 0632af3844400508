// Runs the example of src/tagged-pdf/README.md as a stranger would. Usage: node scripts/tagged-example.mjs <file.pdf>
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const room = join(root, 'src/tagged-pdf');

export async function makeExample(file) {
  const [, contents] = /```js\n(.*?)```/s.exec(readFileSync(join(room, 'README.md'), 'utf8')) ?? [];
  mkdirSync(join(root, '.cache'), { recursive: true });
  const work = mkdtempSync(join(root, '.cache/tagged-example-'));
  const outfile = join(work, 'example.mjs');
  try {
    await build({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      alias: { 'tagged-pdf': join(room, 'index.ts'), 'tagged-pdf/font-file': join(room, 'font-file.ts') },
    });
    execFileSync(process.execPath, [outfile, resolve(file)], { cwd: root, stdio: 'inherit' });
  } finally {
    rmSync(work, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeExample(process.argv[2] ?? 'invoice.pdf');
