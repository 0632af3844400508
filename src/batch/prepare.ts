import { join } from 'node:path';
import { exitCode } from '../errors.ts';
import type { Report, Subject } from '../report/index.ts';
import { type Difference, written } from '../report/index.ts';
import { contentDigest } from './digest.ts';
import type { Format } from './file-name.ts';
import { changesSince } from './former-report.ts';
import type { ManifestEntry } from './manifest.ts';
import { type Existing, existingFile } from './ours.ts';
import { type Fault, faultOf, type PrintJob } from './printer.ts';

export interface PrepareOptions {
  readonly folder: string;
  readonly format: Format;
  readonly creator: string;
  /** The report of a subject; throws `UserError` when its data is wrong. */
  readonly build: (subject: Subject) => Report;
  /** File of a subject's report. */
  readonly fileOf: (subject: Subject) => string;
  readonly onlyChanged: boolean;
  readonly overwrite: boolean;
}

/** What is to be done about one report. */
export type Prepared =
  | { readonly kind: 'print'; readonly job: PrintJob; readonly changes: readonly Difference[] }
  | { readonly kind: 'unchanged'; readonly entry: ManifestEntry }
  | { readonly kind: 'refused'; readonly fault: Fault };

/** Builds a report and looks at what stands at its place. `known` is the manifest's entry of that file. */
export async function prepare(
  subject: Subject,
  known: ManifestEntry | undefined,
  options: PrepareOptions,
): Promise<Prepared> {
  const { folder, format, creator } = options;
  const file = options.fileOf(subject);
  const existing = await existingFile(join(folder, file), format);
  try {
    const report = options.build(subject);
    const job: PrintJob = { ...written(report), folder, format, creator };
    if (existing === null) return { kind: 'print', job, changes: [] };
    if (options.onlyChanged && known !== undefined && isUnchanged(known, existing, job))
      return { kind: 'unchanged', entry: known };
    const ours = existing.ours || existing.sha256 === known?.sha256;
    if (!ours && !options.overwrite) return { kind: 'refused', fault: notOurs(join(folder, file)) };
    const changes = options.onlyChanged && ours ? await changesSince(existing.bytes, format, report) : [];
    return { kind: 'print', job, changes };
  } catch (fault) {
    return { kind: 'refused', fault: faultOf(fault) };
  }
}

function isUnchanged(known: ManifestEntry, existing: Existing, { data, format, creator }: PrintJob): boolean {
  return existing.sha256 === known.sha256 && contentDigest(data, format, creator) === known.indhold;
}

/** A file that this program did not make, or that someone has changed since, is left as it is. */
export const notOurs = (path: string): Fault => ({
  code: exitCode.cannotWrite,
  message: `${path} findes og er ikke lavet af dette program (eller er ændret siden). Flyt filen, vælg en anden mappe med --ud, eller brug --overskriv.`,
  scope: 'file',
  stack: null,
});
