import { join } from 'node:path';
import type { Subject } from '../report/index.ts';
import { makeFolder, syncFolder, wholeFileWriter } from './atomic-write.ts';
import { DiskFault } from './disk-fault.ts';
import type { Summary, Tell } from './events.ts';
import type { Processes } from './identity.ts';
import { inOrder } from './in-order.ts';
import { localLane, type PrintLane } from './lanes.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { removeLeftovers, removeOwn } from './leftovers.ts';
import { acquireLock } from './lock.ts';
import { type Made, type MakeOptions, makeReport } from './make-report.ts';
import type { ManifestEntry, ManifestHead } from './manifest.ts';
import { readEntries } from './manifest-file.ts';
import { schedule } from './scheduler.ts';
import { makeStop, type Stop } from './stop.ts';
import { summarise } from './summary.ts';
import type { Workers } from './worker-lane.ts';

export interface BatchPlan extends Omit<MakeOptions, 'monotonic' | 'edition' | 'date'> {
  readonly subjects: readonly Subject[];
  readonly head: Omit<ManifestHead, 'startet'>;
  readonly stopOnFailure: boolean;
  /** Started beforehand, so that they wake while the dataset is read; null when this thread does all. */
  readonly workers: Workers | null;
}

export interface BatchTools {
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps. */
  readonly monotonic: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly processes: Processes;
  /** Aborted with a `StopSignal` as reason when the run is to end. */
  readonly signal: AbortSignal;
  readonly tell: Tell;
}

/**
 * Makes the reports of many subjects in one folder: locked, whole files only, with a manifest. Never rejects for the
 * fault of one report. Errors: `UserError` 75 when the folder is held, `DiskFault` when it cannot be written at all.
 */
export async function runBatch(plan: BatchPlan, tools: BatchTools): Promise<Summary> {
  await makeFolder(plan.folder);
  const since = tools.now().toISOString();
  const lock = await acquireLock(plan.folder, { ...tools, since });
  try {
    return await runLocked(plan, tools, since);
  } finally {
    await lock.release().catch(() => {});
  }
}

async function runLocked(plan: BatchPlan, tools: BatchTools, since: string): Promise<Summary> {
  const began = tools.monotonic();
  await cleanUp(plan.folder, tools);
  const known = await readEntries(plan.folder, plan.overwrite);
  const write = wholeFileWriter(tools.processes.self);
  const ledger = await openLedger(plan.folder, { ...plan.head, startet: since }, known, { ...tools, write });
  const stop = makeStop(tools.signal, tools.wait);
  const lanes = [localLane(write), ...(plan.workers === null ? [] : [plan.workers.lane])];
  const made = makeAll(plan, { ...tools, known, ledger, stop }, lanes);
  await Promise.race([made.finished, stop.graceOver]);
  made.close();
  await plan.workers?.close();
  if (stop.reason() !== null) await removeOwn(plan.folder, tools.processes);
  await syncFolder(plan.folder);
  const untried = plan.subjects.filter((_, index) => made.results[index] === undefined).map(({ name }) => name);
  const manifestFault = await closeLedger(ledger, untried.length > 0, tools);
  return summarise(Object.values(made.results), {
    folder: plan.folder,
    untried,
    stoppedBy: stop.reason(),
    manifestFault,
    milliseconds: tools.monotonic() - began,
  });
}

async function cleanUp(folder: string, { processes, tell }: BatchTools): Promise<void> {
  const files = await removeLeftovers(folder, processes);
  if (files > 0) tell({ kind: 'oprydning', files });
}

interface MakeTools extends BatchTools {
  readonly known: ReadonlyMap<string, ManifestEntry>;
  readonly ledger: Ledger;
  readonly stop: Stop;
}

/** Starts the work on all reports. `results` fills up by index as they are done. */
function makeAll(plan: BatchPlan, tools: MakeTools, lanes: readonly PrintLane[]) {
  const results: Made[] = [];
  const told = inOrder<Made>((made) => tellMade(made, plan.folder, tools));
  const options: MakeOptions = { ...plan, edition: plan.head.udgave, date: plan.head.dato, monotonic: tools.monotonic };
  let closed = false;
  const record = (index: number, made: Made): void => {
    // A report that was dropped and is done all the same comes too late for the manifest.
    if (closed) return;
    results[index] = made;
    tools.ledger.note(made.entry);
    told.add(index, made);
    if (made.fault?.scope === 'folder') tools.stop.request('disk');
    else if (made.fault !== null && plan.stopOnFailure) tools.stop.request('fejl');
  };
  const finished = schedule(
    plan.subjects.map((subject, index) => ({ subject, index })),
    lanes.map(({ capacity, run }) => ({
      capacity,
      run: async ({ subject, index }: { subject: Subject; index: number }) =>
        record(index, await makeReport(subject, tools.known.get(plan.fileOf(subject)), run, options)),
    })),
    () => tools.stop.reason() !== null,
  );
  const close = (): void => {
    closed = true;
    told.rest();
  };
  return { results, finished, close };
}

function tellMade({ entry, fault, changes }: Made, folder: string, { tell }: BatchTools): void {
  for (const difference of changes) tell({ kind: 'aendring', difference });
  tell({ kind: 'rapport', entry, path: join(folder, entry.fil), fault });
}

/** Why the manifest could not be written, or null. What it said last is true all the same. */
async function closeLedger(ledger: Ledger, interrupted: boolean, { now }: BatchTools): Promise<string | null> {
  try {
    await ledger.close(interrupted ? 'afbrudt' : 'faerdig', now().toISOString());
    return null;
  } catch (fault) {
    if (fault instanceof DiskFault) return fault.message;
    throw fault;
  }
}
