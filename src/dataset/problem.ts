import type { Place } from './figure.ts';

/**
 * `error`: the value cannot be used. `warning`: it is used, but somebody should look. `info`: nothing is wrong.
 * Only errors make `valider` end with 65.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Something to tell about a dataset, in Danish: what is wrong and what to do about it. */
export interface Problem {
  readonly severity: Severity;
  /** Stable name of the rule, e.g. "ukendt-kommune"; documented in docs/data-format.md. */
  readonly rule: string;
  /** Line and column are 0 when the problem is the whole file's. */
  readonly place: Place;
  /** The value as it stands, cleaned of control characters and shortened; null when there is none. */
  readonly value: string | null;
  readonly message: string;
  readonly remedy: string;
  /** A structural fault: nothing of the dataset can be trusted, so no report is made. */
  readonly structural: boolean;
}
