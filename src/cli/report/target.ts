import { basename, dirname, join, resolve } from 'node:path';
import { slug } from '../../danish/slug.ts';
import { UserError } from '../../errors.ts';
import { exitCode } from '../../exit-codes.ts';
import type { Subject } from '../../report/report.ts';

export type Format = 'pdf' | 'json';

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

/** "udviklingsrapport-hoeje-taastrup-2026-06.pdf" */
export const fileName = (subject: Subject, edition: string, format: Format): string =>
  `udviklingsrapport-${slug(subject.name)}-${edition}.${format}`;

/** Path of one report as the user would write it: relative to a relative --ud. */
export const pathIn = (folder: string, file: string): string => join(folder, file);
