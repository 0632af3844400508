import { clean } from '../../danish/index.ts';
import { FileRefused } from '../../file/index.ts';
import { whyUnread } from '../../unread-file.ts';
import { limits } from '../limits.ts';
import { type Place, type Problem, type ProblemText, structuralError, wholeFile } from '../problem.ts';

/** Ends the reading of a file. */
export class UnreadableFile extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

export const unreadable = (place: Place, text: ProblemText): UnreadableFile =>
  new UnreadableFile([structuralError(place, text)]);

/** The problems of an error that ended a file's reading. Throws what is neither the file's nor the system's fault. */
export const problemsOf = (error: unknown, file: string): readonly Problem[] =>
  error instanceof UnreadableFile ? error.problems : [structuralError(wholeFile(file), cannotRead(error))];

/** What the system says of a file that cannot be read. */
function cannotRead(error: unknown): ProblemText {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_') || code === 'ERR_TRAILING_JUNK_AFTER_STREAM_END') {
    return { rule: 'gzip', message: 'Filen er ikke en hel og gyldig gzip-fil.', remedy: 'Pak eller hent den igen.' };
  }
  const why = whyUnread(error);
  if (why === null) throw error;
  const isTooLarge = error instanceof FileRefused && error.reason === 'too-large';
  const rule = isTooLarge ? 'for-stor-fil' : 'kan-ikke-laeses';
  return { rule, message: `Filen ${why.why}.`, remedy: why.remedy };
}

/** What stands where a file should be. */
export const notAFile: Readonly<Record<'folder' | 'other' | 'missing', ProblemText>> = {
  missing: {
    rule: 'mangler-fil',
    message: 'Filen findes ikke i datasættets mappe.',
    remedy: 'Læg filen i mappen; docs/dataformat.md viser, hvad den skal indeholde.',
  },
  folder: {
    rule: 'mappe-i-stedet-for-fil',
    message: 'Her er en mappe, hvor der skal være en fil.',
    remedy: 'Fjern eller omdøb mappen, og læg filen i stedet.',
  },
  other: {
    rule: 'ikke-en-fil',
    message: 'Dette er ikke en almindelig fil.',
    remedy: 'Læg en almindelig fil i stedet.',
  },
};

/** A missing file most likely is there under the name `near`; `isOwn` for the dataset's own files. */
export function misnamedFile(name: string, near: string, isOwn: boolean): ProblemText {
  const isWorkbook = /\.xlsx?$/i.test(near) && !/\.xlsx$/.test(name);
  return {
    rule: 'mangler-fil',
    value: name,
    message: `Filen findes ikke i datasættets mappe, men der ligger "${clean(near)}".`,
    remedy: isWorkbook
      ? `Gem den som "CSV UTF-8 (semikolonsepareret)" med navnet ${clean(name)}.`
      : `Omdøb den til ${clean(name)}${isOwn ? '' : ', eller ret "fil" i datasaet.json'}.`,
  };
}

const saveAsCsv = 'Gem tabellen som "CSV UTF-8 (semikolonsepareret)".';
const notText = (message: string, remedy = saveAsCsv): ProblemText => ({ rule: 'binaer-fil', message, remedy });
const utf16: ProblemText = { rule: 'tegnsaet', message: 'Filen er i tegnsættet UTF-16.', remedy: saveAsCsv };

/** How files begin, as Latin-1, that are not text in a character set that we read. */
export const signatures: readonly (readonly [string, ProblemText])[] = [
  ['PK\u0003\u0004', notText('Filen er et regneark (xlsx) eller et zip-arkiv.')],
  ['\u00d0\u00cf\u0011\u00e0', notText('Filen er et regneark (xls).')],
  ['%PDF', notText('Filen er en PDF.')],
  ['\u001f\u008b', notText('Filen er pakket med gzip.', 'Giv den endelsen .csv.gz.')],
  ['\u00ff\u00fe', utf16],
  ['\u00fe\u00ff', utf16],
];

export const binary = notText('Filen er ikke en tekstfil: den indeholder nul-tegn.');

export const mixed: ProblemText = {
  rule: 'blandet-tegnsaet',
  message: 'Filen blander to tegnsæt: noget er UTF-8, og her står tegn i Windows-1252.',
  remedy: 'Gem hele filen som UTF-8, og se efter, at æ, ø og å er rigtige.',
};

export const emptyFile: ProblemText = {
  rule: 'tom-fil',
  message: 'Filen er tom.',
  remedy: 'Filens første linje skal navngive kolonnerne.',
};

export const tooLarge: ProblemText = {
  rule: 'for-stor-fil',
  message: `Filen fylder mere end ${limits.file / 1_000_000} MB (udpakket).`,
  remedy: 'Del datasættet op.',
};

export const bomb: ProblemText = {
  rule: 'for-stor-fil',
  message: `Pakket ud fylder filen mere end ${limits.ratio} gange så meget som pakket, og det gør ingen tabel.`,
  remedy: 'Pak den ud, og se efter, hvad den indeholder.',
};

export const tooLong: ProblemText = {
  rule: 'lang-linje',
  message: `Linjen er længere end ${limits.record} tegn.`,
  remedy: 'Se efter, om filen mangler linjeskift.',
};

export const tooManyFields: ProblemText = {
  rule: 'for-mange-felter',
  message: `Linjen har flere end ${limits.fields} felter.`,
  remedy: 'Se efter, om filen mangler linjeskift; kun de beskrevne kolonner bruges.',
};

export const openQuote: ProblemText = {
  rule: 'anfoerselstegn',
  message: 'Et felt begynder med anførselstegn, men slutter aldrig.',
  remedy: 'Sæt det afsluttende anførselstegn, eller slet det første.',
};

export const afterQuote: ProblemText = {
  rule: 'anfoerselstegn',
  message: 'Der står tekst efter feltets afsluttende anførselstegn.',
  remedy: 'Skriv anførselstegn inde i en tekst dobbelt (""), og sæt semikolon efter feltet.',
};

export const workbookTooLarge: ProblemText = {
  rule: 'for-stor-fil',
  message: `Excel-filen er større, end en tabel bør være: mere end ${limits.workbook / 1_000_000} MB udpakket eller en million celler.`,
  remedy: 'Hent tabellen som CSV, eller del den op.',
};
