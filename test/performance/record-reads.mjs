// Loaded before the program (node --import): notes every file that is opened for reading, and writes the list to the
// file that RECORD_TO names when the process ends.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const reads = [];
let within = false;
const { readFileSync, openSync, writeFileSync } = fs;

/** Descriptors and writing are passed over. */
const note = (path, flags = 'r') => {
  if (typeof path !== 'number' && flags === 'r') reads.push(String(path));
};

fs.readFileSync = (path, ...rest) => {
  note(path);
  within = true; // some versions of Node open the file through the openSync below
  try {
    return readFileSync(path, ...rest);
  } finally {
    within = false;
  }
};
fs.openSync = (path, flags, ...rest) => {
  if (!within) note(path, flags);
  return openSync(path, flags, ...rest);
};
for (const name of ['readFile', 'open']) {
  const original = fs.promises[name];
  fs.promises[name] = (path, ...rest) => {
    note(path, name === 'open' ? rest[0] : 'r');
    return original(path, ...rest);
  };
}
fs.createReadStream = () => {
  throw new Error('createReadStream is not counted: add it here');
};
syncBuiltinESMExports();

process.on('exit', () => writeFileSync(process.env.RECORD_TO, JSON.stringify(reads)));
