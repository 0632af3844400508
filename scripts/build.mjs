// Builds dist/ from src/: main.cjs is the program in one file, with all packages that it needs; main.cjs.cache the code
// that V8 compiles of it, so that a cold start need not (bin/load.js); THIRD-PARTY.txt the licences of those packages.
// Files are replaced one by one and left-overs removed last, so that a program running meanwhile stays whole.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist');
const outfile = join(folder, 'main.cjs');

const { build } = await import('esbuild').catch(withoutBuilder);

/** `npm ci --omit=dev` in a folder that was built before installs no builder, and needs none. */
function withoutBuilder(error) {
  if (existsSync(outfile)) process.exit(0);
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    'dist/ mangler, og uden udviklingspakker kan programmet ikke bygges. Kør "npm ci" uden --omit=dev, eller pak en\n' +
      'færdig version ud, som "npm pack" har lavet (docs/drift.md). Den behøver kun Node.js.\n',
  );
  process.exit(1);
}

const empty = 'module.exports = {};';

/** Modules that the program has no use for, and what stands in their place. */
const replacements = [
  // commander asks for this at start, for subcommands that are programs of their own; ours are not.
  { filter: /^node:child_process$/, contents: empty },
  // What pdfmake and pdfkit load for fonts, pictures, barcodes and passwords, none of which our files have.
  { filter: /^(fontkit|png-js|@noble\/.*|\.\/qrEnc(\.js)?)$/, contents: empty },
  // linebreak unpacks its table of characters with this at every start; zlib does it in less than half the time.
  {
    filter: /^tiny-inflate$/,
    contents: "module.exports = (from, to) => (to.set(require('node:zlib').inflateRawSync(from)), to);",
  },
  // The identifier that pdfkit makes with MD5 is replaced by our own; some machines allow no MD5.
  { filter: /^js-md5$/, contents: 'module.exports = { arrayBuffer: () => new ArrayBuffer(16) };' },
];

const withoutUnused = {
  name: 'without-unused',
  setup({ onResolve, onLoad }) {
    for (const { filter, contents } of replacements) {
      onResolve({ filter }, ({ path }) => ({ path, namespace: 'replaced', pluginData: contents }));
    }
    onLoad({ filter: /.*/, namespace: 'replaced' }, ({ pluginData: contents }) => ({ contents }));
  },
};

async function bundle() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outfile,
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { 'import.meta.url': '__here' },
    // Compiled code from a cache cannot import; it can require.
    supported: { 'dynamic-import': false },
    banner: {
      js: "/* Contains the packages that THIRD-PARTY.txt beside it names, with their licences. */const __here=require('node:url').pathToFileURL(__filename).href;",
    },
    // Its other door is a module of no known form, which cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    plugins: [withoutUnused],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return [...outputFiles, { path: join(folder, 'THIRD-PARTY.txt'), contents: noticesOf(metafile) }];
}

/** The text of the ISC licence, for packages that only name it. */
const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

/** Name, version and licence of each package of which something is in the bundle. */
function noticesOf({ inputs }) {
  const packages = new Set(
    Object.keys(inputs).flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []),
  );
  const notices = [...packages].sort().map((path) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, path))
      .filter((file) => /^(licen[sc]e|copying|notice)/i.test(file))
      .sort();
    const texts = files.map((file) => readFileSync(join(root, path, file), 'utf8').trim());
    if (texts.length === 0 && license === 'ISC') texts.push(`Copyright (c) ${author?.name ?? author}\n\n${isc}`);
    if (texts.length === 0) throw new Error(`${name} comes without its licence (${license}).`);
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  return `${['dist/main.cjs contains code of these packages.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function replace(path, contents) {
  writeFileSync(`${path}.tmp`, contents);
  renameSync(`${path}.tmp`, path);
}

/** Runs the program once as users do, so that the functions that a report needs are among the compiled code. */
async function compiledCode() {
  const require = createRequire(import.meta.url);
  const { cacheFile, load } = require('../bin/load.js');
  const { program, script } = load();
  const work = mkdtempSync(join(tmpdir(), 'barometer-build-'));
  try {
    const code = await program.main(['--kommune', '161', '--stille', '--dato', '2026-06-06', '--ud', work]);
    if (code !== 0) throw new Error(`The program that was built ended with ${code}.`);
  } finally {
    rmSync(work, { recursive: true });
  }
  return { path: cacheFile, contents: script.createCachedData() };
}

mkdirSync(folder, { recursive: true });
const files = await bundle();
// Compiled code of an earlier build must never be taken for that of this one.
rmSync(join(folder, 'main.cjs.cache'), { force: true });
for (const { path, contents } of files) replace(path, contents);
const cache = await compiledCode();
replace(cache.path, cache.contents);

const current = new Set([...files.map(({ path }) => path), cache.path]);
for (const name of readdirSync(folder)) {
  if (!current.has(join(folder, name))) rmSync(join(folder, name), { recursive: true });
}
