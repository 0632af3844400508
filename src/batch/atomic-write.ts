import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { exitCode } from '../exit-codes.ts';

/**
 * Writes a file so that it is whole or not there at all: beside its place, synced, renamed. Folders on the way are
 * made. Errors: `UserError` 73 that says why.
 */
export async function atomicWrite(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeSynced(beside, bytes);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => {});
    throw new UserError(exitCode.cannotWrite, `${path} kan ikke skrives: ${reasonOf(cause)}`, { cause });
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const reasons: Record<string, string> = {
  EACCES: 'der er ikke ret til at skrive der. Vælg en anden mappe med --ud, eller ret rettighederne.',
  EPERM: 'der er ikke ret til at skrive der. Vælg en anden mappe med --ud, eller ret rettighederne.',
  EROFS: 'drevet kan kun læses. Vælg en anden mappe med --ud.',
  ENOSPC: 'der er ikke mere plads på drevet. Gør plads, og kør igen.',
  EDQUOT: 'kvoten på drevet er brugt. Gør plads, og kør igen.',
  ENOTDIR: 'en del af stien er en fil og ikke en mappe. Ret stien i --ud.',
  EEXIST: 'en del af stien er en fil og ikke en mappe. Ret stien i --ud.',
  EISDIR: 'der ligger en mappe med det navn. Ret stien i --ud.',
  ENAMETOOLONG: 'stien er for lang. Vælg en kortere med --ud.',
};

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}
