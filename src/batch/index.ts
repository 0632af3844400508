import { fileName } from './file-name.ts';
import { realProcesses } from './identity.ts';
import { type BatchTools, type BatchPlan as FullPlan, runBatch as runFull } from './run-batch.ts';

export { atomicWrite as writeWhole } from './atomic-write.ts';
export { sha256 } from './digest.ts';
export type { RunEvent, StopSignal, Summary, Tell } from './events.ts';
export type { ManifestEntry } from './manifest.ts';
export { writeSingle } from './report-file.ts';

export type BatchPlan = Omit<FullPlan, 'creator' | 'fileOf' | 'workers'>;

/** Makes the reports of many subjects in one folder. */
export const runBatch = (plan: BatchPlan, tools: Omit<BatchTools, 'processes'>) =>
  runFull(
    {
      ...plan,
      creator: plan.head.program,
      fileOf: (subject) => fileName(subject, plan.head.udgave, plan.format),
      workers: null,
    },
    { ...tools, processes: realProcesses() },
  );
