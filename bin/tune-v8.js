// A batch of 98 is over before V8 has compiled it well: its optimising compiler, which works beside the program, puts
// ever more functions into one another and takes half of the run's processor time. With little of that, `--alle` takes
// about 0.85 of the time and 0.75 of the processor time. A report in a batch of thousands takes some 8 % longer, which
// is the price: 98 are what people make (docs/performance.md).
const { setFlagsFromString } = require('node:v8');

/** Versions of V8 (Node 20 to 26) that know the flag: others would complain of it on standard error. */
const knownVersions = [11, 12, 13, 14];

/**
 * Flags hold for the whole process, and V8 refuses compiled code that was made with others: so this comes before the
 * program is loaded, also where its compiled code is made (scripts/build.mjs).
 */
function tuneV8() {
  const major = Number.parseInt(process.versions.v8, 10);
  if (knownVersions.includes(major)) setFlagsFromString('--max-inlined-bytecode-size-cumulative=60');
}

module.exports = { tuneV8 };
