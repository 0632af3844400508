export { notOurs } from './existing-file.ts';
export { acquireLock, lockName, type Release } from './lock.ts';
export { type ManifestEntry, type ManifestHead, openManifest } from './manifest.ts';
export { type PublishSummary, publishFiles } from './publish.ts';
export { type BatchPlan, writeSingle } from './report-file.ts';
export { type BatchTools, type RunEvent, type RunSummary, runBatch } from './run-batch.ts';
