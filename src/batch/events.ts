import type { Difference } from '../report/index.ts';
import type { ManifestEntry } from './manifest.ts';
import type { Fault } from './printer.ts';

/** What a run has to tell while it goes on. */
export type RunEvent =
  | { readonly kind: 'start'; readonly reports: number; readonly folder: string | null }
  /** The dataset has wrong rows. Reports that need them fail by name; the others do not show them. */
  | { readonly kind: 'data'; readonly errors: number }
  /** Unfinished files of a killed run were removed. */
  | { readonly kind: 'oprydning'; readonly files: number }
  /** A printed text that differs from the file that is about to be replaced. */
  | { readonly kind: 'aendring'; readonly difference: Difference }
  | { readonly kind: 'rapport'; readonly entry: ManifestEntry; readonly path: string; readonly fault: Fault | null }
  | { readonly kind: 'signal'; readonly signal: StopSignal }
  | { readonly kind: 'slut'; readonly summary: Summary };

export type Tell = (event: RunEvent) => void;

export type StopSignal = 'SIGINT' | 'SIGTERM';

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
  readonly code: number;
}
