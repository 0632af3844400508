import { resolve } from 'node:path';
import { Option } from 'commander';
import { usageError } from '../errors.ts';
import { type FormatName, formats } from '../formats/index.ts';
import { choiceOption } from './command-line.ts';

const endings = Object.values(formats).map(({ ending }) => ending);

export interface TargetOptions {
  readonly ud?: string;
  readonly format: FormatName;
}

export const outOption = (): Option =>
  new Option(
    '-o, --ud <sti>',
    'hvor rapporterne skrives: en mappe (standard: rapporter/), en .pdf-fil til én rapport, eller - for stdout',
  );

export const formatOption = (): Option =>
  choiceOption(
    '--format <format>',
    'rapportens format; json er tal og tekster til andre programmer',
    Object.keys(formats),
  );

/** Where reports go: standard output, one named file, or a folder of files named by subject and edition. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Endings of files that are no report. A folder may have any other dot in its name: "rapporter.2026", "v1.2". */
const otherFile = /\.(txt|csv|tsv|xlsx?|xlsm|ods|docx?|odt|rtf|pptx?|html?|xml|md|png|jpe?g|svg|zip|gz|log|tmp)$/i;

const endingOf = (path: string): string | undefined =>
  endings.find((ending) => path.toLowerCase().endsWith(`.${ending}`));

/** Whether a path is called as a file is, of a report or of another kind. */
export const namesFile = (path: string): boolean => otherFile.test(path) || endingOf(path) !== undefined;

/** What --ud means for `count` reports. Errors: `UserError` 2 when one place is to take several reports. */
export function targetOf({ ud: out, format }: TargetOptions, count: number): Target {
  if (out === undefined) return { kind: 'folder', folder: 'rapporter' };
  const ending = endingOf(out);
  const own = formats[format].ending;
  if (ending === undefined && namesFile(out)) {
    throw usageError(
      `--ud ${out} ligner en fil, men en rapport kan ikke skrives sådan. Skriv en fil, der ender på .${own}, eller en mappe: ${out}/`,
    );
  }
  if (out !== '-' && ending === undefined) return { kind: 'folder', folder: out };
  if (ending !== undefined && ending !== own) {
    throw usageError(
      `--ud ${out} passer ikke til --format ${format}. Skriv en fil, der ender på .${own}, eller vælg --format ${ending}.`,
    );
  }
  if (count > 1) {
    throw usageError(
      `--ud ${out} kan kun rumme én rapport, men du har bedt om ${count}. Skriv en mappe, fx --ud rapporter/.`,
    );
  }
  return out === '-' ? { kind: 'stdout' } : { kind: 'file', path: resolve(out) };
}
