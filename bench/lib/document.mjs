import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { programFolder } from './paths.mjs';

const begin = '<!-- measured: begin -->';
const end = '<!-- measured: end -->';

/** Puts the results between the markers of a document; the rest of it stays. Formatted as the project's check wants it. */
export function replaceMeasured(file, text) {
  const old = readFileSync(file, 'utf8');
  const from = old.indexOf(begin);
  const to = old.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers ${begin} and ${end}`);
  writeFileSync(file, `${old.slice(0, from + begin.length)}\n\n${text}\n\n${old.slice(to)}`);
  spawnSync('npx', ['biome', 'format', '--write', file], { cwd: programFolder, stdio: 'ignore' });
}
