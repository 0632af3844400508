import { resolve } from 'node:path';
import { usageError } from '../errors.ts';
import type { FormatName } from '../formats/index.ts';

/** The words for --format; the compiler asks for a new one here. Known without loading the formats. */
export const formatNames = Object.keys({ pdf: true, json: true } satisfies Record<FormatName, true>);

/** Where reports go: standard output, one named file, or a folder of files named by subject and edition. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Endings of files that are no report. A folder may have any other dot in its name: "rapporter.2026", "v1.2". */
const otherFile = /\.(txt|csv|tsv|xlsx?|xlsm|ods|docx?|odt|rtf|pptx?|html?|xml|md|png|jpe?g|svg|zip|gz|log|tmp)$/i;

/** True for a path that names a file, though no report. */
export const namesFile = (path: string): boolean => otherFile.test(path);

/** What --ud means for `count` reports. Errors: `UserError` 2 when one place is to take several reports. */
export function targetOf(out: string | undefined, format: FormatName, count: number): Target {
  if (out === undefined) return { kind: 'folder', folder: 'rapporter' };
  if (out === '') throw usageError('Efter --ud står der ingenting. Skriv en mappe, en fil eller -.');
  const ending = formatNames.find((name) => out.toLowerCase().endsWith(`.${name}`));
  if (namesFile(out)) {
    throw usageError(
      `--ud ${out} ligner en fil, men en rapport kan ikke skrives sådan. Skriv en fil, der ender på .${format}, eller en mappe: ${out}/`,
    );
  }
  if (out !== '-' && ending === undefined) return { kind: 'folder', folder: out };
  if (ending !== undefined && ending !== format) {
    throw usageError(
      `--ud ${out} passer ikke til --format ${format}. Skriv en fil, der ender på .${format}, eller vælg --format ${ending}.`,
    );
  }
  if (count > 1) {
    throw usageError(
      `--ud ${out} kan kun tage én rapport, men der er bedt om ${count}. Skriv en mappe, fx --ud rapporter/.`,
    );
  }
  return out === '-' ? { kind: 'stdout' } : { kind: 'file', path: resolve(out) };
}
