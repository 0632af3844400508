// Writes the PDFs that are broken on purpose (test/pdf/broken.ts), as far as veraPDF can see their faults, so that
// `node scripts/validate.mjs --afvist <folder>` can show that it does.
// Usage: node scripts/make-broken.mjs <folder>
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: node scripts/make-broken.mjs <folder>');

const bundle = join(root, '.cache', `broken-${process.pid}.mjs`);
await build({
  stdin: { contents: "export * from './test/pdf/write-broken.ts';", resolveDir: root },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'warning',
});
try {
  const { writeBroken } = await import(pathToFileURL(bundle).href);
  mkdirSync(folder, { recursive: true });
  process.stdout.write(`${writeBroken(folder, join(root, 'fonts'))}\n`);
} finally {
  rmSync(bundle);
}
