import { sha256 } from '../../batch/digest.ts';
import { fileName } from '../../batch/file-name.ts';
import { realProcesses } from '../../batch/identity.ts';
import { type BatchPlan, runBatch } from '../../batch/run-batch.ts';
import type { Workers } from '../../batch/worker-lane.ts';
import type { Dataset } from '../../dataset/index.ts';
import { exitCode, UserError } from '../../errors.ts';
import type { Report, Subject } from '../../report/index.ts';
import { buildReport, countrySubject, type Template } from '../../report/index.ts';
import { generationDate } from '../date.ts';
import { help } from '../help.ts';
import { readDataset, readTemplateFile } from '../inputs.ts';
import { subjectsOf } from '../subjects.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import { faultFields } from './json-log.ts';
import { logLine, makeObserver, type Observer } from './observer.ts';
import { parallelOf, type ReportOptions } from './options.ts';
import { type Signals, takeSignals } from './signals.ts';
import { writeSingle } from './single.ts';
import { type Target, targetOf } from './target.ts';

/** Makes the reports that were asked for. With --log json a fault of the run is a line of the log too. */
export async function runReports(options: ReportOptions, world: World): Promise<number> {
  try {
    return await makeReports(options, world);
  } catch (fault) {
    if (options.log !== 'json' || !(fault instanceof UserError)) throw fault;
    world.stderr(logLine(faultFields(fault.message, fault.code), world));
    return fault.code;
  }
}

async function makeReports(options: ReportOptions, world: World): Promise<number> {
  const signals = takeSignals(world);
  const date = generationDate(options.dato, world);
  const { template, text } = readTemplateFile(options);
  const subjects = subjectsOf(options, countrySubject(template));
  if (subjects.length === 0) throw new UserError(exitCode.usage, help.nothingAsked);
  const target = targetOf(options.ud, options.format, subjects.length);
  const parallel = parallelOf(options.parallel, subjects.length, world.cores);
  const workers = parallel > 1 ? await startWorkers(parallel - 1) : null;
  if (workers === null && subjects.length >= manyReports) (await import('../../batch/tune-v8.ts')).tuneV8();
  try {
    const dataset = await readDataset(options, template, subjects);
    const inputs = { dataset, template, templateText: text, date, subjects, parallel, workers };
    const observer = makeObserver(options, world);
    tellErrors(dataset, observer);
    return await makeFrom(inputs, target, options, { world, signals, observer });
  } finally {
    await workers?.close();
  }
}

/** Rows that are wrong but not needed stop nothing; nobody shall overlook them all the same. */
function tellErrors({ problems }: Dataset, { tell }: Observer): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) tell({ kind: 'data', errors });
}

/** From here on V8 begins to compile what reports are made with; a few are over before that. */
const manyReports = 10;

/** Workers wake while this thread reads the dataset; a run without them does not even load what they need. */
const startWorkers = async (threads: number): Promise<Workers> =>
  (await import('../../batch/worker-lane.ts')).startWorkers(threads);

interface Inputs {
  readonly dataset: Dataset;
  readonly template: Template;
  readonly templateText: string;
  readonly date: string;
  readonly subjects: readonly Subject[];
  readonly parallel: number;
  readonly workers: Workers | null;
}

interface Outside {
  readonly world: World;
  readonly signals: Signals;
  readonly observer: Observer;
}

const creator = (): string => `barometer-report ${version()}`;

async function makeFrom(inputs: Inputs, target: Target, options: ReportOptions, outside: Outside): Promise<number> {
  const { dataset, template, date, subjects } = inputs;
  const { world, observer } = outside;
  if (target.kind === 'folder') return makeFolder(inputs, target.folder, options, outside);
  const report = buildReport(dataset, template, subjects[0] as Subject, date);
  const code = await writeSingle(report, target, { ...options, creator: creator() }, { world, tell: observer.tell });
  await observer.flushed();
  return code;
}

async function makeFolder(inputs: Inputs, folder: string, options: ReportOptions, outside: Outside): Promise<number> {
  const { world, signals, observer } = outside;
  const { tell } = observer;
  const { signal } = signals;
  const plan = { ...planOf(inputs, folder, options), build: builder(inputs) };
  signals.arm(tell);
  tell({ kind: 'start', reports: inputs.subjects.length, folder, parallel: inputs.parallel });
  const summary = await runBatch(plan, { ...world, processes: realProcesses(), signal, tell });
  await observer.flushed();
  tell({ kind: 'slut', summary });
  // A dropped report may still wait for its disk: the process does not wait with it.
  if (signal.aborted) world.exit(summary.code);
  return summary.code;
}

/** The report of a lone subject is built at once: when its data is wrong, not even the folder is made. */
function builder({ dataset, template, date, subjects }: Inputs): BatchPlan['build'] {
  const build = (subject: Subject): Report => buildReport(dataset, template, subject, date);
  const [first, ...others] = subjects;
  if (first === undefined || others.length > 0) return build;
  const report = build(first);
  return () => report;
}

function planOf(inputs: Inputs, folder: string, options: ReportOptions): Omit<BatchPlan, 'build'> {
  const { dataset, templateText, date, subjects, workers } = inputs;
  const { edition, title, digest } = dataset.info;
  return {
    folder,
    subjects,
    workers,
    format: options.format,
    creator: creator(),
    fileOf: (subject) => fileName(subject, edition, options.format),
    onlyChanged: options.kunAendrede === true,
    overwrite: options.overskriv === true,
    stopOnFailure: options.stopVedFejl === true,
    head: {
      program: creator(),
      node: process.versions.node,
      udgave: edition,
      dato: date,
      datasaet: { titel: title, sha256: digest },
      skabelon: { sha256: sha256(templateText) },
    },
  };
}
