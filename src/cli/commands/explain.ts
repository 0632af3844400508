import { exitCode } from '../../errors.ts';
import {
  buildReport,
  commonFigures,
  countrySubject,
  explain,
  explanationsJson,
  explanationText,
  sentenceNumber,
} from '../../report/index.ts';
import { type CommandDefinition, printFormatOption } from '../command-line.ts';
import { addDataOptions, type DataOptions, generationDate, readDataset, readTemplate } from '../inputs.ts';
import { collect, namedSubjects } from '../subjects.ts';

interface ExplainOptions extends DataOptions {
  readonly kommune?: readonly string[];
  readonly heleLandet?: boolean;
  readonly format: 'tekst' | 'json';
}

/** `forklar`: where a printed figure or a sentence of the annex comes from. */
export const explainCommand: CommandDefinition<ExplainOptions> = {
  name: 'forklar',
  description: 'vis, hvor et tal i rapporten kommer fra',
  define: (command) =>
    addDataOptions(command)
      .usage('[tilvalg] <tal>')
      .argument('<tal...>', 'indikator ("1.1"), nøgletal ("noegletal 13") eller sætning i bilaget ("kort fortalt 2")')
      .option('-k, --kommune <navn>', 'kommunens navn eller kode; kan gentages', collect)
      .option('--hele-landet', 'tallet i rapporten for hele landet')
      .addOption(printFormatOption('tekst', 'json')),
  examples: [
    'barometer-report forklar --kommune Glostrup 1.1',
    'barometer-report forklar --kommune Glostrup --kommune Herlev 3.3',
    'barometer-report forklar --kommune Glostrup noegletal 13',
    'barometer-report forklar --kommune Glostrup kort fortalt 2',
    'barometer-report forklar --hele-landet 8.1 --format json',
  ],
  run: async (options, world, words) => {
    const { template } = readTemplate(options);
    const subjects = namedSubjects(options, countrySubject(template));
    const wanted = words.join(' ');
    const dataset = await readDataset(options, template);
    const common = sentenceNumber(wanted) === null ? null : commonFigures(dataset, template);
    const date = generationDate(undefined, world);
    const explanations = subjects.map((subject) =>
      explain(buildReport(dataset, template, subject, date, common), wanted),
    );
    await world.stdout(
      options.format === 'json' ? explanationsJson(explanations) : explanations.map(explanationText).join('\n'),
    );
    return exitCode.ok;
  },
};
