import { atPlace, exitCode, limitProblems, UserError, withPlace } from '../../errors.ts';
import { municipalities } from '../../municipalities/index.ts';
import {
  buildReport,
  compareReports,
  countrySubject,
  differencesCsv,
  differencesJson,
  differencesText,
  type FoundDifference,
  municipalitySubject,
  type Report,
  type Subject,
  type Template,
} from '../../report/index.ts';
import { type CommandDefinition, printFormatOption } from '../command-line.ts';
import { addDataOptions, type DataOptions, datasetFolder, readDataset, readTemplate } from '../inputs.ts';

interface CompareOptions extends DataOptions {
  /** Folder of the earlier dataset. */
  readonly med: string;
  readonly format: 'tekst' | 'csv' | 'json';
}

/**
 * `sammenlign`: the printed texts that differ between two datasets, for the country and all municipalities. A subject
 * whose report cannot be made from one of them is named on standard error, and the command ends with 65.
 */
export const compare: CommandDefinition<CompareOptions> = {
  name: 'sammenlign',
  description: 'vis, hvilke trykte tal der er forskellige i to datasæt',
  define: (command) =>
    addDataOptions(command)
      .requiredOption('--med <mappe>', 'mappe med det tidligere datasæt')
      .addOption(printFormatOption('tekst', 'csv', 'json')),
  examples: ['barometer-report sammenlign --med datasaet-maj/ --data datasaet-juni/'],
  run: async (options, world) => {
    const { template } = readTemplate(options);
    const subjects = [countrySubject(template), ...municipalities.map(municipalitySubject)];
    const before = await builder({ ...options, data: options.med }, 'tidligere', template);
    const after = await builder(options, 'nye', template);
    const differences: FoundDifference[] = [];
    const faults: UserError[] = [];
    const failed: string[] = [];
    for (const subject of subjects) {
      const [was, is] = [before(subject), after(subject)];
      faults.push(...[was, is].filter((one) => one instanceof UserError));
      if (was instanceof UserError || is instanceof UserError) failed.push(subject.name);
      else differences.push(...compareReports(was, is));
    }
    const lines = faults.map(({ message }) => message).map(limitProblems());
    if (failed.length > 0) lines.push(`Ikke sammenlignet: ${failed.join(', ')}.`);
    for (const line of lines.filter(Boolean)) world.stderr(`barometer-report: ${line}\n`);
    await world.stdout(renderers[options.format](differences));
    return faults[0]?.code ?? exitCode.ok;
  },
};

const renderers: Record<CompareOptions['format'], (differences: readonly FoundDifference[]) => string> = {
  tekst: differencesText,
  csv: differencesCsv,
  json: differencesJson,
};

/** The date is not compared, so all reports get the same. */
const anyDay = '2000-01-01';

/** Makes the reports of one of the two datasets, or says why one cannot be made. Messages say which dataset it is. */
async function builder(
  options: DataOptions,
  which: 'tidligere' | 'nye',
  template: Template,
): Promise<(subject: Subject) => Report | UserError> {
  const place = `I datasættet ${datasetFolder(options)}`;
  const dataset = await atPlace(place, () => readDataset(options, template));
  return (subject) => {
    try {
      return buildReport(dataset, template, subject, anyDay);
    } catch (fault) {
      const error = withPlace(`I det ${which} datasæt`, fault);
      if (error instanceof UserError) return error;
      throw error;
    }
  };
}
