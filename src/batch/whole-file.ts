import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DiskFault, scopeOfRename } from './disk-fault.ts';
import { lockDraftName } from './lock.ts';
import { type Identity, realProcesses } from './processes.ts';

/** Writes one file, whole or not at all, and the folders on the way to it. Errors: `DiskFault`. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  await replaceFile(path, bytes, realProcesses().self);
}

/** Tells the files that this process writes apart. */
let written = 0;

/**
 * Writes beside the place, syncs, renames: whenever the process or the machine stops, `path` holds the old file or the
 * new one. The folder must be there. Errors: `DiskFault`.
 */
export async function replaceFile(path: string, bytes: Uint8Array, { pid, start }: Identity): Promise<void> {
  written += 1;
  const beside = join(dirname(path), `.barometer-${pid}-${start}-${written}.tmp`);
  let scope: typeof scopeOfRename = () => 'folder';
  try {
    await writeSynced(beside, bytes);
    scope = scopeOfRename;
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw new DiskFault(path, cause, scope(cause));
  }
}

const temporaryName = /^\.barometer-(\d+)-(\d*)-[\d-]+\.tmp$/;

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Removes what runs did not finish whose process and start `isTheirs` knows; another user's stays. Returns how many
 * were removed. Errors: `DiskFault`.
 */
export async function removeUnfinished(
  folder: string,
  isTheirs: (pid: number, start: string) => boolean,
): Promise<number> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new DiskFault(folder, cause, 'folder');
  });
  const unfinished = names.filter((name) => {
    const [, pid, start] = temporaryName.exec(name) ?? lockDraftName.exec(name) ?? [];
    return pid !== undefined && isTheirs(Number(pid), start ?? '');
  });
  const removals = unfinished.map((name) => rm(join(folder, name), { recursive: true, force: true }));
  return (await Promise.allSettled(removals)).filter(({ status }) => status === 'fulfilled').length;
}

/** Errors: `DiskFault`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(resolve(folder));
  } catch (cause) {
    throw new DiskFault(folder, cause, 'folder');
  }
}

/**
 * Node's own recursive mkdir never returns where the system says that a parent is missing which is there, as in /proc
 * or in a folder that was removed meanwhile (Node 20.20). This asks for each folder once.
 */
async function makeFolders(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolders(dirname(folder));
  await mkdir(folder).catch(async (fault) => {
    // Another process may have made it in the meantime.
    if (!(await isFolder(folder))) throw fault;
  });
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isDirectory() ?? false;

/** Makes the names in a folder outlive a power cut; not all file systems can, and none of them loses a file by it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
