import { dirname } from 'node:path';
import { exitCode, UserError } from '../errors.ts';

/** Something cannot be written (code 73). */
export class DiskFault extends UserError {
  /** `folder`: no other file can be written there either; `file`: a finished file cannot be moved into its place. */
  readonly scope: 'folder' | 'file';

  constructor(path: string, cause: unknown) {
    const { code = '', syscall, path: at = path } = cause as NodeJS.ErrnoException;
    const isMove = syscall === 'rename';
    const reason = (isMove ? moveReasons[code] : undefined) ?? reasons[code] ?? otherReason(code);
    super(exitCode.cannotWrite, `${path} kan ikke skrives: ${reason.replace('{folder}', dirname(at))}`, { cause });
    this.scope = code === 'EBUSY' || (isMove && !ofWholeFolder.has(code)) ? 'file' : 'folder';
  }
}

const otherReason = (code: string): string =>
  `drevet svarede ${code === '' ? 'med en ukendt fejl' : code}. Kontrollér stien, og kør igen.`;
const noRight = 'du har ikke adgang til at skrive i {folder}. Vælg en anden mappe, eller giv skriveadgang.';
const notFolder = 'en del af stien er en fil og ikke en mappe. Ret stien.';
const tooManyOpen =
  'for mange filer er åbne på maskinen. Luk andre programmer, eller hæv grænsen (ulimit -n), og kør igen.';
const driveFault = 'drevet svarer med en fejl. Få det undersøgt, og kør igen.';
const inUse = 'filen er åben i et andet program, eller den må ikke erstattes. Luk filen i Acrobat, og kør igen.';

/** In the place of the system's code, for a link whose target is missing. */
export const leadsNowhereCode = 'leads-nowhere';

/** Where a finished file cannot be moved over the one that is there. */
const moveReasons: Readonly<Record<string, string>> = { EPERM: inUse };

const reasons: Readonly<Record<string, string>> = {
  EACCES: noRight,
  EPERM: noRight,
  EROFS: 'drevet kan kun læses. Vælg en anden mappe.',
  ENOSPC: 'der er ikke mere plads på drevet. Skaf plads, og kør igen.',
  EDQUOT: 'kvoten på drevet er brugt op. Skaf plads, og kør igen.',
  EFBIG: 'filen er større, end drevet eller maskinen tillader. Vælg en anden mappe, eller hæv grænsen (ulimit -f).',
  ENOENT: 'mappen kan ikke oprettes eller findes ikke længere. Ret stien, eller undersøg, hvem der har fjernet den.',
  ENOTDIR: notFolder,
  EEXIST: notFolder,
  EISDIR: 'der ligger en mappe med det navn. Flyt den, eller ret stien.',
  ENAMETOOLONG: 'stien er for lang. Vælg en kortere.',
  EINVAL: 'navnet kan ikke bruges på dette drev. Vælg et andet.',
  [leadsNowhereCode]: 'et link i stien fører til en mappe, der ikke findes. Ret linket, eller opret mappen.',
  ELOOP: 'et link i stien peger på sig selv. Ret linket.',
  EBUSY: inUse,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  ENOMEM: 'maskinen mangler hukommelse. Luk andre programmer, og kør igen.',
  EIO: driveFault,
  ESTALE: driveFault,
  ETIMEDOUT: 'drevet svarer ikke. Kontrollér forbindelsen til det, og kør igen.',
};

const ofWholeFolder = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR']);
