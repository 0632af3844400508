// Runs one command to its end, and tells how long it took and how much memory it held.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const watchEvery = 20; // ms

/** Gives `{ seconds, mb, output }`. Throws the command's last words when it ends with another code than `expected`. */
export function run(command, expected = 0) {
  const [file, ...args] = command;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let most = 0;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output = (output + chunk).slice(-4000);
      });
    }
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(child.pid));
    }, watchEvery);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      const seconds = (performance.now() - start) / 1000;
      if (code === expected) resolve({ seconds, mb: most / 1024, output });
      else reject(new Error(`${file} ended with ${signal ?? code}: ${output.trim().split('\n').at(-1)}`));
    });
  });
}

/** kB: of one process its own peak so far, of a family what its members hold now, with shared pages counted once. */
function memoryOf(pid) {
  const family = descendants(pid);
  if (family.length === 1) return field(`/proc/${pid}/status`, 'VmHWM');
  return family.reduce((sum, member) => sum + field(`/proc/${member}/smaps_rollup`, 'Pss'), 0);
}

const descendants = (pid) => [
  pid,
  ...read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).flatMap(descendants),
];

const field = (file, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(file))?.[1] ?? 0);

/** Empty for a process that has just ended, and on systems without /proc. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A fresh folder for `use`, removed afterwards. */
export async function withFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-bench-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Median, lowest and highest of numbers. */
export function summary(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return { median: middle, least: sorted[0], most: sorted.at(-1) };
}
