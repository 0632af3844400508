import { join } from 'node:path';
import { makeKit } from '../document/index.ts';
import { type ExitCode, exitCode, UserError } from '../errors.ts';
import { loadFonts } from '../pdf/index.ts';
import type { WrittenReport } from '../report/index.ts';
import type { WriteWhole } from './atomic-write.ts';
import { contentDigest, sha256 } from './digest.ts';
import { DiskFault, type Scope } from './disk-fault.ts';
import { type Format, fileName } from './file-name.ts';
import { type Press, printJson, printPdf } from './press.ts';

/** One report to write: all that a worker ever learns. Plain data. */
export interface PrintJob extends WrittenReport {
  readonly folder: string;
  readonly format: Format;
  readonly creator: string; // "barometer-report 0.1.0"
}

/** A file that is written and whole; code and name are taken from the report that was printed. */
export interface PrintedFile {
  readonly code: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** `contentDigest` of the report. */
  readonly content: string;
}

/** Why a report was not made, as plain data that can leave a worker. */
export interface Fault {
  readonly code: ExitCode;
  readonly message: string;
  /** Whether other reports would fail in the same way. */
  readonly scope: 'report' | Scope;
  readonly stack: string | null;
}

export type Printout =
  | { readonly ok: true; readonly file: PrintedFile }
  | { readonly ok: false; readonly fault: Fault };

/** Prints reports one by one; never rejects for a fault of the report or the disk. */
export type Print = (job: PrintJob) => Promise<Printout>;

/** Fonts and layout tools, read once per thread. */
export const makePress = (creator: string): Press => ({ kit: makeKit(loadFonts()), creator });

/** A printer in this thread. Fonts are read when the first report comes. */
export function makePrinter(write: WriteWhole): Print {
  let press: Press | undefined;
  return async ({ folder, format, creator, ...written }) => {
    try {
      press ??= makePress(creator);
      const { bytes, file } = printFile(written, format, press);
      await write(join(folder, file.file), bytes);
      return { ok: true, file };
    } catch (fault) {
      return { ok: false, fault: faultOf(fault) };
    }
  };
}

/** The bytes of a report's file, and what there is to say of it. Errors: `UserError` of the layout. */
export function printFile(
  written: WrittenReport,
  format: Format,
  press: Press,
): { bytes: Uint8Array; file: PrintedFile } {
  const { report, data } = written;
  const file = fileName(report.subject, report.edition, format);
  const { bytes, pages } = format === 'json' ? printJson(report) : printPdf(written, file.replace(/\.pdf$/, ''), press);
  const content = contentDigest(data, format, press.creator);
  return {
    bytes,
    file: { code: report.subject.code, file, sha256: sha256(bytes), bytes: bytes.length, pages, content },
  };
}

export function faultOf(fault: unknown): Fault {
  const scope = fault instanceof DiskFault ? fault.scope : 'report';
  const stack = fault instanceof Error ? (fault.stack ?? null) : null;
  if (fault instanceof UserError) return { code: fault.code, message: fault.message, scope, stack };
  const message = `Fejl i programmet: ${fault instanceof Error ? fault.message : String(fault)}`;
  return { code: exitCode.internal, message, scope, stack };
}
