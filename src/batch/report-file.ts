import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExitCode, exitCode, InternalError, UserError } from '../errors.ts';
import { type FormatName, fileName, formats, type Rendered } from '../formats/index.ts';
import { compareReports, type Difference, type Report, type Subject } from '../report/index.ts';
import { contentDigest, sha256 } from './digest.ts';
import { DiskFault, type Scope } from './disk-fault.ts';
import type { ManifestEntry, ManifestHead } from './manifest.ts';
import type { Identity } from './processes.ts';
import { replaceFile, writeWhole } from './whole-file.ts';

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
  readonly scope: 'report' | Scope;
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
  readonly self: Identity;
}

/** Makes one report, or finds it unchanged, or says why not; never rejects. */
export async function makeReport(subject: Subject, options: ReportOptions): Promise<Made> {
  const { folder, format, head, onlyChanged, monotonic } = options;
  const began = monotonic();
  const file = fileName(subject, head.udgave, format);
  const path = join(folder, file);
  const known = options.known(file);
  const entry = (state: EntryState) => entryOf(subject, head.udgave, format, monotonic() - began, state);
  try {
    const existing = await existingFile(path, format);
    const report = options.build(subject);
    checkOwner(report, subject, file, format);
    const content = contentDigest(report, format, head.program);
    if (onlyChanged && known !== undefined && known.sha256 === existing?.sha256 && known.indhold === content)
      return { entry: entry({ ...known, tilstand: 'uaendret' }), fault: null, changes: [] };
    const ours = existing !== null && (existing.ours || existing.sha256 === known?.sha256);
    if (existing !== null && !ours && !options.overwrite) throw notOurs(path);
    const changes = onlyChanged && ours ? await changesSince(existing.bytes, format, report) : [];
    const rendered = await options.render(report);
    await replaceFile(path, rendered.bytes, options.self);
    return { entry: entry(written(rendered, content, head.dato)), fault: null, changes };
  } catch (cause) {
    const fault = faultOf(cause);
    const nothing = { sha256: null, bytes: null, sider: null, indhold: null, dato: null };
    return { entry: entry({ tilstand: 'fejl', grund: fault.message, ...nothing }), fault, changes: [] };
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
  const { subject, edition, generated } = report;
  const began = monotonic();
  if (!overwrite && (await existingFile(path, format))?.ours === false) throw notOurs(path);
  const rendered = await formats[format].renderer(creator)(report);
  await writeWhole(path, rendered.bytes);
  const state = written(rendered, contentDigest(report, format, creator), generated);
  return entryOf(subject, edition, format, monotonic() - began, state);
}

/** What stands at a report's place; null when nothing does. What cannot be read is another's. */
async function existingFile(path: string, format: FormatName) {
  try {
    const bytes = await readFile(path);
    return { sha256: sha256(bytes), bytes, ours: formats[format].isOurs(bytes) };
  } catch (fault) {
    const absent = (fault as NodeJS.ErrnoException).code === 'ENOENT';
    return absent ? null : { sha256: '', bytes: new Uint8Array(), ours: false };
  }
}

/** A file that this program did not make, or that someone has changed since, is left as it is. */
const notOurs = (path: string): UserError =>
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
  const scope = cause instanceof DiskFault ? cause.scope : 'report';
  const stack = cause instanceof Error ? (cause.stack ?? null) : null;
  if (cause instanceof UserError) return { code: cause.code, message: cause.message, scope, stack };
  const message = `Fejl i programmet: ${cause instanceof Error ? cause.message : String(cause)}`;
  return { code: exitCode.internal, message, scope, stack };
}

/** What an entry says of how a report went, and of its file. */
type EntryState = Pick<ManifestEntry, 'tilstand' | 'grund' | 'sha256' | 'bytes' | 'sider' | 'indhold' | 'dato'>;

const written = ({ bytes, pages }: Rendered, content: string, date: string): EntryState => ({
  ...{ tilstand: 'skrevet', grund: null, sha256: sha256(bytes), bytes: bytes.length },
  ...{ sider: pages, indhold: content, dato: date },
});

const entryOf = (
  subject: Subject,
  edition: string,
  format: FormatName,
  milliseconds: number,
  { tilstand, grund, sha256, bytes, sider, indhold, dato }: EntryState,
): ManifestEntry => ({
  kode: subject.code,
  navn: subject.name,
  fil: fileName(subject, edition, format),
  format,
  ...{ tilstand, grund, sha256, bytes, sider, indhold },
  udgave: edition,
  dato,
  millisekunder: Math.round(milliseconds),
  senesteKoersel: true,
});
