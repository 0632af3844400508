import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { exitCode, UserError } from '../errors.ts';
import { type Processes, processes } from './processes.ts';

/** Writes one file, whole or not at all, and the folders on the way to it. Errors: `DiskFault`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  await replaceFile(path, bytes);
}

/** Tells the files that this process writes apart. */
let written = 0;

/**
 * Writes beside the place, syncs, renames: whenever the process or the machine stops, `path` holds the old file or the
 * new one. The folder must be there. Errors: `DiskFault`.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const { pid, start } = processes.self;
  written += 1;
  const beside = join(dirname(path), `.barometer-${pid}-${start}-${written}.tmp`);
  try {
    await writeFile(beside, bytes, { flag: 'wx', flush: true });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw new DiskFault(path, cause);
  }
}

/** Names of what a process makes and then renames, files and locks: its number, and when it began. */
const unfinishedName = /^\.barometer-(?:laas-ny-)?(\d+)-(\d*)-(?:[\d-]+\.tmp|\w{6})$/;

/**
 * Removes what runs did not finish whose process and start `isTheirs` knows; another user's stays. Returns how many
 * were removed. Errors: `DiskFault`.
 */
export async function removeUnfinished(folder: string, isTheirs: Processes['isAlive']): Promise<number> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new DiskFault(folder, cause);
  });
  const unfinished = names.filter((name) => {
    const [, pid, start] = unfinishedName.exec(name) ?? [];
    return pid !== undefined && isTheirs(Number(pid), start ?? '');
  });
  const removals = unfinished.map((name) => rm(join(folder, name), { recursive: true, force: true }));
  return (await Promise.allSettled(removals)).filter(({ status }) => status === 'fulfilled').length;
}

/**
 * Makes a folder and those above it, from `at` upwards. Node's own recursive mkdir never returns where the system says
 * that a parent is missing which is there, as in /proc or in a folder that was removed meanwhile (Node 20.20).
 * Errors: `DiskFault`.
 */
export async function makeFolder(folder: string, at = resolve(folder)): Promise<void> {
  if (await isFolder(at)) return;
  if (dirname(at) !== at) await makeFolder(folder, dirname(at));
  await mkdir(at).catch(async (cause) => {
    // Another process may have made it in the meantime.
    if (!(await isFolder(at))) throw new DiskFault(folder, cause);
  });
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

/** Makes the names in a folder outlive a power cut; not all file systems can, and none of them loses a file by it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Something cannot be written (code 73). */
export class DiskFault extends UserError {
  /** `folder`: no other file can be written there either; `file`: a finished file cannot be moved into its place. */
  readonly scope: 'folder' | 'file';

  constructor(path: string, cause: unknown) {
    const { code = '', syscall } = cause as NodeJS.ErrnoException;
    super(exitCode.cannotWrite, `${path} kan ikke skrives: ${reasons[code] ?? otherReason(code)}`, { cause });
    this.scope = syscall === 'rename' && !ofWholeFolder.has(code) ? 'file' : 'folder';
  }
}

const otherReason = (code: string): string => `drevet svarede ${code}. Kontrollér stien i --ud, og kør igen.`;
const noRight = 'der er ikke ret til at skrive der. Vælg en anden mappe med --ud, eller ret rettighederne.';
const notFolder = 'en del af stien er en fil og ikke en mappe. Ret stien i --ud.';

const reasons: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  EROFS: 'drevet kan kun læses. Vælg en anden mappe med --ud.',
  ENOSPC: 'der er ikke mere plads på drevet. Skaf plads, og kør igen.',
  EDQUOT: 'kvoten på drevet er brugt op. Skaf plads, og kør igen.',
  ENOENT:
    'mappen kan ikke oprettes eller findes ikke længere. Ret stien i --ud, eller se efter, hvem der har fjernet den.',
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  EISDIR: 'der ligger en mappe med det navn. Flyt den, eller ret stien i --ud.',
  ENAMETOOLONG: 'stien er for lang. Vælg en kortere med --ud.',
  EIO: 'drevet svarer med en fejl. Få det undersøgt, og kør igen.',
};

const ofWholeFolder = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR']);
