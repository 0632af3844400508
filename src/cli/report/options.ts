import type { Format } from '../../batch/file-name.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { DataOptions } from '../shared-options.ts';
import type { SubjectOptions } from '../subjects.ts';

/** Options of the program without a subcommand, as they stand on the command line. */
export interface ReportOptions extends DataOptions, SubjectOptions {
  readonly ud?: string;
  readonly dato?: string;
  readonly format: Format;
  readonly parallel?: string;
  readonly stopVedFejl?: boolean;
  readonly kunAendrede?: boolean;
  readonly overskriv?: boolean;
  readonly stille?: boolean;
  readonly log: 'tekst' | 'json';
}

const most = 64;

/**
 * Threads that print, this one among them: --parallel, else what was measured to be fastest. A worker costs as much to
 * start as ten reports do to make, and one thread keeps V8's own (compiling, collecting) busy beside it, so that a
 * second pays from three cores up; four are never too few.
 */
export function parallelOf(option: string | undefined, reports: number, cores: number): number {
  if (option === undefined) return reports < 40 ? 1 : Math.max(1, Math.min(cores - 1, 4));
  const number = Number(option);
  if (/^\d+$/.test(option) && number >= 1 && number <= most) return Math.min(number, Math.max(reports, 1));
  throw new UserError(
    exitCode.usage,
    `--parallel ${option} er ikke et antal. Skriv et helt tal fra 1 til ${most}, eller udelad valget.`,
  );
}
