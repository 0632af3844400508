import { renameSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pMap from 'p-map';
import { type Processes, processes } from './processes.ts';
import { DiskFault, leadsNowhereCode } from './unwritten.ts';

/** Writes one file, whole or not at all, and the folders on the way to it. Errors: `DiskFault`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  requireName(path, path);
  await makeFolder(dirname(path));
  await replaceFile(path, bytes);
}

/** Names of devices on Windows, which no file may have there, with any ending. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i;

/** What no name of a file may hold there. Below U+0020 are the characters that control a terminal. */
const forbidden = /[<>:"/\\|?*\p{Cc}]|[. ]$/u;

/** Whether a file can have this name on every system that the program runs on. */
export const isPortableName = (name: string): boolean => name !== '' && !device.test(name) && !forbidden.test(name);

/** Windows makes or finds something else under some names: a device, or the name without its last dot. */
function requireName(path: string, at: string): void {
  if (process.platform === 'win32' && !isPortableName(basename(at)))
    throw new DiskFault(path, Object.assign(new Error(`${at} is no name on Windows.`), { code: 'EINVAL' }));
}

/** Distinguishes the files that this process writes. */
let written = 0;

/**
 * Writes beside the place, syncs, renames: whenever the process or the machine stops, `path` holds the old file or the
 * new one. The folder must be there. Errors: `DiskFault`.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const { beside } = await stageFile(path, bytes);
  await renameUnlocked(beside, path, [20, 60, 200]).catch((cause) => abandon(beside, path, cause));
}

/**
 * The same of files that refer to each other: they come to their places in their order, when all are written, and without
 * a pause in which a signal could end the process. Errors: `DiskFault`; what is not in its place then is removed.
 */
export async function replaceTogether(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]) {
  const staged: StagedFile[] = [];
  try {
    // All are tried: what another one writes while the first fails would be left behind.
    const stage = async ({ path, bytes }: (typeof files)[number], i: number): Promise<void> => {
      staged[i] = await stageFile(path, bytes);
    };
    await pMap(files, stage, { concurrency: 8, stopOnError: false });
    for (const { path, beside } of staged) putInPlace(path, beside);
  } catch (fault) {
    for (const file of staged) if (file !== undefined) await rm(file.beside, { force: true }).catch(() => {});
    throw fault instanceof AggregateError ? fault.errors[0] : fault;
  }
}

/** A finished file beside its place. */
interface StagedFile {
  readonly path: string;
  readonly beside: string;
}

/** Writes beside the place and syncs. The folder must be there. Errors: `DiskFault`. */
async function stageFile(path: string, bytes: Uint8Array): Promise<StagedFile> {
  const { pid, start } = processes.self;
  written += 1;
  const beside = join(dirname(path), `.barometer-${pid}-${start}-${written}.tmp`);
  await writeFile(beside, bytes, { flag: 'wx', flush: true }).catch((cause) => abandon(beside, path, cause));
  return { path, beside };
}

function putInPlace(path: string, beside: string): void {
  try {
    renameSync(beside, path);
  } catch (cause) {
    throw new DiskFault(path, cause);
  }
}

async function abandon(beside: string, path: string, cause: unknown): Promise<never> {
  await rm(beside, { force: true }).catch(() => {});
  throw new DiskFault(path, cause);
}

/** Tries again while a virus scanner looks at the new file, as they do on Windows. */
async function renameUnlocked(from: string, to: string, [pause, ...pauses]: readonly number[]): Promise<void> {
  try {
    await rename(from, to);
  } catch (fault) {
    const isHeld = ['EPERM', 'EBUSY', 'EACCES'].includes((fault as NodeJS.ErrnoException).code ?? '');
    if (pause === undefined || !isHeld) throw fault;
    await setTimeout(pause);
    await renameUnlocked(from, to, pauses);
  }
}

/** Names of what a process makes and then renames, files and locks: its PID, and its start. */
const unfinishedName = /^\.barometer-(?:laas-ny-)?(\d+)-(\d*)-(?:[\d-]+\.tmp|\w{6})$/;

/**
 * Removes what runs did not finish whose PID and start meet `isTheirs`; what may not be removed stays. Returns how many
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
  requireName(folder, at);
  if (dirname(at) !== at) await makeFolder(folder, dirname(at));
  await mkdir(at).catch(async (cause) => {
    // Another process may have made it in the meantime.
    if (await isFolder(at)) return;
    throw new DiskFault(folder, (await leadsNowhere(at)) ? Object.assign(cause, { code: leadsNowhereCode }) : cause);
  });
}

/** True for a link to what is not there, which the system says exists. */
const leadsNowhere = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => null))?.isSymbolicLink() === true && (await stat(path).catch(() => null)) === null;

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

/** Makes the names in a folder outlive a power cut; not all file systems can, and none of them loses a file by it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
