import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, told so exactly that no later one can pass for it, also after its number is used again. */
export interface Identity {
  readonly pid: number;
  /** When it began, in ticks since the machine did; "" where the system does not tell. */
  readonly start: string;
  /** This start of the machine; "" where the system does not tell. */
  readonly boot: string;
  /** The space that process numbers count in: a container has its own. */
  readonly space: string;
  readonly host: string;
}

/** What can be known of the processes of this machine. */
export interface Processes {
  readonly self: Identity;
  /** The process that had this number and start still runs. */
  readonly isAlive: (pid: number, start: string) => boolean;
}

const self: Identity = {
  pid: process.pid,
  start: startOf(process.pid) ?? '',
  boot: attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '',
  space: attempt(() => readlinkSync('/proc/self/ns/pid')) ?? '',
  host: hostname(),
};

/** The processes of this machine, read from /proc where there is one. */
export const processes: Processes = {
  self,
  isAlive: (pid, start) => (self.start === '' ? answers(pid) : startOf(pid) === start),
};

/** Field 22 of /proc/<pid>/stat; the second is a name in brackets that can hold anything. Null when it has ended. */
function startOf(pid: number): string | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ended = fields[0] === 'Z' || fields[0] === 'X';
  return ended ? null : (fields[19] ?? null);
}

/** A process of that number is there, ours or another user's. */
function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
