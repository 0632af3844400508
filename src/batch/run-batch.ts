import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pMap from 'p-map';
import { makeFolder, processes, removeUnfinished, syncFolder } from '../file/index.ts';
import { formats } from '../formats/index.ts';
import type { Subject } from '../report/index.ts';
import type { DiskFault } from '../unwritten-file.ts';
import { type RunEvent, type RunSummary, type StopReason, summariseRun } from './events.ts';
import { acquireLock } from './lock.ts';
import { openManifest } from './manifest.ts';
import { type Made, type MakeOptions, makeReport } from './report-file.ts';

export interface BatchPlan extends Omit<MakeOptions, 'render' | 'known' | 'monotonic'> {
  readonly subjects: readonly Subject[];
  readonly stopOnFailure: boolean;
}

export interface BatchTools {
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Called when the folder is locked: from now on the process may not just be ended. */
  readonly onLocked: () => void;
  /** Aborted with a `StopSignal` as reason when the run is to end. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
}

/** Reports that are made at a time: while one is synced to disk, the next is laid out. */
const concurrency = 6;

/** Milliseconds in which reports that are being made may end after a signal: the run ends within a second. */
const grace = 700;

/**
 * Makes the reports of many subjects in one folder: locked, whole files only, with a manifest. Never rejects for the
 * fault of one report. Errors: `UserError` 75 when the folder is held, `DiskFault` when it cannot be written at all.
 */
export async function runBatch(plan: BatchPlan, tools: BatchTools): Promise<RunSummary> {
  await makeFolder(plan.folder);
  const started = tools.now().toISOString();
  const release = await acquireLock(plan.folder, { processes, since: started, wait: tools.wait });
  tools.onLocked();
  try {
    return await runLocked(plan, started, tools);
  } finally {
    await release();
  }
}

async function runLocked(plan: BatchPlan, started: string, tools: BatchTools): Promise<RunSummary> {
  const { folder, subjects } = plan;
  const { now, monotonic, onEvent } = tools;
  const { self, isAlive } = processes;
  const began = monotonic();
  const files = await removeUnfinished(folder, (pid, start) => !isAlive(pid, start));
  if (files > 0) onEvent({ kind: 'cleanup', files });
  const manifest = await openManifest(plan, started);

  const made: Made[] = [];
  let next = 0;
  const record = (index: number, one: Made): void => {
    made[index] = one;
    for (; made[next] !== undefined; next++) announce(made[next] as Made, folder, onEvent);
  };
  const stoppedBy = await makeAll(plan, { ...tools, known: manifest.known }, record);
  // Those that waited for one that was dropped.
  for (const one of Object.values(made.slice(next))) announce(one, folder, onEvent);

  // A dropped report can no longer be renamed to its place: its unfinished file is gone.
  const isOurs = (pid: number, start: string): boolean => pid === self.pid && start === self.start;
  if (stoppedBy !== null) await removeUnfinished(folder, isOurs).catch(() => {});
  await syncFolder(folder);
  const untried = subjects.filter((_, index) => made[index] === undefined).map(({ name }) => name);
  const tried = Object.values(made);
  const entries = tried.map(({ entry }) => entry);
  const closed = manifest.close(entries, untried.length === 0, now().toISOString());
  const manifestFault = await closed.then(() => null).catch(({ message }: DiskFault) => message);
  return summariseRun(tried, { folder, untried, stoppedBy, manifestFault, milliseconds: monotonic() - began });
}

/** Makes reports until all are done, or the run is to end before its time: then returns why, the first reason. */
async function makeAll(
  plan: BatchPlan,
  { signal, wait, ...tools }: BatchTools & Pick<MakeOptions, 'known'>,
  record: (index: number, made: Made) => void,
): Promise<StopReason | null> {
  const options: MakeOptions = { ...plan, ...tools, render: formats[plan.format].renderer(plan.head.program) };
  const own = new AbortController();
  const stop = AbortSignal.any([signal, own.signal]);
  let isOver = false;
  let turn = Promise.resolve();
  const make = async (subject: Subject, index: number): Promise<void> => {
    // One report after the other is laid out, and signals are heard in between.
    turn = turn.then(() => setImmediate());
    await turn;
    if (stop.aborted) return;
    const made = await makeReport(subject, options);
    // Too late for the manifest.
    if (isOver) return;
    record(index, made);
    if (made.failure?.scope === 'folder') own.abort('disk');
    else if (made.failure !== null && plan.stopOnFailure) own.abort('failure');
  };
  const graceOver = (signal.aborted ? Promise.resolve() : once(signal, 'abort')).then(() => wait(grace));
  await Promise.race([pMap(plan.subjects, make, { concurrency }), graceOver]);
  isOver = true;
  return stop.aborted ? (stop.reason as StopReason) : null;
}

function announce({ entry, failure, changes }: Made, folder: string, onEvent: BatchTools['onEvent']): void {
  for (const difference of changes) onEvent({ kind: 'change', difference });
  onEvent({ kind: 'report', entry, path: join(folder, entry.file), failure });
}
