export { atomicWrite as writeWhole } from './atomic-write.ts';
export type { RunEvent, Summary, Tell } from './events.ts';
export { realProcesses } from './identity.ts';
export type { ManifestEntry } from './manifest.ts';
export { type BatchPlan, runBatch } from './run-batch.ts';
export { writeSingleFile } from './single-file.ts';
