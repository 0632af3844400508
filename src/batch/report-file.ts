import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, exitCode, InternalError, UserError } from '../errors.ts';
import { type FormatName, fileName, formats, type Rendered } from '../formats/index.ts';
import { compareReports, type Difference, type Report, type Subject } from '../report/index.ts';
import type { ManifestEntry, ManifestHead } from './manifest.ts';
import { DiskFault, replaceFile, writeWhole } from './whole-file.ts';

/** How one report went. */
export interface Made {
  readonly entry: ManifestEntry;
  readonly fault: Fault | null;
  /** What it prints otherwise than the file that it replaced. */
  readonly changes: readonly Difference[];
}

/** Why a report was not made. */
export interface Fault {
  readonly code: ExitCode;
  readonly message: string;
  /** Whether other reports would fail in the same way. */
  readonly scope: 'report' | DiskFault['scope'];
  readonly stack: string | null;
}

export interface ReportOptions {
  readonly folder: string;
  readonly format: FormatName;
  /** What the reports of a run have in common. */
  readonly head: ManifestHead;
  /** The report of a subject; throws `UserError` when its data is wrong. */
  readonly build: (subject: Subject) => Report;
  readonly render: (report: Report) => Promise<Rendered>;
  /** What the manifest says of a file. */
  readonly known: (file: string) => ManifestEntry | undefined;
  readonly onlyChanged: boolean;
  readonly overwrite: boolean;
  readonly monotonic: () => number;
}

/** Makes one report, or finds it unchanged, or says why not; never rejects. */
export async function makeReport(subject: Subject, options: ReportOptions): Promise<Made> {
  const { folder, format, head, onlyChanged, monotonic } = options;
  const began = monotonic();
  const file = fileName(subject, head.udgave, format);
  const path = join(folder, file);
  const known = options.known(file);
  const entry = (outcome: Outcome): ManifestEntry =>
    entryOf(subject, head.udgave, format, { ...outcome, millisekunder: Math.round(monotonic() - began) });
  try {
    const existing = await existingFile(path, format);
    const report = options.build(subject);
    checkOwner(report, subject, file, format);
    const content = contentDigest(report, format, head.program);
    if (onlyChanged && known !== undefined && known.sha256 === existing?.sha256 && known.indhold === content)
      return { entry: entry({ ...known, tilstand: 'uaendret', senesteKoersel: true }), fault: null, changes: [] };
    const ours = existing !== null && (existing.ours || existing.sha256 === known?.sha256);
    if (existing !== null && !ours && !options.overwrite) throw notOurs(path);
    const changes = onlyChanged && ours ? await changesSince(existing.bytes, format, report) : [];
    const rendered = await options.render(report);
    await replaceFile(path, rendered.bytes);
    return { entry: entry(fileOf(rendered, content, report)), fault: null, changes };
  } catch (cause) {
    const fault = faultOf(cause);
    return { entry: entry({ tilstand: 'fejl', grund: fault.message }), fault, changes: [] };
  }
}

/** The last net under the worst fault: a file under one subject's name that is made of another's report. */
function checkOwner(report: Report, subject: Subject, file: string, format: FormatName): void {
  const own = fileName(report.subject, report.edition, format);
  if (report.subject.code === subject.code && own === file) return;
  throw new InternalError(`Rapporten for ${subject.name} blev til ${own} (${report.subject.code}).`);
}

/**
 * Writes one report to a place of its own: no lock and no manifest, but whole or not at all. Errors: `UserError` of
 * rendering, or 73 for another's file; `DiskFault`.
 */
export async function writeSingle(
  report: Report,
  path: string,
  { format, overwrite, monotonic }: Pick<ReportOptions, 'format' | 'overwrite' | 'monotonic'>,
  creator: string,
): Promise<ManifestEntry> {
  const began = monotonic();
  if (!overwrite && (await existingFile(path, format))?.ours === false) throw notOurs(path);
  const rendered = await formats[format].renderer(creator)(report);
  await writeWhole(path, rendered.bytes);
  const file = fileOf(rendered, contentDigest(report, format, creator), report);
  return entryOf(report.subject, report.edition, format, { ...file, millisekunder: Math.round(monotonic() - began) });
}

/**
 * Digest of all that a report's file is made of, except what changes without any figure or word changing: the date of
 * generation, and the lines that figures stand on (a new row moves all rows below it). Program and format count.
 */
export function contentDigest(report: Report, format: FormatName, creator: string): string {
  const undated = { ...report, generated: '', dateLine: '' };
  const content = JSON.stringify(undated, (key, value) => (key === 'place' && value !== null ? 0 : value));
  return hash('sha256', `${creator}\n${format}\n${content}`);
}

/** What stands at a report's place; null when nothing does. What cannot be read is another's. */
async function existingFile(path: string, format: FormatName) {
  try {
    const bytes = await readFile(path);
    return { sha256: hash('sha256', bytes), bytes, ours: formats[format].isOurs(bytes) };
  } catch (fault) {
    const absent = (fault as NodeJS.ErrnoException).code === 'ENOENT';
    return absent ? null : { sha256: '', bytes: new Uint8Array(), ours: false };
  }
}

/** A file that this program did not make, or that someone has changed since, is left as it is. */
export const notOurs = (path: string): UserError =>
  new UserError(
    exitCode.cannotWrite,
    `${path} findes og er ikke lavet af dette program (eller er ændret siden). Flyt filen, vælg en anden mappe med --ud, eller brug --overskriv.`,
  );

/** Empty when the data of the file to be replaced cannot be read: the report is made in any case. */
async function changesSince(bytes: Uint8Array, format: FormatName, report: Report): Promise<Difference[]> {
  const former = await formats[format].reportIn(bytes);
  try {
    return former === null ? [] : compareReports(former, report);
  } catch {
    // Another subject's report, or one of a version whose data had another shape.
    return [];
  }
}

function faultOf(cause: unknown): Fault {
  const { message, stack = null } = cause instanceof Error ? cause : new Error(String(cause));
  const scope = cause instanceof DiskFault ? cause.scope : 'report';
  if (cause instanceof UserError) return { code: cause.code, message, scope, stack };
  return { code: exitCode.internal, message: `Fejl i programmet: ${message}`, scope, stack };
}

type Outcome = Partial<ManifestEntry>;

/** What an entry says of a file that was written. */
const fileOf = ({ bytes, pages }: Rendered, content: string, { generated }: Report): Outcome => ({
  ...{ sha256: hash('sha256', bytes), bytes: bytes.length, sider: pages, indhold: content, dato: generated },
});

/** The entry of a report that was tried now: of its file it knows what `outcome` says. */
const entryOf = (subject: Subject, edition: string, format: FormatName, outcome: Outcome): ManifestEntry => ({
  ...{ kode: subject.code, navn: subject.name, fil: fileName(subject, edition, format), format },
  ...{ tilstand: 'skrevet', grund: null, sha256: null, bytes: null, sider: null, indhold: null },
  ...{ udgave: edition, dato: null, millisekunder: 0, senesteKoersel: true },
  ...outcome,
});
