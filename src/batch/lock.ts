import { mkdir, readdir, readFile, rename, rm, rmdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCode, UserError } from '../errors.ts';
import { DiskFault } from './disk-fault.ts';
import { type Identity, lifeOf, type Processes } from './identity.ts';

/**
 * One run at a time per folder. A lock is a folder that holds its owner's name. It comes into being whole, by one
 * rename, which fails when the place is taken. It is removed by its owner, or, when the owner is dead, by whoever holds
 * the lock of *removing this very lock* (named after it) and has then seen that it is still there: so two runs that
 * find the same dead lock can never remove each other's new one. That lock can be dead too, and is removed likewise.
 */
export interface Lock {
  readonly path: string;
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

interface Owner extends Identity {
  /** Of this one lock and no other. */
  readonly mark: string;
  readonly since: string;
}

/** How often a holder shows that it lives to those who cannot see its process, and how long they watch. */
const beat = 1000;
const patience = 5000;

/** Takes the folder, which must be there. Errors: `UserError` 75 that says who has it, `DiskFault`. */
export async function acquireLock(folder: string, tools: LockTools): Promise<Lock> {
  const claim = claimer(folder, tools);
  try {
    return await take(join(folder, lockName), claim, tools);
  } catch (fault) {
    throw fault instanceof UserError ? fault : new DiskFault(folder, fault, 'folder');
  }
}

async function take(path: string, claim: Claim, tools: LockTools): Promise<Lock> {
  for (;;) {
    const lock = await claim(path);
    if (lock !== null) return lock;
    const owner = await ownerOf(path);
    if (owner === 'none') continue;
    if (owner !== 'unreadable' && (await lives(path, owner, tools))) throw heldBy(path, owner);
    await removeDead(path, owner, claim, tools);
  }
}

/** Removes a dead owner's lock unless someone else did. */
async function removeDead(path: string, owner: Owner | 'unreadable', claim: Claim, tools: LockTools): Promise<void> {
  const removal = await take(`${path}-${markOf(owner)}`, claim, tools);
  try {
    if (markOf(await ownerOf(path)) === markOf(owner)) await discard(path, `${removal.path}-vaek`);
  } finally {
    await removal.release();
  }
}

const markOf = (owner: Owner | 'unreadable' | 'none'): string => (typeof owner === 'string' ? owner : owner.mark);

/** Puts a new lock at `path`; null when there is one already. */
type Claim = (path: string) => Promise<Lock | null>;

function claimer(folder: string, { processes: { self }, since }: LockTools): Claim {
  let made = 0;
  return async (path) => {
    made += 1;
    const mark = `${self.pid}-${self.start}-${made}`;
    const draft = join(folder, `${lockName}-ny-${mark}`);
    await mkdir(draft);
    try {
      await writeFile(join(draft, ownerFile), JSON.stringify({ ...self, mark, since } satisfies Owner));
      await rename(draft, path);
    } catch (fault) {
      await rm(draft, { recursive: true, force: true });
      if (isTaken(fault)) return null;
      throw fault;
    }
    return holding(path, mark);
  };
}

const ownerFile = 'ejer.json';

const isTaken = (fault: unknown): boolean =>
  ['ENOTEMPTY', 'EEXIST'].includes((fault as NodeJS.ErrnoException).code ?? '');

/** Beats while the lock is held. The times are counted, not read off a clock: only that they change matters. */
function holding(path: string, mark: string): Lock {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    utimes(join(path, ownerFile), beats, beats).catch(() => {});
  }, beat);
  timer.unref();
  return {
    path,
    release: async () => {
      clearInterval(timer);
      if (markOf(await ownerOf(path)) === mark) await discard(path, `${path}-${mark}-vaek`);
    },
  };
}

/** The lock goes at once; its remains after, unless they are another user's. */
async function discard(path: string, aside: string): Promise<void> {
  await rename(path, aside).catch(ignoreAbsent);
  await removeLock(aside).catch(() => {});
}

/** A lock of ours is two calls; only one that holds more needs rm, which looks around first. */
async function removeLock(path: string): Promise<void> {
  try {
    await unlink(join(path, ownerFile));
    await rmdir(path);
  } catch {
    await rm(path, { recursive: true, force: true });
  }
}

async function lives(path: string, owner: Owner, { processes, wait }: LockTools): Promise<boolean> {
  const life = lifeOf(owner, processes);
  if (life !== 'unknown') return life === 'alive';
  const before = await beatOf(path);
  await wait(patience);
  return (await beatOf(path)) !== before;
}

const beatOf = async (path: string): Promise<number | null> =>
  stat(join(path, ownerFile)).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

/** `unreadable`: locks appear whole, so a power cut took its content, and its owner with it. */
async function ownerOf(path: string): Promise<Owner | 'unreadable' | 'none'> {
  try {
    const owner = JSON.parse(await readFile(join(path, ownerFile), 'utf8')) as Owner;
    return isOwner(owner) ? owner : 'unreadable';
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOENT' ? ownerless(path) : 'unreadable';
  }
}

/** What we wrote, not what a hand put there: the mark becomes part of a name, the rest is shown. */
const isOwner = (owner: Owner | null): boolean =>
  /^[\d-]{1,60}$/.test(String(owner?.mark)) &&
  Number.isInteger(owner?.pid) &&
  [owner?.host, owner?.since].every((text) => typeof text === 'string' && /^[^\p{C}]{0,255}$/u.test(text));

/** An empty folder counts as none: a claim takes its place, so nobody else may remove it. */
async function ownerless(path: string): Promise<Owner | 'unreadable' | 'none'> {
  const names = await readdir(path).catch((): string[] => []);
  if (names.includes(ownerFile)) return ownerOf(path);
  return names.length === 0 ? 'none' : 'unreadable';
}

function ignoreAbsent(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'ENOENT') throw fault;
}

function heldBy(path: string, { pid, host, since }: Owner): UserError {
  return new UserError(
    exitCode.locked,
    `Mappen er i brug: en anden kørsel (proces ${pid} på ${host}, begyndt ${since}) skriver i den. ` +
      `Vent, til den er færdig, eller vælg en anden mappe med --ud. Låsen er ${path}.`,
  );
}
