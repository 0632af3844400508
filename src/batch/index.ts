export type { RunEvent, RunSummary } from './events.ts';
export type { ManifestEntry } from './manifest.ts';
export { type Failure, notOurs, writeSingle } from './report-file.ts';
export { type BatchPlan, type BatchTools, runBatch } from './run-batch.ts';
export { writeWhole } from './whole-file.ts';
