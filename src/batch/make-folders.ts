import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those on the way to it. Node's own recursive mkdir never ends where the system says that a parent
 * is missing which is there, as /proc does; this one asks for each folder once. Errors: those of mkdir.
 */
export async function makeFolders(folder: string): Promise<void> {
  const path = resolve(folder);
  if (await isFolder(path)) return;
  if (dirname(path) !== path) await makeFolders(dirname(path));
  try {
    await mkdir(path);
  } catch (fault) {
    // Another process may have made it in the meantime.
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST' || !(await isFolder(path))) throw fault;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
