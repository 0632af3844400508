import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { readFile } from './read.ts';

/** Identifies a process even after its PID is reused. */
export interface Identity {
  readonly pid: number;
  /** Ticks from the start of the machine to that of the process; "" where the system does not say. */
  readonly start: string;
  /** Where its PID counts: this start of the machine, the space of PIDs (a container has its own), the machine. */
  readonly boot: string;
  readonly space: string;
  readonly host: string;
}

export interface Processes {
  readonly self: Identity;
  /** Whether the process with this PID and start still runs; without a start, whether any with this PID does. */
  readonly isAlive: (pid: number, start: string) => boolean;
}

/** The processes of this machine, read from /proc where there is one. */
export const processes: Processes = {
  self: {
    pid: process.pid,
    start: startOf(process.pid) ?? '',
    boot: textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? '',
    space: attempt(() => readlinkSync('/proc/self/ns/pid')) ?? '',
    host: hostname(),
  },
  isAlive: (pid, start) => (processes.self.start === '' ? answers(pid) : startOf(pid) === start),
};

/** Field 22 of /proc/<pid>/stat; the second is a name in brackets that can hold anything. Null when it has ended. */
function startOf(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const hasEnded = fields[0] === 'Z' || fields[0] === 'X';
  return hasEnded ? null : (fields[19] ?? null);
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    // Another user's.
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function textOf(path: string): string | null {
  return attempt(() => readFile(path, 4096).toString());
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
