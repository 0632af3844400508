import { amount, clean } from '../../danish/index.ts';
import { limits } from '../limits.ts';
import { stopsAll } from './rule.ts';

/** What keeps a file of a dataset from being read, or the rest of it. */

export const missingFile = stopsAll('mangler-fil', {
  message: 'Filen findes ikke i datasættets mappe.',
  remedy: 'Læg filen i mappen. docs/dataformat.md viser, hvad den skal indeholde.',
});

/** A missing file most likely is there under the name `near`; `isOwn` for the dataset's own files. */
export const misnamedFile = stopsAll<[name: string, near: string, isOwn: boolean]>(
  'mangler-fil',
  (name, near, isOwn) => ({
    value: name,
    message: `Filen findes ikke i datasættets mappe, men der ligger "${clean(near)}".`,
    remedy: remedyOf(name, near, isOwn),
  }),
);

/** A name does not make one kind of file another. */
function remedyOf(name: string, near: string, isOwn: boolean): string {
  const isWorkbook = /\.xlsx$/i.test(name);
  if (isSpreadsheet.test(near) && !isWorkbook)
    return `Gem den som "CSV UTF-8 (semikolonsepareret)" med navnet ${clean(name)}.`;
  if (isWorkbook && !/\.xlsx$/i.test(near))
    return isSpreadsheet.test(near) ? `Gem den som .xlsx med navnet ${clean(name)}.` : 'Ret "fil" i datasaet.json.';
  const packed = /\.gz$/i.test(near) && !/\.gz$/i.test(name) ? '.gz' : '';
  return `Omdøb den til ${clean(name)}${packed}${isOwn ? '' : ', eller ret "fil" i datasaet.json'}.`;
}

const isSpreadsheet = /\.(xls[xmb]?|ods|numbers)$/i;

/** Whether a file, by its name, is of a kind that can never be made the missing one. */
export const isOfOtherKind = (name: string, other: string): boolean => {
  const isJson = /\.json$/i.test(name);
  const isTable = isSpreadsheet.test(other) || /\.(csv|tsv)(\.gz)?$/i.test(other);
  return noData.test(other) || (isJson ? isTable : /\.json\b/i.test(other));
};

const noData = /\.(docx?|odt|rtf|pptx?|html?|xml|md|pdf|png|jpe?g|svg|zip|log|tmp)$/i;

export const folderForFile = stopsAll('mappe-i-stedet-for-fil', {
  message: 'Her er en mappe, hvor der skal være en fil.',
  remedy: 'Fjern eller omdøb mappen, og læg filen i stedet.',
});

export const notAFile = stopsAll('ikke-en-fil', {
  message: 'Dette er ikke en almindelig fil.',
  remedy: 'Læg en almindelig fil i stedet.',
});

export const twoFiles = stopsAll<[plain: string]>('to-filer', (plain) => ({
  message: `Både ${plain} og ${plain}.gz findes.`,
  remedy: 'Slet den ene.',
}));

export const damagedGzip = stopsAll('gzip', {
  message: 'Filen er ikke en hel og gyldig gzip-fil.',
  remedy: 'Pak eller hent den igen.',
});

/** The system's reason, as the end of a sentence, and what to do. */
export const unread = stopsAll<[why: string, remedy: string]>('kan-ikke-laeses', (why, remedy) => ({
  message: `Filen ${why}.`,
  remedy,
}));

export const refusedAsTooLarge = stopsAll<[why: string, remedy: string]>('for-stor-fil', (why, remedy) => ({
  message: `Filen ${why}.`,
  remedy,
}));

export const tooLarge = stopsAll('for-stor-fil', {
  message: `Filen fylder mere end ${limits.file / 1_000_000} MB (udpakket).`,
  remedy: 'Del datasættet op.',
});

export const bomb = stopsAll('for-stor-fil', {
  message: `Pakket ud fylder filen mere end ${limits.ratio} gange så meget som pakket, og det gør ingen tabel.`,
  remedy: 'Pak den ud, og kontrollér, hvad den indeholder.',
});

export const emptyFile = stopsAll('tom-fil', {
  message: 'Filen er tom.',
  remedy: 'Filens første linje skal navngive kolonnerne.',
});

const saveAsCsv = 'Gem tabellen som "CSV UTF-8 (semikolonsepareret)".';

/** A file of the dataset's own that is no text: what it is instead. */
export const notText = stopsAll<[what: keyof typeof notTexts]>('binaer-fil', (what) => ({
  message: notTexts[what],
  remedy: what === 'gzip' ? 'Giv den endelsen .csv.gz.' : saveAsCsv,
}));

const notTexts = {
  zip: 'Filen er et regneark (xlsx) eller et zip-arkiv.',
  xls: 'Filen er et regneark (xls).',
  pdf: 'Filen er en PDF.',
  gzip: 'Filen er pakket med gzip.',
  nul: 'Filen er ikke en tekstfil: den indeholder nul-tegn.',
};

export const utf16 = stopsAll('tegnsaet', { message: 'Filen er i tegnsættet UTF-16.', remedy: saveAsCsv });

export const mixedEncodings = stopsAll('blandet-tegnsaet', {
  message: 'Filen blander to tegnsæt: noget er UTF-8, og her står tegn i Windows-1252.',
  remedy: 'Gem hele filen som UTF-8, og kontrollér, at æ, ø og å er rigtige.',
});

export const tooLong = stopsAll('lang-linje', {
  message: `Linjen er længere end ${amount(limits.record)} tegn.`,
  remedy: 'Kontrollér, om filen mangler linjeskift.',
});

export const tooManyFields = stopsAll('for-mange-felter', {
  message: `Linjen har flere end ${amount(limits.fields)} felter.`,
  remedy: 'Kontrollér, om filen mangler linjeskift. Kun de beskrevne kolonner bruges.',
});

export const openQuote = stopsAll('anfoerselstegn', {
  message: 'Et felt begynder med anførselstegn, men slutter aldrig.',
  remedy: 'Sæt det afsluttende anførselstegn, eller slet det første.',
});

export const afterQuote = stopsAll('anfoerselstegn', {
  message: 'Der står tekst efter feltets afsluttende anførselstegn.',
  remedy: 'Skriv anførselstegn inde i en tekst dobbelt (""), og sæt semikolon efter feltet.',
});
