// Makes src/pdf/deflate/compiled.ts: the WebAssembly of src/pdf/deflate/assembly/, as text that a module can hold.
// Usage: node scripts/make-deflate.mjs [file]; the committed file is its output, byte for byte (tested).
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = ['--runtime', 'stub', '-O3', '--converge', '--noAssert', '--zeroFilledMemory'];

async function compiled() {
  const outputs = new Map();
  const { error, stderr } = await main(
    ['src/pdf/deflate/assembly/index.ts', '--baseDir', root, '--outFile', 'deflate.wasm', ...options],
    { writeFile: (name, contents) => outputs.set(name, contents) },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(outputs.get('deflate.wasm'));
}

function moduleOf(wasm) {
  return `// Made by scripts/make-deflate.mjs from assembly/; do not edit.

/** ${wasm.length} bytes of WebAssembly in base64. */
export const compiled =
  '${wasm.toString('base64')}';
`;
}

writeFileSync(
  process.argv[2] ?? fileURLToPath(new URL('../src/pdf/deflate/compiled.ts', import.meta.url)),
  moduleOf(await compiled()),
);
