// The other end of client.mjs, for peers in JavaScript.
//   node peer.mjs                      renders what is asked for on standard input, one JSON line per job
//   node peer.mjs batch <out> <code>…  renders these reports into files and ends
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { buildFolder } from './paths.mjs';

export const reportFile = (code, ending) => join(buildFolder, 'reports', `${code}.${ending}`);
export const readReportFile = (code, ending) => readFileSync(reportFile(code, ending), 'utf8');

/**
 * `inputs(code)` reads what a report is made from, `render(inputs)` makes its PDF; only the latter is timed, so that
 * every peer starts from data in memory.
 */
export async function serve(inputs, render, close = () => {}) {
  const [mode, out, ...codes] = process.argv.slice(2);
  const one = async (code, file) => {
    const input = await inputs(code);
    const start = performance.now();
    const bytes = await render(input);
    const ms = performance.now() - start;
    if (file !== undefined) writeFileSync(file, bytes);
    return { ms, size: bytes.length };
  };
  if (mode === 'batch') {
    for (const code of codes) await one(code, join(out, `${code}.pdf`));
  } else {
    process.stdout.write('{"ready":true}\n');
    for await (const line of createInterface({ input: process.stdin })) {
      const { code, file } = JSON.parse(line);
      process.stdout.write(`${JSON.stringify(await one(code, file))}\n`);
    }
  }
  await close();
}
