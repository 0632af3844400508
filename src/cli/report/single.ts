import { join } from 'node:path';
import { atomicWrite } from '../../batch/atomic-write.ts';
import { writtenEntry } from '../../batch/entry.ts';
import type { Tell } from '../../batch/events.ts';
import { existingFile } from '../../batch/ours.ts';
import { notOurs } from '../../batch/prepare.ts';
import { makePress, printFile } from '../../batch/printer.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { Report } from '../../report/index.ts';
import { written } from '../../report/index.ts';
import type { World } from '../world.ts';
import type { ReportOptions } from './options.ts';
import type { Target } from './target.ts';

/** One report to standard output or to a file of its own: no lock and no manifest, but whole or not at all. */
export async function writeSingle(
  report: Report,
  target: Exclude<Target, { kind: 'folder' }>,
  options: ReportOptions & { readonly creator: string },
  { world, tell }: { readonly world: World; readonly tell: Tell },
): Promise<number> {
  const began = world.monotonic();
  const { format, creator } = options;
  const path = target.kind === 'stdout' ? '-' : join(target.folder, target.file);
  if (target.kind === 'file' && options.overskriv !== true) await refuseOthers(path, options);
  const { bytes, file } = printFile(written(report), format, makePress(creator));
  if (target.kind === 'stdout') {
    await world.stdout(bytes);
    return exitCode.ok;
  }
  await atomicWrite(path, bytes);
  const { subject, edition, generated } = report;
  const base = { subject, file: file.file, format, edition, milliseconds: world.monotonic() - began };
  tell({ kind: 'rapport', entry: writtenEntry(base, file, generated), path, fault: null });
  return exitCode.ok;
}

async function refuseOthers(path: string, { format }: ReportOptions): Promise<void> {
  const existing = await existingFile(path, format);
  if (existing === null || existing.ours) return;
  const { code, message } = notOurs(path);
  throw new UserError(code, message);
}
