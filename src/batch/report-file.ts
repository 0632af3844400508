import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { InternalError, UserError } from '../errors.ts';
import { replaceFile, writeWhole } from '../file/index.ts';
import { type FormatName, fileName, formats, type Rendered } from '../formats/index.ts';
import { compareReports, type Difference, type Report, type Subject } from '../report/index.ts';
import { type ExistingFile, existingFile, notOurs } from './existing-file.ts';
import type { ManifestEntry, ManifestPlan } from './manifest.ts';

export interface Made {
  readonly entry: ManifestEntry;
  /** Why it was not made. */
  readonly failure: UserError | InternalError | null;
  /** What it prints otherwise than the file that it replaced. */
  readonly changes: readonly Difference[];
}

/** What a run is asked for. */
export interface BatchPlan extends ManifestPlan {
  readonly subjects: readonly Subject[];
  readonly format: FormatName;
  /** Reports are named for their annexes: with and without are two files. */
  readonly hasAnnex: boolean;
  /** The report of a subject; throws `UserError` when its data is wrong. */
  readonly build: (subject: Subject) => Report;
  readonly onlyChanged: boolean;
  readonly stopOnFailure: boolean;
}

export interface MakeOptions extends BatchPlan {
  readonly render: (report: Report) => Promise<Rendered>;
  readonly known: (file: string) => ManifestEntry | undefined;
  readonly monotonic: () => number;
}

type WriteOptions = Pick<MakeOptions, 'format' | 'overwrite' | 'overwriteHint' | 'monotonic'>;

/** Makes one report, or finds it unchanged, or says why not; never rejects. */
export async function makeReport(subject: Subject, options: MakeOptions): Promise<Made> {
  const { head, format, hasAnnex, monotonic } = options;
  const began = monotonic();
  const file = fileName(subject, head.edition, format, hasAnnex);
  const { changes = [], failure = null, ...found } = await outcomeOf(subject, file, options).catch(failed);
  const milliseconds = Math.round(monotonic() - began);
  return { entry: { ...newEntry(subject, head.edition, format), file, ...found, milliseconds }, failure, changes };
}

type Outcome = Partial<ManifestEntry & Pick<Made, 'changes' | 'failure'>>;

async function outcomeOf(subject: Subject, file: string, options: MakeOptions): Promise<Outcome> {
  const { folder, format, head, onlyChanged } = options;
  const path = join(folder, file);
  const existing = existingFile(path);
  const report = options.build(subject);
  // The last net under the worst fault: a file under one subject's name that is made of another's report.
  if (!isDeepStrictEqual(report.subject, subject) || report.edition !== head.edition)
    throw new InternalError(`Rapporten for ${subject.name} blev til den for ${report.subject.name}.`);
  const content = contentDigest(report, format, head.program);
  const known = options.known(file);
  const isKnown = existing !== null && existing.sha256 === known?.sha256;
  if (onlyChanged && isKnown && known.content === content) return { ...known, state: 'unchanged', ofLastRun: true };
  if (!isKnown) refuseOthers(path, existing, options);
  const rendered = await options.render(report);
  const outcome = { ...written(rendered, report), content };
  // What a killed run has written is in no manifest.
  if (onlyChanged && existing?.sha256 === outcome.sha256) return { ...outcome, state: 'unchanged' };
  await replaceFile(path, rendered.bytes);
  // Only a file that the manifest knows byte for byte is parsed: one that was planted never is.
  return onlyChanged && isKnown ? { ...outcome, changes: await changesSince(existing.bytes, format, report) } : outcome;
}

function failed(cause: unknown): Outcome {
  const { message, name, stack } = cause instanceof Error ? cause : new Error(String(cause));
  const failure =
    cause instanceof UserError
      ? cause
      : Object.assign(new InternalError(`Fejl i programmet: ${message || name}`), { stack });
  return { state: 'failed', reason: failure.message, failure };
}

/**
 * Writes one report to a place of its own: no lock and no manifest, but whole or not at all. Errors: `UserError` of
 * rendering, or 73 for another's file; `DiskFault`.
 */
export async function writeSingle(
  report: Report,
  path: string,
  options: WriteOptions,
  creator: string,
): Promise<ManifestEntry> {
  const { format, monotonic } = options;
  const began = monotonic();
  refuseOthers(path, existingFile(path), options);
  const rendered = await formats[format].renderer(creator)(report);
  await writeWhole(path, rendered.bytes);
  const milliseconds = Math.round(monotonic() - began);
  return { ...newEntry(report.subject, report.edition, format), ...written(rendered, report), milliseconds };
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

/** Refuses another's file, and one that somebody has changed. */
function refuseOthers(path: string, existing: ExistingFile | null, options: WriteOptions): void {
  if (options.overwrite || existing === null || formats[options.format].isOurs(existing.bytes)) return;
  throw notOurs(path, options.overwriteHint);
}

/** Empty when the data of the file that was replaced cannot be read: the report is made in any case. */
async function changesSince(bytes: Uint8Array, format: FormatName, report: Report): Promise<Difference[]> {
  const former = await formats[format].reportIn?.(bytes);
  try {
    return former == null ? [] : compareReports(former, report);
  } catch {
    // A report of a version whose data had another shape.
    return [];
  }
}

const written = ({ bytes, pages }: Rendered, { generated: date }: Report) => ({
  ...{ sha256: hash('sha256', bytes), bytes: bytes.length, pages, date },
});

/** The entry of a report that is tried now, while nothing is known of its file. */
const newEntry = (subject: Subject, edition: string, format: FormatName): ManifestEntry => ({
  ...{ code: subject.code, name: subject.name, file: fileName(subject, edition, format), format },
  ...{ state: 'written', reason: null, sha256: null, bytes: null, pages: null, content: null },
  ...{ edition, date: null, milliseconds: 0, ofLastRun: true },
});
