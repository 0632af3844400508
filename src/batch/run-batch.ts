import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pMapIterable, pMapSkip } from 'p-map';
import { type ExitCode, exitCode, type StopSignal } from '../errors.ts';
import { DiskFault, processes, removeUnfinished, syncFolder } from '../file/index.ts';
import { formats } from '../formats/index.ts';
import type { Difference, Subject } from '../report/index.ts';
import { acquireLock } from './lock.ts';
import { type ManifestEntry, openManifest } from './manifest.ts';
import { type BatchPlan, type Made, type MakeOptions, makeReport } from './report-file.ts';

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

/** What happens in a run; reports in the order that was asked for. */
export type RunEvent =
  | { readonly kind: 'start'; readonly reports: number; readonly folder: string }
  /** Unfinished files of a killed run were removed. */
  | { readonly kind: 'cleanup'; readonly files: number }
  /** A printed text that differs from the file that was replaced. */
  | { readonly kind: 'change'; readonly difference: Difference }
  | { readonly kind: 'report'; readonly entry: ManifestEntry; readonly path: string; readonly failure: Made['failure'] }
  | { readonly kind: 'signal'; readonly signal: StopSignal }
  | { readonly kind: 'end'; readonly summary: RunSummary };

export interface RunSummary {
  readonly folder: string;
  readonly written: number;
  readonly unchanged: number;
  readonly failed: readonly ManifestEntry[];
  /** Names of the subjects that were not tried. */
  readonly untried: readonly string[];
  /** Why: a signal, the first failure where that is asked for, or a folder that cannot be written any more. */
  readonly stoppedBy: StopSignal | 'failure' | 'disk' | null;
  /** Why the manifest of the ended run could not be written. */
  readonly manifestFault: string | null;
  /** Of all reports written. */
  readonly bytes: number;
  readonly milliseconds: number;
  readonly code: ExitCode;
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
  const { known, close } = await openManifest(plan, started);

  const made: Made[] = [];
  const stoppedBy = await makeAll(plan, { ...tools, known }, (one) => {
    made.push(one);
    for (const difference of one.changes) onEvent({ kind: 'change', difference });
    onEvent({ kind: 'report', entry: one.entry, path: join(folder, one.entry.file), failure: one.failure });
  });

  // A dropped report can no longer be renamed to its place: its unfinished file is gone.
  const isOurs = (pid: number, start: string): boolean => pid === self.pid && start === self.start;
  if (stoppedBy !== null) await removeUnfinished(folder, isOurs).catch(() => {});
  await syncFolder(folder);
  const entries = made.map(({ entry }) => entry);
  const tried = new Set(entries.map(({ code }) => code));
  const untried = subjects.filter(({ code }) => !tried.has(code)).map(({ name }) => name);
  const closed = close(entries, untried.length === 0, now().toISOString());
  const manifestFault = await closed.then(() => null).catch(({ message }: DiskFault) => message);
  const inState = (state: ManifestEntry['state']) => entries.filter((entry) => entry.state === state);
  const written = inState('written');
  return {
    folder,
    written: written.length,
    unchanged: inState('unchanged').length,
    failed: inState('failed'),
    ...{ untried, stoppedBy, manifestFault },
    bytes: written.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0),
    milliseconds: monotonic() - began,
    code: codeOf(made, stoppedBy, manifestFault),
  };
}

function codeOf(made: readonly Made[], stoppedBy: RunSummary['stoppedBy'], manifestFault: string | null): ExitCode {
  if (stoppedBy !== null && stoppedBy !== 'failure' && stoppedBy !== 'disk') return exitCode[stoppedBy];
  if (stoppedBy === 'disk' || manifestFault !== null) return exitCode.cannotWrite;
  const codes = new Set(made.map(({ failure }) => failure?.code ?? exitCode.ok));
  // All alike: everything was made, or nothing, for one kind of reason, which then says more than "some".
  return codes.size > 1 ? exitCode.partial : ([...codes][0] ?? exitCode.ok);
}

/**
 * Makes reports until all are done, or the run is to end before its time: then returns why, the first reason. They are
 * handed over in their order.
 */
async function makeAll(
  plan: BatchPlan,
  { signal, wait, ...tools }: BatchTools & Pick<MakeOptions, 'known'>,
  onMade: (made: Made) => void,
): Promise<RunSummary['stoppedBy']> {
  const options: MakeOptions = { ...plan, ...tools, render: formats[plan.format].renderer(plan.head.program) };
  const own = new AbortController();
  const stop = AbortSignal.any([signal, own.signal]);
  const signalled = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  const graceOver = signalled.then(() => wait(grace)).then((): typeof pMapSkip => pMapSkip);
  let turn = Promise.resolve();
  const make = async (subject: Subject): Promise<Made | typeof pMapSkip> => {
    // One report after the other is laid out, and signals are heard in between.
    turn = turn.then(() => setImmediate());
    await turn;
    if (stop.aborted) return pMapSkip;
    const made = await Promise.race([makeReport(subject, options), graceOver]);
    if (made === pMapSkip) return pMapSkip;
    const { failure } = made;
    if (failure instanceof DiskFault && failure.scope === 'folder') own.abort('disk');
    else if (failure !== null && plan.stopOnFailure) own.abort('failure');
    return made;
  };
  const limits = { concurrency, backpressure: Number.POSITIVE_INFINITY };
  for await (const made of pMapIterable(plan.subjects, make, limits)) onMade(made);
  return stop.aborted ? (stop.reason as RunSummary['stoppedBy']) : null;
}
