import { exitCode, UserError } from '../errors.ts';

/** `folder`: no other file can be written there either; `file`: this one's place is the matter. */
export type Scope = 'folder' | 'file';

/** Something cannot be written (code 73). */
export class DiskFault extends UserError {
  readonly scope: Scope;

  constructor(path: string, cause: unknown, scope: Scope) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    super(exitCode.cannotWrite, `${path} kan ikke skrives: ${reasons[code] ?? message}`, { cause });
    this.name = 'DiskFault';
    this.scope = scope;
  }
}

const noRight = 'der er ikke ret til at skrive der. Vælg en anden mappe med --ud, eller ret rettighederne.';
const notFolder = 'en del af stien er en fil og ikke en mappe. Ret stien i --ud.';

const reasons: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  EROFS: 'drevet kan kun læses. Vælg en anden mappe med --ud.',
  ENOSPC: 'der er ikke mere plads på drevet. Gør plads, og kør igen.',
  EDQUOT: 'kvoten på drevet er brugt. Gør plads, og kør igen.',
  ENOENT:
    'mappen kan ikke laves der eller findes ikke mere. Ret stien i --ud, eller se efter, hvem der har fjernet den.',
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  EISDIR: 'der ligger en mappe med det navn. Flyt den, eller ret stien i --ud.',
  ENAMETOOLONG: 'stien er for lang. Vælg en kortere med --ud.',
  EIO: 'drevet svarer med en fejl. Få det undersøgt, og kør igen.',
};

const ofWholeFolder = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR']);

/** Whose fault it is when a finished file cannot be moved into its place. */
export const scopeOfRename = (cause: unknown): Scope =>
  ofWholeFolder.has((cause as NodeJS.ErrnoException).code ?? '') ? 'folder' : 'file';
