import { once } from 'node:events';
import { join } from 'node:path';
import pMap from 'p-map';
import { formats } from '../formats/index.ts';
import type { Subject } from '../report/index.ts';
import { type StopReason, type Summary, summarise, type Tell } from './events.ts';
import { acquireLock } from './lock.ts';
import { openManifest } from './manifest.ts';
import { processes } from './processes.ts';
import { type Made, makeReport, type ReportOptions } from './report-file.ts';
import { type DiskFault, makeFolder, removeUnfinished, syncFolder } from './whole-file.ts';

export interface BatchPlan extends Omit<ReportOptions, 'render' | 'known' | 'monotonic'> {
  readonly subjects: readonly Subject[];
  readonly stopOnFailure: boolean;
}

export interface BatchTools {
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Aborted with a `StopSignal` as reason when the run is to end. */
  readonly signal: AbortSignal;
  readonly tell: Tell;
}

/** Reports in hand at a time: while one is synced to disk, the next is laid out. */
const inHand = 6;

/** Time for reports in hand after a signal, in ms: with the manifest, the whole ends within a second. */
const grace = 700;

/**
 * Makes the reports of many subjects in one folder: locked, whole files only, with a manifest. Never rejects for the
 * fault of one report. Errors: `UserError` 75 when the folder is held, `DiskFault` when it cannot be written at all.
 */
export async function runBatch(plan: BatchPlan, tools: BatchTools): Promise<Summary> {
  await makeFolder(plan.folder);
  const started = tools.now().toISOString();
  const lock = await acquireLock(plan.folder, { processes, since: started, wait: tools.wait });
  try {
    return await runLocked(plan, started, tools);
  } finally {
    await lock.release();
  }
}

async function runLocked(plan: BatchPlan, started: string, tools: BatchTools): Promise<Summary> {
  const { folder, subjects, head, overwrite } = plan;
  const { now, monotonic, tell } = tools;
  const { self, isAlive } = processes;
  const began = monotonic();
  const files = await removeUnfinished(folder, (pid, start) => !isAlive(pid, start));
  if (files > 0) tell({ kind: 'oprydning', files });
  const manifest = await openManifest(folder, head, started, overwrite);

  const made: Made[] = [];
  let told = 0;
  const record = (index: number, one: Made): void => {
    made[index] = one;
    manifest.add(one.entry);
    for (; made[told] !== undefined; told++) tellReport(made[told] as Made, folder, tell);
  };
  const stop = await makeAll(plan, { ...tools, known: manifest.known }, record);
  // Those that waited for one that was dropped.
  for (const one of Object.values(made.slice(told))) tellReport(one, folder, tell);

  // A dropped report can no longer be renamed to its place: its unfinished file is gone.
  const isOurs = (pid: number, start: string): boolean => pid === self.pid && start === self.start;
  if (stop !== null) await removeUnfinished(folder, isOurs).catch(() => {});
  await syncFolder(folder);
  const untried = subjects.filter((_, index) => made[index] === undefined).map(({ name }) => name);
  const closed = manifest.close(untried.length > 0 ? 'afbrudt' : 'faerdig', now().toISOString());
  const manifestFault = await closed.then(() => null).catch(({ message }: DiskFault) => message);
  const milliseconds = monotonic() - began;
  return summarise(Object.values(made), { folder, untried, stoppedBy: stop, manifestFault, milliseconds });
}

/** Makes reports until all are done, or the run is to end before its time: then returns why, the first reason. */
async function makeAll(
  plan: BatchPlan,
  { signal, wait, ...tools }: BatchTools & Pick<ReportOptions, 'known'>,
  record: (index: number, made: Made) => void,
): Promise<StopReason | null> {
  const render = formats[plan.format].renderer(plan.head.program);
  const options: ReportOptions = { ...plan, ...tools, render };
  const own = new AbortController();
  const stop = AbortSignal.any([signal, own.signal]);
  let dropped = false;
  const make = async (subject: Subject, index: number): Promise<void> => {
    if (stop.aborted) return;
    const made = await makeReport(subject, options);
    // Too late for the manifest.
    if (dropped) return;
    record(index, made);
    if (made.fault?.scope === 'folder') own.abort('disk');
    else if (made.fault !== null && plan.stopOnFailure) own.abort('fejl');
  };
  const graceOver = (signal.aborted ? Promise.resolve() : once(signal, 'abort')).then(() => wait(grace));
  await Promise.race([pMap(plan.subjects, make, { concurrency: inHand }), graceOver]);
  dropped = true;
  return stop.aborted ? (stop.reason as StopReason) : null;
}

function tellReport({ entry, fault, changes }: Made, folder: string, tell: Tell): void {
  for (const difference of changes) tell({ kind: 'aendring', difference });
  tell({ kind: 'rapport', entry, path: join(folder, entry.fil), fault });
}
