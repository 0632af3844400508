import { resolve } from 'node:path';
import { exitCode, UserError } from '../errors.ts';
import type { FormatName } from '../formats/index.ts';

/** The words for --format; the compiler asks for a new one here. Known without loading the formats. */
export const formatNames = Object.keys({ pdf: true, json: true } satisfies Record<FormatName, true>);

/** Where reports go: standard output, one named file, or a folder of files named by subject and edition. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** What --ud means for `count` reports. Errors: `UserError` 2 when one place is to take several reports. */
export function targetOf(out: string | undefined, format: FormatName, count: number): Target {
  if (out === undefined) return { kind: 'folder', folder: 'rapporter' };
  if (out === '') throw new UserError(exitCode.usage, '--ud er tom. Skriv en mappe, en fil eller -.');
  const ending = formatNames.find((name) => out.toLowerCase().endsWith(`.${name}`));
  if (out !== '-' && ending === undefined) return { kind: 'folder', folder: out };
  if (ending !== undefined && ending !== format) {
    throw new UserError(
      exitCode.usage,
      `--ud ${out} passer ikke til --format ${format}. Skriv et filnavn, der ender på .${format}, eller vælg --format ${ending}.`,
    );
  }
  if (count > 1) {
    throw new UserError(
      exitCode.usage,
      `--ud ${out} kan kun tage én rapport, men der er bedt om ${count}. Skriv en mappe.`,
    );
  }
  return out === '-' ? { kind: 'stdout' } : { kind: 'file', path: resolve(out) };
}
