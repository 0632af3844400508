import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { exitCode, UserError } from '../errors.ts';
import type { Processes } from './processes.ts';
import { DiskFault } from './whole-file.ts';

/**
 * One run at a time per folder. The lock is a folder that holds its owner's name.
 *
 * - It begins whole: a finished draft is renamed to its place, which succeeds only if nothing or an empty folder is
 *   there. Of several runs that try, the system lets exactly one through.
 * - It ends by being emptied: by its owner, or by anyone who found the owner dead. An empty folder is a free place.
 * - It is read and emptied through the open folder, never by its name. So whoever found an owner dead can only empty
 *   the very lock that he looked at, however slow he is; the lock that has its name by then is another folder.
 *
 * Hence emptying twice does no harm, and a run that dies at any step leaves a dead lock or a free place.
 */
export interface Lock {
  readonly release: () => Promise<void>;
}

export interface LockTools {
  readonly processes: Processes;
  /** When the run began, for the message to the one who has to wait. */
  readonly since: string;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Name of the lock in the output folder. */
export const lockName = '.barometer-laas';

const ownerFile = 'ejer.json';

/** What is shown on a terminal may not steer it. */
const shown = v.pipe(v.string(), v.regex(/^[^\p{C}]{0,255}$/u));

const ownerSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ pid: v.number(), start: v.string(), boot: v.string(), space: v.string(), host: shown, since: shown }),
);

type Owner = v.InferOutput<typeof ownerSchema>;

/** How often a holder shows that it lives to those who cannot see its process, and how long they watch, in ms. */
const beat = 1000;
const patience = 5000;

/** Takes the folder, which must be there. Errors: `UserError` 75 that says who has it, `DiskFault`. */
export async function acquireLock(folder: string, tools: LockTools): Promise<Lock> {
  const path = join(folder, lockName);
  try {
    for (;;) {
      const lock = await claim(path, tools);
      if (lock !== null) return lock;
      // Gone meanwhile: its owner has ended, or another run has emptied it.
      await emptyDead(path, tools).catch(nothingIfAbsent);
    }
  } catch (fault) {
    throw fault instanceof UserError ? fault : new DiskFault(folder, fault);
  }
}

/** Puts a new lock in its place; null when another's is there. */
async function claim(path: string, { processes: { self }, since }: LockTools): Promise<Lock | null> {
  const draft = await mkdtemp(`${path}-ny-${self.pid}-${self.start}-`);
  try {
    // Version 0.1.0 takes a lock without a mark for dead.
    const owner: Owner & { mark: string } = { ...self, since, mark: `${self.pid}-${self.start}` };
    await writeFile(join(draft, ownerFile), JSON.stringify(owner));
    await giveRights(draft);
    await rename(draft, path);
  } catch (fault) {
    await rm(draft, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes((fault as NodeJS.ErrnoException).code ?? '')) return null;
    throw fault;
  }
  return hold(path);
}

/** Whoever may write in the output folder can read a lock there, and empty it when another user's run has died. */
async function giveRights(draft: string): Promise<void> {
  const { mode, uid, gid } = await stat(dirname(draft));
  // Only root can give it to another user, and not all file systems know rights.
  await chown(draft, uid, gid).catch(() => chown(draft, -1, gid).catch(() => {}));
  await chmod(draft, mode & 0o7777).catch(() => {});
  await chmod(join(draft, ownerFile), 0o644).catch(() => {});
}

/** Beats while the lock is held. The times are counted, not read off a clock: only that they change matters. */
async function hold(path: string): Promise<Lock> {
  const folder = openFolder(path);
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    utimes(join(folder.inside, ownerFile), beats, beats).catch(() => {});
  }, beat).unref();
  return {
    release: async () => {
      clearInterval(timer);
      await rm(join(folder.inside, ownerFile), { force: true }).catch(() => {});
      folder.close();
      // Another run may have taken the empty place already; then it is not empty, and this fails.
      await rmdir(path).catch(() => {});
    },
  };
}

/** Empties the lock that is there if its owner is dead. Errors: `UserError` 75 when it lives. */
async function emptyDead(path: string, tools: LockTools): Promise<void> {
  const folder = openFolder(path);
  try {
    // No owner: it has ended, or a power cut has taken its name, since a lock begins whole.
    const text = await readFile(join(folder.inside, ownerFile), 'utf8').catch(nothingIfAbsent);
    const { success, output: owner } = v.safeParse(ownerSchema, text);
    if (success && (await lives(folder.inside, owner, tools))) throw heldBy(path, owner);
    const names = await readdir(folder.inside);
    await Promise.all(names.map((name) => rm(join(folder.inside, name), { recursive: true, force: true })));
  } finally {
    folder.close();
  }
}

/** An open folder: `inside` leads into this very one, whatever its name is by now. Without /proc its name has to do. */
function openFolder(path: string) {
  const descriptor = openSync(path, 'r');
  const own = `/proc/self/fd/${descriptor}`;
  return { inside: existsSync(own) ? own : path, close: () => closeSync(descriptor) };
}

/** Whether an owner still runs: not if this machine started anew since. Where we cannot look it must show its life. */
async function lives(lock: string, owner: Owner, { processes: { self, isAlive }, wait }: LockTools): Promise<boolean> {
  const onThisMachine = owner.boot === self.boot && (self.boot !== '' || owner.host === self.host);
  if (onThisMachine && owner.space === self.space) return isAlive(owner.pid, owner.start);
  if (owner.boot !== self.boot && owner.host === self.host) return false;
  const lastBeat = async (): Promise<number> => (await stat(join(lock, ownerFile))).mtimeMs;
  const before = await lastBeat();
  await wait(patience);
  return (await lastBeat()) !== before;
}

function nothingIfAbsent(fault: unknown): null {
  if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  return null;
}

function heldBy(path: string, { pid, host, since }: Owner): UserError {
  return new UserError(
    exitCode.locked,
    `Mappen er i brug: en anden kørsel (proces ${pid} på ${host}, begyndt ${since}) skriver i den. ` +
      `Vent, til den er færdig, eller vælg en anden mappe med --ud. Låsen er ${path}.`,
  );
}
