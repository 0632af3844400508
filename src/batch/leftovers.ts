import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryName } from './atomic-write.ts';
import { DiskFault } from './disk-fault.ts';
import type { Processes } from './identity.ts';
import { lockName } from './lock.ts';

/** What is left of locks: drafts, locks put aside, locks of removal. The last process named in it made it or died. */
const lockRemains = new RegExp(`^\\${lockName}-(?:.*-)?(\\d+)-(\\d*)-\\d+(?:-vaek)?$`);

/**
 * Removes files that killed runs of this program did not finish; gives their number. Never another program's, and what
 * another user's run left stays. The folder is locked. Errors: `DiskFault`.
 */
export async function removeLeftovers(folder: string, processes: Processes): Promise<number> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new DiskFault(folder, cause, 'folder');
  });
  const dead = names.filter((name) => {
    const [, pid, start] = temporaryName.exec(name) ?? lockRemains.exec(name) ?? [];
    return pid !== undefined && !processes.isAlive(Number(pid), start ?? '');
  });
  const removed = await Promise.allSettled(
    dead.map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
  return removed.filter(({ status }) => status === 'fulfilled').length;
}

/** Removes what this process had in hand, once nothing writes any more. */
export async function removeOwn(folder: string, { self }: Processes): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const own = names.filter(
    (name) => name.startsWith(`.barometer-${self.pid}-${self.start}-`) && temporaryName.test(name),
  );
  await Promise.all(own.map((name) => rm(join(folder, name), { force: true }).catch(() => {})));
}
