import { spawnSync } from 'node:child_process';

const hasTaskset = spawnSync('taskset', ['--version']).status === 0;

/** The command bound to these cores ("0" or "0,1"), where the system can do that. */
export const pinned = (command, cores) => (hasTaskset ? ['taskset', '-c', cores, ...command] : command);

export const pinning = hasTaskset ? 'taskset' : 'none (no taskset on this system)';
