import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DiskFault, scopeOfRename } from './disk-fault.ts';
import { type Identity, realProcesses } from './identity.ts';
import { makeFolders } from './make-folders.ts';

/** What writing needs of the file system; replaced by tests. */
export interface Disk {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
}

const realDisk: Disk = { open, rename, rm };

/** Writes `bytes` to `path` so that the file is whole or not there at all. Errors: `DiskFault`. */
export type WriteWhole = (path: string, bytes: Uint8Array) => Promise<void>;

/** Names of files that are being written: ".barometer-<pid>-<start>-<thread>-<number>.tmp". */
export const temporaryName = /^\.barometer-(\d+)-(\d*)-\d+-\d+\.tmp$/;

interface WriterOptions {
  readonly disk?: Disk;
  /** Tells the process's threads apart; 0, the one that the program starts in, when left out. */
  readonly thread?: number;
}

/** Writes beside the place, syncs, renames. The folder must be there. */
export function wholeFileWriter({ pid, start }: Identity, options: WriterOptions = {}): WriteWhole {
  const { disk = realDisk, thread = 0 } = options;
  let made = 0;
  return async (path, bytes) => {
    made += 1;
    const beside = join(dirname(path), `.barometer-${pid}-${start}-${thread}-${made}.tmp`);
    try {
      await attempt(path, () => 'folder', writeSynced(beside, bytes, disk));
      await attempt(path, scopeOfRename, disk.rename(beside, path));
    } catch (fault) {
      await disk.rm(beside, { force: true }).catch(() => {});
      throw fault;
    }
  };
}

/** Writes one whole file, and the folders on the way to it. Errors: `DiskFault`. */
export async function atomicWrite(path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(path));
  await wholeFileWriter(realProcesses().self)(path, bytes);
}

/** Errors: `DiskFault`. */
export async function makeFolder(folder: string): Promise<void> {
  await attempt(folder, () => 'folder', makeFolders(folder));
}

/** Makes the names in a folder outlive a power cut; not all file systems can, and none of them loses a file by it. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

async function attempt(path: string, scope: (cause: unknown) => DiskFault['scope'], work: Promise<unknown>) {
  try {
    await work;
  } catch (cause) {
    throw new DiskFault(path, cause, scope(cause));
  }
}

async function writeSynced(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const file = await disk.open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
