import { readFileSync } from 'node:fs';
import { exitCode, UserError } from '../errors.ts';

/** The bytes of a file that the user named. Errors: `UserError` 66. */
export function readNamed(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === 'EISDIR' ? 'er en mappe og ikke en fil' : 'kan ikke læses';
    throw new UserError(exitCode.noInput, `${path} ${reason}. Kontrollér stien.`, { cause });
  }
}
