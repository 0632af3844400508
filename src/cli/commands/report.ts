import { createHash } from 'node:crypto';
import { Option } from 'commander';
import type { BatchPlan } from '../../batch/index.ts';
import type { Dataset } from '../../dataset/index.ts';
import { exitCode } from '../../errors.ts';
import type { FormatName } from '../../formats/index.ts';
import { buildReport, countrySubject, type Subject, type Template } from '../../report/index.ts';
import { type CommandDefinition, creator, debugOption, overwriteOption } from '../command-line.ts';
import { addDataOptions, type DataOptions, generationDate, readDataset, readTemplate } from '../inputs.ts';
import { type Log, type LogOptions, makeLog } from '../log.ts';
import { addSubjectOptions, type SubjectOptions, subjectsOf } from '../subjects.ts';
import { formatNames, targetOf } from '../target.ts';
import { type Signals, takeSignals, type World } from '../world.ts';

interface ReportOptions extends DataOptions, SubjectOptions, LogOptions {
  readonly debug?: boolean;
  readonly ud?: string;
  readonly dato?: string;
  readonly format: FormatName;
  readonly stopVedFejl?: boolean;
  readonly kunAendrede?: boolean;
  readonly overskriv?: boolean;
}

/** The program without a subcommand: makes reports. */
export const report: CommandDefinition<ReportOptions> = {
  name: 'barometer-report',
  description: `Laver udviklingsrapporten fra integrationsbarometeret som tilgængelig PDF
for én kommune, flere kommuner eller hele landet.`,
  define: (command) =>
    addDataOptions(addSubjectOptions(command))
      .addOption(debugOption())
      .option('-o, --ud <sti>', 'mappe (ellers rapporter/), en .pdf-fil til én rapport, eller - for standard output')
      .option(
        '--dato <åååå-mm-dd>',
        'datoen i "Rapport dannet d." (ellers SOURCE_DATE_EPOCH eller dags dato i Danmark)',
      )
      .addOption(
        new Option('--format <format>', 'pdf, eller json: rapportens tal og tekster til maskiner')
          .choices(formatNames)
          .default('pdf'),
      )
      .option('--stop-ved-fejl', 'stop ved den første rapport, der ikke kan laves')
      .option('--kun-aendrede', 'spring rapporter over, hvis data og fil er uændrede')
      .addOption(overwriteOption())
      .option('-q, --stille', 'skriv kun fejl')
      .addOption(
        new Option('--log <form>', 'hændelser på standard error som tekst eller som json, én pr. linje')
          .choices(['tekst', 'json'])
          .default('tekst'),
      ),
  examples: `Eksempler:
  barometer-report --kommune Glostrup
  barometer-report --kommune 161 --kommune Høje-Taastrup --ud rapporter/
  barometer-report --hele-landet --data datasaet/ --ud landet.pdf
  barometer-report --alle --data datasaet/ --dato 2026-06-06
  barometer-report forklar --kommune Glostrup 1.1

Slutkoder: 0 alt er skrevet, 1 nogle rapporter mangler, 2 forkert brug, 65 fejl i data,
66 fil eller mappe findes ikke, 70 fejl i programmet, 73 kan ikke skrive, 75 mappen er i brug.`,
  run: async (options, world) => {
    const signals = takeSignals(world);
    const date = generationDate(options.dato, world);
    const { template, text: templateText } = readTemplate(options);
    const subjects = subjectsOf(options, countrySubject(template));
    const target = targetOf(options.ud, options.format, subjects.length);
    const dataset = await readDataset(options, template, subjects);
    const log = makeLog(options, world);
    tellErrors(dataset, log);
    const inputs = { dataset, template, templateText, date, subjects };
    if (target.kind === 'folder') return writeFolder(inputs, target.folder, options, { world, signals, log });
    return writeSingle(inputs, target.kind === 'stdout' ? null : target.path, options, { world, log });
  },
};

/** Rows that are wrong but not needed stop nothing; the user still has to know of them. */
function tellErrors({ problems }: Dataset, { tell }: Log): void {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) tell({ kind: 'data', errors });
}

interface Inputs {
  readonly dataset: Dataset;
  readonly template: Template;
  readonly templateText: string;
  readonly date: string;
  /** At least one. */
  readonly subjects: readonly Subject[];
}

/** One report to the file at `path`, or to standard output where that is null: no lock and no manifest. */
async function writeSingle(
  { dataset, template, date, subjects }: Inputs,
  path: string | null,
  { format, overskriv }: ReportOptions,
  { world, log }: { readonly world: World; readonly log: Log },
): Promise<number> {
  const report = buildReport(dataset, template, subjects[0] as Subject, date);
  if (path === null) {
    const { formats } = await import('../../formats/index.ts');
    const { bytes } = await formats[format].renderer(creator)(report);
    await world.stdout(bytes);
    return exitCode.ok;
  }
  const { writeSingleFile } = await import('../../batch/index.ts');
  const { monotonic } = world;
  const entry = await writeSingleFile(report, path, { format, creator, overwrite: overskriv === true, monotonic });
  log.tell({ kind: 'rapport', entry, path, fault: null });
  await log.flushed();
  return exitCode.ok;
}

/** Many reports, or one, in a folder with lock and manifest. */
async function writeFolder(
  inputs: Inputs,
  folder: string,
  options: ReportOptions,
  { world, signals: { signal, arm }, log: { tell, flushed } }: { world: World; signals: Signals; log: Log },
): Promise<number> {
  const { fileName } = await import('../../formats/index.ts');
  const { realProcesses, runBatch } = await import('../../batch/index.ts');
  const { edition, title, digest } = inputs.dataset.info;
  const plan: BatchPlan = {
    folder,
    subjects: inputs.subjects,
    workers: null,
    format: options.format,
    creator,
    build: builder(inputs),
    fileOf: (subject) => fileName(subject, edition, options.format),
    onlyChanged: options.kunAendrede === true,
    overwrite: options.overskriv === true,
    stopOnFailure: options.stopVedFejl === true,
    head: {
      program: creator,
      node: process.versions.node,
      udgave: edition,
      dato: inputs.date,
      datasaet: { titel: title, sha256: digest },
      skabelon: { sha256: createHash('sha256').update(inputs.templateText).digest('hex') },
    },
  };
  arm((name) => tell({ kind: 'signal', signal: name }));
  tell({ kind: 'start', reports: plan.subjects.length, folder });
  const summary = await runBatch(plan, { ...world, processes: realProcesses(), signal, tell });
  await flushed();
  tell({ kind: 'slut', summary });
  // A report that was dropped may still wait for its disk; the process does not wait with it.
  if (signal.aborted) world.exit(summary.code);
  return summary.code;
}

/** The report of a lone subject is built at once: when its data is wrong, not even the folder is made. */
function builder({ dataset, template, date, subjects }: Inputs): BatchPlan['build'] {
  const build: BatchPlan['build'] = (subject) => buildReport(dataset, template, subject, date);
  const [first, ...others] = subjects;
  if (first === undefined || others.length > 0) return build;
  const report = build(first);
  return () => report;
}
