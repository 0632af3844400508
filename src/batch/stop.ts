import type { StopReason, StopSignal } from './events.ts';

/** Whether a run is to end before its time, and why. The first reason counts. */
export interface Stop {
  readonly reason: () => StopReason | null;
  readonly request: (reason: 'fejl' | 'disk') => void;
  /** Fulfilled when reports in hand have had their time after a signal and are to be dropped. */
  readonly graceOver: Promise<void>;
}

/** Time for reports in hand after a signal: with the manifest, the whole ends within a second. */
const grace = 700;

/** `signal` is aborted with a `StopSignal` as its reason. */
export function makeStop(signal: AbortSignal, wait: (milliseconds: number) => Promise<void>): Stop {
  let requested: StopReason | null = null;
  return {
    reason: () => requested ?? (signal.aborted ? (signal.reason as StopSignal) : null),
    request: (reason) => {
      requested ??= signal.aborted ? null : reason;
    },
    graceOver: new Promise((resolve) => {
      const begin = (): void => void wait(grace).then(resolve);
      if (signal.aborted) begin();
      else signal.addEventListener('abort', begin, { once: true });
    }),
  };
}
