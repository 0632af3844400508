import { join } from 'node:path';
import type { ManifestEntry, RunEvent } from '../../batch/index.ts';
import type { PreviousEdition, PublishedFile } from '../../edition/site/index.ts';
import { UserError, usageError } from '../../errors.ts';
import { processes } from '../../file/index.ts';
import { municipalities } from '../../municipalities/index.ts';
import {
  buildReport,
  commonFigures,
  compareReports,
  countrySubject,
  municipalitySubject,
  type Report,
  type Subject,
  summarise,
} from '../../report/index.ts';
import { type CommandDefinition, creator, overwriteHint, overwriteOption } from '../command-line.ts';
import {
  addDataOptions,
  type DataOptions,
  dateOption,
  generationDate,
  namedFormer,
  readDataset,
  readTemplate,
} from '../inputs.ts';
import { addLogOptions, type LogOptions, makeLog } from '../log.ts';
import { type ReportSource, reportFilesAt, reportSource } from '../report-source.ts';
import { announceProblems, manifestHead } from '../run.ts';
import { namesFile } from '../target.ts';
import { takeSignals } from '../world.ts';

interface PublishOptions extends DataOptions, LogOptions {
  readonly ud: string;
  readonly dato?: string;
  readonly forrige?: string;
  readonly kunAendrede?: boolean;
  readonly overskriv?: boolean;
}

/** `udgiv`: the edition as a folder for any web server. */
export const publishCommand: CommandDefinition<PublishOptions> = {
  name: 'udgiv',
  description: 'lav hele udgaven som en mappe med websider, rapporter og data; intet lægges på nettet',
  define: (command) =>
    addLogOptions(
      addDataOptions(command)
        .requiredOption('-o, --ud <mappe>', 'mappen, som udgaven skrives i')
        .addOption(dateOption())
        .option('--forrige <sti>', 'forrige udgaves datasæt eller rapporter; om.html viser, hvad der er ændret')
        .option('--kun-aendrede', 'lad sider, rapporter og data være, hvis kun datoen er en anden')
        .addOption(overwriteOption()),
    ),
  examples: [
    'barometer-report udgiv --ud udgave/',
    'barometer-report udgiv --data datasaet/ --ud /srv/www/barometer --kun-aendrede',
  ],
  notes: `
Mappen får index.html, en side pr. kommune, indikator og nøgletal, om.html, rapporter/ med PDF-filer og data/
med CSV og projektmappe. Den virker på enhver webserver og fra en disk. Sider, der ikke længere hører til udgaven,
bliver fjernet; andre udgavers filer og filer, som programmet ikke har lavet, bliver ikke rørt.`,
  run: async (options, world) => {
    const { ud: folder, kunAendrede: onlyChanged = false, overskriv: overwrite = false } = options;
    if (folder === '-' || namesFile(folder))
      throw usageError(`--ud ${folder} er ikke en mappe. Skriv en mappe, fx --ud udgave/.`);
    const date = generationDate(options.dato, world);
    const { template, text } = readTemplate(options);
    const named = namedFormer(options.forrige);
    const namedDataset = named !== undefined && reportFilesAt(named.path).length === 0 ? named : undefined;
    const dataset = await readDataset(options, template, { former: namedDataset });
    const log = makeLog(options, world);
    const announceEnd = announceProblems(dataset, log, namedDataset);
    const common = commonFigures(dataset, template);
    const former = namedDataset === undefined ? (named?.path ?? dataset.former) : dataset.former;
    const earlier = former === null ? null : await reportSource(former, 'tidligere', options, template);
    const isBefore = earlier === null || earlier.edition < dataset.info.edition;
    if (!isBefore) log.onEvent({ kind: 'former', former: earlier.edition, edition: dataset.info.edition });
    const before = isBefore ? earlier : null;
    const subjects = [countrySubject(template), ...municipalities.map(municipalitySubject)];
    const reports = new Map<Subject, Report>();
    const build = (subject: Subject): Report => {
      const report = buildReport(dataset, template, subject, date, common);
      reports.set(subject, report);
      return report;
    };
    const { acquireLock, publishFiles, runBatch } = await import('../../batch/index.ts');
    const release = await acquireLock(folder, { processes, since: world.now().toISOString(), wait: world.wait });
    const { signal, arm, giveBack } = takeSignals(world);
    arm((name) => log.onEvent({ kind: 'signal', signal: name }));
    const choices = { onlyChanged, overwrite, overwriteHint };
    const made = new Map<string, ManifestEntry>();
    const onEvent = (event: RunEvent): void => {
      log.onEvent(event);
      if (event.kind === 'report') made.set(event.entry.code, event.entry);
    };
    try {
      log.onEvent({ kind: 'start', reports: subjects.length, folder });
      const head = manifestHead(dataset, date, text);
      const pdfs = {
        folder: join(folder, reportsFolder),
        format: 'pdf',
        hasAnnex: true,
        stopOnFailure: false,
      } as const;
      const plan = { ...pdfs, ...choices, subjects, build, head };
      const summary = await runBatch(plan, { ...world, signal, onLocked: () => {}, onEvent });
      await log.flushed();
      log.onEvent({ kind: 'end', summary });
      const [first, ...others] = subjects.flatMap((subject) => reports.get(subject) ?? []);
      if (first === undefined || summary.stoppedBy !== null) return summary.code;
      // Making the pages is one long reckoning that writes nothing; they are put in place in one step.
      giveBack();
      const { siteFiles } = await import('../../edition/site/index.ts');
      const files = await siteFiles({
        reports: [first, ...others],
        missing: subjects.filter((subject) => !reports.has(subject)),
        pdfOf: ({ code }) => pdfOf(made.get(code)),
        previous: before && previousEdition(before, reports),
        creator,
      });
      const { edition } = dataset.info;
      takeSignals(world);
      const published = await publishFiles({ folder, edition, program: creator, ...files, ...choices });
      log.onEvent({ kind: 'site', folder, published });
      announceEnd();
      return summary.code;
    } finally {
      await release();
    }
  },
};

/** The edition before with what differs from it, of all subjects that both have; null when they share none. */
function previousEdition(before: ReportSource, reports: ReadonlyMap<Subject, Report>): PreviousEdition | null {
  const pairs = [...reports].flatMap(([subject, report]) => {
    const was = before.report(subject);
    return was instanceof UserError ? [] : [{ was, report }];
  });
  const [first] = pairs;
  if (first === undefined) return null;
  return {
    edition: first.was.edition,
    comparison: summarise(
      pairs.flatMap(({ was, report }) => compareReports(was, report)),
      pairs.length,
    ),
    isMadeUp: pairs.some(({ was }) => was.notice !== null),
  };
}

const reportsFolder = 'rapporter';

/** The PDF of a subject, made now or before; undefined when there is none. */
const pdfOf = (entry: ManifestEntry | undefined): PublishedFile | undefined =>
  entry === undefined || entry.bytes === null
    ? undefined
    : { path: `${reportsFolder}/${entry.file}`, bytes: entry.bytes };
