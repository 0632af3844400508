import { type ExitCode, exitCode, type StopSignal } from '../errors.ts';
import type { Difference } from '../report/index.ts';
import type { ManifestEntry } from './manifest.ts';
import type { Fault, Made } from './report-file.ts';

/** What a run has to tell while it goes on; reports in the order that was asked for. */
export type RunEvent =
  | { readonly kind: 'start'; readonly reports: number; readonly folder: string | null }
  /** The dataset has wrong rows. Reports that need them fail by name; the others do not show them. */
  | { readonly kind: 'data'; readonly errors: number }
  /** The dataset has warnings; told last. */
  | { readonly kind: 'advarsler'; readonly warnings: number }
  /** Unfinished files of a killed run were removed. */
  | { readonly kind: 'oprydning'; readonly files: number }
  /** A printed text that differs from the file that was replaced. */
  | { readonly kind: 'aendring'; readonly difference: Difference }
  | { readonly kind: 'rapport'; readonly entry: ManifestEntry; readonly path: string; readonly fault: Fault | null }
  | { readonly kind: 'signal'; readonly signal: StopSignal }
  | { readonly kind: 'slut'; readonly summary: Summary };

export type Tell = (event: RunEvent) => void;

/** A signal, the first failure where that is asked for, or a folder that cannot be written any more. */
export type StopReason = StopSignal | 'fejl' | 'disk';

/** How a run ended. */
export interface Summary {
  readonly folder: string | null;
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
export function summarise(
  made: readonly Made[],
  rest: Omit<Summary, 'written' | 'unchanged' | 'failed' | 'bytes' | 'code'>,
): Summary {
  const inState = (state: ManifestEntry['tilstand']) => made.filter(({ entry }) => entry.tilstand === state);
  const written = inState('skrevet');
  return {
    ...rest,
    written: written.length,
    unchanged: inState('uaendret').length,
    failed: inState('fejl').map(({ entry }) => entry),
    bytes: written.reduce((sum, { entry }) => sum + (entry.bytes ?? 0), 0),
    code: codeOf(made, rest.stoppedBy, rest.manifestFault),
  };
}

function codeOf(made: readonly Made[], stoppedBy: StopReason | null, manifestFault: string | null): ExitCode {
  if (stoppedBy !== null && stoppedBy !== 'fejl' && stoppedBy !== 'disk') return exitCode[stoppedBy];
  if (stoppedBy === 'disk' || manifestFault !== null) return exitCode.cannotWrite;
  const codes = new Set(made.map(({ fault }) => fault?.code ?? exitCode.ok));
  // All alike: everything was made, or nothing, for one kind of reason, which then says more than "some".
  return codes.size > 1 ? exitCode.partial : ([...codes][0] ?? exitCode.ok);
}
