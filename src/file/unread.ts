import { FileRefused } from './read.ts';

/** Why a file cannot be read, as the end of a Danish sentence that begins with its name, and what to do. */
export interface WhyUnread {
  readonly why: string;
  readonly remedy: string;
}

/** Gives the reason of a fault of the file or the system; null for any other fault, which is the program's own. */
export function whyUnread(fault: unknown): WhyUnread | null {
  if (fault instanceof FileRefused) return refusals[fault.reason](fault.limit);
  const { code } = fault as NodeJS.ErrnoException;
  if (!(fault instanceof Error) || typeof code !== 'string') return null;
  return systemFaults[code] ?? { why: `kan ikke læses (${code})`, remedy: 'Prøv igen, eller kopiér filen igen.' };
}

const refusals: Readonly<Record<FileRefused['reason'], (limit: number) => WhyUnread>> = {
  folder: () => ({ why: 'er en mappe og ikke en fil', remedy: 'Kontrollér stien.' }),
  other: () => ({
    why: 'er ikke en almindelig fil, men fx en pipe eller en enhed',
    remedy: 'Brug en almindelig fil i stedet.',
  }),
  'too-large': (limit) => ({
    why: `fylder mere end ${limit / 1_000_000} MB`,
    remedy: 'Kontrollér, at det er den rigtige fil.',
  }),
};

const missing = { why: 'findes ikke', remedy: 'Kontrollér stien.' };
const denied = { why: 'kan ikke læses, fordi du ikke har adgang til den', remedy: 'Giv læserettighed til filen.' };
const tooManyOpen = {
  why: 'kan ikke læses, fordi for mange filer er åbne på maskinen',
  remedy: 'Luk andre programmer, eller hæv grænsen (ulimit -n), og kør igen.',
};
const driveFault = { why: 'kan ikke læses: drevet svarer med en fejl', remedy: 'Få drevet undersøgt, og kør igen.' };

const systemFaults: Readonly<Record<string, WhyUnread>> = {
  ENOENT: missing,
  ENOTDIR: missing,
  EACCES: denied,
  EPERM: denied,
  EMFILE: tooManyOpen,
  ENFILE: tooManyOpen,
  ENOMEM: { why: 'kan ikke læses, fordi maskinen mangler hukommelse', remedy: 'Luk andre programmer, og kør igen.' },
  EIO: driveFault,
  ESTALE: driveFault,
  EBUSY: { why: 'kan ikke læses, fordi et andet program bruger den', remedy: 'Luk filen i det andet program.' },
  ELOOP: { why: 'kan ikke læses, fordi linket peger på sig selv', remedy: 'Ret linket.' },
  ENAMETOOLONG: { why: 'kan ikke læses, fordi stien er for lang', remedy: 'Brug en kortere sti.' },
  ERR_INVALID_ARG_VALUE: { why: 'er ikke en gyldig sti', remedy: 'Ret stien.' },
};
