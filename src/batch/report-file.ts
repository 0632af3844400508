import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type ExitCode, exitCode, InternalError, UserError } from '../errors.ts';
import { FileRefused, readFile, replaceFile, writeWhole } from '../file/index.ts';
import { type FormatName, fileName, formats, type Rendered } from '../formats/index.ts';
import { compareReports, type Difference, type Report, type Subject } from '../report/index.ts';
import { DiskFault } from '../unwritten-file.ts';
import { type ManifestEntry, type ManifestPlan, reportLimit } from './manifest.ts';

/** How one report went. */
export interface Made {
  readonly entry: ManifestEntry;
  readonly failure: Failure | null;
  /** What it prints otherwise than the file that it replaced. */
  readonly changes: readonly Difference[];
}

/** Why a report was not made. */
export interface Failure {
  readonly code: ExitCode;
  readonly message: string;
  /** Whether other reports would fail in the same way. */
  readonly scope: 'report' | DiskFault['scope'];
  readonly stack: string | null;
}

export interface MakeOptions extends ManifestPlan {
  readonly format: FormatName;
  /** Reports are named for their annexes: with and without are two files. */
  readonly hasAnnex: boolean;
  /** The report of a subject; throws `UserError` when its data is wrong. */
  readonly build: (subject: Subject) => Report;
  readonly render: (report: Report) => Promise<Rendered>;
  /** What the manifest says of a file. */
  readonly known: (file: string) => ManifestEntry | undefined;
  readonly onlyChanged: boolean;
  readonly monotonic: () => number;
}

/** Makes one report, or finds it unchanged, or says why not; never rejects. */
export async function makeReport(subject: Subject, options: MakeOptions): Promise<Made> {
  const { folder, format, hasAnnex, head, onlyChanged, monotonic } = options;
  const began = monotonic();
  const file = fileName(subject, head.edition, format, hasAnnex);
  const path = join(folder, file);
  const made = (
    outcome: Partial<ManifestEntry>,
    changes: Made['changes'] = [],
    failure: Failure | null = null,
  ): Made => ({
    entry: entryOf(subject, head.edition, format, { file, ...outcome, milliseconds: Math.round(monotonic() - began) }),
    ...{ failure, changes },
  });
  try {
    const existing = existingFile(path);
    const report = options.build(subject);
    checkOwner(report, subject, file, options);
    const content = contentDigest(report, format, head.program);
    const known = options.known(file);
    const isKnown = existing !== null && existing.sha256 === known?.sha256;
    if (onlyChanged && isKnown && known.content === content)
      return made({ ...known, state: 'unchanged', ofLastRun: true });
    if (!isKnown) refuseOthers(path, existing, options);
    const rendered = await options.render(report);
    const outcome = writtenOutcome(rendered, content, report);
    // What a killed run has written is in no manifest.
    if (onlyChanged && existing?.sha256 === outcome.sha256) return made({ ...outcome, state: 'unchanged' });
    await replaceFile(path, rendered.bytes);
    // Only a file that the manifest knows byte for byte is parsed: one that was planted never is.
    const changes = onlyChanged && isKnown ? await changesSince(existing.bytes, format, report) : [];
    return made(outcome, changes);
  } catch (cause) {
    const failure = failureOf(cause);
    return made({ state: 'failed', reason: failure.message }, [], failure);
  }
}

/** The last net under the worst fault: a file under one subject's name that is made of another's report. */
function checkOwner(report: Report, subject: Subject, file: string, options: MakeOptions): void {
  const own = fileName(report.subject, report.edition, options.format, options.hasAnnex);
  const { code, name } = report.subject;
  if (code === subject.code && name === subject.name && own === file) return;
  throw new InternalError(`Rapporten for ${subject.name} blev til ${own} (${code} ${name}).`);
}

/**
 * Writes one report to a place of its own: no lock and no manifest, but whole or not at all. Errors: `UserError` of
 * rendering, or 73 for another's file; `DiskFault`.
 */
export async function writeSingle(
  report: Report,
  path: string,
  options: Pick<MakeOptions, 'format' | 'overwrite' | 'overwriteHint' | 'monotonic'>,
  creator: string,
): Promise<ManifestEntry> {
  const { format, monotonic } = options;
  const began = monotonic();
  refuseOthers(path, existingFile(path), options);
  const rendered = await formats[format].renderer(creator)(report);
  await writeWhole(path, rendered.bytes);
  const outcome = writtenOutcome(rendered, contentDigest(report, format, creator), report);
  const milliseconds = Math.round(monotonic() - began);
  return entryOf(report.subject, report.edition, format, { ...outcome, milliseconds });
}

/**
 * Digest of all that a report's file is made of, except what changes without any figure or word changing: the date of
 * generation, and the lines that figures stand on (a new row moves all rows below it). Program and format count.
 */
function contentDigest(report: Report, format: FormatName, creator: string): string {
  const undated = { ...report, generated: '', dateLine: '' };
  const content = JSON.stringify(undated, (key, value) => (key === 'place' && value !== null ? 0 : value));
  return hash('sha256', `${creator}\n${format}\n${content}`);
}

interface ExistingFile {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** What is at a report's place; null when nothing is. What cannot be read has no bytes. Errors: `DiskFault`. */
function existingFile(path: string): ExistingFile | null {
  try {
    const bytes = readFile(path, reportLimit);
    return { sha256: hash('sha256', bytes), bytes };
  } catch (fault) {
    const { code = '', syscall } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    // `stat` is refused where the folder, not the file, may not be looked into.
    const isUnreadable = syscall !== 'stat' && ['EACCES', 'EPERM'].includes(code);
    if (isUnreadable || code === 'ELOOP' || fault instanceof FileRefused)
      return { sha256: '', bytes: new Uint8Array() };
    throw new DiskFault(path, fault);
  }
}

/** A file that this program did not make, or that someone has changed since, is left as it is. */
export const notOurs = (path: string, overwriteHint: string): UserError =>
  new UserError(
    exitCode.cannotWrite,
    `${path} findes og er ikke lavet af dette program (eller er ændret siden). Flyt filen, vælg en anden mappe, eller ${overwriteHint}.`,
  );

/** Throws where another's file is in the way, unless it is to be replaced. */
function refuseOthers(
  path: string,
  existing: ExistingFile | null,
  { format, overwrite, overwriteHint }: Pick<MakeOptions, 'format' | 'overwrite' | 'overwriteHint'>,
): void {
  if (!overwrite && existing !== null && !formats[format].isOurs(existing.bytes)) throw notOurs(path, overwriteHint);
}

/** Empty when the data of the file that was replaced cannot be read: the report is made in any case. */
async function changesSince(bytes: Uint8Array, format: FormatName, report: Report): Promise<Difference[]> {
  const former = await formats[format].reportIn(bytes);
  try {
    return former === null ? [] : compareReports(former, report);
  } catch {
    // A report of a version whose data had another shape.
    return [];
  }
}

function failureOf(cause: unknown): Failure {
  const { message, name, stack = null } = cause instanceof Error ? cause : new Error(String(cause));
  const scope = cause instanceof DiskFault ? cause.scope : 'report';
  if (cause instanceof UserError) return { code: cause.code, message, scope, stack };
  return { code: exitCode.internal, message: `Fejl i programmet: ${message || name}`, scope, stack };
}

/** What an entry says of a file that was written. */
const writtenOutcome = ({ bytes, pages }: Rendered, content: string, { generated }: Report) => ({
  ...{ sha256: hash('sha256', bytes), bytes: bytes.length, pages, content, date: generated },
});

/** The entry of a report that was tried now: of its file it knows what `outcome` says. */
const entryOf = (
  subject: Subject,
  edition: string,
  format: FormatName,
  outcome: Partial<ManifestEntry>,
): ManifestEntry => ({
  ...{ code: subject.code, name: subject.name, file: fileName(subject, edition, format), format },
  ...{ state: 'written', reason: null, sha256: null, bytes: null, pages: null, content: null },
  ...{ edition, date: null, milliseconds: 0, ofLastRun: true },
  ...outcome,
});
