import { InternalError } from '../errors.ts';
import type { Difference, Subject } from '../report/index.ts';
import { type EntryBase, failedEntry, unchangedEntry, writtenEntry } from './entry.ts';
import type { ManifestEntry } from './manifest.ts';
import { type PrepareOptions, prepare } from './prepare.ts';
import { type Fault, faultOf, type Print, type PrintedFile } from './printer.ts';

/** How one report went. */
export interface Made {
  readonly entry: ManifestEntry;
  readonly fault: Fault | null;
  readonly changes: readonly Difference[];
}

export interface MakeOptions extends PrepareOptions {
  readonly edition: string;
  readonly date: string;
  readonly monotonic: () => number;
}

/** Makes one report, or finds it unchanged, or says why not; never rejects. */
export async function makeReport(
  subject: Subject,
  known: ManifestEntry | undefined,
  print: Print,
  options: MakeOptions,
): Promise<Made> {
  const began = options.monotonic();
  const { format, edition, date } = options;
  const file = options.fileOf(subject);
  const base = (): EntryBase => ({ subject, file, format, edition, milliseconds: options.monotonic() - began });
  const failed = (fault: Fault): Made => ({ entry: failedEntry(base(), fault), fault, changes: [] });

  const prepared = await prepare(subject, known, options);
  if (prepared.kind === 'refused') return failed(prepared.fault);
  if (prepared.kind === 'unchanged') return { entry: unchangedEntry(base(), prepared.entry), fault: null, changes: [] };
  const printout = await print(prepared.job);
  if (!printout.ok) return failed(printout.fault);
  const mixed = mixUp(printout.file, subject, file);
  if (mixed !== null) return failed(mixed);
  return { entry: writtenEntry(base(), printout.file, date), fault: null, changes: prepared.changes };
}

/** The last net under the worst fault: a file under one subject's name that was made of another's report. */
function mixUp(printed: PrintedFile, subject: Subject, file: string): Fault | null {
  if (printed.code === subject.code && printed.file === file) return null;
  return faultOf(new InternalError(`Rapporten for ${subject.name} blev til ${printed.file} (${printed.code}).`));
}
