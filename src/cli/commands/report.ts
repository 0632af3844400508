import type { BatchPlan } from '../../batch/index.ts';
import { exitCode, type UserError } from '../../errors.ts';
import { formats } from '../../formats/index.ts';
import { buildReport, commonFigures, countrySubject, type Report, type Subject } from '../../report/index.ts';
import { type CommandDefinition, creator, debugOption, overwriteHint, overwriteOption } from '../command-line.ts';
import {
  addDataOptions,
  type DataOptions,
  dateOption,
  formerOption,
  generationDate,
  namedFormer,
  readDataset,
  readTemplate,
} from '../inputs.ts';
import { addLogOptions, type Log, type LogOptions, makeLog } from '../log.ts';
import { announceProblems, manifestHead } from '../run.ts';
import { addSubjectOptions, type SubjectOptions, subjectsOf } from '../subjects.ts';
import { formatOption, outOption, type Target, type TargetOptions, targetOf } from '../target.ts';
import { takeSignals, type World } from '../world.ts';

interface ReportOptions extends DataOptions, SubjectOptions, TargetOptions, LogOptions {
  readonly dato?: string;
  readonly bilag?: boolean;
  readonly stopVedFejl?: boolean;
  readonly kunAendrede?: boolean;
  readonly overskriv?: boolean;
  readonly forrige?: string;
}

/** The program without a subcommand: makes reports. */
export const reportCommand: CommandDefinition<ReportOptions> = {
  name: 'barometer-report',
  description: `lav udviklingsrapporten fra integrationsbarometeret som tilgængelig PDF
for én kommune, flere kommuner eller hele landet`,
  define: (command) =>
    addLogOptions(
      addDataOptions(addSubjectOptions(command))
        .addOption(formerOption())
        .addOption(debugOption())
        .addOption(outOption())
        .addOption(dateOption())
        .addOption(formatOption())
        .option('--bilag', 'tilføj et bilag med bevægelser, kurver, spredning og alle årene')
        .option('--stop-ved-fejl', 'stop ved den første rapport, der ikke kan laves')
        .option('--kun-aendrede', 'spring rapporter over, hvis data og fil er uændrede')
        .addOption(overwriteOption()),
    ),
  examples: [
    'barometer-report --kommune Glostrup',
    'barometer-report --kommune 161 --kommune Høje-Taastrup --ud rapporter/',
    'barometer-report --hele-landet --data datasaet/ --ud landet.pdf',
    'barometer-report --alle --data datasaet/ --dato 2026-06-06',
    'barometer-report forklar --kommune Glostrup 1.1',
  ],
  notes: `
Afslutningskoder: 0 alt er skrevet eller uændret, 1 nogle rapporter mangler, 2 forkert brug, 65 fejl i data,
66 fil eller mappe findes ikke, 70 fejl i programmet, 73 kan ikke skrive, 75 mappen er i brug,
129, 130 og 143 stoppet udefra.`,
  run: async (options, world) => {
    const date = generationDate(options.dato, world);
    const { template, text } = readTemplate(options);
    const subjects = subjectsOf(options, countrySubject(template));
    const target = targetOf(options, subjects.length);
    const former = namedFormer(options.forrige);
    const dataset = await readDataset(options, template, { former });
    const log = makeLog(options, world);
    const announceEnd = announceProblems(dataset, log, former);
    const asksForAnnex = options.bilag === true;
    const alwaysHasAnnex = formats[options.format].annex === 'always';
    const common = asksForAnnex || alwaysHasAnnex ? commonFigures(dataset, template) : null;
    const build = (subject: Subject): Report => buildReport(dataset, template, subject, date, common);
    const end = (code: number): number => {
      announceEnd();
      return code;
    };
    if (target.kind !== 'folder') return end(await writeOne(build(subjects[0]), target, options, { world, log }));
    // A lone report is built before its folder is made: when its data is wrong, nothing is touched.
    const lone = subjects.length === 1 ? build(subjects[0]) : null;
    const plan: BatchPlan = {
      folder: target.folder,
      subjects,
      build: lone === null ? build : () => lone,
      head: manifestHead(dataset, date, text),
      format: options.format,
      hasAnnex: asksForAnnex && !alwaysHasAnnex,
      onlyChanged: options.kunAendrede === true,
      overwrite: options.overskriv === true,
      overwriteHint,
      stopOnFailure: options.stopVedFejl === true,
    };
    return end(await writeFolder(plan, { world, log }));
  },
};

interface Outside {
  readonly world: World;
  readonly log: Log;
}

/** One report to standard output or to a file of its own: no lock and no manifest. */
async function writeOne(
  report: Report,
  target: Exclude<Target, { kind: 'folder' }>,
  { format, overskriv: overwrite = false }: ReportOptions,
  { world, log }: Outside,
): Promise<number> {
  if (target.kind === 'stdout') {
    const { bytes } = await formats[format].renderer(creator)(report);
    await world.stdout(bytes);
    return exitCode.ok;
  }
  const { path } = target;
  const { writeSingle } = await import('../../batch/index.ts');
  const { monotonic } = world;
  const entry = await writeSingle(report, path, { format, overwrite, overwriteHint, monotonic }, creator);
  log.onEvent({ kind: 'report', entry, path, failure: null });
  await log.flushed();
  return exitCode.ok;
}

/** Many reports, or one, in a folder with lock and manifest. */
async function writeFolder(plan: BatchPlan, { world, log: { onEvent, flushed } }: Outside): Promise<number> {
  const { runBatch } = await import('../../batch/index.ts');
  // While data was read a signal ended the process at once, even in the middle of parsing.
  const { signal, arm } = takeSignals(world);
  const onLocked = (): void => arm((name) => onEvent({ kind: 'signal', signal: name }));
  onEvent({ kind: 'start', reports: plan.subjects.length, folder: plan.folder });
  const made = await runBatch(plan, { ...world, signal, onLocked, onEvent });
  const fault = await flushed().then(
    () => null,
    (reason: UserError) => reason,
  );
  const summary = fault === null ? made : { ...made, code: fault.code };
  onEvent({ kind: 'end', summary });
  if (fault !== null) throw fault;
  // A report that was dropped may still wait for its disk; the process does not wait with it.
  if (signal.aborted) world.exit(summary.code);
  return summary.code;
}
