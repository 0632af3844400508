// Loaded before the program: writes to RECORD_TO which of Node's own modules the program loaded.
const { writeFileSync } = require('node:fs');

const before = new Set(process.moduleLoadList);

process.on('exit', () => {
  const loaded = process.moduleLoadList.filter((name) => !before.has(name));
  const names = loaded.flatMap((name) => /^NativeModule (.*)$/.exec(name)?.[1] ?? []);
  writeFileSync(process.env.RECORD_TO, JSON.stringify(names));
});
