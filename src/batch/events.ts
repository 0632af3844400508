import { type ExitCode, exitCode, type StopSignal } from '../errors.ts';
import type { Difference } from '../report/index.ts';
import type { ManifestEntry } from './manifest.ts';
import type { Made } from './report-file.ts';

/** What happens in a run; reports in the order that was asked for. */
export type RunEvent =
  | { readonly kind: 'start'; readonly reports: number; readonly folder: string }
  /** Unfinished files of a killed run were removed. */
  | { readonly kind: 'cleanup'; readonly files: number }
  /** A printed text that differs from the file that was replaced. */
  | { readonly kind: 'change'; readonly difference: Difference }
  | { readonly kind: 'report'; readonly entry: ManifestEntry; readonly path: string; readonly failure: Made['failure'] }
  | { readonly kind: 'signal'; readonly signal: StopSignal }
  | { readonly kind: 'end'; readonly summary: RunSummary };

/** A signal, the first failure where that is asked for, or a folder that cannot be written any more. */
export type StopReason = StopSignal | 'failure' | 'disk';

/** How a run ended. */
export interface RunSummary {
  readonly folder: string;
  readonly written: number;
  readonly unchanged: number;
  readonly failed: readonly ManifestEntry[];
  /** Names of the subjects that were not tried. */
  readonly untried: readonly string[];
  /** Why some were not tried. */
  readonly stoppedBy: StopReason | null;
  /** Why the manifest could not be written; null when it was, or when there is none to write. */
  readonly manifestFault: string | null;
  /** Of all reports written. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly code: ExitCode;
}

/** `made` holds what was tried; the names of all others are `untried`. */
export function summariseRun(
  made: readonly Made[],
  rest: Pick<RunSummary, 'folder' | 'untried' | 'stoppedBy' | 'manifestFault' | 'milliseconds'>,
): RunSummary {
  const inState = (state: ManifestEntry['state']) =>
    made.flatMap(({ entry }) => (entry.state === state ? [entry] : []));
  const written = inState('written');
  return {
    ...rest,
    written: written.length,
    unchanged: inState('unchanged').length,
    failed: inState('failed'),
    bytes: written.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    code: codeOf(made, rest),
  };
}

function codeOf(made: readonly Made[], rest: Pick<RunSummary, 'stoppedBy' | 'manifestFault'>): ExitCode {
  const { stoppedBy, manifestFault } = rest;
  if (stoppedBy !== null && stoppedBy !== 'failure' && stoppedBy !== 'disk') return exitCode[stoppedBy];
  if (stoppedBy === 'disk' || manifestFault !== null) return exitCode.cannotWrite;
  const codes = new Set(made.map(({ failure }) => failure?.code ?? exitCode.ok));
  // All alike: everything was made, or nothing, for one kind of reason, which then says more than "some".
  return codes.size > 1 ? exitCode.partial : ([...codes][0] ?? exitCode.ok);
}
