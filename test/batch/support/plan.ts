import type { BatchPlan, BatchTools } from '../../../src/batch/index.ts';
import { municipality, reportOf } from '../../helpers/report.ts';
import { head } from './truth.ts';

export const subjects = ['Aalborg', 'Herlev', 'Odense', 'Ærø'].map(municipality);

/** A run in this process that writes small reports as JSON. */
export function planFor(folder: string, changes: Partial<BatchPlan> = {}): BatchPlan {
  return {
    folder,
    subjects,
    format: 'json',
    build: (subject) => reportOf({}, subject),
    onlyChanged: false,
    hasAnnex: false,
    overwrite: false,
    overwriteHint: 'brug --overskriv',
    stopOnFailure: false,
    head,
    ...changes,
  };
}

/** A clock that ticks when it is looked at, and no signals. */
export function toolsFor(changes: Partial<BatchTools> = {}): BatchTools {
  let ticks = 0;
  return {
    now: () => new Date('2026-06-06T01:00:00Z'),
    monotonic: () => (ticks += 1),
    wait: () => new Promise(() => {}),
    signal: new AbortController().signal,
    onLocked: () => {},
    onEvent: () => {},
    ...changes,
  };
}
