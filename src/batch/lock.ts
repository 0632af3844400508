import { chmod, chown, lstat, mkdtemp, readdir, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { exitCode, UserError } from '../errors.ts';
import { DiskFault, FileRefused, makeFolder, type Processes, readFile } from '../file/index.ts';

/**
 * One run at a time per folder. The lock is a folder with one file, which names its owner.
 *
 * - It begins whole: a finished draft is renamed to its place, which succeeds only if nothing is there, or an empty
 *   folder. Of several runs that try, the system lets exactly one through.
 * - It ends by being emptied: by its owner, or by anyone who finds the owner dead. An empty folder is a free place.
 * - The name of the file in it is never used twice. So a run that saw a dead lock can only remove that one, however
 *   slow it is; the lock that has taken its place has another file.
 *
 * Hence emptying twice does no harm, and a run that dies at any step leaves a dead lock or a free place.
 */
export interface LockTools {
  readonly processes: Processes;
  /** When the run began, for the message to the one who has to wait. */
  readonly since: string;
  readonly wait: (milliseconds: number) => Promise<void>;
}

export const lockName = '.barometer-laas';

/** Text that cannot steer the terminal on which it is shown. */
const plainText = v.pipe(v.string(), v.regex(/^[^\p{C}]{0,255}$/u));

const ownerSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    ...{ pid: v.number(), start: v.string(), boot: v.string(), space: v.string() },
    ...{ host: plainText, since: plainText },
  }),
);

type Owner = v.InferOutput<typeof ownerSchema>;

/** How often a holder shows that it lives, and how long those watch who cannot see its process, in ms. */
const beat = 1000;
const patience = 5000;

export type Release = () => Promise<void>;

/** Takes the folder, which is made if it is not there. Errors: `UserError` 75 that says who has it, `DiskFault`. */
export async function acquireLock(folder: string, tools: LockTools): Promise<Release> {
  await makeFolder(folder);
  const path = join(folder, lockName);
  try {
    // Each failure means that another run has done something; this many in a row mean a disk that does not obey.
    for (let attempt = 1; ; attempt++) {
      try {
        return await claim(path, tools);
      } catch (fault) {
        const found = await lstat(path).catch(nullIfAbsent);
        // Where a rename fails and nothing is there, another run has just given its lock back.
        const isUnclaimed = found === null && (fault as NodeJS.ErrnoException).syscall !== 'rename';
        if (attempt === 100 || isUnclaimed) throw fault;
        // A link could lead to a folder whose files are another's.
        if (found?.isSymbolicLink()) await rm(path, { force: true });
        else await emptyDead(path, tools);
      }
    }
  } catch (fault) {
    throw fault instanceof UserError ? fault : new DiskFault(folder, fault);
  }
}

/** Puts a new lock in its place; throws when another's is there. */
async function claim(path: string, { processes: { self }, since }: LockTools): Promise<Release> {
  const draft = await mkdtemp(`${path}-ny-${self.pid}-${self.start}-`);
  const name = `ejer${basename(draft).slice(`${lockName}-ny`.length)}.json`;
  try {
    await writeFile(join(draft, name), JSON.stringify({ ...self, since } satisfies Owner));
    // Whoever may write in the output folder can read the lock, and empty it when another user's run has died.
    const { mode, uid, gid } = await stat(dirname(path));
    // Only root can give it to another user, and not all file systems know rights.
    await chown(draft, uid, gid).catch(() => chown(draft, -1, gid).catch(() => {}));
    await chmod(draft, mode & 0o7777).catch(() => {});
    await chmod(join(draft, name), 0o644).catch(() => {});
    // Windows renames no folder onto another, even an empty one.
    await rmdir(path).catch(() => {});
    await rename(draft, path);
  } catch (fault) {
    await rm(draft, { recursive: true, force: true });
    throw fault;
  }
  return hold(path, join(path, name));
}

/** Beats while the lock is held. The times are counted, not read off a clock: only that they change matters. */
function hold(path: string, file: string): Release {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    utimes(file, beats, beats).catch(() => {});
  }, beat).unref();
  return async () => {
    clearInterval(timer);
    await rm(file, { force: true }).catch(() => {});
    // Another run may have taken the empty place already; then it is not empty, and this fails.
    await rmdir(path).catch(() => {});
  };
}

/** Empties the lock that is there if its owner is dead. Errors: `UserError` 75 when it lives. */
async function emptyDead(path: string, tools: LockTools): Promise<void> {
  for (const name of (await readdir(path).catch(nullIfAbsent)) ?? []) {
    const file = join(path, name);
    // What names no owner is what a power cut leaves, since a lock begins whole.
    const { success, output: owner } = v.safeParse(ownerSchema, await textOf(file).catch(nullIfAbsent));
    if (success && (await lives(file, owner, tools))) throw heldBy(path, owner);
    await rm(file, { recursive: true, force: true });
  }
}

/** Whether an owner still runs. Where its process cannot be seen for certain, it must show that it lives. */
async function lives(file: string, owner: Owner, { processes: { self, isAlive }, wait }: LockTools): Promise<boolean> {
  const isHere = owner.boot === self.boot && owner.space === self.space && owner.host === self.host;
  if (isHere && !isAlive(owner.pid, owner.start)) return false;
  if (isHere && self.start !== '') return true;
  const lastBeat = async () => (await stat(file).catch(nullIfAbsent))?.mtimeMs;
  const before = await lastBeat();
  for (let waited = 0; waited < patience; waited += beat / 2) {
    await wait(beat / 2);
    const now = await lastBeat();
    if (now === undefined || now !== before) return now !== undefined;
  }
  return false;
}

/** The text of an owner's file. */
const textOf = async (file: string): Promise<string> => readFile(file, 10_000).toString();

/** Null for a lock that has gone meanwhile, or an owner's file that is none; throws any other fault. */
function nullIfAbsent(fault: unknown): null {
  if (!(fault instanceof FileRefused) && (fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  return null;
}

const heldBy = (path: string, { pid, host, since }: Owner): UserError =>
  new UserError(
    exitCode.locked,
    `Mappen er i brug: en anden kørsel (proces ${pid} på ${host}, begyndt ${since}) skriver i den. ` +
      `Vent, til den er færdig, eller vælg en anden mappe. Låsen er ${path}.`,
  );
