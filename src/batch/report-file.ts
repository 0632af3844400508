import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { type FormatName, formats } from '../formats/index.ts';
import { type Report, reportData } from '../report/index.ts';
import { atomicWrite } from './atomic-write.ts';
import { contentDigest, sha256 } from './digest.ts';
import { writtenEntry } from './entry.ts';
import type { ManifestEntry } from './manifest.ts';
import { existingFile } from './ours.ts';
import { notOurs } from './prepare.ts';

export interface SingleOptions {
  readonly format: FormatName;
  readonly creator: string;
  readonly overwrite: boolean;
  readonly monotonic: () => number;
}

/** Writes one report to a file of its own: no lock and no manifest, but whole or not at all. Errors: `UserError` 65, 73. */
export async function writeSingle(report: Report, path: string, options: SingleOptions): Promise<ManifestEntry> {
  const { format, creator, overwrite, monotonic } = options;
  const began = monotonic();
  const existing = overwrite ? null : await existingFile(path, format);
  if (existing !== null && !existing.ours) {
    const { code, message } = notOurs(path);
    throw new UserError(code, message);
  }
  const { bytes, pages } = await formats[format].renderer(creator)(report);
  await atomicWrite(path, bytes);
  const { subject, edition, generated } = report;
  const content = contentDigest(reportData(report), format, creator);
  const file = basename(path);
  const printed = { code: subject.code, file, sha256: sha256(bytes), bytes: bytes.length, pages, content };
  return writtenEntry({ subject, file, format, edition, milliseconds: monotonic() - began }, printed, generated);
}
