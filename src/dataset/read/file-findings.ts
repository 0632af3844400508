import { limits } from '../limits.ts';
import type { Finding } from '../problems.ts';
import type { ScanFault } from './scanner.ts';

/** What can be wrong with a file as a whole, in words. */

const saveAsCsv = 'Gem tabellen som "CSV UTF-8 (semikolonsepareret)".';
export const binary: Finding = {
  rule: 'binaer-fil',
  message: 'Filen er ikke en tekstfil: den indeholder nul-tegn.',
  remedy: saveAsCsv,
};
export const mixed: Finding = {
  rule: 'blandet-tegnsaet',
  message: 'Filen blander to tegnsæt: noget er UTF-8, og her står tegn i Windows-1252.',
  remedy: 'Gem hele filen som UTF-8, og se efter, at æ, ø og å er rigtige.',
};
export const tooLarge: Finding = {
  rule: 'for-stor-fil',
  message: `Filen fylder mere end ${limits.file / 1_000_000} MB (udpakket).`,
  remedy: 'Del datasættet op.',
};

export const bomb: Finding = {
  rule: 'for-stor-fil',
  message: `Filen fylder mere end ${limits.ratio} gange så meget udpakket som pakket; sådan er tabeller ikke.`,
  remedy: 'Pak den ud og se efter, hvad den indeholder.',
};

/** Bytes that tell what kind of file it is. */
export const signatureLength = 4;

/** How files begin that are not text in a character set that we read. */
export const signatures: readonly (readonly [string, Finding])[] = [
  [
    'PK\u0003\u0004',
    { rule: 'binaer-fil', message: 'Filen er et regneark (xlsx) eller et zip-arkiv.', remedy: saveAsCsv },
  ],
  ['\u00d0\u00cf\u0011\u00e0', { rule: 'binaer-fil', message: 'Filen er et regneark (xls).', remedy: saveAsCsv }],
  ['%PDF', { rule: 'binaer-fil', message: 'Filen er en PDF.', remedy: saveAsCsv }],
  ['\u001f\u008b', { rule: 'binaer-fil', message: 'Filen er pakket med gzip.', remedy: 'Giv den endelsen .csv.gz.' }],
  ['\u00ff\u00fe', { rule: 'tegnsaet', message: 'Filen er i tegnsættet UTF-16.', remedy: saveAsCsv }],
  ['\u00fe\u00ff', { rule: 'tegnsaet', message: 'Filen er i tegnsættet UTF-16.', remedy: saveAsCsv }],
];

export const scanFaults: Readonly<Record<ScanFault, Finding>> = {
  quote: {
    rule: 'anfoerselstegn',
    message: 'Et felt begynder med anførselstegn, men slutter aldrig.',
    remedy: 'Sæt det afsluttende anførselstegn, eller slet det første.',
  },
  'after-quote': {
    rule: 'anfoerselstegn',
    message: 'Der står tekst efter feltets afsluttende anførselstegn.',
    remedy: 'Skriv anførselstegn inde i en tekst dobbelt (""), og sæt semikolon efter feltet.',
  },
  long: {
    rule: 'lang-linje',
    message: `Linjen er længere end ${limits.record} tegn.`,
    remedy: 'Se efter, om filen mangler linjeskift.',
  },
  fields: {
    rule: 'for-mange-felter',
    message: `Linjen har flere end ${limits.fields} felter.`,
    remedy: 'Se efter, om filen mangler linjeskift; kun de beskrevne kolonner bruges.',
  },
};

/** Wording for what the system says of a file that cannot be read. */
export function cannotRead(error: unknown): Finding {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END') {
    return { rule: 'gzip', message: 'Filen er ikke en hel og gyldig gzip-fil.', remedy: 'Pak eller hent den igen.' };
  }
  if (error instanceof Error && code === '') throw error;
  const remedy =
    code === 'EACCES' || code === 'EPERM' ? 'Giv læserettighed til filen.' : 'Prøv igen, eller kopiér filen på ny.';
  return { rule: 'kan-ikke-laeses', message: `Filen kan ikke læses (${code}).`, remedy };
}
