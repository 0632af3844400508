import { basename, dirname, resolve } from 'node:path';
import type { Format } from '../../batch/file-name.ts';
import { exitCode, UserError } from '../../errors.ts';

/** Where reports go: standard output, one named file, or a folder of files named by subject and edition. */
export type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly folder: string; readonly file: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** What --ud means for `count` reports. Errors: `UserError` 2 when one place is to take several reports. */
export function targetOf(out: string | undefined, format: Format, count: number): Target {
  if (out === undefined) return { kind: 'folder', folder: 'rapporter' };
  if (out === '') throw new UserError(exitCode.usage, '--ud er tom. Skriv en mappe, en fil eller -.');
  if (out === '-') return single({ kind: 'stdout' }, out, count);
  const ending = /\.(pdf|json)$/i.exec(out)?.[1]?.toLowerCase();
  if (ending === undefined) return { kind: 'folder', folder: out };
  if (ending !== format) {
    throw new UserError(
      exitCode.usage,
      `--ud ${out} passer ikke til --format ${format}. Skriv et filnavn, der ender på .${format}, eller vælg --format ${ending}.`,
    );
  }
  const path = resolve(out);
  return single({ kind: 'file', folder: dirname(path), file: basename(path) }, out, count);
}

function single(target: Target, out: string, count: number): Target {
  if (count === 1) return target;
  throw new UserError(
    exitCode.usage,
    `--ud ${out} kan kun tage én rapport, men der er bedt om ${count}. Skriv en mappe.`,
  );
}
