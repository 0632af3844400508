import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pinned } from './pin.mjs';

/** Runs a command to its end on these cores; gives its time in seconds. Throws its last words when it fails. */
export function timed(command, cores) {
  return run(command, cores, () => {});
}

/** Runs a command to its end; gives the most memory that it held, in MB. */
export async function peakMemory(command, cores) {
  let most = 0;
  let timer;
  await run(command, cores, ({ pid }) => {
    timer = setInterval(() => {
      most = Math.max(most, memoryOf(pid));
    }, 20);
  }).finally(() => clearInterval(timer));
  return most / 1024;
}

function run(command, cores, started) {
  const [program, ...args] = pinned(command, cores);
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints = (complaints + chunk).slice(-2000);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve(seconds);
      else reject(new Error(`${command.join(' ')}: ${signal ?? code}: ${complaints.trim()}`));
    });
    started(child);
  });
}

/** kB of a process group. One process: its own peak so far. Several: what they hold now, shared pages counted once. */
function memoryOf(group) {
  const members = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && groupOf(name) === group);
  if (members.length === 1) return field(`/proc/${members[0]}/status`, 'VmHWM');
  return members.reduce((sum, pid) => sum + field(`/proc/${pid}/smaps_rollup`, 'Pss'), 0);
}

function groupOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

const field = (file, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(file))?.[1] ?? 0);

/** Empty for a process that has just ended. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
