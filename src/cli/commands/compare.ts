import { clean } from '../../danish/index.ts';
import { exitCode, UserError } from '../../errors.ts';
import { municipalities } from '../../municipalities/index.ts';
import {
  type Comparison,
  compareReports,
  comparisonCsv,
  comparisonJson,
  comparisonText,
  countrySubject,
  type Difference,
  municipalitySubject,
  type Report,
  type Subject,
  summarise,
} from '../../report/index.ts';
import { type CommandDefinition, printFormatOption } from '../command-line.ts';
import { addDataOptions, type DataOptions, datasetFolder, readTemplate } from '../inputs.ts';
import { tellFaults } from '../log.ts';
import { type ReportSource, reportSource } from '../report-source.ts';
import { addSubjectOptions, type SubjectOptions, subjectsOf } from '../subjects.ts';

interface CompareOptions extends DataOptions, SubjectOptions {
  /** Folder of the earlier dataset, or earlier reports. */
  readonly med: string;
  readonly format: 'tekst' | 'csv' | 'json';
}

/**
 * `sammenlign`: the texts that differ between the reports of two datasets, or reports that were made before, for all
 * subjects that both may have. One whose report is not to be had is named on standard error, and the command ends with
 * the code of the first such fault.
 */
export const compareCommand: CommandDefinition<CompareOptions> = {
  name: 'sammenlign',
  description: 'vis, hvilke tal i rapporterne der er ændret siden forrige udgave',
  define: (command) =>
    addSubjectOptions(addDataOptions(command))
      .requiredOption(
        '--med <sti>',
        'forrige udgaves datasæt, en rapport (pdf eller json) eller en mappe med rapporter',
      )
      .addOption(printFormatOption('tekst', 'csv', 'json')),
  examples: [
    'barometer-report sammenlign --med datasaet-maj/ --data datasaet-juni/',
    'barometer-report sammenlign --med datasaet-maj/ --data datasaet-juni/ --kommune Glostrup',
    'barometer-report sammenlign --med udviklingsrapport-glostrup-2026-05.pdf --data udviklingsrapport-glostrup-2026-06.pdf',
  ],
  notes: `
Først vises serierne: hvor mange kommuners tal der er ændret, og hvor meget. Dernæst alt, der er ændret. Også --data kan
være en rapport eller en mappe med rapporter.`,
  run: async (options, world) => {
    const { template } = readTemplate(options);
    const before = await reportSource(datasetFolder({ data: options.med }), 'tidligere', options, template);
    const after = await reportSource(datasetFolder(options), 'nye', options, template);
    const differences: Difference[] = [];
    const faults: UserError[] = [];
    const failed: string[] = [];
    const subjects = comparedSubjects(options, countrySubject(template), [before, after]);
    for (const subject of subjects) {
      const [was, is] = [before.report(subject), after.report(subject)];
      const wrong = [was, is].filter((one) => one instanceof UserError);
      faults.push(...wrong);
      if (was instanceof UserError || is instanceof UserError) failed.push(subject.name);
      else differences.push(...differencesOf(was, is));
    }
    tellFaults(faults, world);
    if (before.edition > after.edition) world.stderr(turnedRound(before.edition, after.edition));
    if (failed.length > 0) world.stderr(`barometer-report: Ikke sammenlignet: ${failed.join(', ')}.\n`);
    const comparison = summarise(differences, subjects.length - failed.length);
    await world.stdout(renderers[options.format](comparison, failed.length));
    return faults[0]?.code ?? exitCode.ok;
  },
};

const turnedRound = (before: string, after: string): string =>
  `barometer-report: --med er udgaven ${clean(before)}, og --data er den tidligere, ${clean(after)}. "Før" er altså den nyeste. Byt om på dem for at se, hvad der er ændret siden den tidligere.\n`;

const renderers: Record<CompareOptions['format'], (comparison: Comparison, leftOut: number) => string> = {
  tekst: comparisonText,
  csv: comparisonCsv,
  json: comparisonJson,
};

/** Those that are named, else all whose reports there are, or may be. */
function comparedSubjects(
  options: SubjectOptions,
  country: Subject,
  sources: readonly ReportSource[],
): readonly Subject[] {
  const { kommune, region, fil, heleLandet, alle } = options;
  if ([kommune, region, fil, heleLandet, alle].some((option) => option !== undefined))
    return subjectsOf(options, country);
  const codes = sources.flatMap((source) => (source.codes === null ? [] : [...source.codes]));
  const all = [country, ...municipalities.map(municipalitySubject)];
  return codes.length === 0 ? all : all.filter(({ code }) => codes.includes(code));
}

/** Errors: `UserError` 65 for what looks like a report, and is none. */
function differencesOf(before: Report, after: Report): Difference[] {
  try {
    return compareReports(before, after);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const message = `Rapporterne for ${after.subject.name} kan ikke sammenlignes: den ene er ødelagt, eller en anden version af programmet har skrevet den. Lav den igen, eller sammenlign datasættene.`;
    throw new UserError(exitCode.data, message, { cause });
  }
}
