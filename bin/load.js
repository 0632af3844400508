// Loads the program with the code that V8 compiled of it when it was built (dist/main.cjs.cache). V8 itself refuses
// compiled code of another version or with other flags; then, and where there is none, it compiles as always.
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, '../dist/main.cjs');
const cacheFile = `${file}.cache`;

/** The exports of the program, and the script that they come from. */
function load() {
  const source = `(function(exports,require,module,__filename,__dirname){${builtProgram()}\n})`;
  const script = new Script(source, { filename: file, cachedData: cachedCode() });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  return { program: module.exports, script };
}

function builtProgram() {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error.code === 'ENOENT' ? 'mangler' : `kan ikke læses (${error.code})`;
    process.stderr.write(
      `barometer-report: Programmet er ikke bygget: ${file} ${why}. Kør "npm ci" i programmets mappe, ` +
        'eller pak en færdig version ud (docs/drift.md).\n',
    );
    process.exit(70);
  }
}

function cachedCode() {
  try {
    return readFileSync(cacheFile);
  } catch {
    return undefined;
  }
}

module.exports = { cacheFile, load };
